"""Moves that work against treatment, by the practices of the client's diagnoses."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from goalsmith.engine.phrases import Place
from goalsmith.model.practice import Contraindicated

if TYPE_CHECKING:
    from goalsmith.engine.checks.base import View

_CLAUSE = re.compile(r"[.;:!?](?: |$)|\bso that\b|\bin order to\b|\bto get\b")
_UP = re.compile(r"least|up to|over|(?<!no )(?<!not )more")
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A contraindicated move that a text plans, and where it stands."""

    move: Contraindicated
    places: tuple[Place, ...]


def works_against(view: "View") -> Hit | None:
    """The first clear move against treatment that the text plans, and does not cut down.

    A move counts as cut down when a word of reducing stands before it in its clause ("no longer asks his flatmate"),
    unless the practice says that its phrases already carry the direction.
    """
    reading, facts = view.reading, view.facts
    if facts is None or reading.places.keys().isdisjoint(facts.harms):
        return None
    for practice in facts.practices:
        for move in practice.contraindicated:
            label = f"{practice.disorder}:{move.id}"
            if move.certainty != "clear" or f"unless:{label}" in reading.places:
                continue
            hits = reading.places.get(f"harm:{label}", [])
            planned = [p for p in hits if not _limited(view, p) and (move.whole or not _cut_down(view, p))]
            if planned:
                return Hit(move, tuple(planned))
    return None


def _cut_down(view: "View", place: Place) -> bool:
    """Whether a word of reducing stands before `place` in the same clause."""
    norm, reduces = view.reading.norm, view.reading.at("reduce")
    start = max((m.end() for m in _CLAUSE.finditer(norm, 0, place[0])), default=0)
    start = max(start, place[0] - _BEFORE)
    return any(start <= a < place[1] for a, _ in reduces)


def _limited(view: "View", place: Place) -> bool:
    """Whether the move is done less often than now: a fall in numbers or an upper limit beside it."""
    norm, behind = view.reading.norm, place[1] + 40
    fewer = view.reading.at("change") + [p for p in view.reading.at("limit") if not _UP.search(norm, p[0], p[1])]
    return any(place[0] - _BEFORE <= a < behind for a, _ in fewer)
