"""Confirming suggested points in bulk, with a record of who did it."""

import difflib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from goalsmith.errors import CourseError
from goalsmith.grading.running import course_config
from goalsmith.model import LETTERS, PARTS

RECORD = "confirmations.jsonl"
_SUGGESTED = (*LETTERS, *PARTS, "stages")


@dataclass(frozen=True)
class Confirmed:
    """The parts of one learner that were confirmed now, with their points."""

    learner: str
    parts: dict[str, float]


def confirm(folder: Path, assignment: str, learners: list[str], by: str) -> list[Confirmed]:
    """Confirm what the rubric suggested: for `learners`, or for everybody where the list is empty.

    Each learner's confirmation becomes a line of `<course>/confirmations.jsonl`: `at, by, course, assignment, learner,
    parts`. Parts that a supervisor scores by hand are left alone.

    Raises:
        CourseError: nothing is graded yet, or a learner has no submission; nothing is confirmed then.
    """
    config = course_config(folder, assignment)
    course = config.CourseDirectory
    with Gradebook(course.db_url, course.course_id) as gradebook:
        rows = {row.student.id: row for row in gradebook.notebook_submissions(assignment, assignment)}
        _all_known(rows, learners, assignment)
        done = [Confirmed(who, _settle(rows[who])) for who in sorted(set(learners) or rows)]
        done = [one for one in done if one.parts]
        gradebook.db.commit()
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    head = {"at": now, "by": by, "course": course.course_id, "assignment": assignment}
    with (folder / RECORD).open("a", encoding="utf-8") as file:
        for one in done:
            line = {**head, "learner": one.learner, "parts": one.parts}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return done


def _all_known(rows: dict[str, Any], learners: list[str], assignment: str) -> None:
    if not rows:
        raise CourseError(f"Nothing of {assignment} is graded yet. First run: goalsmith grade {assignment}")
    for learner in learners:
        if learner not in rows:
            near = difflib.get_close_matches(learner, rows, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise CourseError(f"{learner} has no graded submission of {assignment}.{hint} Nothing was confirmed.")


def _settle(row: Any) -> dict[str, float]:
    parts = {}
    for grade in row.grades:
        if grade.name in _SUGGESTED and grade.needs_manual_grade and grade.auto_score is not None:
            grade.needs_manual_grade = False
            parts[grade.name] = grade.score
    return {part: parts[part] for part in _SUGGESTED if part in parts}
