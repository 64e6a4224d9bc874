"""From text sources to `source/<assignment>/`: each case's notebooks with the files that they are graded by.

A case has up to three assignments: the plan, the reviews of others' plans, and the follow-up. The same sources give
the same bytes. Everything is read and checked before the first file is written.
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
from goalsmith.grading.keys import see_key
from goalsmith.model import Assignment, AssignmentPart, Case, Knowledge, Rubric
from goalsmith.store import (
    find_case,
    glossary_file,
    interviewing_file,
    load_cases,
    load_exemplars,
    load_knowledge,
    review_rubric_file,
    save_assignment,
    whole_rubric_file,
    wording_file,
)
from goalsmith.store.atomic import write_atomically

TEMPLATES: dict[AssignmentPart, str] = {"plan": "case.md", "review": "case-review.md", "followup": "case-followup.md"}
EXEMPLARS_FILE = "exemplars.yaml"


@dataclass(frozen=True)
class _Sources:
    """Everything that one assignment is built from. Only reviewers get `exemplars`, to calibrate on."""

    case: Case
    case_file: Path
    rubrics: Path
    notebook: str
    assignment: Assignment
    exemplars: Path | None


def build_course(folder: Path, only: str | None = None) -> list[Path]:
    """Write the assignments of every case of the course, or of the case `only`, to `source/`; return the folders.

    A case or rubrics folder of the course's own wins over the shipped one.

    Raises:
        BadFile: an author file is wrong; nothing has been written then.
        CourseError, UnknownCase: there is no such course or case.
    """
    course = load_course(folder)
    if only is not None and only not in course.assignments:
        raise CourseError(f"{folder / 'course.yaml'} has no assignment {only}; add it there, or name another case.")
    chosen = [only] if only is not None else list(course.assignments)
    read = [made for case in chosen for made in _read(folder, course, case)]
    return [_write(folder / "source" / made.assignment.name, made) for made in read]


def _read(folder: Path, course: Course, case_id: str) -> list[_Sources]:
    case_file = folder / "case_vignettes" / case_id / "case.yaml"
    if not case_file.is_file():
        _known(course, folder, case_id)
        case_file = data_root() / "case_vignettes" / case_id / "case.yaml"
    cases = load_cases(case_file)
    if len(cases) != 1 or cases[0].id != case_id:
        raise BadCase(case_file, [f"line 1: id: must be one case called {case_id}, as its folder is"])
    rubrics = folder / "rubrics" if (folder / "rubrics").is_dir() else data_root() / "rubrics"
    knowledge = load_knowledge(rubrics)
    see_key(cases[0], folder / "case_vignettes", knowledge.measures)
    terms = course.assignments[case_id]
    made = []
    for part in _parts(cases[0], terms.peer):
        due = terms.due if part == "plan" else None  # a round has deadlines of its own
        settings = {"live": terms.live, "part": part, "peer": terms.peer, "crisis_line": course.crisis_line}
        assignment = Assignment(case=case_id, course=course.course_id, due=due, **settings)
        text = notebook_text(cases[0], knowledge, assignment, peer=terms.peer)
        exemplars = _exemplars(folder, case_id) if part == "review" else None
        made.append(_Sources(cases[0], case_file, rubrics, text, assignment, exemplars))
    return made


def _parts(case: Case, peer: bool) -> list[AssignmentPart]:
    """The assignments of a case: without peer review the plan, and the follow-up where the case has later sessions."""
    if peer:
        return list(TEMPLATES)
    return ["plan", "followup"] if case.stages else ["plan"]


def _exemplars(folder: Path, case_id: str) -> Path | None:
    """The file of the case's exemplar plans, the course's own before the shipped one, checked; None where none is."""
    for root in (folder / "case_vignettes", data_root() / "case_vignettes"):
        if (root / case_id / EXEMPLARS_FILE).is_file():
            load_exemplars(case_id, root)
            return root / case_id / EXEMPLARS_FILE
    return None


def _known(course: Course, folder: Path, case_id: str) -> None:
    try:
        find_case(case_id)
    except UnknownCase as problem:
        raise CourseError(f"{folder / 'course.yaml'}: assignments.{case_id}: {problem}") from None


def _write(target: Path, made: _Sources) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    write_atomically(target / f"{made.assignment.name}.ipynb", made.notebook.encode())
    write_atomically(target / "case.yaml", made.case_file.read_bytes())
    if made.exemplars:
        write_atomically(target / EXEMPLARS_FILE, made.exemplars.read_bytes())
    save_assignment(target, made.assignment)
    copy_rubrics(made.rubrics, target / "rubrics")
    return target


def copy_rubrics(rubrics: Path, target: Path) -> None:
    """Make the folder `target` anew with everything that holds in the folder `rubrics`, its own or the shipped."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "practices").mkdir(parents=True)
    practices = sorted((rubrics / "practices").glob("*.yaml"))
    for path in [rubrics / "smart.yaml", rubrics / "measures.yaml", *practices]:
        write_atomically(target / path.relative_to(rubrics), path.read_bytes())
    for own in (whole_rubric_file, wording_file, review_rubric_file, glossary_file, interviewing_file):
        path = own(rubrics)
        write_atomically(target / path.name, path.read_bytes())


def notebook_text(case: Case, knowledge: Knowledge, assignment: Assignment, *, peer: bool = True) -> str:
    """The notebook of an assignment as JSON text, made from the template of its part.

    `peer` says whether the parts for peer review have points.
    """
    import jupytext  # takes 2 s, and only building needs it
    import nbformat

    source = (data_root() / "course" / "templates" / TEMPLATES[assignment.part]).read_text("utf-8")
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - Markdown, not HTML
    text = environment.from_string(source).render(
        case=case,
        rubric=knowledge.rubric,
        whole=knowledge.whole,
        title=_one_line(case.name),
        due=_due_line(assignment),
        peer=peer,
        practice=assignment.practice,
        locked=_metadata(locked=True),
        task=lambda grade_id, points: _metadata(locked=True, task=True, points=points)(grade_id),
        hidden=_hidden,
        anchors=lambda letter: _anchors(knowledge.rubric, letter),
    )
    notebook = jupytext.reads(text, fmt="md:myst")
    notebook.metadata.pop("jupytext", None)
    notebook.metadata["goalsmith"] = {"case": case.id, "title": case.name, "part": assignment.part}
    for number, cell in enumerate(notebook.cells):
        cell.id = cell.metadata.get("nbgrader", {}).get("grade_id", f"cell-{number}")
    return nbformat.writes(notebook, version=4) + "\n"


def _due_line(assignment: Assignment) -> str:
    if assignment.practice:
        return ""
    return due_text(assignment.due) if assignment.part == "plan" else "Your supervisor tells when it is due."


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
