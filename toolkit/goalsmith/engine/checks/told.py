"""Statements that state nothing to be reached: words of the rubric, and reports of how things are or were."""

from goalsmith.engine.checks.base import View, Yes, check, yes
from goalsmith.engine.checks.wish import wishful
from goalsmith.engine.evidence.first import Wording, holds_any
from goalsmith.engine.phrases import Place

_SUBJECT = {"client", "patient", "pt", "ct", "she", "he", "they"}
# Verbs that tell of a trouble, and those that a plan has as well.
_TROUBLE = (
    r"struggles|suffers|worries|avoids|lies|wakes|cries|hides|fears|dreads|believes|blames|trembles|shakes|sweats"
    r"|blushes|freezes|panics|startles|refuses|neglects|isolates|withdraws|ruminates|lacks|complains|denies|admits"
    r"|endorses|scores|reports|scored|relies|depends|argues|procrastinates|hoards|scrubs|binges|vomits|misses|longs"
    r"|yearns|snaps|drinks|smokes|checks|washes|googles|cancels|skips|overeats|overthinks|oversleeps|snores|stutters"
    r"|stammers|flinches|dissociates|picks at|pulls out|mourns|resents|owes|suspects"
)
_NEUTRAL = (
    r"has|have|is|had|was|keeps|sits|stays|lives|takes|works|sleeps|gets|spends|wears|carries|thinks|needs|owns"
    r"|presents|feels|experiences|describes|uses|hears|meets|started|stopped|lost|missed|used|loses|forgets|goes"
)
_STANDS = r"has|have|is|had|was|sits|stays|lives|sleeps|spends|wears|carries|thinks|needs|owns|presents|feels|hears"
_SAYS_WHO = (
    r"^\W*(?:the )?(client|patient|pt|ct|she|he|they|[a-z]+)(?:,? (?:aged |who is )?\d{2},"
    r"|, [^,]{3,60},)?(?: \w{3,10}ly"
    r"| also| still| often| only| now| always)? "
)
_TROUBLED = Wording(rf"{_SAYS_WHO}(?:{_TROUBLE}|has (?:been|had|a|difficulty|trouble|chronic|\w+ed))\b")
_FACT_START = Wording(rf"{_SAYS_WHO}(?:{_NEUTRAL})\b|^\W*([a-z]+): (?:\d{{2}}|age)")
_TROUBLE_FIRST = Wording(
    rf"^\W*(?:(?:still|often|usually|now|only|always|never) )?(?:{_TROUBLE}|has no|can't|cannot)\b"
)
_STATES_FIRST = Wording(rf"^\W*(?:(?:still|often|usually|now|only|always|never) )?(?:{_STANDS})\b")
_PRESENT = Wording(
    r"^\W*(?:[a-z]*[a-rt-z] )?(?!this|its|less|yes|pass|learns|uses|practi[sc]es|attends|identifies|applies"
    r"|engages|completes|develops|discuss|express|focus|process|address|access|assess)(?:[a-z]{3,}|ha|i)s\b"
)
_BY_THEN = Wording(
    r"\b(?:by|no later than|before) (?:\d|noon|midnight|half past|six|seven|eight|nine|ten|eleven)",
    signs="by later before*",
)
_ROUGHLY = Wording(
    r"\b(?:about|around|some|roughly|nearly|almost|up to|over|more than) (?:\d|a dozen|an? hour|a couple"
    r"|half|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)",
    signs="about* around* some* roughly* nearly* almost* up over* than",
)
_PAST_FIRST = Wording(
    r"^\W*(?:(?:just|already|recently|twice|once|last \w+|then) )?(?:(?:said|went|was|were|had|told|came|took|felt|gave"
    r"|saw|spent|became|began|broke|fell|drank|slept|woke|could|tried|stopped|started|moved|used to|got"
    r"|grew|lost|missed"
    r"|dropped out|turned down|gave up|has been|has never|has not|hasn't|didn't|did not|couldn't|wasn't|doesn't|can't"
    r"|isn't|widowed|divorced|separated|retired|married|unemployed|diagnosed|hospitalised|hospitalized|bereaved|born"
    r"|laid off|signed off|housebound|estranged)\b(?! by\b)|has (?:a|an|no|two|three|her|his|their|had)\b)"
)
_AGED = Wording(
    r"\baged \d|^\W*[a-z]+[,:] \d{2}\b,?|\b\d{2}[- ]y(?:ea)?rs?[- ]old\b|\b\d{2} ?(?:yo|y/o)\b|\byears old\b"
    r"|\b(?:first|second|third|final)[- ]year\b[^,;.]{0,24}\b(?:student|apprentice)"
)
_AGE_SIGNS = ("aged", "old", "year", "yo ", "y/o", ", 1", ", 2", ", 3", ", 4", ", 5", ", 6", ", 7", ", 8", ": ")
_TOLD = Wording(
    r"^\W*(?:(?:in|over|for|during|since|last|on|at|two|three|a)\b[^,]{0,40},? )?(?:the )?(client|patient"
    r"|pt|ct|she|he|they|[a-z]+)(?:'s \w+)?,? (?:(?:\d+|also|often|already|recently|currently|has|had|have"
    r"|usually|twice|never|once|always|first) ){0,3}"
    r"(?:(?!need|exceed|proceed|succeed|feed|speed)[a-z]{2,12}ed|was|were|been|drank|ate|spoke|spent|went"
    r"|told|felt|came|got|took|slept|woke|left|fell|said|lost|found|kept|drunk|eaten|grew|began|met)\b"
)
_LASTING = Wording(
    r"^\W*(?:(?:for|since|over|during|in)\b[^,;]{0,40},? )?(?:\w+ ){1,2}(?:has|have|had) been [a-z]+ing\b", signs="been"
)
_PLANNED = Wording(
    r"\b(?:will|shall|going to|aims?|wants? to|plans? to|agrees to|is to|are to|should(?! have)|at least|at most"
    r"|no more than|or less|or fewer|or lower|fewer than|target|so that|be able to)\b",
    signs="will* shall* going aim* want* plan* agrees is are should* least* most* than less* fewer* lower*"
    " target so able",
)
_BECAUSE = Wording(
    r"\b(?:because|since) (?:she|he|they|of|it)\b",
    signs="because since",
)
_SUPPOSED = Wording(
    r"\b(?:what|whoever|how|when|where|as if|than|once|if|after|until|till|before|by which|by the time"
    r"|whether) (?:the |her |his )?(?:\w+ ){0,2}(?:was|were|has|have|had|went|came|said|felt)\b",
    signs="was* were* has have* had* went* came* said* felt*",
)
_ADDED = ("deadline", "percent", "duration", "dose", "counted", "bare", "loose")


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
    inside = [p for p in v.concrete if not _within(p, spans)]
    acts = [p for p in r.at("act") if not _within(p, spans)]
    if r.has("injection") and len(inside) <= 4 and not acts and not r.scores:
        return yes(spans)
    said = len(r.at("rubric")) + len(r.at("rubric_pale"))
    most = said if len(r.at("rubric")) > 1 else 1
    empty = r.has("rubric") and said >= 2 and len(inside) <= most
    return yes(spans) if empty and not r.scores and not r.has("dose") else None


def _within(place: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(a <= place[0] and place[1] <= b for a, b in spans)


# "She missed four visits in two months": after a verb of the past, the stretch is past as well.
_WITHIN = Wording(r"(?:with)?in (?:\w+ ){1,2}(?:days|weeks|months|sessions)\b")


@check("vague")
def restates_case(v: View) -> Yes | None:
    """Says how things are or were, with nothing to be reached.

    Source: ANCHORS, type "other" (a restated case fact).
    Yes: "Maya, 34, scored 16 on the GAD-7."
    No: "Maya's GAD-7 falls from 16 to 9 by session 12."
    """
    r = v.reading
    if r.search(_PLANNED):
        return None
    coming = r.has("deadline") and not r.has("past")
    ahead = coming and not all(_WITHIN.match(r.norm, start) for start, _ in r.at("deadline"))
    if not ahead and (place := has_been(v)):
        return yes([place])
    if r.has("change", "injection", "start") or (coming and not r.has("up_to_now")):
        return None
    if r.has("metaphor", "value") and wishful(v):
        return None
    if r.has("limit") and not r.search(_ROUGHLY):
        return None
    if _profile(v) or _was(v) or _stands(v):
        return yes(r.at("fact", "past", "up_to_now", "not_now", "happened") or [(0, len(r.norm))])
    copied = "" if r.has("deadline", "duration", "hedge") else _copied(v)
    return yes([(0, len(r.norm))], copied) if copied else None


def has_been(v: View) -> Place | None:
    """Where its main verb tells what the client did or has done, which is no plan: "has avoided meetings since"."""
    told = _TOLD.match(v.reading.norm)
    if told and _is_client(v, told.group(1)):
        return told.span()
    lasting = v.reading.search(_LASTING)
    return lasting.span() if lasting else None


def _is_client(v: View, word: str) -> bool:
    return word in _SUBJECT or bool(v.facts and word in v.facts.names)


def _profile(v: View) -> bool:
    """Whether it introduces the client: an age and no plan, or a score that is the one at intake."""
    r = v.reading
    if holds_any(r.norm, _AGE_SIGNS) and _AGED.search(r.norm):
        return True
    if not v.facts or r.has("deadline", "duration", "raise", "lower"):
        return False
    return any(s.target is not None and s.target == v.facts.baselines.get(s.measure.name) for s in r.scores)


def _was(v: View) -> bool:
    """Whether its verbs tell of what happened, or has not happened up to now: "hasn't driven since"."""
    r = v.reading
    if _begins_with_a_step(v) or r.search(_SUPPOSED):
        return False
    if (r.has("hedge") and not r.has("happened")) or (r.has("deadline") and r.has("state")):
        return False
    if r.has("up_to_now") or _PAST_FIRST.match(r.norm):
        return True
    before, was = r.at("happened", "past"), r.at("fact")
    if len(before) + len(was) >= 2 and not r.has("deadline"):
        return True
    return bool(before or was) and not r.has(*_ADDED, "clock", "hedge", "graded")


def _stands(v: View) -> bool:
    """Whether it tells of how things stand: a trouble, or a state without any amount or time of a plan."""
    r = v.reading
    if r.has("duration", "technique_any", "hedge", "tool") or r.search(_BY_THEN) or not _PRESENT.match(r.norm):
        return False
    trouble = _TROUBLED.match(r.norm)
    if (trouble and _is_client(v, trouble.group(1))) or _TROUBLE_FIRST.match(r.norm):
        return r.has("not_now") or not r.has("loose", "reduce") or bool(r.search(_ROUGHLY))
    if r.has("not_now") or (r.has("symptom") and not r.has("wish", "loose", "reduce", "limit", "percent")):
        return True
    named = _FACT_START.match(r.norm)
    if not (named and _is_client(v, named.group(1) or named.group(2))) and not _STATES_FIRST.match(r.norm):
        return _known(v)
    because = r.has("not_now", "past") or r.search(_BECAUSE) or r.search(_ROUGHLY)
    return bool(because) or _known(v) or not r.has(*_ADDED, "count", "reduce", "clock")


def _known(v: View) -> bool:
    """Whether most of what it says stands in the case."""
    if not v.facts or v.reading.has("reduce", "loose"):
        return False
    stems = {s for s in v.reading.tokens.stems if len(s) > 3}
    shared = stems & v.facts.case_stems
    return len(shared) >= 3 and 2 * len(shared) >= len(stems)


def _begins_with_a_step(v: View) -> bool:
    """Whether the first word tells somebody to do something: "cook", and not "cooks"."""
    tokens = v.reading.tokens
    if not tokens.starts or v.reading.norm[tokens.ends[0] - 1] == "s":
        return False
    return any(p[0] == tokens.starts[0] for p in v.reading.at("act")) and not tokens.words[0].endswith("ed")


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
