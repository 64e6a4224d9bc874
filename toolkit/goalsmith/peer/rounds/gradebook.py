"""From a round's marks to nbgrader's gradebook: points clamped, in one transaction, a person's points left alone."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy import select
from sqlalchemy.orm import Session

from goalsmith.grading.running import course_config
from goalsmith.model import AssignmentPart, assignment_name
from goalsmith.peer.rounds.tables import Mark, Participant, Round

CELLS: Mapping[AssignmentPart, tuple[str, ...]] = {
    "plan": ("peer_review",),
    "review": ("calibration", "reviewing", "self_review"),
    "followup": ("answers",),
}
"""Which graded cells of which assignment come from the round."""


def marks_of(session: Session, round_: Round, learner: str | None = None) -> list[Mark]:
    """The marks of a round, of everybody or of one learner."""
    query = select(Mark).join(Participant).where(Participant.round_id == round_.id)
    if learner is not None:
        query = query.where(Participant.learner == learner)
    return list(session.scalars(query.order_by(Mark.id)))


def write_marks(course: Path, round_: Round, marks: Iterable[Mark]) -> list[str]:
    """Write marks into the gradebook, all or none; return who has no graded submission to write them to.

    `manual_score` and `manual_comment` belong to people and stay as they are.
    """
    config = course_config(course).CourseDirectory
    lacking = set()
    with Gradebook(config.db_url, config.course_id) as gradebook:
        for mark in marks:
            name = assignment_name(round_.assignment, _part(mark.cell))
            try:
                row = gradebook.find_submission_notebook(name, name, mark.participant.learner)
            except MissingEntry:
                lacking.add(mark.participant.learner)
            else:
                set_mark(row, mark)
        gradebook.db.commit()
    return sorted(lacking)


def set_mark(row: Any, mark: Mark) -> None:
    """Put one mark into a submitted notebook's row of the gradebook."""
    for grade in row.grades:
        if grade.name == mark.cell:
            grade.auto_score = round(min(max(mark.share, 0.0), 1.0) * grade.max_score, 2)
            grade.needs_manual_grade = False
    for comment in row.comments:
        if comment.name == mark.cell:
            comment.auto_comment = mark.comment or None


def _part(cell: str) -> AssignmentPart:
    return next(part for part, cells in CELLS.items() if cell in cells)
