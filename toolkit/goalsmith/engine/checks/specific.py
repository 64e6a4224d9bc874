"""Specific: would two clinicians picture the same thing?"""

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.checks.wish import wishful
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.phrases import Place

_JOINED = Wording(r"\band (?:will )?(?:also )?|; ?|, (?:and|plus) ")
_COMMA = Wording("[,;]")
_MANY = 6
_IMPACT = Wording(
    r"\b(?:impact|interfer\w{1,6}|effects?|toll|disruption)\b[^.;]{0,30}\b(?:functioning|work|life|lives"
    r"|school|family|job|duties)\b",
    signs="impact* interfer* effect* toll* disruption*",
)
_EXPOSURE = Wording(
    r"\bexposures?\b|\berp\b",
    signs="exposure* erp",
)
_QUOTED = Wording(r"[\"'][a-z][^\"']{4,60}[\"']")


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
    said = r.at("area", "therapy", "technique_any", "general_tool") + v.concrete
    return yes(said or r.at("act", "count", "limit")) if r.tokens.stems else None


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
    if r.has("symptom") and (impact := r.search(_IMPACT)):
        return yes([*r.at("symptom"), impact.span()])
    acts, concrete = r.at("act"), v.concrete
    amounts = r.at("limit", "change", "counted", "count", "dose", "clock")
    if amounts and (concrete or acts):
        return yes(amounts + acts + concrete)
    if r.has("absolute") and r.has("inner", "area", "symptom") and concrete:
        return yes(concrete)
    somewhere = r.has("place", "part_of_day", "company", "tool", "deadline")
    if r.has("state"):
        need = 2 if somewhere and r.has("place", "part_of_day", "company", "tool") else 3 if somewhere else 6
    elif acts:
        need = 1 if (somewhere and not r.has("loose")) or r.has("loose_days") else 2
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
    parts = r.norm.count(",") + r.norm.count(";")
    if parts < 2 or r.scores or r.has("dose", "clock", "change", "baseline"):
        return None
    amounts = r.at("limit", "counted", "count")
    if parts >= _MANY and len(amounts) <= 2 and ":" not in r.norm:
        return yes([m.span() for m in _COMMA.finditer(r.norm)])
    joins = [m.span() for m in _JOINED.finditer(r.norm)]
    return yes(joins) if len(joins) >= 3 and len(joins) + parts >= 6 and len(amounts) <= 2 else None


@check("hedge")
def left_open(v: View) -> Yes | None:
    """Leaves open what would be done, if anything: two clinicians could not picture the same.

    Source: ANCHORS, Specific 2.
    Yes: "Might try saying hello to somebody in the corridor, if the mood is right."
    No: "Say 'maybe, maybe not' when he wants to ask his flatmate."
    """
    r = v.reading
    if not r.has("maybe"):
        return None
    quoted = [m.span() for m in _QUOTED.finditer(r.norm)]
    said = [p for p in r.at("maybe") if not any(a <= p[0] < b for a, b in quoted)]
    return found(said)


@check("technique")
def trigger_missing(v: View) -> Yes | None:
    """Speaks of exposure without saying what the client faces.

    Source: ANCHORS, Specific 2 and 3; the textbook's "this exposure/response prevention therapy".
    Yes: "Practise exposure for 15 minutes a day."
    No: "Exposure: touch the tram pole and wait 15 minutes before washing."
    """
    r = v.reading
    places = [] if r.scores else r.all(_EXPOSURE)
    if not places:
        return None
    rest = [p for p in v.concrete if not any(a <= p[0] < b for a, b in places)]
    return yes(places) if len(rest) < 3 else None


# What each kind of evidence counts towards a full picture; two is enough. A deadline alone says nothing of the act.
_AMOUNTS = (
    ("dose", 2.0), ("clock", 2.0), ("change", 2.0), ("baseline", 2.0), ("counted", 1.0), ("limit", 1.0), ("count", 1.0),
    ("percent", 1.0), ("bare", 0.5), ("deadline", 0.5), ("duration", 0.5), ("start", 0.5),
)  # fmt: skip
_CONTEXTS = (
    ("technique_own", 1.0), ("place", 1.0), ("part_of_day", 1.0), ("company", 1.0), ("tool", 1.0), ("condition", 1.0)
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
    exact = r.has("dose", "clock", "change", "counted", "baseline")
    if r.has("state") and not exact and not r.has("limit", "deadline", "technique_own"):
        return None
    if r.has("absolute") and r.has("inner", "symptom", "area") and not exact and not r.has("limit"):
        return None
    detail = len(v.concrete)
    need = _ENOUGH - (detail >= _RICH) * 0.5 - (detail >= _RICH + 2) * 0.5
    if r.has("loose") and not exact and detail <= 2 * _RICH:
        need += 1.0
    pins, weight = _weigh(v, _AMOUNTS, [], need)
    if weight < need:
        contexts, more = _weigh(v, _CONTEXTS, r.at("deadline", "duration", "dose", "clock"), need - weight)
        pins, weight = pins + contexts, weight + more
    enough = weight >= need and (detail >= 2 or weight > need)
    return found(pins or v.concrete) if enough else None


def _weigh(v: View, kinds: tuple[tuple[str, float], ...], taken: list[Place], need: float) -> tuple[list[Place], float]:
    """The places of `kinds` and what they weigh together, until more than `need` is found.

    What overlaps a kind before it, or one of `taken`, counts once.
    """
    kept: list[Place] = []
    weight = 0.0
    for name, worth in kinds:
        if name not in v.reading.places:
            continue
        new = [p for p in v.reading.places[name] if not any(a < p[1] and p[0] < b for a, b in kept + taken)]
        if new:
            kept += new
            weight += worth
            if weight > need:
                break
    return kept, weight


def _other_words(v: View) -> bool:
    """Whether a score change comes with what the client does or wins by it."""
    places = [s.span for s in v.reading.scores]
    return len([p for p in v.concrete if not any(a <= p[0] < b for a, b in places)]) >= 3
