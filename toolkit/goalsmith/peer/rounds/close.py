"""Closing a round, and bringing its results up to date after each decision."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from goalsmith.errors import CourseError, RoundError
from goalsmith.grading import phases
from goalsmith.grading.course import load_course
from goalsmith.grading.score import master_of
from goalsmith.model import PlanCriterion, assignment_name
from goalsmith.peer.packets.deliver import deliver_packets
from goalsmith.peer.rounds.adjudicate import waiting
from goalsmith.peer.rounds.collect import complete_review
from goalsmith.peer.rounds.database import find_round, log, now, rounds_of
from goalsmith.peer.rounds.followup import Answered, take_answers
from goalsmith.peer.rounds.gradebook import marks_of, write_marks
from goalsmith.peer.rounds.people import source_of
from goalsmith.peer.rounds.refresh import refresh
from goalsmith.peer.rounds.release import deliver_returned
from goalsmith.peer.rounds.settle import Settled, settle
from goalsmith.peer.rounds.tables import Matter, Round


@dataclass(frozen=True)
class Closed:
    """What closing did. `missing` reviews were never delivered, `ungraded` people have no row in the gradebook."""

    assignment: str
    again: bool
    reviews: tuple[int, int]
    settled: Settled
    missing: tuple[str, ...]
    unread: dict[str, str]
    ungraded: tuple[str, ...]
    waiting: tuple[Matter, ...]


def close_round(course: Path, assignment: str, by: str, *, early: bool = False) -> Closed:
    """Take in the last reviews, settle levels and marks, and write them to the gradebook.

    It can be run again, after a crash or after new decisions: what is settled is brought up to date, nothing is lost.

    Raises:
        RoundError: there is no round, its deadline is still to come (unless `early`), or no review has come in.
    """
    with rounds_of(course) as session:
        round_ = _round(session, course, assignment)
        again = round_.state != "open"
        if not again and not early and now() < round_.review_by:
            raise RoundError(
                f"Reviews may come in until {round_.review_by:%Y-%m-%d %H:%M %Z}; to close before that, add --early."
            )
        taken = refresh(session, round_, course)
        given = [task for task in round_.tasks if task.state == "given"]
        done = [task for task in given if complete_review(task)]
        if not done:
            raise RoundError(f"No complete review of {assignment} has come in, so there is nothing to settle yet.")
        settled = settle(session, round_, course, criterion_names(course, assignment), by)
        if not again:
            round_.state, round_.closed_at = "closed", now()
            log(session, round_, by, "closed", after=f"{len(done)} of {len(given)} reviews")
        missing = tuple(sorted({task.reviewer.learner for task in given if not complete_review(task)}))
    ungraded, waits = finish(course, assignment)
    return Closed(assignment, again, (len(done), len(given)), settled, missing, taken.bad, ungraded, waits)


def finish(course: Path, assignment: str) -> tuple[tuple[str, ...], tuple[Matter, ...]]:
    """Write what the database says to gradebook and exchange; return whose marks had no place, and what waits.

    It only repeats what is settled, so that it mends whatever a crash left half done.
    """
    _rows(course, assignment)
    with rounds_of(course) as session:
        round_ = _round(session, course, assignment)
        ungraded = write_marks(course, round_, marks_of(session, round_))
        if round_.state == "open":
            deliver_packets(course, round_)
        if round_.state == "released":
            deliver_returned(course, session, round_)
        waits = waiting(round_)
        session.expunge_all()
    return tuple(ungraded), tuple(waits)


def bring_up_to_date(course: Path, assignment: str, by: str) -> tuple[tuple[str, ...], tuple[Matter, ...]]:
    """After decisions: settle again where the round is closed, then write everything out."""
    with rounds_of(course) as session:
        round_ = _round(session, course, assignment)
        if round_.state != "open":
            settle(session, round_, course, criterion_names(course, assignment), by)
    return finish(course, assignment)


def take_followup(course: Path, assignment: str, by: str) -> Answered:
    """Collect the follow-up of a released round, take it in, and bring the marks up to date.

    Raises:
        RoundError: the round is not released.
    """
    name = assignment_name(assignment, "followup")
    with rounds_of(course) as session:
        if _round(session, course, assignment).state != "released":
            raise RoundError(f"The round is not released yet; first run: goalsmith peer release {assignment}")
    phases.collect(course, name)
    with rounds_of(course) as session:
        round_ = _round(session, course, assignment)
        answered = take_answers(session, round_, course)
        settle(session, round_, course, criterion_names(course, assignment), by)
    finish(course, assignment)
    return answered


def criterion_names(course: Path, assignment: str) -> dict[PlanCriterion, str]:
    """What the course's rubrics call each criterion."""
    knowledge = master_of(source_of(course, assignment)).knowledge
    letters = {one: criterion.name for one, criterion in knowledge.rubric.criteria.items()}
    return {**letters, **{part: criterion.name for part, criterion in knowledge.whole.criteria.items()}}


def _round(session: Session, course: Path, assignment: str) -> Round:
    return find_round(session, load_course(course).course_id, assignment)


def _rows(course: Path, assignment: str) -> None:
    """Grade what was collected of the reviews and the follow-up, so that the gradebook has rows for their marks."""
    for part in ("review", "followup"):
        name = assignment_name(assignment, part)
        if not any((course / "submitted").glob(f"*/{name}")):
            continue
        try:
            phases.grade(course, name)
        except CourseError:
            continue  # not generated: the marks that lack a row are named
