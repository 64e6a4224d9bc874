"""Relevant: does it serve this client's diagnosis, problems and stated wishes?"""

from goalsmith.engine.checks.base import View, Yes, check, found, yes


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
    r, facts = v.reading, v.facts
    for label, problem in facts.concepts.items():
        if label in r.places:
            return yes(r.places[label], problem)
    own = [
        (r.tokens.starts[i], r.tokens.ends[i])
        for i, s in enumerate(r.tokens.stems)
        if s in facts.problem_stems and len(s) > 3
    ]
    if own:
        word = next(s for i, s in enumerate(r.tokens.stems) if r.tokens.starts[i] == own[0][0])
        return yes(own, facts.problem_stems[word])
    return None


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
    r, facts = v.reading, v.facts
    own = [(i, s) for i, s in enumerate(r.tokens.stems) if s in facts.strength_stems and len(s) > 3]
    if not own:
        return None
    return yes(((r.tokens.starts[i], r.tokens.ends[i]) for i, _ in own), facts.strength_stems[own[0][1]])


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
