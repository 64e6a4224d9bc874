"""Measurable: could an observer decide met / not met?"""

import re

from goalsmith.engine.checks.base import View, Yes, check, found, yes

_ATTAINED = re.compile(
    r"\b(?:become|return to|graduate|pass|finish|move into|rejoin|re-join|go back to|get promoted|join|quit)\b"
)
# What is to happen each time can be ticked off each time, once it is said for how long.
_EACH_TIME = re.compile(
    r"\b(?:each|every|whenever|any|all|daily|nightly|weekly|always)\b|\bon \w+days\b|\b\w+day to \w+day\b"
)
_FILLED_IN = re.compile(
    r"\b(?:complet\w+|fill\w* (?:in|out)|administer\w*|repeat\w*|re-?tak\w+|hand\w* in|return\w*|bring\w*|score) "
    r"(?:the |a |an |her |his |their |my )?[a-z]+-?\d?"
)
# So can what is not to happen.
_NOT_AT_ALL = re.compile(
    r"\b(?:stop(?:s|ping)?|quits?|gives? up|(?:leave|keep|stay|lay|hold)s? (?:off|away|out)|(?:will|does|do|is|are|to"
    r"|shall) not|won't|doesn't|don't|never|abstains?|refrains?|skips?|cuts? out|goe?s? without|dry|sober|unanswered"
    r"|unwashed|unchecked)\b|^\W*no \w"
)
_NEXT, _DETAILED = 30, 8
_TENTATIVE = re.compile(
    r"\b(?:think(?:ing)? (?:about|of)|have a think|see (?:if|whether)|(?:have a |take a )?look(?:ing)? at (?:taking"
    r"|having|doing|trying|whether)|having a look|consider(?:ing)?|could (?:maybe|possibly|perhaps|always)|might (?:try"
    r"|possibly|perhaps|maybe|consider)|may (?:possibly|perhaps)|i suppose|we'll see|toy(?:ing)? with|be open to"
    r"|(?:perhaps|maybe|possibly) (?:try|have|get|start|think))\b"
)
# To have more of an inner state, or to work on it, is nothing that anybody could see.
_UNSEEN = re.compile(
    r"^\W*(?:(?:the )?[a-z]+ (?:will|shall|to|is going to|wants? to|would like to|wishes to|hopes to|aims to|needs? to"
    r") |(?:i|we) (?:will|want to) |to )?(?:continue (?:to )?|begin (?:to )?|start (?:to )?|learn (?:how )?to )?"
    r"(?:gain\w*|develop\w*|increas\w*|build\w*|improv\w*|enhanc\w*|explor\w*|process(?:es|ing)?|address\w*|deepen\w*"
    r"|foster\w*|strengthen\w*|cultivat\w*|boost\w*|promot\w*|nurtur\w*|grow|heal|accept|understand|appreciate|feel"
    r"|cope|come to terms|find|achieve|restore|regain|enjoy|live|be|become|work on|raise|support|optimi[sz]e"
    r"|stabili[sz]e)\b"
)
# An act with a natural end, on one thing: it is done, or it is not.
_DONE_ONCE = re.compile(
    r"^\W*(?:(?:the )?[a-z]+ (?:will|shall|is going to) |to |i(?:'ll| will) )?(?:send|post|book|return|sign(?: up for)?"
    r"|hand (?:in|back|over)|submit|buy|join|enrol (?:in|for|on)|enroll? (?:in|for|on)|register (?:for|with)|apply for"
    r"|order|cancel|delete|throw (?:away|out)|pay|renew|switch to|move into|finish|pass|open|re-?join|sell|give back"
    r"|deliver|propose to|introduce (?:her|him)self to) (?:an?|the|her|his|their|my|one|[a-z]+'s) [a-z]"
)
_SEEN_TOO = re.compile(r"\band (?:use|practi[sc]e|apply|attend|complete|do|call|write|keep a|record|identify|list)\b")
_DOING = re.compile(
    r"\b(?:use|utili[sz]e|practi[sc]e|apply|implement|engage in|learn|learns|uses|practi[sc]es|applies|attend|complete"
    r"|do|challenge|identify|using|practi[sc]ing|utili[sz]ing|applying)\b"
)
# "more effectively", "more at ease": a manner and no amount.
_MANNER = re.compile(
    r"\b(?:more|less) (?:\w+ly|effective|confident|present|at ease|understanding|relaxed|comfortable|positive|open"
    r"|aware|honest|patient|assertive|resilient|hopeful|independent|anxious|afraid|worried|stressed|depressed"
    r"|and more)\b"
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
        if _FILLED_IN.search(r.norm) and r.has("deadline", "bounded"):
            return yes(r.at("deadline", "bounded"))
        if not r.has("limit", "dose", "change", "percent") and not (r.has("counted", "count") and len(v.concrete) > 6):
            return None
    if r.has("between_only") and not r.has("dose", "count", "limit"):
        return None
    amounts = r.at("percent", "limit", "change", "count", "dose")
    counted = r.at("counted")
    said = bool(v.concrete) or r.has("act", "technique_any")
    if amounts and not _only_a_dose(v) and (said or r.has("count", "change")):
        return yes(amounts + counted)
    if counted and said:
        return yes(counted)
    clock = r.at("clock")
    if clock and v.concrete:
        return yes(clock)
    once = _DONE_ONCE.match(r.norm)
    if once and v.concrete and not r.has("loose", "bare", "vague", "wish"):
        return yes([once.span()])
    return _within_a_time(v)


def _only_a_dose(v: View) -> bool:
    """Whether it is said how long each time, and only loosely how often."""
    r = v.reading
    counts = [p for p in r.at("count") if p not in r.at("dose")]
    return r.has("loose_days") and not counts and not r.has("percent", "limit", "change", "counted")


def _within_a_time(v: View) -> Yes | None:
    """A single act by a date, or what is done each time, or not at all, as long as a stretch lasts."""
    r = v.reading
    if len(v.concrete) < 2:
        return None
    firm = r.at("deadline", "duration", "start")
    when = firm or [p for p in r.at("bounded") if not _EACH_TIME.search(r.norm, *p)]
    if when and _each_time(v):
        return yes(when)
    if firm and _not_at_all(v):
        return yes(firm)
    act = (r.has("act") and (_acts_first(v) or not r.has("state", "loose", "vague"))) or _ATTAINED.search(r.norm)
    act = act or (len(v.concrete) >= _DETAILED and not r.has("state", "loose", "vague"))
    return yes(r.at("deadline")) if act and r.has("deadline") and not _MANNER.search(r.norm) else None


def _each_time(v: View) -> bool:
    """Whether it is said that the act is done each time."""
    r = v.reading
    if not (r.has("act") or len(v.concrete) >= 5) or r.has("state", "wish", "loose") or _states(v):
        return False
    return bool(_EACH_TIME.search(r.norm))


def _not_at_all(v: View) -> bool:
    """Whether something that others could see is not to happen."""
    r = v.reading
    m = None if r.has("wish") else _NOT_AT_ALL.search(r.norm)
    return bool(m) and not any(m.start() <= p[0] < m.end() + _NEXT for p in r.at("inner"))


def _states(v: View) -> bool:
    """Whether it opens with a state: "be", "feel", "become"."""
    return bool(_UNSEEN.match(v.reading.norm))


def _acts_first(v: View) -> bool:
    """Whether an act comes before whatever is vague, with enough around it to know it by."""
    r = v.reading
    pale = r.at("state", "loose", "vague")
    acts = [p for p in r.at("act") if p not in r.at("weak_act")]
    return bool(acts) and len(v.concrete) >= 5 and all(acts[0][1] <= p[0] for p in pale)


_PART = re.compile(r"[^,;]+?(?=[,;]|\band\b|\bplus\b|\bor\b|$)")
_ONE_ACT = re.compile(r"(?:then|afterwards|first|finally)\b")
_MANY, _BRIEF, _WHEN = 6, 12, 4


@check("vague")
def many_aims(v: View) -> Yes | None:
    """Lists so many separate aims, none with its amount, that part of it will be met and part not.

    Source: ANCHORS, Measurable 2: the criterion is incomplete.
    Yes: "Cook, phone home, quit coffee, drink less, join a club, tidy up and sleep well, all by week 8."
    No: "Touch the tap, then the door, then the tram pole, and wait ten minutes."
    """
    r = v.reading
    if r.norm.count(",") + r.norm.count(";") + r.norm.count(" and ") < _MANY - 1:
        return None
    amounts = r.at("limit", "change", "counted", "dose", "clock", "percent", "bare")
    parts = [
        m.span()
        for m in _PART.finditer(r.norm)
        if 0 < len(m.group().split()) <= _BRIEF
        and not _ONE_ACT.match(m.group().strip(" and"))
        and not (len(m.group().split()) <= _WHEN and any(m.start() <= p[0] < m.end() for p in r.at("deadline")))
        and not any(m.start() <= p[0] < m.end() for p in amounts)
    ]
    return yes(parts) if len(parts) >= _MANY else None


@check("vague")
def tentative(v: View) -> Yes | None:
    """Only thinks of doing it, so that nobody could say whether it was done.

    Source: ANCHORS, Measurable 1: an act without any metric.
    Yes: "She could possibly think about visiting the garden."
    No: "Visit the garden on Sunday."
    """
    m = _TENTATIVE.search(v.reading.norm)
    return yes([m.span()]) if m and not v.reading.scores else None


@check("metric")
def partial_metric(v: View) -> Yes | None:
    """Names an instrument, a count or a frequency, but the criterion is not complete.

    Source: ANCHORS, Measurable 2.
    Yes: "PHQ-9 will improve", "fewer texts to her partner", "walk the dog daily", "walk on most days"
    No: "Client will practise relaxation."
    """
    r = v.reading
    manner = [m.span() for m in _MANNER.finditer(r.norm)] if r.has("loose") else []
    loose = [p for p in r.at("loose") if v.concrete and not any(a <= p[0] < b for a, b in manner)]
    if loose and not r.has("loose_days") and (_states(v) or r.has("wish")):
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
    if _states(v) and not _SEEN_TOO.search(r.norm) and (r.has("wish", "vague") or len(v.concrete) < 4):
        return None
    doing = _DOING.search(r.norm) if r.has("general_tool", "technique_any", "vague") else None
    if doing:
        return yes([doing.span()])
    acts = r.at("act")
    if acts and not r.has("wish"):
        return yes(acts)
    return found(v.concrete) if len(v.concrete) >= 3 and not r.has("wish") else None
