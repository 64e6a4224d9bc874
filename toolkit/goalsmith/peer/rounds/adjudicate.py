"""What waits for the supervisor, everything behind it, and what they decide. Each decision is logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from goalsmith.errors import RoundError
from goalsmith.model import Review
from goalsmith.peer.rounds.collect import complete_review, own_work
from goalsmith.peer.rounds.database import log, now
from goalsmith.peer.rounds.settled import scores_of, supervisor_says
from goalsmith.peer.rounds.tables import LogEntry, Matter, Participant, Round, Score, Task

Decision = Literal["released", "redacted", "withheld", "accepted", "changed"]
_TEXT: tuple[Decision, ...] = ("released", "redacted", "withheld")
DECISIONS: Mapping[str, tuple[Decision, ...]] = {
    "plan-text": _TEXT,
    "comment-text": _TEXT,
    "flag": _TEXT,
    "disagreement": ("accepted", "changed"),
    "pattern": ("accepted",),
    "appeal": ("accepted", "changed"),
}
"""Which decisions a matter of each kind can have. An accepted disagreement or appeal leaves the levels as they are."""


@dataclass(frozen=True)
class Behind:
    """Everything behind the score of one plan: levels by every side, each review with its reviewer, matters, log."""

    person: Participant
    scores: tuple[Score, ...]
    reviews: tuple[tuple[Task, Review], ...]
    own: Review | None
    matters: tuple[Matter, ...]
    log: tuple[LogEntry, ...]


def waiting(round_: Round) -> list[Matter]:
    """What waits for a decision, the most urgent first."""
    return sorted((one for one in round_.matters if one.state == "open"), key=lambda one: (-one.urgency, one.id))


def find_matter(round_: Round, number: int) -> Matter:
    """The matter of that number.

    Raises:
        RoundError: the round has none.
    """
    for one in round_.matters:
        if one.id == number:
            return one
    raise RoundError(
        f"There is no matter {number} in the round of {round_.assignment}; see: goalsmith peer adjudicate."
    )


def find_person(round_: Round, learner: str) -> Participant:
    """The participant with that id.

    Raises:
        RoundError: the round has none.
    """
    for person in round_.people:
        if person.learner == learner:
            return person
    raise RoundError(f"{learner} takes no part in the round of {round_.assignment}.")


def behind(session: Session, round_: Round, person: Participant) -> Behind:
    """Put together what a supervisor has to see before they decide on a plan."""
    tasks = sorted((t for t in round_.tasks if t.author_id == person.id), key=lambda t: (len(t.letter), t.letter))
    reviews = [(task, review) for task in tasks if (review := complete_review(task))]
    own = own_work(session, round_, "self_review").get(person.learner)
    lines = select(LogEntry).where(LogEntry.round_id == round_.id, LogEntry.learner == person.learner)
    return Behind(
        person,
        tuple(scores_of(session, person)),
        tuple(reviews),
        Review.model_validate(own.body) if own else None,
        tuple(one for one in round_.matters if one.participant_id == person.id),
        tuple(session.scalars(lines.order_by(LogEntry.id))),
    )


def decide(
    session: Session, round_: Round, matter: Matter, decision: Decision, *, by: str, why: str, replacement: str = ""
) -> None:
    """Decide one matter; deciding it again changes the decision.

    Raises:
        RoundError: a matter of this kind has no such decision, or the reason is missing.
    """
    possible = DECISIONS[matter.kind]
    if decision not in possible:
        raise RoundError(f"Matter {matter.id} is a {matter.kind}: it can be {' or '.join(possible)}, not {decision}.")
    if decision == "redacted" and not matter.words:
        raise RoundError(f"Matter {matter.id} is about a whole text; release or withhold it.")
    _reason(why)
    before = matter.decision or matter.state
    matter.state, matter.decision, matter.replacement = "decided", decision, replacement
    matter.decided_by, matter.decided_at, matter.why = by, now(), why
    who = matter.participant.learner if matter.participant else ""
    log(session, round_, by, f"matter {matter.id} {matter.kind}", learner=who, before=before, after=decision, why=why)
    session.flush()


def set_levels(
    session: Session, round_: Round, person: Participant, levels: Mapping[str, float], *, by: str, why: str
) -> None:
    """Set levels of a plan, and with them decide its disagreement and its appeal.

    Raises:
        RoundError: the round is still open, a level cannot be set, or the reason is missing.
    """
    if round_.state == "open":
        raise RoundError(f"The round is still open; close it first: goalsmith peer close {round_.assignment}")
    _reason(why)
    supervisor_says(session, round_, person, levels, by, why)
    for matter in round_.matters:
        if matter.participant_id == person.id and matter.state == "open" and "changed" in DECISIONS[matter.kind]:
            decide(session, round_, matter, "changed", by=by, why=why)


def _reason(why: str) -> None:
    if not why.strip():
        raise RoundError("--why: say in a few words why; it is kept in the log.")
