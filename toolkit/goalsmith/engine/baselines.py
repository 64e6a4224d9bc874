"""Counts that stand in sentences: "40 times a day", "five evenings a week", "three hours daily"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.numbers import NUM, value
from goalsmith.engine.phrases import Place
from goalsmith.engine.stems import COMMON, content
from goalsmith.engine.text import normalise, stem

_PER = (
    r"(?:a|an|per|each|every|most|/|in a) ?(?:single )?(day|week|shift|night|evening|month|morning|session"
    r"|hour)s?\b"
)
_RATE = Wording(
    rf"(?<![\w.])({NUM})(?: ?(?:-|to|or) ?({NUM}))?(?: ?(x\b|[a-z][a-z-]{{1,14}}(?: [a-z-]{{2,14}}){{0,2}}?))?"
    rf" ?(?:{_PER}|(daily|weekly|nightly)\b)"
)
_LENGTH = Wording(
    rf"(?<![\w.])({NUM})(?: ?(?:-|to|or) ?({NUM}))? ?(minutes?|mins?|hours?|hrs?)\b(?! ?(?:{_PER}|daily|weekly"
    rf"|nightly|later|ago))"
)
_LY = {"daily": "day", "weekly": "week", "nightly": "night"}
_CLAUSE = Wording(r"[;,.:]| and (?=\w+s\b)")
# More of these is better, so a count of them at intake is no ceiling.
_WANTED = frozenset(map(stem, ("sleeps", "slept", "sleep", "shower", "exercise", "walk", "free", "sober")))
_TROUBLED = frozenset(map(stem, ("awake", "asleep", "lies", "sofa")))


class Count(NamedTuple):
    """So many of something in a stretch of time; `stems` say of what, and `sentence` where it stands."""

    low: float
    high: float
    unit: str
    per: str
    stems: frozenset[str]
    sentence: str
    place: Place


def counts(sentence: str) -> list[Count]:
    """Every count of a sentence, hours as minutes.

    >>> [(c.low, c.high, c.unit, c.per) for c in counts("Texts her partner 10 to 15 times a day")]
    [(10.0, 15.0, 'times', 'day')]
    """
    norm = normalise(sentence)
    found = [_count(norm, m, sentence, m.group(4) or _LY[m.group(5)]) for m in _RATE.finditer(norm)]
    return found + [_count(norm, m, sentence, "") for m in _LENGTH.finditer(norm)]


def counts_at(norm: str, starts: Iterable[int]) -> list[Count]:
    """The counts that begin at `starts`, without what is counted and where."""
    found = []
    for start in sorted(set(starts)):
        if m := _RATE.match(norm, start):
            found.append(_bare(m, m.group(4) or _LY[m.group(5)]))
        elif m := _LENGTH.match(norm, start):
            found.append(_bare(m, ""))
    return found


def of_case(sentences: list[str]) -> tuple[Count, ...]:
    """The counts of a case's problems, of which less is better."""
    found = [c for sentence in sentences for c in counts(sentence)]
    return tuple(c for c in found if c.stems and (c.stems.isdisjoint(_WANTED) or c.stems & _TROUBLED))


def _count(norm: str, m: re.Match[str], sentence: str, per: str) -> Count:
    return _bare(m, per)._replace(stems=_about(norm, m), sentence=sentence)


def _bare(m: re.Match[str], per: str) -> Count:
    low = value(m.group(1))
    high = value(m.group(2)) if m.group(2) else low
    unit, factor = _unit(m.group(3) or "")
    return Count(low * factor, high * factor, unit, per, frozenset(), "", m.span())


def _unit(words: str) -> tuple[str, float]:
    last = words.split()[-1] if words else "times"
    if last.startswith(("hour", "hr")):
        return "minutes", 60
    if last.startswith("min"):
        return "minutes", 1
    return ("times" if last in ("times", "time", "x") else stem(last)), 1


def _about(norm: str, m: re.Match[str]) -> frozenset[str]:
    """What is counted: the words of the clause, or of the clause before where it has none of its own."""
    starts = [0, *(c.end() for c in _CLAUSE.finditer(norm, 0, m.start()))]
    end = _CLAUSE.search(norm, m.end())
    for start in reversed(starts):
        clause = norm[start : m.start()] + " " + norm[m.end() : end.start() if end else len(norm)]
        stems = frozenset(content(clause + " " + (m.group(3) or ""))) - COMMON
        if stems - {"times", "hour", "minut"}:
            return stems
    return frozenset()


_NOTHING = Wording(
    r"\b(?:never|has not|have not|has no|does not|no longer|nobody|answers no|has left|stopped|has given up"
    r"|no (?:\w+ ){0,2}in (?:\w+ )?(?:weeks|months|years)|not a word)\b(?! but\b)"
)


def absent(sentences: list[str]) -> tuple[tuple[str, frozenset[str]], ...]:
    """The problems that say what the client does not do at all, each with the words for it."""
    out = []
    for sentence in sentences:
        norm = normalise(sentence)
        for m in _NOTHING.finditer(norm):
            end = _CLAUSE.search(norm, m.end())
            stems = frozenset(content(norm[m.end() : end.start() if end else len(norm)])) - COMMON
            if stems:
                out.append((sentence, stems))
    return tuple(out)
