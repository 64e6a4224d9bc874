"""Achievable 1: a leap far beyond where the client stands, whatever the words for it."""

from itertools import pairwise

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.checks.specific import names_area
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.phrases import Place

_STRICT = Wording(
    r"\b(?=[ews1sn\d])(?:every single (?:day|morning|night|evening|time)\b|(?:without"
    r"|with no) (?:a single )?exceptions?\b"
    r"|100 ?%(?= of)|without (?:fail|ever missing)\b"
    r"|never miss(?:es|ing)? (?:a|one|any)\b|not miss (?:a single|one|any)\b|speaking up at every one\b"
    r"|ninety \w+ (?:\w+ )?in ninety\b|\b(\d\d) (?:\w+ ){1,2}in \1 days)",
    signs="single exception* % fail* miss* speaking ninety days*",
)


@check("absolute")
def demands_perfection(v: View) -> Yes | None:
    """Leaves no room for one bad day.

    Source: ANCHORS, Achievable 1 (a leap beyond the baseline).
    Yes: "Up at 6 a.m. every single day" "Ninety meetings in ninety days*"
    No: "Up by 10 a.m. on at least 4 days a week"
    """
    r = v.reading
    return found(r.all(_STRICT) + [p for p in r.at("total") if not r.has("limit")])


_SWEEPING = Wording(
    r"\b(?:free (?:of|from)|full (?:participation|recovery|return|control)|whole (?:life|again)"
    r"|symptom-free|anxiety-free|completely|totally|all (?:her|his|their) (?:symptoms|problems|fears))\b",
    signs="free participation recovery return* control whole symptom anxiety completely* totally* symptoms*"
    " problems* fears*",
)
_AMOUNTS = ("limit", "change", "counted", "dose", "count")


@check("absolute")
def sweeping(v: View) -> Yes | None:
    """Asks for a whole life without the trouble, in words or figures that leave nothing over.

    Source: ANCHORS, Achievable 1 (a leap far beyond the baseline).
    Yes: "Live free of OCD." "Turn the tap off in my head." "Climb out of the hole."
    No: "Spend less time at the sink."
    """
    r = v.reading
    if r.has(*_AMOUNTS):
        return None
    whole = r.all(_SWEEPING)
    if not r.has("deadline", "duration", "bounded", "clock", "bare"):
        whole += r.at("metaphor")
    return found(whole)


@check("vague")
def slogan(v: View) -> Yes | None:
    """Is a slogan with no area of life, amount or time, so that nobody can tell how far it goes.

    Source: ANCHORS, Achievable 1 and Specific 0.
    Yes: "Come out of the fog."
    No: "Fewer reassurance texts during the working day" "Peace and calm"
    """
    r = v.reading
    if r.scores or r.has(
        *_AMOUNTS, "deadline", "duration", "bounded", "start", "clock", "technique_any", "hedge", "symptom"
    ):
        return None
    if r.has("value", "vague") and not r.has("metaphor"):
        return None
    return yes([(0, len(r.norm))]) if names_area(v) is None else None


@check("target")
def far_off(v: View) -> Yes | None:
    """Asks for a feat or a career that reaches far beyond the trouble and the planned sessions.

    Source: ANCHORS, Achievable 1 (a leap far beyond the baseline).
    Yes: "Become head of department by Christmas." "Give a keynote next year."
    No: "Say one sentence in the Monday meeting."
    """
    return found(v.reading.at("feat", "role"))


_PART = Wording(r"[,;:]| and (?:also )?|\bplus\b| - ")
_MANY_PARTS = 7


@check("vague")
def overloaded(v: View) -> Yes | None:
    """Asks for so many changes at once that nobody could work on all of them.

    Source: ANCHORS, Achievable 1 (a leap beyond the time available).
    Yes: "Stop checking, sleep well, argue less, take up yoga, eat regularly, ring home, sort the loft and find a job."
    No: "On Monday at six: kettle on, curtains open, radio on, one page of the paper, out by seven."
    """
    r = v.reading
    if r.norm.count(",") + r.norm.count(" and ") + r.norm.count(";") < _MANY_PARTS - 1:
        return None
    pinned = set(r.at("clock", "dose", "counted", "count", "change", "baseline", "percent", "graded", "support"))
    parts = _parts(r.norm, r.at("deadline", "bare", "duration", "start"))
    room = 1 if len(parts) < _MANY_PARTS + 2 else 2
    return yes(parts[:1]) if len(parts) >= _MANY_PARTS and len(pinned) <= room and not r.scores else None


def _parts(norm: str, times: list[Place]) -> list[Place]:
    """The parts of a list, without those that only say when."""
    cuts = [0, *(m.end() for m in _PART.finditer(norm)), len(norm) + 1]
    spans = [(a, b - 1) for a, b in pairwise(cuts) if b - a > 3]
    return [s for s in spans if not any(t[0] <= s[0] + 2 and s[1] - 2 <= t[1] for t in times)]


_WHOLE = Wording(
    r"\b(?:every|each|all|any) (?:single )?(?:day|night|evening|morning|weekend|meeting|seminar|call|time"
    r"|lecture|journey"
    r"|train|trip|shift|room|party|colleague|person|day of)s?\b|\bdaily\b|\bnightly\b|\beveryone\b"
    r"|\beverybody\b|\bwhenever\b"
)


@check("target")
def from_nothing(v: View) -> Yes | None:
    """Asks at once for the whole of what the client does not do at all today.

    Source: ANCHORS, Achievable 1 (a leap far beyond the baseline).
    Yes: "Sing in the choir every evening from tomorrow" (loved singing, stopped choir)
    No: "Sing in the choir on one Thursday by session 6"
    """
    r = v.reading
    if v.facts is None or r.has("graded", "support", "baseline", "now", "limit", "reduce", "dose"):
        return None
    if not r.has("act"):
        return None
    problem = next((p for p, stems in v.facts.absent if not stems.isdisjoint(r.tokens.stems)), "")
    whole = _WHOLE.search(r.norm) if problem else None
    return yes([whole.span()], problem) if whole else None
