"""Specific: would two clinicians picture the same thing?"""

import re

from goalsmith.engine.checks.base import View, Yes, check, found, yes

_JOINED = re.compile(r"\band (?:will )?(?:also )?|; ?|, (?:and|plus) ")
_IMPACT = re.compile(
    r"\b(?:impact|interfer\w{1,6}|effects?|toll|disruption)\b[^.;]{0,30}\b(?:functioning|work|life|lives"
    r"|school|family|job|duties)\b"
)
_EXPOSURE = re.compile(r"\bexposures?\b|\berp\b")
_QUOTED = re.compile(r"[\"'][a-z][^\"']{4,60}[\"']")
_FACT_START = re.compile(
    r"^\W*(?:the )?(client|patient|pt|ct|she|he|they|[a-z]+)(?:,? (?:aged |who is )?\d{2},|(?: \w+)? "
    r"(?:has (?:been|had|a|difficulty|trouble|chronic|\w+ed)|have|is (?:a|an|in|currently|now|unable|often"
    r"|always)|was|had|scored|scores|suffers|reports|takes|lives|presents|meets|feels|struggles"
    r"|experiences|worries|drinks|avoids|sleeps|washes|checks|started|stopped|lost|missed|used)\b)"
)
_AGED = re.compile(r"\baged \d|^\W*[a-z]+,? \d{2},")
_TOLD = re.compile(
    r"^\W*(?:(?:in|over|for|during|since|last|on|at|two|three|a)\b[^,]{0,40},? )?(?:the )?(client|patient"
    r"|pt|ct|she|he|they|[a-z]+)(?:'s \w+)?,? (?:(?:\d+|also|often|already|recently|currently|has|had|have"
    r"|usually|twice|never|once|always|first) ){0,3}"
    r"(?:(?!need|exceed|proceed|succeed|feed|speed)[a-z]{2,12}ed|was|were|been|drank|ate|spoke|spent|went"
    r"|told|felt|came|got|took|slept|woke|left|fell|said|lost|found|kept|drunk|eaten|grew|began|met)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|shall|going to|aims?|wants? to|to be|plans? to|agrees to|should|at least|at most"
    r"|no more than|or less|or fewer|or lower|fewer than|target)\b"
)


@check("vague")
def rubric_words(v: View) -> Yes | None:
    """Only words of the rubric, or words to the grader, with nothing that the client would do or have.

    Source: ANCHORS, type "other" (empty rubric words).
    Yes: "Specific, measurable goal: 80% by week 4 as evidenced by data."
    No: "Client will walk 20 minutes a day until week 4."
    """
    r = v.reading
    spans = r.at("rubric", "injection")
    if not r.tokens.stems or not any(s[0].isalpha() for s in r.tokens.stems):
        return yes()
    if not spans:
        return None
    inside = [p for p in v.concrete if not any(a <= p[0] and p[1] <= b for a, b in r.at("injection"))]
    acts = [p for p in r.at("act") if not any(a <= p[0] < b for a, b in r.at("injection"))]
    if r.has("injection") and len(inside) <= 4 and not acts and not r.scores:
        return yes(spans)
    said = len(r.at("rubric")) + len(r.at("rubric_pale"))
    empty = r.has("rubric") and said >= 2 and len(inside) <= said
    return yes(spans) if empty and not r.scores and not r.has("dose") else None


@check("vague")
def restates_case(v: View) -> Yes | None:
    """Says how things are or were, with nothing to be reached.

    Source: ANCHORS, type "other" (a restated case fact).
    Yes: "Maya, 34, scored 16 on the GAD-7."
    No: "Maya's GAD-7 falls from 16 to 9 by session 12."
    """
    r = v.reading
    planned = _PLANNED.search(r.norm)
    if not planned and (m := _TOLD.match(r.norm)) and _is_client(v, m.group(1)):
        return yes([m.span()])
    if planned or r.has("limit", "change", "graded") or (r.has("deadline") and not r.has("past")):
        return None
    if r.has("fact") and (_tells(v) or _AGED.search(r.norm) or len(r.at("fact", "past")) >= 2):
        return yes(r.at("fact", "past"))
    copied = _copied(v)
    if copied and not r.has("deadline", "duration", "start"):
        return yes([(0, len(r.norm))], copied)
    return (
        yes(r.at("fact"))
        if _tells(v)
        and (
            r.has("past")
            or _AGED.search(r.norm)
            or not r.has("deadline", "duration", "dose", "counted", "bare", "loose")
        )
        else None
    )


def _is_client(v: View, word: str) -> bool:
    return word in {"client", "patient", "pt", "ct", "she", "he", "they"} or bool(v.facts and word in v.facts.names)


def _tells(v: View) -> bool:
    """Whether it opens as a report does: "Maya, 34, ...", "she worries about ..."."""
    m = _FACT_START.match(v.reading.norm)
    return bool(m and _is_client(v, m.group(1)))


def _begins_with_a_step(v: View) -> bool:
    """Whether the first word tells somebody to do something: "cook", and not "cooks"."""
    tokens = v.reading.tokens
    acts = [p[0] for p in v.reading.at("act")]
    return bool(tokens.starts) and tokens.starts[0] in acts and v.reading.norm[tokens.ends[0] - 1] != "s"


def _copied(v: View) -> str:
    """The problem of the case that the text repeats in nearly the same words, or nothing."""
    if v.facts is None or _begins_with_a_step(v):
        return ""
    own = {s for s in v.reading.tokens.stems if len(s) > 2}
    said = {
        v.reading.tokens.stems[i]
        for i, a in enumerate(v.reading.tokens.starts)
        if (a, v.reading.tokens.ends[i]) in v.concrete
    }
    if (
        len(said) >= 4
        and len(said & v.facts.case_stems) >= 0.8 * len(said)
        and not v.reading.has("weak_act", "reduce", "technique_any", "loose")
    ):
        return v.facts.case.name
    if v.reading.has("technique_any"):
        return ""
    for problem, stems in zip(v.facts.case.presenting_problems, v.facts.problem_texts, strict=True):
        content = {s for s in own if s in stems}
        words = [s for s in v.reading.tokens.stems if len(s) > 3]
        if len(content) >= 3 and len(content) >= 0.75 * len(set(words)):
            return problem.text
    return ""


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
    if r.has("metaphor") and not r.has("act_object", "limit", "change", "counted", "deadline", "dose"):
        return None
    areas = r.at("area")
    slogan = r.has("vague") and len(areas) <= 1 and len(v.concrete) <= 4 and not _framed(v)
    if slogan and _wish(v):
        return None
    return found(areas + v.concrete + r.at("technique_any"))


_WISH = re.compile(
    r"^\W*(?:to )?(?:(?:the )?[a-z]+ (?:will|(?:just |really |only )?(?:wants?|wishes|hopes|needs|would like|'d like)"
    r" to|to) )?"
    r"(?:just |really )?(?:feel|be|become|live|get|have|enjoy|find|heal|grow|move on|thrive|turn)\b"
)


def _wish(v: View) -> bool:
    """Whether the text is a wish for a state: "feel happier", "live a fuller life with less anxiety"."""
    return bool(_WISH.match(v.reading.norm))


def _framed(v: View) -> bool:
    """Whether something beyond the wish pins it down: an amount, a time, an area of its own."""
    return v.reading.has("limit", "change", "counted", "dose", "deadline", "count", "bare", "loose", "technique_any")


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
