"""Achievable 1: what the client's day and the stated barriers leave room for."""

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.evidence.first import Wording

_EVERY_DAY = Wording(
    r"\b(?:every|each|per|a|/) ?(?:single )?(?:day|weekday|morning|evening|night|afternoon)\b|\bdaily\b|\bweekdays\b"
    r"|\bmon(?:day)? (?:to|-) (?:fri|sun)"
)
_NOT_SPENT = Wording(
    r"asleep|sleep|in bed|less|fewer|\bcut\b|no more than|awake|within|at most|wait|unwashed|without|delay|resist|leav"
)


@check("dose")
def beyond_free_time(v: View) -> Yes | None:
    """Asks for more time a day than the client says to have.

    Source: ANCHORS, Achievable 1; the case's barriers.
    Yes: "Meditate for one hour each morning" where 20 to 30 minutes are free
    No: "Meditate for 10 minutes each morning"
    """
    r = v.reading
    most = v.facts.free_minutes if v.facts else None
    if most is None or v.facts is None or not r.doses or r.has("change") or not _EVERY_DAY.search(r.norm):
        return None
    if _NOT_SPENT.search(r.norm):
        return None
    long = [(d.start, d.end) for d in r.doses if d.minutes > most]
    return found(long, v.facts.free_fact)


_TRIAL = Wording(r"\b(?:(?:one|a single|a first) (?!hour|minute|of\b|half)|online\b|a short\b)")


@check("technique")
def against_barrier(v: View) -> Yes | None:
    """Asks for what a stated barrier stands against, with nothing that gets round it.

    Source: ANCHORS, Achievable 1; the case's barriers.
    Yes: "Meditate for ten minutes" where the client doubts meditation
    No: "Walk the dog for ten minutes"
    """
    if v.facts is None:
        return None
    r = v.reading
    for step, barrier, eased in v.facts.doubts:
        m = r.search(step)
        if m and not (eased and (r.has("support") or _TRIAL.search(r.norm))) and not _given_up(r.norm, m.start()):
            return yes([m.span()], barrier)
    return None


_STOPS = Wording(r"\b(?:stop|quit|no|not|without|instead of|rather than|less|fewer|avoid|despite) (?:\w+ )?$")


def _given_up(norm: str, at: int) -> bool:
    """Whether the words before say that it is not done: "instead of driving"."""
    return bool(_STOPS.search(norm[max(0, at - 30) : at]))
