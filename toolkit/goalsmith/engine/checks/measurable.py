"""Measurable: could an observer decide met / not met?"""

import re

from goalsmith.engine.checks.base import View, Yes, check, found, yes

_ATTAINED = re.compile(
    r"\b(?:become|return to|graduate|pass|finish|move into|rejoin|re-join|go back to|get promoted|join)\b"
)


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
        if not r.has("limit", "dose", "change", "percent") and not (r.has("counted", "count") and len(v.concrete) > 6):
            return None
    if r.has("between_only") and not r.has("dose", "count", "limit"):
        return None
    amounts = r.at("percent", "limit", "change", "count", "dose")
    counted = r.at("counted")
    if amounts and (v.concrete or r.has("act", "technique_any")):
        return yes(amounts + counted)
    if counted and (len(v.concrete) >= 1):
        return yes(counted)
    clock = r.at("clock")
    if clock and v.concrete:
        return yes(clock)
    act = (r.has("act") and not r.has("state", "loose", "vague")) or _ATTAINED.search(r.norm)
    return yes(r.at("deadline")) if r.has("deadline") and act and not r.has("bare") and len(v.concrete) >= 2 else None


@check("metric")
def partial_metric(v: View) -> Yes | None:
    """Names an instrument, a count or a frequency, but the criterion is not complete.

    Source: ANCHORS, Measurable 2.
    Yes: "PHQ-9 will improve", "fewer texts to her partner", "walk the dog daily", "walk on most days"
    No: "Client will practise relaxation."
    """
    r = v.reading
    loose = [p for p in r.at("loose") if v.concrete]
    return found(r.at("bare", "counted") + [s.place for s in r.scores] + loose + r.at("percent"))


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
    acts = r.at("act")
    if acts and not r.has("wish"):
        return yes(acts)
    return found(v.concrete) if len(v.concrete) >= 4 and not r.has("wish") else None
