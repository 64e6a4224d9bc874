"""A target on an outcome measure: "PHQ-9 comes down from 17 to under 10", "a score of 9 or less on the GAD-7"."""

import re
from typing import NamedTuple

from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.numbers import NUM, value
from goalsmith.engine.evidence.quantity import Change
from goalsmith.engine.phrases import Place
from goalsmith.model import Measure

_AROUND = 70
_BELOW = Wording(
    rf"(?:under|below|less than|fewer than|lower than|<|beneath) ?({NUM})|(?:at or below|no more than"
    rf"|at most|<=|≤|not more than|maximum of|to within) ?({NUM})|({NUM}) (?:points? )?(?:or|and) (?:less"
    rf"|lower|below|under|fewer)"
)
_ABOVE = Wording(
    rf"(?:above|over|more than|>|exceed(?:s|ing)?) ?({NUM})|(?:at least|>=|≥|no less than) ?({NUM})"
    rf"|({NUM}) (?:points? )?(?:or|and) (?:more|higher|above)"
)
_BY = Wording(
    rf"\bby (?:at least |about |approximately )?({NUM}) ?(points?\b|%|percent\b|pts?\b)?"
    rf"|\b({NUM})[- ]?(points?|pts?|%|percent) (?:\w+ )?(?:drop|reduction|decrease|improvement|fall|lower"
    rf"|less)|(?:drop|fall|fell|improve|decrease|reduce|rise|climb|go|come|down|up)\w*(?: down"
    rf"| up)? ({NUM}) (points?|pts?)"
    rf"|(half)\b"
)
_AT = Wording(
    rf"\b(?:to|of|at|is|scores?|reach(?:es)?|=|:|->|→) ?(?:a |an |score |of |total |about ){{0,3}}({NUM})\b"
    rf"|^ ?({NUM})\b"
)
_FROM = Wording(rf"\bfrom (?:a |the |score |of |current |baseline |about ){{0,3}}({NUM})")


class Score(NamedTuple):
    """What is said of one instrument. `target` and `baseline` are points of its total score, where they stand."""

    measure: Measure
    place: Place
    span: Place
    baseline: float | None = None
    target: float | None = None
    change: bool = False

    @property
    def decidable(self) -> bool:
        """Whether somebody else could say later: met, or not met."""
        return self.target is not None or self.change


def find(norm: str, masked: str, places: list[tuple[Measure, Place]], changes: list[Change]) -> list[Score]:
    """Read the target of each instrument named at `places`; `masked` lacks instruments, deadlines and frequencies."""
    return [_one(norm, masked, measure, place, changes) for measure, place in places]


def _one(norm: str, masked: str, measure: Measure, place: Place, changes: list[Change]) -> Score:
    for change in changes:
        if change.start - _AROUND < place[0] < change.end + _AROUND and _fits(measure, change):
            span = (min(place[0], change.start), max(place[1], change.end))
            return Score(measure, place, span, change.baseline, change.target)
    left = max(0, place[0] - _AROUND)
    for at, stop in ((place[1], place[1] + _AROUND), (left, place[0])):
        window = re.split(r"[;.](?: |$)", masked[at:stop])[0 if at >= place[1] else -1]
        at = at if at >= place[1] else stop - len(window)
        first = _FROM.search(window)
        baseline = value(first.group(1)) if first else None
        for pattern, step in ((_BELOW, 0.0), (_ABOVE, 0.0)):
            if m := pattern.search(window):
                return _made(measure, place, at, m, baseline, value(next(g for g in m.groups() if g)) + step)
        if m := _BY.search(window):
            span = (min(place[0], at + m.start()), max(place[1], at + m.end()))
            return Score(measure, place, span, baseline, None, True)
        if not first and (m := _AT.search(window)):
            return _made(measure, place, at, m, None, value(next(g for g in m.groups() if g)))
    return Score(measure, place, place)


def _fits(measure: Measure, change: Change) -> bool:
    return change.baseline <= measure.high * 2


def _made(measure: Measure, place: Place, at: int, m: re.Match[str], baseline: float | None, target: float) -> Score:
    return Score(measure, place, (min(place[0], at + m.start()), max(place[1], at + m.end())), baseline, target)
