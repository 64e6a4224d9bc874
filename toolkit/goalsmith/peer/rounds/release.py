"""Giving back: each author's reviews and settled levels at their own address, for the follow-up."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from goalsmith.errors import RoundError
from goalsmith.model import Returned
from goalsmith.peer.packets.deliver import exchange_folder, put, settle_folder
from goalsmith.peer.rounds.adjudicate import waiting
from goalsmith.peer.rounds.database import log, now
from goalsmith.peer.rounds.returned import returned
from goalsmith.peer.rounds.settled import scores_of
from goalsmith.peer.rounds.tables import Matter, Participant, Round
from goalsmith.store import RETURNED_FILE

MUST_BE_DECIDED = ("disagreement",)
"""Kinds of matter that keep a round from being released. Texts that wait are withheld and may come later."""


def release_round(session: Session, round_: Round, by: str, *, answer_by: datetime | None = None) -> None:
    """Move a closed round on to released; a released one stays.

    Raises:
        RoundError: the round is still open, or a disagreement waits for the supervisor.
    """
    if round_.state == "open":
        raise RoundError(f"The round is still open; close it first: goalsmith peer close {round_.assignment}")
    if blocking := _blocking(waiting(round_)):
        names = ", ".join(sorted({one.participant.learner for one in blocking if one.participant}))
        raise RoundError(f"First decide on {names}: goalsmith peer adjudicate {round_.assignment}")
    if answer_by is not None:
        round_.options = {**round_.options, "answer_by": answer_by.isoformat()}
    if round_.state != "released":
        round_.state, round_.released_at = "released", now()
        log(session, round_, by, "released")
    session.flush()


def deliver_returned(course: Path, session: Session, round_: Round) -> int:
    """Write what goes back to every author who can be reached; return to how many. It can be run again.

    Raises:
        RoundError: the course is not in the exchange.
    """
    place = exchange_folder(course, round_.course, "returned")
    moment = round_.released_at or now()
    people = [person for person in round_.people if person.return_address]
    for person in people:
        put(place, person.return_address or "", RETURNED_FILE, _record(session, round_, person), moment)
    settle_folder(place, moment)
    return len(people)


def _record(session: Session, round_: Round, person: Participant) -> Returned:
    record = returned(round_, person, scores_of(session, person))
    until = round_.options.get("answer_by")
    return record.model_copy(update={"answer_by": datetime.fromisoformat(until)}) if until else record


def _blocking(matters: Iterable[Matter]) -> list[Matter]:
    return [one for one in matters if one.kind in MUST_BE_DECIDED]
