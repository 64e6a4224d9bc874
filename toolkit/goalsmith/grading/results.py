"""The gradebook of one assignment as a table."""

from pathlib import Path
from typing import Any

import pandas as pd
from nbgrader.api import Assignment, BaseCell, Grade, Gradebook, SubmittedAssignment, SubmittedNotebook

from goalsmith.grading.running import course_config

PARTS = ("S", "M", "A", "R", "T", "thread", "fit", "safety", "peer_review", "supervisor")


def results(folder: Path, assignment: str) -> pd.DataFrame:
    """One row a learner: points of each part that has any, `total` less a late penalty, and parts still `waiting`.

    A hand-scored part that nobody scored yet is NaN.
    """
    config = course_config(folder, assignment)
    with Gradebook(config.CourseDirectory.db_url, config.CourseDirectory.course_id) as gradebook:
        rows = _rows(gradebook, assignment)
        late = _penalties(gradebook, assignment)
    frame = pd.DataFrame(rows, columns=["learner", "part", "points", "open", "waiting", "most"])
    frame = frame[frame["most"] > 0]
    points = frame.assign(points=frame["points"].mask(frame["open"])).pivot(
        index="learner", columns="part", values="points"
    )
    known = [part for part in PARTS if part in points]
    table = points[[*known, *(part for part in points if part not in PARTS)]]
    table = table.assign(
        total=table.sum(axis=1) - pd.Series(late, dtype=float).reindex(table.index).fillna(0.0),
        waiting=frame.groupby("learner")["waiting"].sum().astype(int),
    )
    table.columns.name = None
    return table.sort_index()


def _rows(gradebook: Any, assignment: str) -> list[tuple[str, str, float, bool, bool, float]]:
    query = (
        gradebook.db.query(SubmittedAssignment.student_id, Grade)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .filter(Assignment.name == assignment)
    )
    return [
        (
            learner,
            grade.name,
            grade.score,
            grade.auto_score is None and grade.manual_score is None,
            bool(grade.needs_manual_grade),
            grade.max_score,
        )
        for learner, grade in query
    ]


def _penalties(gradebook: Any, assignment: str) -> dict[str, float]:
    query = (
        gradebook.db.query(SubmittedAssignment.student_id, SubmittedNotebook.late_submission_penalty)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .filter(Assignment.name == assignment)
    )
    return {learner: penalty or 0.0 for learner, penalty in query}
