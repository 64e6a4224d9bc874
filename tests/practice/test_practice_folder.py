"""A folder for practice holds everything that a case needs, nothing of a course, and whatever its owner wrote."""

import json

import nbformat
import pytest
from nbformat.sign import NotebookNotary

from goalsmith import data_root
from goalsmith.errors import PracticeError, UnknownCase
from goalsmith.model import Goal, Plan
from goalsmith.practice.folder import WELCOME, make_practice
from goalsmith.store import KEY_FILE, PlanStore, key_beside, list_cases, load_assignment, load_folder

CASE = "gad-maya"
FOLLOWUP = f"{CASE}-followup"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_practice(tmp_path_factory.mktemp("practice") / "mine")


@pytest.fixture
def mine(tmp_path):
    return make_practice(tmp_path / "mine", [CASE])


def notebook(practice, name):
    return nbformat.read(practice.root / name / f"{name}.ipynb", as_version=4)


def words(practice, name):
    return "\n".join(cell.source for cell in notebook(practice, name).cells)


def forget(practice, name):
    """Leave the note of an earlier version, as an older goalsmith would have."""
    path = practice.home / "built.json"
    built = json.loads(path.read_text("utf-8"))
    assert built[name]
    path.write_text(json.dumps({**built, name: "an earlier version"}), "utf-8")


def test_every_shipped_case_is_there_with_its_later_sessions(made):
    assert made.cases == [case.id for case in list_cases()]
    for case in list_cases():
        for name in [case.id, f"{case.id}-followup"] if case.stages else [case.id]:
            folder = made.root / name
            assert load_folder(folder)[0].id == case.id
            assert load_assignment(folder).practice
            assert f"{name}/{name}.ipynb" in nbformat.read(made.welcome, as_version=4).cells[0].source
            nbformat.validate(notebook(made, name))


def test_the_key_lies_beside_the_later_sessions_and_nowhere_else(made):
    assert key_beside(made.root / FOLLOWUP).case == CASE
    assert {path.parent.name for path in made.root.rglob(KEY_FILE)} == {
        f"{case.id}-followup" for case in list_cases() if case.stages
    }
    assert not list(made.root.rglob("exemplars.yaml"))


def test_nothing_in_a_notebook_speaks_of_a_course(made):
    for path in made.root.rglob("*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        assert not [cell for cell in cells if "nbgrader" in cell.metadata]
        for word in ("Submit", "submit", "upervisor", "points", "Due ", "due ", "colleague", "your course"):
            assert not [cell.source for cell in cells if word in cell.source], f"{path.name}: {word}"


def test_both_notebooks_show_the_widgets_of_the_course(made):
    assert "PlanEditor()" in words(made, CASE)
    assert "StageForm()" in words(made, FOLLOWUP)
    assert "bring_plan()" in words(made, FOLLOWUP)
    assert "FollowupForm()" not in words(made, FOLLOWUP)  # it answers colleagues, and there are none


def test_jupyter_trusts_what_was_made(made):
    notary = NotebookNotary(data_dir=str(made.home / "data"))
    for path in (made.welcome, made.root / CASE / f"{CASE}.ipynb", made.root / FOLLOWUP / f"{FOLLOWUP}.ipynb"):
        assert notary.check_signature(nbformat.read(path, as_version=4)), path.name
    notary.store.close()


def test_jupyter_starts_without_the_parts_for_courses(made):
    off = json.loads((made.home / "config" / "labconfig" / "page_config.json").read_text("utf-8"))
    assert off["disabledExtensions"]["@jupyter/nbgrader"]


def test_a_plan_and_notes_survive_a_newer_version(mine):
    folder = mine.root / CASE
    PlanStore(folder, CASE).save(Plan(case=CASE, goals=[Goal(id="g1", text="My own goal.")]))
    (folder / "notes.txt").write_text("mine", "utf-8")
    kept = {path: path.read_bytes() for path in (folder / f"{CASE}.plan.json", folder / "notes.txt")}
    (folder / "case.yaml").write_text("id: an-older-case", "utf-8")
    forget(mine, f"{CASE}/{CASE}.ipynb")
    make_practice(mine.root)
    assert {path: path.read_bytes() for path in kept} == kept
    assert load_folder(folder)[0].id == CASE


def test_cells_that_somebody_added_stay_where_they_were(mine):
    path = mine.root / CASE / f"{CASE}.ipynb"
    old = notebook(mine, CASE)
    own = [nbformat.v4.new_markdown_cell(text) for text in ("below the case", "and more", "at the end")]
    at = next(number for number, cell in enumerate(old.cells) if cell.id == "case")
    ours = [cell.id for cell in old.cells]
    old.cells[at].source = "an older cell"
    old.cells[at + 1 : at + 1] = own[:2]
    old.cells.append(own[2])
    nbformat.write(old, path)
    forget(mine, f"{CASE}/{CASE}.ipynb")
    make_practice(mine.root)
    new = notebook(mine, CASE).cells
    assert [cell.id for cell in new] == [*ours[: at + 1], own[0].id, own[1].id, *ours[at + 1 :], own[2].id]
    assert "CaseViewer" in new[at].source


def test_a_notebook_that_is_up_to_date_is_left_alone(mine):
    path = mine.root / CASE / f"{CASE}.ipynb"
    used = notebook(mine, CASE)
    used.cells[1].outputs = [nbformat.v4.new_output("stream", text="what a run left")]
    nbformat.write(used, path)
    before = path.read_bytes()
    make_practice(mine.root)
    assert path.read_bytes() == before


def test_a_damaged_notebook_is_set_aside_and_made_again(mine):
    path = mine.root / CASE / f"{CASE}.ipynb"
    path.write_bytes(path.read_bytes()[:300])
    make_practice(mine.root)
    assert "PlanEditor()" in words(mine, CASE)
    assert path.with_name(f"{path.name}.damaged").is_file()


def test_a_deleted_notebook_comes_back(mine):
    mine.welcome.unlink()
    make_practice(mine.root)
    assert mine.welcome.is_file()


def test_another_case_joins_those_that_are_there(mine):
    assert mine.cases == [CASE]
    assert make_practice(mine.root, ["ocd-daniel"]).cases == [CASE, "ocd-daniel"]
    welcome = nbformat.read(mine.welcome, as_version=4).cells[0].source
    assert f"{CASE}/{CASE}.ipynb" in welcome
    assert "ocd-daniel/ocd-daniel.ipynb" in welcome


def test_an_unknown_case_is_named_with_the_nearest_and_nothing_is_written(tmp_path):
    with pytest.raises(UnknownCase, match="Did you mean gad-maya"):
        make_practice(tmp_path / "new", ["gad-maja"])
    assert not (tmp_path / "new").exists()


def test_a_folder_with_other_things_is_refused_and_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(PracticeError, match="was not made for practice; name another folder"):
        make_practice(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_and_our_own_folder_are_refused(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(PracticeError, match="is a file"):
        make_practice(tmp_path / "file")
    with pytest.raises(PracticeError, match="lies inside goalsmith itself"):
        make_practice(data_root() / "course" / "here")
    with pytest.raises(PracticeError, match="cannot be used"):
        make_practice(tmp_path / "file" / "below")


def test_the_first_page_names_the_folder_and_what_stays_there(made):
    welcome = nbformat.read(made.root / WELCOME, as_version=4).cells[0].source
    assert str(made.root) in welcome
    assert "nothing is sent anywhere" in welcome
