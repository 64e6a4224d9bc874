"""Specific: would two clinicians picture the same thing?"""

import re

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.checks.wish import wishful

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


@check("context")
def pinned(v: View) -> Yes | None:
    """Says where, when in the day, with whom, with what, how much, or under which condition.

    Source: ANCHORS, Specific 3.
    Yes: "Text her partner at noon only." "Relax for 15 minutes, five evenings a week."
    No: "Identify three thinking errors."
    """
    r = v.reading
    if r.scores and not _other_words(v):
        return None
    if r.has("state") and not r.has("limit", "change", "counted", "dose", "clock", "deadline", "technique_own"):
        return None
    pins = r.at("clock", "dose", "technique_own") + [m.span() for m in _QUOTED.finditer(r.norm)]
    contexts = r.at("context", "place")
    times = r.at("counted", "bare", "limit", "baseline", "change", "count", "deadline", "duration")
    detail = len(v.concrete)
    if r.has("dose") and r.has("act", "technique_own") and r.has("counted", "bare", "deadline", "duration"):
        return yes(r.at("dose", "counted"))
    if r.actor != "client":
        return None
    if pins and detail >= (2 if r.has("clock", "dose") else 3):
        return yes(pins + contexts)
    if contexts and (detail >= 5 or (detail >= 4 and times)):
        return yes(contexts)
    if len(times) >= 2 and detail >= 3:
        return yes(times)
    return yes(v.concrete) if detail >= 6 and not r.has("state", "hedge") else None


def _other_words(v: View) -> bool:
    """Whether a score change comes with what the client does or wins by it."""
    places = [s.span for s in v.reading.scores]
    return len([p for p in v.concrete if not any(a <= p[0] < b for a, b in places)]) >= 3
