"""Wishes, slogans and figures of speech: texts that say how life should feel and show nothing of it."""

from goalsmith.engine.checks.base import COMMON, View
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.phrases import Place

_PINS = ("limit", "change", "counted", "dose", "clock", "percent", "deadline", "duration", "start", "count")
# Words of a slogan, of a wish and of a figure at most: longer texts say something beside.
_HANDFUL, _SHORT, _LONG = 6, 12, 16
_NAMED = ("place", "part_of_day", "company", "tool", "loose", "technique_any", "limit", "count")
_ONE = Wording(r"(?:one|a|an|once|only|a single)\b(?! of)")
_LIFE = Wording(
    r"\b(?:live|living|lead|have|want|enjoy|get|for|of|to|a|normal|new|better|good|happy|full|my|her|his"
    r"|whole) (?:\w+ ){0,3}"
    r"(?:life|retirement|days|world|existence)\b|\bfree(?:dom)? (?:of|from)\b"
)
_LIKE = Wording(
    r"\b(?:of|in) (?:her|his|my|their|this|the) (?:life|heart|soul|own life)\b"
    r"|\b(?:walks?|lives?|acts?|be) (?:\w+ ){0,4}(?:like|as if|as though) (?:s?he|i|they|someone|an?|normal)\b"
    r"|\blike (?:an?|the) [a-z]+\b"
)
_NAME = Wording(r"(?<=[a-z,] )[A-Z][a-z]+")
_NUMBER = Wording(r"\d|\btwice\b|\bper\b|\beach\b|\bevery\b")


def wishful(v: View) -> list[Place]:
    """Return the figures and values that are all a text has: no amount, time or technique, and no area of life."""
    if v.wish is None:
        v.wish = _wishful(v)
    return v.wish


def _wishful(v: View) -> list[Place]:
    r = v.reading
    if len(r.tokens.stems) > _LONG or r.scores or r.has("technique_own", "loose_days", "bare"):
        return []
    if not r.has("metaphor") and r.has(*_PINS):
        return []
    figures = r.at("metaphor") + [m.span() for m in _LIKE.finditer(r.norm)]
    if _pinned_down(v, figures):
        return []
    areas = _beyond(r.at("area", "therapy"), [*figures, *r.at("value")])
    if figures:
        return figures if len(areas) <= 1 else []
    values = r.at("value")
    literal = _beyond(v.concrete, [*values, *areas])
    if ((values and _LIFE.search(r.norm)) or "!" in r.norm) and len(areas) <= 1 and len(literal) <= 4:
        return values or [(0, len(r.norm))]
    if areas or r.has("general_tool", "therapy") or len(r.tokens.stems) > _SHORT:
        return []
    if values and len(literal) <= 2:
        return values
    return [(0, len(r.norm))] if not _literal(v) and (_foreign(v) or _slogan(v)) else []


def _literal(v: View) -> bool:
    """Whether it names an act that is meant as it is said, or a person or place by name."""
    r = v.reading
    plain = (not r.has("figurative") and r.has("act")) or any(p not in r.at("figurative") for p in r.at("act"))
    known = v.facts.names if v.facts else ()
    return plain or any(m.group().lower() not in known for m in _NAME.finditer(r.text))


def _slogan(v: View) -> bool:
    """Whether it is a handful of words with no act but those of figures."""
    r = v.reading
    return len(r.tokens.stems) <= _HANDFUL and not r.has(
        "loose", "tool", "technique_any", "part_of_day", "reduce", "site"
    )


def _foreign(v: View) -> bool:
    """Whether nothing in it belongs to this case or to any place, time, person or tool."""
    r = v.reading
    if not v.facts or r.has(*_NAMED) or any(label.startswith("concept:") for label in r.places):
        return False
    return v.facts.case_stems.isdisjoint(s for s in r.tokens.stems if len(s) > 3 and s not in COMMON)


def _pinned_down(v: View, figures: list[Place]) -> bool:
    """Whether an amount or a time stands there that is no part of a figure: "one day at a time" is."""
    norm = v.reading.norm
    if _NUMBER.search(norm):
        return True
    amounts = _beyond(v.reading.at(*_PINS), figures)
    return any(not (figures and _ONE.match(norm, *p)) for p in amounts)


def _beyond(places: list[Place], others: list[Place]) -> list[Place]:
    """Those of `places` that overlap none of `others`."""
    return [p for p in dict.fromkeys(places) if not any(a < p[1] and p[0] < b for a, b in others)]
