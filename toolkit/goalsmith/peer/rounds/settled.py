"""The settled levels of a round: written by peers at the close, changed by the supervisor, every change in the log."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from goalsmith.errors import RoundError
from goalsmith.peer.rounds.database import log
from goalsmith.peer.rounds.tables import Participant, Round, Score

TOTAL = "total"
PEERS = "the reviews together"
"""Why a level changed that nobody set."""
Interval = tuple[float, float, float]
"""A level with the low and high end of its 90 % interval."""


def scores_of(session: Session, person: Participant) -> list[Score]:
    """The scores of one plan, in the order in which they were made."""
    return list(session.scalars(select(Score).where(Score.participant_id == person.id).order_by(Score.id)))


def peers_say(session: Session, round_: Round, person: Participant, levels: Mapping[str, Interval], by: str) -> None:
    """Write what the reviews together say; a level that the supervisor has set stays."""
    known = {score.criterion: score for score in scores_of(session, person)}
    changed = any(score.source == "supervisor" for score in known.values())
    for criterion, (level, low, high) in levels.items():
        old = known.get(criterion)
        if old is not None and (old.source == "supervisor" or (criterion == TOTAL and changed)):
            continue
        if old is None:
            session.add(Score(participant_id=person.id, criterion=criterion, level=level, low=low, high=high))
            _log(session, round_, person, criterion, "", f"{level:.2f}", by, PEERS)
        elif abs(old.level - level) > 1e-9:
            _log(session, round_, person, criterion, f"{old.level:.2f}", f"{level:.2f}", by, PEERS)
            old.level, old.low, old.high = level, low, high
    session.flush()
    if changed:
        _total(session, round_, person, by)


def supervisor_says(
    session: Session, round_: Round, person: Participant, levels: Mapping[str, float], by: str, why: str
) -> None:
    """Set levels, 0 to 3, in place of what the reviews say, and bring the total up to them.

    Raises:
        RoundError: a criterion that this case does not ask for, or a level that is none.
    """
    known = {score.criterion: score for score in scores_of(session, person)}
    asked = set(person.engine)
    for criterion, level in levels.items():
        if criterion not in asked:
            raise RoundError(f"--set {criterion}: this case has the criteria {', '.join(sorted(asked))}.")
        if not 0 <= level <= 3:
            raise RoundError(f"--set {criterion}={level:g}: a level lies between 0 and 3.")
    for criterion, level in levels.items():
        old = known.get(criterion)
        before = f"{old.level:.2f}" if old else ""
        if old is None:
            old = Score(participant_id=person.id, criterion=criterion, level=level, low=level, high=level)
            session.add(old)
        old.level = old.low = old.high = level
        old.source = "supervisor"
        known[criterion] = old
        _log(session, round_, person, criterion, before, f"{level:.2f}", by, why)
    session.flush()
    _total(session, round_, person, by)


def _total(session: Session, round_: Round, person: Participant, by: str) -> None:
    """The mean share of 3 over the criteria; its interval is as wide as those of the levels that peers still give."""
    rows = scores_of(session, person)
    levels = [score for score in rows if score.criterion != TOTAL]
    found = [sum(getattr(score, end) for score in levels) / (3 * len(levels)) for end in ("level", "low", "high")]
    old = next((score for score in rows if score.criterion == TOTAL), None)
    before = f"{old.level:.3f}" if old else ""
    if old is None:
        old = Score(participant_id=person.id, criterion=TOTAL, level=0.0, low=0.0, high=0.0)
        session.add(old)
    old.level, old.low, old.high = found
    _log(session, round_, person, TOTAL, before, f"{old.level:.3f}", by, "a level was set")
    session.flush()


def _log(
    session: Session, round_: Round, person: Participant, criterion: str, before: str, after: str, by: str, why: str
) -> None:
    if before != after:
        log(session, round_, by, f"level {criterion}", learner=person.learner, before=before, after=after, why=why)
