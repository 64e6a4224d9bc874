"""From reviews to levels, marks and what a supervisor has to look at: one step that can be repeated at any time."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from goalsmith.peer.aggregate import Consensus, Pattern, cross_fitted, disputes, patterns
from goalsmith.peer.rounds.arrays import Arrays, arrays
from goalsmith.peer.rounds.marks import Names, mark_everybody
from goalsmith.peer.rounds.settled import TOTAL, peers_say, scores_of
from goalsmith.peer.rounds.tables import Matter, Round


@dataclass(frozen=True)
class Settled:
    """How many plans have levels by peers, how many matters are new, and who has no complete review of their plan."""

    plans: int
    matters: int
    unread: tuple[str, ...]


def settle(session: Session, round_: Round, course: Path, names: Names, by: str) -> Settled:
    """Bring levels, marks and matters up to the reviews that are there. `names` are the names of the criteria.

    What the supervisor has set stays; a matter that was there before is not opened again.
    """
    data = arrays(round_)
    new = 0
    shares = [0.0] * len(data.people)
    if data.tasks:
        author = range(len(data.people))
        found, per_reviewer = cross_fitted(data.table, author, data.assigned, data.known)
        shares = per_reviewer.tolist()
        _write_levels(session, round_, data, found, by)
        new = _open_matters(session, round_, data, found, names)
    mark_everybody(session, round_, course, names, dict(zip((p.learner for p in data.people), shares, strict=True)))
    unread = tuple(p.learner for p in data.people if p.active and not scores_of(session, p))
    return Settled(len(data.people) - len(unread), new, unread)


def _write_levels(session: Session, round_: Round, data: Arrays, found: Consensus, by: str) -> None:
    for at, person in enumerate(data.people):
        if not found.read[at]:
            continue
        levels = {
            one: (float(found.level[at, c]), float(found.low[at, c]), float(found.high[at, c]))
            for c, one in enumerate(data.criteria)
        }
        total = (float(found.total[at]), float(found.total_low[at]), float(found.total_high[at]))
        peers_say(session, round_, person, {**levels, TOTAL: total}, by)


def _open_matters(session: Session, round_: Round, data: Arrays, found: Consensus, names: Names) -> int:
    known = {(one.kind, one.participant_id) for one in round_.matters}
    new = []
    for one in disputes(data.table, found, [names[criterion] for criterion in data.criteria]):
        person = data.people[one.plan]
        if ("disagreement", person.id) not in known:
            new.append(
                Matter(kind="disagreement", participant_id=person.id, reason=one.reason, urgency=1.5 + one.urgency)
            )
    seen = patterns(data.table, found, range(len(data.people)), data.minutes, float(round_.minutes))
    new += [matter for matter in _patterns(data, seen) if ("pattern", matter.participant_id) not in known]
    round_.matters.extend(new)
    session.flush()
    return len(new)


def _patterns(data: Arrays, seen: Iterable[Pattern]) -> list[Matter]:
    """One matter for each reviewer, with everything that was seen of them."""
    reasons: dict[int, list[str]] = {}
    urgent: dict[int, float] = {}
    for one in seen:
        first = one.reviewers[0]
        others = [data.people[at].learner for at in one.reviewers[1:]]
        more = f" (With: {', '.join(others)}.)" if others else ""
        reasons.setdefault(first, []).append(f"{one.reason}{more}")
        urgent[first] = max(urgent.get(first, 0.0), one.strength)
    return [
        Matter(kind="pattern", participant_id=data.people[at].id, reason=" ".join(texts), urgency=urgent[at])
        for at, texts in reasons.items()
    ]
