"""From text sources to the source folder."""

import json
import shutil

import nbformat
import pytest
from grading_helpers import CASE
from nbgrader.nbgraderformat import MetadataValidator

from goalsmith import widgets
from goalsmith.data import data_root
from goalsmith.errors import BadFile, CourseError
from goalsmith.grading.build import build_course
from goalsmith.grading.course import new_course
from goalsmith.store import find_case, list_cases, load_assignment, load_folder


@pytest.fixture
def fresh(tmp_path):
    new_course(tmp_path / "Autumn Course")
    return tmp_path / "Autumn Course"


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def points(folder, case):
    notebook = json.loads((folder / "source" / case / f"{case}.ipynb").read_text())
    cells = [cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"]]
    return {cell["grade_id"]: cell["points"] for cell in cells if cell.get("task")}


def test_the_same_sources_give_the_same_bytes(fresh):
    build_course(fresh)
    before = files(fresh)
    shutil.rmtree(fresh / "source")
    build_course(fresh)
    assert files(fresh) == before


def test_every_shipped_case_is_three_assignments_and_only_reviewers_get_exemplars(fresh):
    built = build_course(fresh)
    assert [path.name for path in built] == [
        f"{case.id}{part}" for case in list_cases() for part in ("", "-review", "-followup")
    ]
    for folder in built:
        names = {str(path) for path in files(folder)}
        assert {f"{folder.name}.ipynb", "case.yaml", "assignment.json", "rubrics/smart.yaml"} <= names
        assert ("exemplars.yaml" in names) == folder.name.endswith("-review")
        assignment = load_assignment(folder)
        assert load_folder(folder)[0].id == assignment.case
        assert (assignment.name, assignment.course) == (folder.name, "autumn-course")


def test_without_peer_review_nobody_reviews_and_the_part_has_no_points(fresh):
    settings = fresh / "course.yaml"
    settings.write_text(settings.read_text().replace("live: full, peer: true", "live: full, peer: false"))
    later = [f"{CASE}-followup"] if find_case(CASE).stages else []
    assert [path.name for path in build_course(fresh, CASE)] == [CASE, *later]
    assert points(fresh, CASE)["peer_review"] == 0


def test_a_courses_own_exemplars_are_checked_before_anything_is_written(fresh):
    own = fresh / "case_vignettes" / CASE / "exemplars.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("case: gad-maya\nexemplar: []\n")
    with pytest.raises(BadFile, match="exemplar"):
        build_course(fresh, CASE)
    assert not (fresh / "source").exists()


def test_every_part_is_there_from_the_start_with_its_points(fresh):
    build_course(fresh)
    order = ["S", "M", "A", "R", "T", "thread", "fit", "safety", "peer_review", "supervisor"]
    assert list(points(fresh, CASE)) == order
    assert list(points(fresh, CASE).values()) == [10, 10, 10, 10, 10, 5, 5, 0, 10, 5]
    assert points(fresh, "mdd-ruth")["safety"] == 5
    assert points(fresh, f"{CASE}-review") == {"calibration": 5, "reviewing": 10, "self_review": 5}
    stages = 10 if find_case(CASE).stages else 0
    assert points(fresh, f"{CASE}-followup") == {"answers": 5, "revision": 5, "stages": stages}


WIDGETS = {
    CASE: ["CaseViewer()", "InterviewForm()", "MeasureForm()", "PlanEditor()"],
    f"{CASE}-review": ["CaseViewer()", "ReviewForm()"],
    f"{CASE}-followup": ["CaseViewer()", "FollowupForm()", "MeasureForm()", "StageForm()", "RevisionForm()"],
}


@pytest.mark.parametrize("name", WIDGETS)
def test_the_notebook_is_valid_locked_and_hides_its_code(fresh, name):
    build_course(fresh, CASE)
    notebook = nbformat.read(fresh / "source" / name / f"{name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    assert all(cell.metadata.nbgrader.locked for cell in notebook.cells)
    assert [cell.id for cell in notebook.cells] == [cell.metadata.nbgrader.grade_id for cell in notebook.cells]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.source.split("; ")[1] for cell in code] == WIDGETS[name]
    for cell in code:
        assert cell.source.split("import ")[1].split(";")[0] in dir(widgets)
    assert all(cell.metadata.jupyter.source_hidden for cell in code)
    assert 'data-commandlinker-command="notebook:run-all-cells"' in notebook.cells[0].source


def test_the_due_date_stands_in_the_first_cell(fresh):
    settings = fresh / "course.yaml"
    settings.write_text(settings.read_text().replace("maya: {due: null", "maya: {due: 2027-03-31T18:00:00+02:00"))
    folder, *_ = build_course(fresh, CASE)
    first = nbformat.read(folder / f"{CASE}.ipynb", as_version=4).cells[0].source
    assert "Due Wednesday 31 March 2027, 18:00 (UTC+02:00)" in first


def test_a_courses_own_case_and_rubric_win(fresh):
    own = fresh / "case_vignettes" / CASE
    own.mkdir(parents=True)
    text = (data_root() / "case_vignettes" / CASE / "case.yaml").read_text()
    (own / "case.yaml").write_text(text.replace("title: Maya", "title: Another Maya"))
    shutil.copytree(data_root() / "rubrics", fresh / "rubrics", dirs_exist_ok=True)
    rubric = fresh / "rubrics" / "smart.yaml"
    rubric.write_text(rubric.read_text() + "\n# ours\n")
    folder, *_ = build_course(fresh, CASE)
    assert load_folder(folder)[0].title.startswith("Another Maya")
    assert (folder / "rubrics" / "smart.yaml").read_text().endswith("# ours\n")


def test_a_wrong_course_file_names_line_and_field_and_builds_nothing(fresh):
    settings = fresh / "course.yaml"
    settings.write_text(settings.read_text().replace("maya: {due: null, live: full, peer: true}", "maya: {deu: null}"))
    with pytest.raises(
        BadFile, match=r"course.yaml: line \d+: assignments.gad-maya.deu: unknown key; did you mean due"
    ):
        build_course(fresh)
    assert not (fresh / "source").exists()


def test_a_wrong_case_builds_nothing(fresh):
    own = fresh / "case_vignettes" / "ocd-daniel"
    own.mkdir(parents=True)
    (own / "case.yaml").write_text("id: ocd-daniel\nclient: {}\n")
    with pytest.raises(BadFile, match=r"ocd-daniel/case.yaml: line"):
        build_course(fresh)
    assert not (fresh / "source").exists()


def test_unknown_cases_are_refused(fresh):
    with pytest.raises(CourseError, match="no assignment gad-mya"):
        build_course(fresh, "gad-mya")
    settings = fresh / "course.yaml"
    settings.write_text(settings.read_text().replace("gad-maya:", "gad-mya:"))
    with pytest.raises(CourseError, match="Did you mean gad-maya"):
        build_course(fresh)


def test_a_course_lies_outside_the_toolkit_and_is_begun_once(fresh):
    with pytest.raises(CourseError, match="outside"):
        new_course(data_root() / "course" / "mine")
    with pytest.raises(CourseError, match="is there already"):
        new_course(fresh)


@pytest.mark.parametrize("name", ["2027", "True", "null"])
def test_a_course_may_be_called_what_yaml_takes_for_something_else(tmp_path, name):
    assert new_course(tmp_path / name).course_id == name.lower()


def test_the_course_s_own_crisis_line_reaches_every_notebook_and_none_is_made_up(fresh):
    build_course(fresh, CASE)
    assert {load_assignment(folder).crisis_line for folder in (fresh / "source").iterdir()} == {""}
    settings = fresh / "course.yaml"
    settings.write_text(
        settings.read_text().replace('crisis_line: ""', "crisis_line: Ring the clinic's desk, extension 12")
    )
    build_course(fresh, CASE)
    lines = {load_assignment(folder).crisis_line for folder in (fresh / "source").iterdir()}
    assert lines == {"Ring the clinic's desk, extension 12"}
