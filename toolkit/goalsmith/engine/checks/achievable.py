"""Achievable 2 and 3: does the text itself show how large the step is?

What makes a statement impossible or doubtful lies beside: `impossible`, `leaps`, `targets`, `barriers`, `planned_time`.
"""

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.phrases import Place

_MOST = 60.0
_STARTING = Wording(
    r"\b(?:at intake|at baseline|at the outset|at present|presently|at the moment|currently|right now|up from"
    r"|down from"
    r"|instead of (?:the )?(?:usual |current )?(?:\w+ )?(?:about )?(?:\d|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)"
    r"|\w+ now\b(?= ?[,;)])|\bnow (?:about |around |roughly |at |on )?~?(?:\d|none|never|zero|one|two|three"
    r"|four|five|six"
    r"|seven|eight|nine|ten|noon|every|daily)|(?:it's|it is) [\w-]{1,8} now)",
    signs="intake* baseline* outset* present* moment* currently* right up down instead now*",
)


def _start(v: View) -> list[Place]:
    """Where the text says from where the step goes."""
    r = v.reading
    spans = r.at("change", "baseline") + [s.span for s in r.scores if s.baseline is not None]
    if spans or not r.has("now"):
        return spans
    return r.all(_STARTING)


@check("target")
def scaled(v: View) -> Yes | None:
    """The text itself scales the step: a starting level, a feasible dose, a graded step, a support, a small act.

    Source: ANCHORS, Achievable 3.
    Yes: "from 15 to 4 texts a day", "10 minutes, five evenings a week", "phone Margaret on Wednesday"
    No: "identify three thinking errors"
    """
    if start := _start(v):
        return yes(start)
    if v.reading.scores:
        return None
    return _dosed(v) or _counted(v) or _graded(v) or _small_act(v)


def _dosed(v: View) -> Yes | None:
    r = v.reading
    doses = [(d.start, d.end) for d in r.doses if d.minutes <= _MOST]
    if doses and r.has("counted", "bare", "deadline", "duration", "clock", "start"):
        return yes(doses)
    return None


def _counted(v: View) -> Yes | None:
    r = v.reading
    rate = r.at("counted", "count")
    if not rate or len(v.concrete) < 2 or _only_less(v):
        return None
    when = r.has("duration", "deadline", "start", "bounded") or (r.has("counted_rate", "bare") and len(v.concrete) >= 3)
    return yes(rate) if when and (r.has("act", "technique_own") or len(v.concrete) >= 4) else None


def _graded(v: View) -> Yes | None:
    r = v.reading
    if not r.has("graded", "support") or len(v.concrete) < 3:
        return None
    return yes(r.at("graded", "support")) if r.has("deadline", "start", "counted", "count", "duration", "act") else None


def _small_act(v: View) -> Yes | None:
    r = v.reading
    told = len(v.concrete)
    if r.has("state") or told < _PICTURED or _only_less(v) or (told < _IN_DETAIL and _loose(v)):
        return None
    if r.has("deadline") and (r.has("act") or told >= _WELL_PICTURED):
        return yes(r.at("deadline"))
    detailed = told >= (_IN_DETAIL if r.has("duration") else _WELL_PICTURED)
    return yes(r.at("duration", "clock")) if r.has("duration", "clock") and r.has("act") and detailed else None


_NO_MORE = Wording(r"\b(?:any|no|not|one|once|each|every|at) $")


def _loose(v: View) -> bool:
    """Whether only "more", "less" or "often" says how much: "any more" and "no less than" do not count."""
    norm = v.reading.norm
    return any(not _NO_MORE.search(norm, max(0, a - 7), a) for a, _ in v.reading.at("loose"))


_PICTURED, _WELL_PICTURED, _IN_DETAIL = 2, 5, 7
_LESS = Wording(
    r"^\W*(?:(?:the )?\w+ (?:will |to )?)?(?:reduc\w+|decreas\w+|cut(?:s|ting)? (?:down|back)|less|fewer|stop"
    r"|quit|give up"
    r"|no more|not more|at most|never|avoid|limit|improve|increase|be|become|feel|get better)\b"
)


def _only_less(v: View) -> bool:
    """Whether the text opens by naming a direction only."""
    return bool(_LESS.match(v.reading.norm))


_SHARE = Wording(
    r"\b(?:8\d|9\d|100) ?(?:%|percent\b|per cent\b)|\ball (?:arranged|planned|her|his|their|of)\b|\bevery one of\b",
    signs="% percent* cent* all every",
)
_UNTIL_EASY = Wording(
    r"\buntil (?:the |it |her |his |their )?(?:\w+ ){0,2}(?:drop|fall|fade|stop|has|have|is|are|no longer"
    r"|feels?|halve|goes|gone)",
    signs="until",
)


@check("target")
def ambitious(v: View) -> Yes | None:
    """Asks for nearly all of something without saying how much there is today.

    Source: ANCHORS, Achievable 2 (slightly ambitious).
    Yes: "Attend at least 90 per cent of all lectures by May."
    No: "Attend 80% of lectures by May (now 40%)."
    """
    share = v.reading.all(_SHARE)
    return None if share and _start(v) else found(share)


@check("dose")
def ends_with_feeling(v: View) -> Yes | None:
    """Goes on until a feeling has gone, and nobody knows how long that is.

    Source: ANCHORS, Achievable 2 (nothing in the text scales it).
    Yes: "Stand in the longest queue until the fear has dropped by half."
    No: "Stand in the longest queue for ten minutes."
    """
    r = v.reading
    if r.has("dose", "counted", "deadline", "change"):
        return None
    m = r.search(_UNTIL_EASY)
    return yes([m.span()]) if m else None


_OPENING = 45
_QUOTED = Wording(r"[\"'](?=[a-z])[^\"']{4,200}[\"'](?!\w)")


@check("hedge")
def hedged(v: View) -> Yes | None:
    """Leaves it open whether it happens at all.

    Source: notes on plan language; ANCHORS, Achievable 2.
    Yes: "Perhaps phone a friend, energy permitting."
    No: "Phone a friend on Wednesday." "Say 'maybe, maybe not' when the urge comes."
    """
    hedges = v.reading.at("hedge")
    if not hedges:
        return None
    if v.reading.has("dose", "counted", "change", "clock"):
        hedges = [h for h in hedges if h[0] < _OPENING]
    quoted = [m.span() for m in _QUOTED.finditer(v.reading.norm)]
    return found([h for h in hedges if not any(a < h[0] < b for a, b in quoted)])
