"""How a round stands: who has what, what is late, and what waits for the supervisor."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from goalsmith.grading.course import load_course
from goalsmith.peer.packets.deliver import deliver_packets
from goalsmith.peer.rounds.collect import complete_review, late, own_work
from goalsmith.peer.rounds.database import find_round, now, rounds_of
from goalsmith.peer.rounds.refresh import refresh
from goalsmith.peer.rounds.tables import Participant, Round, Task

ACTIVE, LATE, DROPPED, UNREACHABLE = "", "replaced", "dropped out", "cannot review"


@dataclass(frozen=True)
class Standing:
    """One learner: reviews to write (`given`), `done` and `late`, and the reviews of the own plan, `got` of `needed`.

    `held` counts texts of the own plan that wait for the supervisor; `note` says who does not review (any more).
    """

    learner: str
    pseudonym: str
    calibrated: bool
    given: int
    done: int
    late: int
    got: int
    needed: int
    held: int
    note: str


@dataclass(frozen=True)
class Status:
    """A round at the time `at`. `phase` is calibration, review, overdue, settle or released.

    `deadlines` are by phase; `waiting` counts open matters by kind; `unread` says whose reviews could not be read.
    """

    assignment: str
    phase: str
    at: datetime
    deadlines: dict[str, datetime]
    people: tuple[Standing, ...]
    waiting: dict[str, int]
    unread: dict[str, str]

    @property
    def reviews(self) -> tuple[int, int]:
        """Reviews that are there, of those that were given out."""
        return sum(one.done for one in self.people), sum(one.given for one in self.people)


def status(course: Path, assignment: str) -> Status:
    """Collect what was handed in and look at the round. A plan that a reviewer has flagged leaves the packets.

    Raises:
        RoundError: there is none.
    """
    with rounds_of(course) as session:
        round_ = find_round(session, load_course(course).course_id, assignment)
        unread = refresh(session, round_, course).bad
        stands = look(session, round_, unread, now())
    with rounds_of(course) as session:
        round_ = find_round(session, load_course(course).course_id, assignment)
        if round_.state == "open":
            deliver_packets(course, round_)
    return stands


def look(session: Session, round_: Round, unread: dict[str, str], at: datetime) -> Status:
    """The status of a round as its database has it."""
    calibrated = own_work(session, round_, "calibration")
    held = Counter(one.participant_id for one in round_.matters if one.kind == "plan-text" and one.state == "open")
    given = [task for task in round_.tasks if task.state == "given"]
    people = [
        _standing(round_, person, given, at, calibrated=person.learner in calibrated, held=held[person.id])
        for person in round_.people
    ]
    steps = {"calibration": round_.calibrate_by, "review": round_.review_by, "settle": round_.settle_by}
    return Status(
        assignment=round_.assignment,
        phase=phase(round_, at),
        at=at,
        deadlines={name: moment for name, moment in steps.items() if moment},
        people=tuple(people),
        waiting=dict(Counter(matter.kind for matter in round_.matters if matter.state == "open")),
        unread=unread,
    )


def phase(round_: Round, at: datetime) -> str:
    """The phase of a round at a time: an open one that is past its deadline is overdue until it is closed."""
    if round_.state != "open":
        return "settle" if round_.state == "closed" else round_.state
    if round_.calibrate_by and at < round_.calibrate_by:
        return "calibration"
    return "review" if at <= round_.review_by else "overdue"


def _standing(
    round_: Round, person: Participant, given: list[Task], at: datetime, *, calibrated: bool, held: int
) -> Standing:
    mine = [task for task in given if task.reviewer_id == person.id]
    of_mine = [task for task in given if task.author_id == person.id and task.origin != "known"]
    return Standing(
        learner=person.learner,
        pseudonym=person.pseudonym,
        calibrated=calibrated,
        given=len(mine),
        done=sum(complete_review(task) is not None for task in mine),
        late=sum(late(round_, task, at) for task in mine),
        got=sum(complete_review(task) is not None for task in of_mine),
        needed=round_.reviews_each if person.active else 0,
        held=held,
        note=_note(person),
    )


def _note(person: Participant) -> str:
    if not person.active:
        return DROPPED
    if not person.reviewing:
        return LATE
    return ACTIVE if person.address else UNREACHABLE
