"""An objective's own target, read from its words, against the latest figure of its thread.

Only numbers of the same unit are compared, and only where they are no starting point; what is unsure counts as
nothing to compare.
"""

import re
from typing import NamedTuple

from goalsmith.engine.evidence.numbers import value
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model.stage import Latest

_NUM = (
    r"(?:\d{1,4}(?:\.\d{1,2})?|twenty[- ]five|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty|forty|fifty|sixty|once|twice|no)\b)"
)
_CANDIDATE = re.compile(
    rf"(?<![\w.,-])(?P<first>{_NUM})(?: ?(?:-|to|or) ?(?P<last>{_NUM}))?"
    rf"(?: (?:out )?of (?:the |every |her |his |their )?{_NUM})?"
)
_FROM = re.compile(r"\bfrom(?: (?:about|around|roughly|the))* ?$")
_START = re.compile(
    r"(?:\b(?:from|now|currently|at present|instead of|was|were|baseline|session|week|within|next|of|than the)"
    r"|\()(?: (?:about|around|roughly|the|of|is|at|only))* ?$"
)
_STANDS_NOW = re.compile(r"^[^,.;()\d]{0,30}\b(?:now|at intake|at present|currently|so far)\b|^ ?(?:->|→)")
_CUT = re.compile(r"[,.;:()\d]")
_SMALL = {"a", "an", "per", "each", "every", "of", "the", "in", "out", "times", "or", "no", "at"}
_PER = re.compile(r" ?(?:\b(?:an?|per|each|every)\b|/) ?")
_RATE = re.compile(r" ?(?:times|x)? ?(?:\b(?:an?|per|each|every)\b|/) ?(?:single )?([a-z]+)")
_GENERIC = frozenset(map(stem, ("minutes", "hours", "days", "evenings", "mornings", "nights", "weeks", "points")))
_ZERO = {"no": 0.0, "zero": 0.0}


LONGEST = 4000
"""Code points of an objective that are read, as elsewhere in the engine."""
NEAR = 80
"""Code points around a number that say what it counts."""


class _Unit(NamedTuple):
    """What a figure counts, in stems: "questions a day" counts {question} by {day}."""

    what: frozenset[str]
    period: frozenset[str]
    percent: bool


def own_targets(text: str, latest: Latest) -> list[float]:
    """The numbers of `text` that count what `latest` counts and are no starting point.

    >>> own_targets("Sends at most 3 messages a day by session 6, down from 12",
    ...             Latest(value=4, unit="messages a day", better="lower"))
    [3.0]
    """
    unit, norm = _unit(latest.unit), normalise(text[:LONGEST])
    if not _speaks_of(unit, norm):
        return []
    found: list[float] = []
    for match in _CANDIDATE.finditer(norm):
        before, behind = norm[max(0, match.start() - NEAR) : match.start()], norm[match.end() : match.end() + NEAR]
        parts = match.group("first", "last")
        if _FROM.search(before) and match.group("last"):
            parts = parts[1:]  # of "from 12 to 4" the second is the target
        elif _START.search(before) or _STANDS_NOW.match(behind):
            continue
        if _counts(behind, unit):
            found += [_ZERO.get(part, value(part)) for part in parts if part]
    return found


def reached(targets: list[float], latest: Latest) -> bool | None:
    """Whether the latest figure is as good as one of the targets; None where there is none to compare."""
    if not targets:
        return None
    if latest.better == "lower":
        return any(latest.value <= target for target in targets)
    return any(latest.value >= target for target in targets)


def _unit(words: str) -> _Unit:
    what, _, period = _PER.sub("|", normalise(words), count=1).partition("|")
    return _Unit(_stems(what), _stems(period), "%" in words)


def _stems(words: str) -> frozenset[str]:
    tokens = tokenise(words)
    pairs = zip(tokens.words, tokens.stems, strict=True)
    return frozenset(one for word, one in pairs if word not in _SMALL and not word[0].isdigit())


def _speaks_of(unit: _Unit, norm: str) -> bool:
    """Whether the text is about what is counted; "20 minutes" alone may be minutes of anything."""
    said = unit.what - _GENERIC or unit.what
    return unit.percent or bool(said & set(tokenise(norm).stems))


def _counts(behind: str, unit: _Unit) -> bool:
    """Whether the number in front of `behind` has the unit, or at least its period."""
    if unit.percent:
        return behind.lstrip().startswith(("%", "percent", "per cent"))
    near = tokenise(_CUT.split(behind, maxsplit=1)[0]).stems[:4]
    rate = _RATE.match(behind)
    return bool(unit.what & set(near)) or bool(rate and stem(rate.group(1)) in unit.period)
