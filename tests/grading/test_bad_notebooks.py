"""Whatever became of the notebook, the plan counts in full, the learner is told, and everybody is graded."""

import json

import pytest
from grading_helpers import CASE, comments, graded, hand_in, scores

from goalsmith.grading import phases
from goalsmith.grading.notebooks import TROUBLES

NAME = f"{CASE}.ipynb"


def edited(change):
    def spoil(folder):
        notebook = json.loads((folder / NAME).read_text())
        change(notebook)
        (folder / NAME).write_text(json.dumps(notebook))

    return spoil


def duplicate(notebook):
    cell = json.loads(json.dumps(notebook["cells"][-1]))
    notebook["cells"].append({**cell, "id": "again"})


def delete(notebook):
    notebook["cells"] = [c for c in notebook["cells"] if c["metadata"]["nbgrader"]["grade_id"] != "fit"]


def change(notebook):
    notebook["cells"][1]["source"] = "import os"


def truncate(folder):
    (folder / NAME).write_bytes((folder / NAME).read_bytes()[:700])


SPOILED = {
    "duplicated": edited(duplicate),
    "deleted": edited(delete),
    "changed": edited(change),
    "missing": lambda folder: (folder / NAME).unlink(),
    "renamed": lambda folder: (folder / NAME).rename(folder / "my plan.ipynb"),
    "unreadable": truncate,
}


@pytest.mark.parametrize("trouble", SPOILED)
def test_a_spoiled_notebook_costs_nothing_and_is_told(course, trouble):
    hand_in(course, "amara")
    hand_in(course, "ben", spoil=SPOILED[trouble])
    hand_in(course, "zeno")
    graded(course)
    assert scores(course, "ben") == scores(course, "amara") == scores(course, "zeno")
    assert comments(course, "ben")["supervisor"] == TROUBLES[trouble]
    assert comments(course, "amara")["supervisor"] == ""
    (page,) = phases.feedback(course, CASE, "ben")
    assert TROUBLES[trouble] in page.read_text()


def test_only_the_notebook_is_put_back(course):
    hand_in(course, "ben", spoil=lambda folder: (folder / NAME).rename(folder / "mine.ipynb"))
    phases.collect(course, CASE)
    submission = course / "submitted" / "ben" / CASE
    released = course / "release" / CASE / NAME
    assert (submission / NAME).read_bytes() == released.read_bytes()
    handed_in = course / "learners" / "ben" / CASE
    for name in ("mine.ipynb", f"{CASE}.plan.json", f"{CASE}.history.jsonl"):
        assert (submission / name).read_bytes() == (handed_in / name).read_bytes()


def test_a_cell_of_ones_own_is_nobodys_business(course):
    note = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "my notes"}
    hand_in(course, "ben", spoil=edited(lambda notebook: notebook["cells"].insert(2, note)))
    graded(course)
    assert comments(course, "ben")["supervisor"] == ""


def test_learner_code_is_never_run(course, tmp_path):
    proof = tmp_path / "ran"
    code = f"open({str(proof)!r}, 'w').close()"
    cell = {"cell_type": "code", "id": "x", "metadata": {}, "source": code, "outputs": [], "execution_count": None}

    def plant(notebook):
        notebook["cells"].insert(0, cell)
        notebook["cells"][2]["source"] = code

    hand_in(course, "ben", spoil=edited(plant))
    graded(course)
    phases.feedback(course, CASE)
    assert not proof.exists()
    assert code not in (course / "autograded" / "ben" / CASE / NAME).read_text()
