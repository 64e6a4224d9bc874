"""What a supervisor is told when a round opens."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goalsmith.errors import BadFile
from goalsmith.peer.privacy import read_roster
from goalsmith.peer.rounds.people import Gathered
from goalsmith.peer.rounds.refresh import review_released
from goalsmith.peer.rounds.tables import Matter, Round
from goalsmith.store import load_exemplars


@dataclass(frozen=True)
class Held:
    """A text that waits for the supervisor: whose plan, where, which words and why."""

    learner: str
    pseudonym: str
    place: str
    words: str
    reason: str


@dataclass(frozen=True)
class Opened:
    """A round as it stands.

    `unreachable` have a plan in the round but no secret, so they cannot review; `bad` have a plan that stays out, with
    the reason; `later` one that was collected after the round opened; `without` are on the roster and have none.
    `released` says whether learners can fetch the review notebook. `calibration` is the number of exemplars to train
    on, `extra` how many known plans a reviewer gets on top, `loads` the least and the most reviews of a reviewer.
    """

    assignment: str
    again: bool
    state: str
    review_by: datetime
    calibrate_by: datetime | None
    settle_by: datetime | None
    plans: int
    reviewers: int
    reviews: int
    loads: tuple[int, int]
    short: dict[str, int]
    known: tuple[str, ...]
    travelling: tuple[str, ...]
    extra: int
    minutes: int
    calibration: int
    seed: int
    relaxed: tuple[str, ...]
    unreachable: tuple[str, ...]
    bad: dict[str, str]
    later: tuple[str, ...]
    without: tuple[str, ...]
    only_ids: bool
    nameless: tuple[str, ...]
    held: tuple[Held, ...]
    released: bool

    @property
    def hours(self) -> float:
        """Expected hours of a learner: reviews, exemplars and the own plan, each as long as one review."""
        return (self.loads[1] + self.extra + self.calibration + 1) * self.minutes / 60


def look_at(course: Path, round_: Round, gathered: Gathered, *, again: bool) -> Opened:
    """Put together what is to be told about a round."""
    active = [person for person in round_.people if person.active]
    inside = {person.learner for person in round_.people}
    roster = read_roster(course, inside)
    have = inside | set(gathered.bad) | {one.learner for one in gathered.plans}
    given = [task for task in round_.tasks if task.state == "given"]
    loads = Counter({person.id: 0 for person in active if person.address})
    loads.update(task.reviewer_id for task in given if task.origin != "known")
    got = Counter(task.author_id for task in given if task.origin != "known")
    lacks = {person.learner: round_.reviews_each - got[person.id] for person in active}
    return Opened(
        assignment=round_.assignment,
        again=again,
        state=round_.state,
        review_by=round_.review_by,
        calibrate_by=round_.calibrate_by,
        settle_by=round_.settle_by,
        plans=len(active),
        reviewers=len(loads),
        reviews=round_.reviews_each,
        loads=(min(loads.values(), default=0), max(loads.values(), default=0)),
        short={learner: lack for learner, lack in lacks.items() if lack > 0},
        known=tuple(person.learner for person in active if person.known),
        travelling=tuple(person.learner for person in active if person.travels),
        extra=round_.known_each,
        minutes=round_.minutes,
        calibration=_exemplars(course, round_.assignment),
        seed=round_.seed,
        relaxed=tuple(round_.relaxed),
        unreachable=tuple(person.learner for person in active if not person.address),
        bad=gathered.bad,
        later=tuple(one.learner for one in gathered.plans if one.learner not in inside),
        without=tuple(person.id for person in roster if person.id not in have),
        only_ids=all(person.only_id for person in roster),
        nameless=tuple(person.id for person in roster if person.only_id),
        held=tuple(_held(matter) for matter in round_.matters if matter.kind == "plan-text" and matter.state == "open"),
        released=review_released(course, round_.course, round_.assignment),
    )


def _held(matter: Matter) -> Held:
    person = matter.participant
    who = (person.learner, person.pseudonym) if person else ("", "")
    return Held(*who, matter.place, matter.words, matter.reason)


def _exemplars(course: Path, assignment: str) -> int:
    """How many exemplar plans a reviewer trains on; none where the review notebook has not been built with any."""
    try:
        return len(load_exemplars(f"{assignment}-review", course / "source").exemplars)
    except BadFile:
        return 0
