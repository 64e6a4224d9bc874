"""Later sessions at grading: scored by the course's key, suggested until confirmed, whatever was handed in."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from grading_helpers import learner
from nbgrader.api import Gradebook

from goalsmith.errors import BadFile, CourseError
from goalsmith.grading import phases
from goalsmith.grading.build import build_course
from goalsmith.grading.confirm import confirm
from goalsmith.grading.course import new_course
from goalsmith.grading.running import exchanged
from goalsmith.model import StagesFile, StageWork
from goalsmith.store import PlanStore, load_assignment, stage_store
from stage_case import CASE, FOLDER, careless_work, good_work, the_plan

FOLLOWUP = f"{CASE}-followup"


def own_course(folder: Path, peer: bool = False) -> Path:
    """A course with one case of its own, which has later sessions and a key."""
    new_course(folder)
    settings = folder / "course.yaml"
    head = settings.read_text().partition("\nassignments:\n")[0].replace("exchange: null", "exchange: exchange")
    settings.write_text(f"{head}\nassignments:\n  {CASE}: {{peer: {str(peer).lower()}}}\n")
    (folder / "case_vignettes" / CASE).mkdir(parents=True)
    for name in ("case.yaml", "key.yaml"):
        shutil.copy(FOLDER / name, folder / "case_vignettes" / CASE)
    return folder


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = own_course(tmp_path_factory.mktemp("stages") / "course")
    phases.build(folder)
    phases.generate(folder, FOLLOWUP)
    phases.release(folder, FOLLOWUP)
    return folder


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "course"))


def hand_in(course, name, *works, spoil=None):
    who = learner(course, name)
    folder = phases.fetch(course, who, FOLLOWUP)
    PlanStore(folder, CASE).save(the_plan())
    if works:
        stage_store(folder, CASE).save(StagesFile(case=CASE, stages=list(works)))
    if spoil:
        spoil(folder)
    exchanged("Submit", phases.learner_config(course, who, FOLLOWUP))


def graded(course, again=False):
    phases.collect(course, FOLLOWUP)
    assert not phases.grade(course, FOLLOWUP, again=again).failed


def cell(course, name, part="stages"):
    """Points, whether a person has to look, and the comment."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "course") as gradebook:
        row = gradebook.find_submission_notebook(FOLLOWUP, FOLLOWUP, name)
        grade = next(one for one in row.grades if one.name == part)
        said = next(one.auto_comment for one in row.comments if one.name == part)
        return grade.auto_score, grade.needs_manual_grade, said or ""


def test_a_course_without_peer_review_has_plan_and_follow_up_and_the_key_stays_out(tmp_path):
    course = own_course(tmp_path / "course")
    built = build_course(course)
    assert [path.name for path in built] == [CASE, FOLLOWUP]
    assert not list((course / "source").rglob("key.yaml"))
    assert not load_assignment(built[1]).peer
    notebook = (built[1] / f"{FOLLOWUP}.ipynb").read_text()
    cells = {
        one["metadata"]["nbgrader"]["grade_id"]: one["metadata"]["nbgrader"].get("points")
        for one in json.loads(notebook)["cells"]
    }
    assert {key: points for key, points in cells.items() if points is not None} == {
        "answers": 0,
        "revision": 5,
        "stages": 10,
    }


def test_the_cells_are_the_same_with_and_without_peer_review(tmp_path):
    ids = []
    for peer in (True, False):
        folder = own_course(tmp_path / f"course-{peer}", peer)
        build_course(folder)
        notebook = json.loads((folder / "source" / FOLLOWUP / f"{FOLLOWUP}.ipynb").read_text())
        ids.append([one["id"] for one in notebook["cells"]])
    assert ids[0] == ids[1]


def test_a_key_that_does_not_fit_its_case_builds_nothing(tmp_path):
    course = own_course(tmp_path / "course")
    key = course / "case_vignettes" / CASE / "key.yaml"
    key.write_text(key.read_text().replace("  session-11:", "  session-12:"))
    with pytest.raises(BadFile, match=r"the stage session-11 has no ruling"):
        build_course(course)
    key.unlink()
    with pytest.raises(BadFile, match=r"key.yaml: is missing"):
        build_course(course)
    assert not (course / "source").exists()


def test_decisions_that_follow_earn_their_share_and_wait_for_a_person(course):
    hand_in(course, "amara", good_work())
    hand_in(course, "ben", careless_work())
    graded(course)
    points, open_, said = cell(course, "amara")
    assert points == pytest.approx(10 / 3, abs=0.01)
    assert open_
    assert "Session 4, The list by the kettle: 100 of 100." in said
    assert "5 of 7 evenings" in said
    assert "Session 8: no points. It was not committed" in said
    assert cell(course, "ben")[0] < 0.5
    assert cell(course, "ben", "answers")[:2] == (0.0, False)
    assert cell(course, "ben", "revision")[:2] == (None, True)


def test_nbgrader_itself_gives_the_same(course):
    hand_in(course, "amara", good_work())
    phases.collect(course, FOLLOWUP)
    programs = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    command = [programs / "nbgrader", "autograde", FOLLOWUP]
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    by_nbgrader = cell(course, "amara")
    graded(course, again=True)
    assert cell(course, "amara") == by_nbgrader


def test_confirming_clears_it_and_grading_again_leaves_it_confirmed(course):
    hand_in(course, "amara", good_work())
    graded(course)
    (done,) = confirm(course, FOLLOWUP, [], "Dr Okafor")
    assert list(done.parts) == ["stages"]
    assert not cell(course, "amara")[1]
    graded(course, again=True)
    assert not cell(course, "amara")[1]
    assert cell(course, "amara")[2]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: None, "is missing; open the notebook"),
        (lambda folder: (folder / "stages.json").write_text("{"), "is damaged (not JSON); open the notebook"),
        (lambda folder: (folder / "stages.json").write_text('{"case": "gad-maya"}'), "belongs to the case gad-maya"),
        (lambda folder: (folder / "stages.json").write_text("[" * 100_000), "is damaged"),
        (lambda folder: (folder / "stages.json").write_text(" " * 3_000_000), "may have 2 MB at most"),
        (lambda folder: (folder / "stages.json").mkdir(), "is missing"),
    ],
)
def test_a_missing_or_damaged_file_earns_nothing_and_is_told_what_to_do(course, spoil, said):
    hand_in(course, "amara", spoil=spoil)
    graded(course)
    points, open_, comment = cell(course, "amara")
    assert (points, open_) == (0.0, True)
    assert said in comment


def test_hostile_words_reach_no_page_as_markup(course):
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    work = good_work()
    work.objectives[0].reason = f"{evil} 5 of 7 evenings"
    work.objectives[0].text = work.objectives[1].thread = work.plan_reason = evil
    work.before.goals[0].objectives[0].text = evil * 200
    hand_in(course, "amara", work, StageWork(id=evil[:60]))
    graded(course)
    phases.feedback(course, FOLLOWUP)
    shown = (course / "autograded" / "amara" / FOLLOWUP / f"{FOLLOWUP}.ipynb").read_text("utf-8")
    html = "".join(
        "".join(output["data"]["text/html"]) for one in json.loads(shown)["cells"] for output in one.get("outputs", [])
    )
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    page = (course / "feedback" / "amara" / FOLLOWUP / f"{FOLLOWUP}.html").read_text("utf-8")
    assert "<img src=x" not in page
    assert "alert(1)</script>" not in page


def test_a_very_large_plan_in_the_file_is_read_in_no_time_and_cut(course):
    work = good_work()
    objective = work.before.goals[0].objectives[0]
    work.before.goals[0].objectives = [
        objective.model_copy(update={"id": f"o{number}", "text": "word " * 200}) for number in range(500)
    ]
    hand_in(course, "amara", work)
    graded(course)
    points, _, comment = cell(course, "amara")
    assert points < 10 / 3
    assert len(comment) < 20_000


def test_what_was_handed_in_is_shown_to_whoever_grades(course):
    hand_in(course, "amara", good_work())
    graded(course)
    shown = (course / "autograded" / "amara" / FOLLOWUP / f"{FOLLOWUP}.ipynb").read_text("utf-8")
    assert "Kept on 5 of 7 evenings for four weeks." in shown
    assert "This session was not committed." in shown
    assert "follows from the data" in shown


def test_submitting_without_peer_review_needs_a_session_and_a_plan(course):
    who = learner(course, "amara")
    folder = phases.fetch(course, who, FOLLOWUP)
    with pytest.raises(CourseError, match="Commit a session"):
        phases.submit(course, who, FOLLOWUP)
    stage_store(folder, CASE).save(StagesFile(case=CASE, stages=[good_work()]))
    with pytest.raises(CourseError, match="no plan to hand in"):
        phases.submit(course, who, FOLLOWUP)
    PlanStore(folder, CASE).save(the_plan())
    assert phases.submit(course, who, FOLLOWUP).plan_digest
