"""The release of a round as one step for a supervisor."""

from datetime import datetime
from pathlib import Path

from goalsmith.grading.course import load_course
from goalsmith.peer.rounds.close import bring_up_to_date
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.release import deliver_returned, release_round


def give_back(course: Path, assignment: str, by: str, *, answer_by: datetime | None = None) -> int:
    """Release a closed round and write what goes back to each author; return to how many. It can be run again.

    Raises:
        RoundError: the round is still open, or a disagreement waits for the supervisor.
    """
    with rounds_of(course) as session:
        round_ = find_round(session, load_course(course).course_id, assignment)
        release_round(session, round_, by, answer_by=answer_by)
    bring_up_to_date(course, assignment, by)
    with rounds_of(course) as session:
        return deliver_returned(course, session, find_round(session, load_course(course).course_id, assignment))
