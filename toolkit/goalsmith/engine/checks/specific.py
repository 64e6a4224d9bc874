"""Specific: would two clinicians picture the same thing?"""

import re

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.checks.wish import wishful
from goalsmith.engine.phrases import Place

_JOINED = re.compile(r"\band (?:will )?(?:also )?|; ?|, (?:and|plus) ")
_IMPACT = re.compile(
    r"\b(?:impact|interfer\w{1,6}|effects?|toll|disruption)\b[^.;]{0,30}\b(?:functioning|work|life|lives"
    r"|school|family|job|duties)\b"
)
_EXPOSURE = re.compile(r"\bexposures?\b|\berp\b")
_QUOTED = re.compile(r"[\"'][a-z][^\"']{4,60}[\"']")

@check("problem")
def names_area(v: View) -> Yes | None:
    """Names a symptom, an area of life or an activity, if only in general.

    Source: ANCHORS, Specific 0 and 1.
    Yes: "Reduce anxiety."
    No: "Feel better and climb out of the hole."
    """
    r = v.reading
    if r.scores:
        return yes()
    if wishful(v):
        return None
    return found(r.at("area", "therapy", "technique_any", "general_tool") + v.concrete)


@check("behaviour")
def names_behaviour(v: View) -> Yes | None:
    """Names a concrete behaviour, skill, symptom or score that two people would picture alike.

    Source: ANCHORS, Specific 1 and 2.
    Yes: "Fewer reassurance texts." "PHQ-9 from 17 to 9."
    No: "Use coping skills." "Improve mood."
    """
    r = v.reading
    if r.scores and (any(s.decidable for s in r.scores) or v.concrete):
        return yes(s.span for s in r.scores)
    if r.has("technique_any") and r.has("dose", "bounded"):
        return yes(r.at("technique_any"))
    if r.has("symptom") and (impact := _IMPACT.search(r.norm)):
        return yes([*r.at("symptom"), impact.span()])
    acts, concrete = r.at("act"), v.concrete
    amounts = r.at("limit", "change", "counted", "count", "dose", "clock")
    if r.has("state") and not amounts:
        need = 6
    elif acts or amounts:
        need = 1 if amounts else 2
    else:
        need = 2 if not r.has("vague") else 4
    return found(acts + concrete) if len(concrete) >= need else None


@check("vague")
def bundled(v: View) -> Yes | None:
    """Joins so many things that nobody could say whether it was met.

    Source: ANCHORS, Specific 2 (bundles several loosely).
    Yes: "Stop checking, sleep well and argue less and take up yoga and eat regularly, and call home."
    No: "Phone Jean and ask when choir starts."
    """
    r = v.reading
    if r.norm.count("and") + r.norm.count(";") + r.norm.count(", plus ") < 3:
        return None
    joins = [m.span() for m in _JOINED.finditer(r.norm)]
    parts = len(joins) + r.norm.count(",")
    amounts = r.at("limit", "change", "counted", "dose", "count", "clock", "baseline")
    return yes(joins) if len(joins) >= 3 and parts >= 6 and len(amounts) <= 2 and not r.scores else None


@check("technique")
def trigger_missing(v: View) -> Yes | None:
    """Speaks of exposure without saying what the client faces.

    Source: ANCHORS, Specific 2 and 3; the textbook's "this exposure/response prevention therapy".
    Yes: "Practise exposure for 15 minutes a day."
    No: "Exposure: touch the tram pole and wait 15 minutes before washing."
    """
    r = v.reading
    if r.scores or not ("exposure" in r.norm or "erp" in r.norm):
        return None
    places = [m.span() for m in _EXPOSURE.finditer(r.norm)]
    if not places:
        return None
    rest = [p for p in v.concrete if not any(a <= p[0] < b for a, b in places)]
    return yes(places) if len(rest) < 3 else None


# What each kind of evidence counts towards a full picture; two is enough. A deadline alone says nothing of the act.
_WEIGHTS = (
    ("dose", 2.0), ("clock", 2.0), ("change", 2.0), ("baseline", 2.0), ("technique_own", 1.0), ("place", 1.0),
    ("part_of_day", 1.0), ("company", 1.0), ("tool", 1.0), ("condition", 1.0), ("counted", 1.0), ("bare", 0.5),
    ("limit", 1.0), ("count", 1.0), ("percent", 1.0), ("deadline", 0.5), ("duration", 0.5), ("start", 0.5),
)  # fmt: skip
_ENOUGH = 2.0
_RICH = 6


@check("context")
def pinned(v: View) -> Yes | None:
    """Says where, when in the day, with whom, with what, how much, or under which condition.

    Source: ANCHORS, Specific 3.
    Yes: "Text her partner at noon only." "Relax for 15 minutes, five evenings a week."
    No: "Identify three thinking errors."
    """
    r = v.reading
    if r.actor == "therapist" or (r.scores and not _other_words(v)):
        return None
    if r.has("state") and not r.has("limit", "change", "counted", "dose", "clock", "deadline", "technique_own"):
        return None
    places, weight = _pins(v)
    if places and len(v.concrete) >= _FEW and r.has("loose", "absolute") and not r.has("dose", "clock", "change", "counted"):
        weight -= 1.0
    return found(places) if weight >= _ENOUGH and len(v.concrete) >= 2 else None


_FEW = 0


def _pins(v: View) -> tuple[list[Place], float]:
    """The places that pin the act down and what they weigh together; what overlaps a heavier kind counts once."""
    r = v.reading
    kept: list[Place] = [m.span() for m in _QUOTED.finditer(r.norm)]
    weight = float(len(kept))
    for name, worth in _WEIGHTS:
        new = [p for p in r.at(name) if not any(a < p[1] and p[0] < b for a, b in kept)]
        if new:
            kept += new
            weight += worth
    extra = len(v.concrete) - _RICH
    return kept, weight + (0.5 if extra >= 0 else 0.0) + (0.5 if extra >= 2 else 0.0)


def _other_words(v: View) -> bool:
    """Whether a score change comes with what the client does or wins by it."""
    places = [s.span for s in v.reading.scores]
    return len([p for p in v.concrete if not any(a <= p[0] < b for a, b in places)]) >= 3
