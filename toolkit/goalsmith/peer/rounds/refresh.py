"""Bringing a round up to date with what learners handed in. No learner's code runs."""

from pathlib import Path

from nbgrader.exchange.default import Exchange
from sqlalchemy.orm import Session

from goalsmith.grading import phases
from goalsmith.grading.running import LOG, course_config
from goalsmith.model import assignment_name
from goalsmith.peer.rounds.collect import Taken, take_in
from goalsmith.peer.rounds.tables import Round


def review_released(course: Path, course_id: str, assignment: str) -> bool:
    """Whether the review notebook of `assignment` is in the exchange."""
    root = Path(Exchange(config=course_config(course), log=LOG).root)
    return (root / course_id / "outbound" / assignment_name(assignment, "review")).is_dir()


def refresh(session: Session, round_: Round, course: Path) -> Taken:
    """Collect the reviews of an open round and take them in; a closed one stays as it is."""
    if round_.state != "open":
        return Taken()
    if review_released(course, round_.course, round_.assignment):
        phases.collect(course, assignment_name(round_.assignment, "review"))
    return take_in(session, round_, course)
