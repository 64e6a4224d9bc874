"""The last word of autograding: what a round has settled stands again after each grading."""

from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from sqlalchemy import select

from goalsmith.grading.restore import course_directory, is_ours, source_folder
from goalsmith.peer.rounds.database import has_rounds, rounds_of
from goalsmith.peer.rounds.gradebook import CELLS, marks_of, set_mark
from goalsmith.peer.rounds.tables import Round
from goalsmith.store import load_assignment


class RestorePeer(NbGraderPreprocessor):
    """Write the marks of the assignment's round again. Comes after `ScorePlan`, since grading wipes its comments."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Leave the notebook as it is."""
        ids = resources["nbgrader"]
        course = course_directory(self)
        if is_ours(course, ids["assignment"]) and has_rounds(Path(course.root)):
            assignment = load_assignment(source_folder(course, ids["assignment"]))
            with rounds_of(Path(course.root)) as session:
                wanted = Round.course == course.course_id, Round.assignment == assignment.case
                found = session.scalar(select(Round).where(*wanted))
                marks = marks_of(session, found, ids["student"]) if found else []
                self._write(course, ids, [mark for mark in marks if mark.cell in CELLS[assignment.part]])
        return nb, resources

    def _write(self, course: Any, ids: Any, marks: list[Any]) -> None:
        if not marks:
            return
        with Gradebook(course.db_url, course.course_id) as gradebook:
            row = gradebook.find_submission_notebook(ids["notebook"], ids["assignment"], ids["student"])
            for mark in marks:
                set_mark(row, mark)
            gradebook.db.commit()
