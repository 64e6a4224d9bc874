"""The demo can be made anywhere, twice, and touches nothing that is not its own."""

import nbformat
import pytest
from nbformat.sign import NotebookNotary
from typer.testing import CliRunner

from goalsmith import data_root
from goalsmith.cli import app
from goalsmith.demo.course import PHASES, make_demo
from goalsmith.errors import CourseError
from goalsmith.grading.results import results
from goalsmith.model import Goal, Plan
from goalsmith.store import PlanStore, load_assignment

CASE = "gad-maya"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    told = []
    made = make_demo(tmp_path_factory.mktemp("demo") / "new", told.append)
    assert told == list(PHASES) == [step.name for step in made.steps]
    return made


def test_the_cohort_is_graded_and_differs(demo):
    table = results(demo.course, CASE)
    assert len(table) >= 16
    assert table["total"].nunique() >= 10
    assert table.loc["oskar", "total"] == 0  # a damaged file, and everybody after it is graded
    assert table.loc["priya", "S"] > 0
    assert (table["waiting"] > 0).sum() >= 3


def test_every_learner_gets_their_own_feedback_and_nobody_elses(demo):
    pages = {page.parts[-5]: page.read_text("utf-8") for page in demo.root.glob(f"cohort/*/{CASE}/feedback/*/*.html")}
    assert len(pages) == 16
    assert "quinn" not in pages
    for name, page in pages.items():
        assert [other for other in pages if other in page and other != name] == []


def test_suggested_confirmed_and_changed_points_are_all_to_be_seen(demo):
    pages = " ".join(path.read_text("utf-8") for path in demo.course.glob("feedback/*/*/*.html"))
    for state in ("suggested", "confirmed", "changed"):
        assert state in pages


def test_the_learners_notebook_is_signed_and_knows_its_due_date(demo):
    notebook = nbformat.read(demo.root / demo.notebook, as_version=4)
    notary = NotebookNotary(data_dir=str(demo.home / "data"))
    assert notary.check_signature(notebook)
    notary.store.close()
    due = load_assignment((demo.root / demo.notebook).parent).due
    assert due is not None
    assert f"{due.day} {due:%B %Y}" in notebook.cells[0].source
    assert 'data-commandlinker-command="notebook:run-all-cells"' in notebook.cells[0].source


def test_made_again_it_keeps_the_users_own_plan(demo):
    folder = demo.root / "learner" / CASE
    PlanStore(folder, CASE).save(Plan(case=CASE, goals=[Goal(id="g1", text="mine")]))
    again = make_demo(demo.root)
    assert PlanStore(folder, CASE).load().goals[0].text == "mine"
    assert len(results(again.course, CASE)) >= 16


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(CourseError, match="is not empty and holds no demo; name another folder"):
        make_demo(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    done = CliRunner().invoke(app, ["demo", str(tmp_path), "--no-lab"])
    assert done.exit_code == 1


def test_a_folder_inside_goalsmith_is_refused_and_not_made():
    inside = data_root() / "demo-in-here"
    with pytest.raises(CourseError, match="lies inside goalsmith itself"):
        make_demo(inside)
    assert not inside.exists()
