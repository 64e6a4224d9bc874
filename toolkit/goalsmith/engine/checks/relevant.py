"""Relevant: does it serve this client's diagnosis, problems and stated wishes?"""

import re

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.facts import FUNCTION
from goalsmith.engine.phrases import Place

_PART = re.compile(r"[,;] ?(?:and |or )?| and | or |\.(?: |$)")
_MANY, _SHORT = 6, 7
_ADJUNCT = FUNCTION - {"be", "have", "get", "go", "more", "no"}
_AMOUNTS = ("limit", "change", "counted", "dose", "count", "clock", "baseline")
_FOR_EVER = Wording(
    r"\b(?:for good|for ever|forever|round the clock|of any kind|as long as (?:he|she|they|i) lives?|24/7|guaranteed"
    r"|not (?:one|a single) \w+|once and for all|for the rest of (?:his|her|their|my) life)\b",
    signs="good ever* forever* clock* kind* live* / guaranteed* not once rest",
)


@check("harm")
def works_against(v: View) -> Yes | None:
    """Is a move that is known to keep the disorder going, and that the practice file calls clear.

    Source: the practice's own source; ANCHORS, Relevant 0.
    Yes: "His flatmate tells Daniel that the flat is clean" (OCD)
    No: "Daniel's flatmate answers 'that sounds like OCD'"
    """
    hit = v.against
    return yes(hit.places, f"{hit.move.why} ({hit.move.source})") if hit and not hit.move.dangerous else None


@check("technique")
def wrong_disorder(v: View) -> Yes | None:
    """Names a technique or a measure that is meant for another disorder.

    Source: the practices' techniques marked `specific`; ANCHORS, Relevant 0.
    Yes: "Spin on a chair to lower the PDSS" (OCD)
    No: "Exposure with response prevention" (OCD)
    """
    r = v.reading
    if v.facts is None or r.has("technique_own"):
        return None
    return found(r.at("technique_foreign"))


@check("problem")
def serves_problem(v: View) -> Yes | None:
    """Takes up one of the client's own problems, in whatever words.

    Source: ANCHORS, Relevant 3.
    Yes: "Fewer texts to her partner" (a listed problem)
    No: "Lose 15 pounds"
    """
    if v.facts is None:
        return None
    return _shared(v, v.facts.concepts) or _own_words(v, v.facts.problem_stems)


def _shared(v: View, groups: dict[str, str]) -> Yes | None:
    """The first of the `groups` of words that the text shares with the case, with what the case says."""
    for label, fact in groups.items():
        if label in v.reading.places and (own := _apart(v, v.reading.places[label])):
            return yes(own, fact)
    return None


def _own_words(v: View, stems: dict[str, str]) -> Yes | None:
    """The words of the case that the text uses, with what the case says."""
    t = v.reading.tokens
    said = [(t.starts[i], t.ends[i]) for i, s in enumerate(t.stems) if s in stems and len(s) > 3]
    pale = v.reading.at("vague", "symptom", "inner", "general_tool", "weak_act") if said else []
    if own := _apart(v, [p for p in said if p not in pale]):
        return yes(own, stems[t.stems[t.starts.index(own[0][0])]])
    return None


def _apart(v: View, places: list[Place]) -> list[Place]:
    """Those of `places` that are no part of an aim that is good for anybody: "drink" in "drink two litres of water"."""
    general = v.reading.at("wellness", "unrelated")
    if not general:
        return places
    return [p for p in places if not any(a <= p[0] and p[1] <= b for a, b in general)]


@check("technique")
def supported_technique(v: View) -> Yes | None:
    """Names a technique that the practice file supports for the client's diagnosis.

    Source: ANCHORS, Relevant 3.
    Yes: "Progressive muscle relaxation" (GAD)
    No: "Use coping tools"
    """
    return found(v.reading.at("technique_own")) if v.facts else None


@check("problem")
def own_life(v: View) -> Yes | None:
    """Ties to the client's own life: a strength, a person or a wish that the case names.

    Source: ANCHORS, Relevant 3 (symptom change tied to this client's own life).
    Yes: "sing along with a record" (she loved singing)
    No: "use relaxation"
    """
    if v.facts is None:
        return None
    return _shared(v, v.facts.interests) or _own_words(v, v.facts.strength_stems)


@check("vague")
def only_a_wish(v: View) -> Yes | None:
    """Speaks in states and metaphors, so that what it serves is known in general terms only.

    Source: ANCHORS, Relevant 2.
    Yes: "Live free of OCD."
    No: "Lower the time spent washing so that he is on time."
    """
    r = v.reading
    if r.has("limit", "change", "counted", "dose", "count", "clock", "deadline", "technique_own"):
        return None
    return yes(r.at("wish", "metaphor")) if r.has("wish", "metaphor") and len(v.concrete) <= 5 else None


@check("vague")
def loose_aims(v: View) -> Yes | None:
    """Joins so many short aims that none of the client's problems is taken up.

    Source: ANCHORS, Specific 2 (bundles several loosely) and Relevant 2 (in general terms).
    Yes: "Less worry, better sleep, fewer calls, be kinder, walk, see friends, sort the garage by week 10."
    No: "Invite Ann, Bea and Cy for tea."
    """
    r = v.reading
    if r.norm.count(",") + r.norm.count(";") + r.norm.count(" and ") < _MANY - 2:
        return None
    parts = [part.split() for part in _PART.split(r.norm)]
    if len(parts) < _MANY or r.scores or len(r.at(*_AMOUNTS)) > 1:
        return None
    aims = sum(0 < len(part) <= _SHORT and part[0] not in _ADJUNCT and part[0][0].isalpha() for part in parts)
    return yes([(0, len(r.norm))]) if aims >= _MANY - 1 else None


@check("absolute")
def promises_all(v: View) -> Yes | None:
    """Promises that the trouble is over for ever, so that it speaks of it in general.

    Source: ANCHORS, Relevant 2 (in general terms).
    Yes: "From tonight no dizziness of any kind."
    No: "Never checks the stove more than once." "No wine on weekdays until session 6."
    """
    r = v.reading
    if r.has("limit", "change", "loose", "quoted_free"):
        return None
    return found(r.at("absolute") + r.all(_FOR_EVER))


@check("vague")
def only_named(v: View) -> Yes | None:
    """Names a trouble or an area of the client's, with nothing about it that would be different.

    Source: ANCHORS, Relevant 2 (in general terms).
    Yes: "Social skills." "Work on sleep."
    No: "Spend less time under the duvet." "Speaks up in the seminar on Friday."
    """
    r = v.reading
    if len(v.concrete) > 4 or r.has(*_AMOUNTS, "bare", "deadline", "duration", "reduce", "loose", "technique_own"):
        return None
    return yes(v.concrete)


@check("problem")
def general_symptom(v: View) -> Yes | None:
    """Speaks of the diagnosis's symptoms or score in general, or of therapy tools.

    Source: ANCHORS, Relevant 2.
    Yes: "Reduce anxiety." "PHQ-9 of 9 or lower."
    No: "Lose 15 pounds."
    """
    r = v.reading
    own = [s.place for s in r.scores if v.facts and s.measure.name in v.facts.baselines]
    return found(r.at("symptom", "inner", "technique_any", "general_tool", "vague") + own)


@check("problem")
def unrelated(v: View) -> Yes | None:
    """Aims at something that no mental disorder is treated with.

    Source: ANCHORS, Relevant 0 (unrelated).
    Yes: "Switch to a cheaper energy supplier."
    No: "Open the bank letters on Monday" (worry about money)
    """
    if v.facts is None or any(s.measure.name in v.facts.baselines for s in v.reading.scores):
        return None
    return found(v.reading.at("unrelated"))


@check("problem")
def wellness(v: View) -> Yes | None:
    """Is good for anybody, with a weak link to this client.

    Source: ANCHORS, Relevant 1.
    Yes: "Drink two litres of water a day."
    No: "No coffee after noon" (insomnia)
    """
    return found(v.reading.at("wellness")) if v.facts else None
