"""Measurable: could an observer decide met / not met?"""

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.manner import aims_within, done_once
from goalsmith.engine.phrases import Place

_SEEN_TOO = Wording(r"\band (?:use|practi[sc]e|apply|attend|complete|do|call|write|keep a|record|identify|list)\b")
# How far a "not" reaches, and how many words tell an act well enough to know it by.
_NEXT, _KNOWN, _DETAILED = 30, 5, 8


@check("target")
def decidable(v: View) -> Yes | None:
    """Has a criterion that a stranger could decide: target score, count, rate, time, percentage, or a single act.

    Source: ANCHORS, Measurable 3.
    Yes: "GAD-7 of 9 or lower", "stretch 15 minutes, five evenings a week", "phone Margaret on Wednesday"
    No: "less anxiety", "PHQ-9 will improve"
    """
    r = v.reading
    if r.scores:
        done = [s.span for s in r.scores if s.decidable]
        if done:
            return yes(done)
        if r.has("deadline", "bounded") and _filled_in(v):
            return yes(r.at("deadline", "bounded"))
        if not r.has("limit", "dose", "change", "percent") and not (r.has("counted", "count") and len(v.concrete) > 6):
            return None
    if r.has("between_only") and not r.has("dose", "count", "limit"):
        return None
    amounts = _firm(v, "percent", "limit", "change", "count", "dose")
    counted = _firm(v, "counted")
    said = bool(v.concrete) or r.has("act", "technique_any", "area", "inner")
    if amounts and not _only_a_dose(v) and (said or r.has("count", "change")):
        return yes(amounts + counted)
    if counted and said:
        return yes(counted)
    clock = r.at("clock")
    if clock and v.concrete:
        return yes(clock)
    once = done_once(r.norm)
    if once and v.concrete and not r.has("loose", "bare", "vague", "wish"):
        return yes([once])
    return _within_a_time(v)


def _filled_in(v: View) -> bool:
    """Whether it is about filling in a questionnaire and not about its score."""
    ends = [p[1] for p in v.reading.at("filled_in")]
    return any(0 <= s.place[0] - end <= 1 for s in v.reading.scores for end in ends)


def _firm(v: View, *names: str) -> list[Place]:
    """The places of amounts that say how many, unlike "a few minutes"."""
    norm = v.reading.norm
    return [p for p in v.reading.at(*names) if not norm.startswith("a few", p[0])]


def _only_a_dose(v: View) -> bool:
    """Whether it is said how long each time, and only loosely how often."""
    r = v.reading
    counts = [p for p in r.at("count") if p not in r.at("dose")]
    return r.has("loose_days") and not counts and not r.has("percent", "limit", "change", "counted")


def _within_a_time(v: View) -> Yes | None:
    """A single act by a date, or what is done each time, or not at all, as long as a stretch lasts."""
    r = v.reading
    firm = r.at("deadline", "duration", "start")
    if not firm and not r.has("bounded"):
        return None
    if firm and _not_at_all(v):
        return yes(firm)
    if r.has("attained") and (v.concrete or r.has("area")) and not r.has("manner"):
        return yes(r.at("deadline", "bounded")) if r.has("deadline", "bounded") else None
    if len(v.concrete) < 2:
        return None
    when = firm or [p for p in r.at("bounded") if not any(p[0] <= q[0] < p[1] for q in r.at("each_time"))]
    if when and _each_time(v):
        return yes(when)
    return yes(r.at("deadline")) if r.has("deadline") and not r.has("manner") and _single_act(v) else None


def _each_time(v: View) -> bool:
    """Whether it is said that the act is done each time."""
    r = v.reading
    if not r.has("each_time") or r.has("state", "wish", "loose") or aims_within(r.norm):
        return False
    return r.has("act") or len(v.concrete) >= _KNOWN


def _not_at_all(v: View) -> bool:
    """Whether something that others could see is not to happen."""
    r = v.reading
    if not v.concrete or r.has("wish"):
        return False
    inner = r.at("inner")
    return any(not any(start <= p[0] < end + _NEXT for p in inner) for start, end in r.at("not_at_all"))


def _single_act(v: View) -> bool:
    """Whether it tells an act, or so much that it can be known when it is done; what is vague comes after."""
    r = v.reading
    if not r.has("state", "loose", "vague"):
        return r.has("act") or len(v.concrete) >= _DETAILED
    acts = [p for p in r.at("act") if p not in r.at("weak_act")]
    if not acts or len(v.concrete) < _KNOWN:
        return False
    return all(acts[0][1] <= p[0] for p in r.at("state", "loose", "vague"))


_PART = Wording(r"[^,;]+?(?=[,;]|\band\b|\bplus\b|\bor\b|$)")
# Steps of one act: "touch the tap, then the door".
_NEXT_STEP = frozenset(("then", "afterwards", "first", "finally"))
_MANY, _BRIEF, _WHEN = 6, 12, 4


@check("vague")
def many_aims(v: View) -> Yes | None:
    """Lists so many separate aims, none with its amount, that part of it will be met and part not.

    Source: ANCHORS, Measurable 2: the criterion is incomplete.
    Yes: "Cook, phone home, quit coffee, drink less, join a club, tidy up and sleep well, all by week 8."
    No: "Touch the tap, then the door, then the tram pole, and wait ten minutes."
    """
    norm = v.reading.norm
    if norm.count(",") + norm.count(";") < _MANY - 2:
        return None
    amounts = v.reading.at("limit", "change", "counted", "dose", "clock", "percent", "bare", "count")
    when = v.reading.at("deadline")
    parts = []
    for m in _PART.finditer(norm):
        words = m.group().split()
        start, end = m.span()
        taken = amounts + when if len(words) <= _WHEN else amounts
        alone = not any(start <= p[0] < end for p in taken)
        if alone and 0 < len(words) <= _BRIEF and _NEXT_STEP.isdisjoint(words[:2]):
            parts.append((start, end))
    return yes(parts) if len(parts) >= _MANY else None


@check("vague")
def tentative(v: View) -> Yes | None:
    """Only thinks of doing it, so that nobody could say whether it was done.

    Source: ANCHORS, Measurable 1: an act without any metric.
    Yes: "She could possibly think about visiting the garden."
    No: "Visit the garden on Sunday."
    """
    return None if v.reading.scores else found(v.reading.at("tentative"))


@check("metric")
def partial_metric(v: View) -> Yes | None:
    """Names an instrument, a count or a frequency, but the criterion is not complete.

    Source: ANCHORS, Measurable 2.
    Yes: "PHQ-9 will improve", "fewer texts to her partner", "walk the dog daily", "walk on most days"
    No: "Client will practise relaxation."
    """
    r = v.reading
    loose = [p for p in r.at("loose") if v.concrete and not any(a <= p[0] < b for a, b in r.at("manner"))]
    if loose and not r.has("loose_days") and (r.has("wish") or aims_within(r.norm)):
        loose = []
    stretch = r.at("duration") if r.has("act") and len(v.concrete) >= 2 else []
    return found(r.at("bare", "counted") + [s.place for s in r.scores] + loose + stretch + r.at("percent"))


@check("behaviour")
def observable(v: View) -> Yes | None:
    """Names an act or a symptom that somebody could observe.

    Source: ANCHORS, Measurable 1.
    Yes: "Client will practise relaxation."
    No: "Feel happier again."
    """
    r = v.reading
    if r.has("metaphor") and not v.concrete:
        return None
    if aims_within(r.norm) and not _SEEN_TOO.search(r.norm) and (r.has("wish", "vague") or len(v.concrete) < 4):
        return None
    if r.has("doing") and r.has("general_tool", "technique_any", "vague"):
        return yes(r.at("doing"))
    acts = r.at("act")
    if acts and not r.has("wish"):
        return yes(acts)
    return found(v.concrete) if len(v.concrete) >= 3 and not r.has("wish") else None
