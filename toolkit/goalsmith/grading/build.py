"""From text sources to `source/<case>/`: the notebook of each case with the files that it is graded by.

The same sources give the same bytes. Everything is read and checked before the first file is written.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from goalsmith.data import data_root
from goalsmith.errors import BadCase, CourseError, UnknownCase
from goalsmith.grading.course import Course, load_course
from goalsmith.model import Assignment, Case, Knowledge, Rubric
from goalsmith.store import find_case, load_cases, load_knowledge, save_assignment, whole_rubric_file
from goalsmith.store.atomic import write_atomically


@dataclass(frozen=True)
class _Sources:
    """Everything that one assignment is built from."""

    case: Case
    case_file: Path
    rubrics: Path
    notebook: str
    assignment: Assignment


def build_course(folder: Path, only: str | None = None) -> list[Path]:
    """Write `source/<case>/` for every case of the course, or for the case `only`; return the folders.

    A case or rubrics folder of the course's own wins over the shipped one.

    Raises:
        BadFile: an author file is wrong; nothing has been written then.
        CourseError, UnknownCase: there is no such course or case.
    """
    course = load_course(folder)
    if only is not None and only not in course.assignments:
        raise CourseError(f"{folder / 'course.yaml'} has no assignment {only}; add it there, or name another case.")
    chosen = [only] if only is not None else list(course.assignments)
    return [_write(folder / "source" / made.case.id, made) for made in [_read(folder, course, case) for case in chosen]]


def _read(folder: Path, course: Course, case_id: str) -> _Sources:
    case_file = folder / "case_vignettes" / case_id / "case.yaml"
    if not case_file.is_file():
        _known(course, folder, case_id)
        case_file = data_root() / "case_vignettes" / case_id / "case.yaml"
    cases = load_cases(case_file)
    if len(cases) != 1 or cases[0].id != case_id:
        raise BadCase(case_file, [f"line 1: id: must be one case called {case_id}, as its folder is"])
    rubrics = folder / "rubrics" if (folder / "rubrics").is_dir() else data_root() / "rubrics"
    knowledge = load_knowledge(rubrics)
    terms = course.assignments[case_id]
    assignment = Assignment(case=case_id, course=course.course_id, due=terms.due, live=terms.live)
    return _Sources(cases[0], case_file, rubrics, notebook_text(cases[0], knowledge, assignment), assignment)


def _known(course: Course, folder: Path, case_id: str) -> None:
    try:
        find_case(case_id)
    except UnknownCase as problem:
        raise CourseError(f"{folder / 'course.yaml'}: assignments.{case_id}: {problem}") from None


def _write(target: Path, made: _Sources) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    write_atomically(target / f"{made.case.id}.ipynb", made.notebook.encode())
    write_atomically(target / "case.yaml", made.case_file.read_bytes())
    save_assignment(target, made.assignment)
    shutil.rmtree(target / "rubrics", ignore_errors=True)
    (target / "rubrics" / "practices").mkdir(parents=True)
    practices = sorted((made.rubrics / "practices").glob("*.yaml"))
    for path in [made.rubrics / "smart.yaml", made.rubrics / "measures.yaml", *practices]:
        write_atomically(target / "rubrics" / path.relative_to(made.rubrics), path.read_bytes())
    write_atomically(target / "rubrics" / "plan.yaml", whole_rubric_file(made.rubrics).read_bytes())
    return target


def notebook_text(case: Case, knowledge: Knowledge, assignment: Assignment) -> str:
    """The notebook of a case as JSON text, made from `course/templates/case.md`."""
    import jupytext  # takes 2 s, and only building needs it
    import nbformat

    source = (data_root() / "course" / "templates" / "case.md").read_text("utf-8")
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - Markdown, not HTML
    text = environment.from_string(source).render(
        case=case,
        rubric=knowledge.rubric,
        whole=knowledge.whole,
        title=_one_line(case.name),
        due=due_text(assignment.due),
        locked=_metadata(locked=True),
        task=lambda grade_id, points: _metadata(locked=True, task=True, points=points)(grade_id),
        hidden=_hidden,
        anchors=lambda letter: _anchors(knowledge.rubric, letter),
    )
    notebook = jupytext.reads(text, fmt="md:myst")
    notebook.metadata.pop("jupytext", None)
    notebook.metadata["goalsmith"] = {"case": case.id, "title": case.name}
    for number, cell in enumerate(notebook.cells):
        cell.id = cell.metadata.get("nbgrader", {}).get("grade_id", f"cell-{number}")
    return nbformat.writes(notebook, version=4) + "\n"


def due_text(due: datetime | None) -> str:
    """When an assignment is due, in words."""
    if due is None:
        return "No due date: take the time you need."
    offset = f"UTC{due:%z}"[:6] + ":" + f"{due:%z}"[3:5] if due.utcoffset() else "UTC"
    return f"**Due {due:%A} {due.day} {due:%B %Y, %H:%M} ({offset})**"


def _metadata(**given: Any) -> Callable[[str], str]:
    def made(grade_id: str) -> str:
        points = given.get("points")
        cell = {
            "grade": False,
            "grade_id": grade_id,
            "locked": True,
            "schema_version": 3,
            "solution": False,
            "task": given.get("task", False),
        }
        if points is not None:
            cell["points"] = points
        return json.dumps({"nbgrader": cell})

    return made


def _hidden(grade_id: str) -> str:
    """Metadata, as YAML, of a locked code cell whose source is hidden."""
    cell = json.loads(_metadata()(grade_id))
    values = {**cell, "jupyter": {"source_hidden": True}, "tags": ["hide-input", "goalsmith"]}
    return "---\n" + "\n".join(f"{key}: {json.dumps(value)}" for key, value in values.items()) + "\n---"


def _anchors(rubric: Rubric, letter: str) -> str:
    criterion = rubric.criteria[letter]
    rows = [f"- **{level}**: {_one_line(anchor)}" for level, anchor in enumerate(criterion.anchors)]
    expected = f"Expected of a goal: {criterion.expected.goal}. Of an objective: {criterion.expected.objective}."
    return "\n".join([*rows, "", expected])


def _one_line(text: str) -> str:
    return " ".join(text.split())
