"""The first step of autograding: the released notebook takes the place of the learner's."""

from pathlib import Path
from typing import Any

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor

from goalsmith.errors import CourseError
from goalsmith.grading.notebooks import differences, noted_trouble
from goalsmith.model import AssignmentPart
from goalsmith.store.receipts import ASSIGNMENT_FILE, load_assignment


class RestoreNotebook(NbGraderPreprocessor):
    """Return the released notebook, whatever the learner's holds, and note in its metadata what was wrong.

    Assignments that goalsmith did not build pass through as they are.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Swap the notebook.

        Raises:
            CourseError: the assignment has not been generated.
        """
        ids = resources["nbgrader"]
        course = course_directory(self)
        if not is_ours(course, ids["assignment"]):
            return nb, resources
        released = nbformat.read(released_notebook(course, ids["assignment"]), as_version=4)
        trouble = noted_trouble(Path(resources["metadata"]["path"])) or differences(nb, released)
        if trouble:
            released.metadata.setdefault("goalsmith", {})["trouble"] = trouble
        return released, resources


def course_directory(preprocessor: Any) -> Any:
    """Nbgrader's course directory: that of the converter which owns the exporter which owns the preprocessor."""
    return preprocessor.parent.parent.coursedir


def source_folder(course: Any, assignment: str) -> Path:
    """Where the masters of an assignment lie."""
    return Path(course.format_path(course.source_directory, ".", assignment))


def is_ours(course: Any, assignment: str) -> bool:
    """Whether goalsmith built the assignment."""
    return (source_folder(course, assignment) / ASSIGNMENT_FILE).is_file()


def part_of(course: Any, assignment: str) -> AssignmentPart | None:
    """Which part of a case the assignment is, or None where goalsmith did not build it."""
    return load_assignment(source_folder(course, assignment)).part if is_ours(course, assignment) else None


def released_notebook(course: Any, assignment: str) -> Path:
    """The released notebook of an assignment.

    Raises:
        CourseError: it has not been generated.
    """
    path = Path(course.format_path(course.release_directory, ".", assignment)) / f"{assignment}.ipynb"
    if not path.is_file():
        raise CourseError(f"{path} is missing; run `nbgrader generate_assignment {assignment}` first.")
    return path
