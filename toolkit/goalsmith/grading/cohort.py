"""Grading a whole cohort in one process: nbgrader's own autograding, once imported, without running any code."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, NbGraderException
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning

from goalsmith.errors import CourseError
from goalsmith.grading.database import one_engine
from goalsmith.grading.notebooks import mend
from goalsmith.grading.restore import is_ours, released_notebook
from goalsmith.grading.running import LOG, course_config, made

Progress = Callable[[str, int], None]


@dataclass
class Graded:
    """Who was graded now, whose grade stood already, and who could not be graded with the reason."""

    graded: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)


class _Cohort(Autograde):
    """Autograding that reports on each learner."""

    def begin(self, result: Graded, progress: Progress) -> None:
        self._result, self._progress, self._now = result, progress, ""

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        self._now = student_id
        self._progress(student_id, len(self.assignments))
        with self._noting():
            wanted: bool = super().init_destination(assignment_id, student_id)
        (self._result.graded if wanted else self._result.unchanged).append(student_id)
        return wanted

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        with self._noting():
            super().init_assignment(assignment_id, student_id)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        with self._noting():
            super().convert_single_notebook(notebook_filename)

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Keep the reason of a failure, which nbgrader only logs before it goes on to the next learner."""
        try:
            yield
        except Exception as problem:
            self._result.failed[self._now] = " ".join(str(problem).split())[:300] or type(problem).__name__
            self._result.graded = [name for name in self._result.graded if name != self._now]
            raise


def grade_cohort(folder: Path, assignment: str, *, again: bool = False, progress: Progress | None = None) -> Graded:
    """Grade what was collected of `assignment`: what is new, or with `again` everything.

    `progress` is called with each learner and the number of submissions. The grades are those of
    `nbgrader autograde` with the course's configuration.

    Raises:
        CourseError: the course or assignment does not exist, is not generated, or nothing was collected.
    """
    config = course_config(folder, assignment)
    config.BaseConverter.force = again
    _mend_all(CourseDirectory(config=config, log=LOG), assignment)
    result = Graded()
    cohort: Any = made(_Cohort, config)
    cohort.begin(result, progress or (lambda _learner, _total: None))
    try:
        with warnings.catch_warnings(), one_engine():
            # nbgrader's own use of SQLAlchemy 2.1; nothing that a supervisor could mend.
            warnings.simplefilter("ignore", SAWarning)
            cohort.start()
    except NbGraderException as problem:
        if not result.failed:
            raise CourseError(f"nbgrader says: {problem}") from None
    return result


def _mend_all(course: Any, assignment: str) -> None:
    if not is_ours(course, assignment):
        raise CourseError(f"{assignment} is no assignment of {course.root}; see its course.yaml.")
    released = released_notebook(course, assignment)
    found = sorted(Path(course.root).glob(f"{course.submitted_directory}/*/{assignment}"))
    if not found:
        raise CourseError(f"Nothing of {assignment} was collected yet. First run: nbgrader collect {assignment}")
    for submission in found:
        mend(submission, released)
