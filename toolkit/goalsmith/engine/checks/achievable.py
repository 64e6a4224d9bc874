"""Achievable: realistic for this client, in this time, within the client's control?"""

import re

from goalsmith.engine.checks.base import View, Yes, check, found, yes

_EVERY_DAY = re.compile(
    r"\b(?:every|each|per|a|/) ?(?:single )?(?:day|weekday|morning|evening|night|afternoon)\b|\bdaily\b"
    r"|\bon weekdays\b"
)
_UNUSUAL = 240.0
_STRICT = re.compile(
    r"\b(?=[ews1])(?:every single (?:day|morning|night|evening)\b|(?:without|with no) exceptions?\b|100 ?%(?= of)"
    r"|seven days a week\b)"
)
_MILES = re.compile(r"\b(?:five|six|seven|eight|nine|ten|[5-9]|\d\d) ?(?:-| )?miles?\b")


@check("absolute")
def absolute_inner(v: View) -> Yes | None:
    """Promises that a thought or feeling never comes back, or that a feeling is always there.

    Source: ANCHORS, Achievable 0.
    Yes: "She will never feel anxious again."
    No: "She will never check the stove more than once."
    """
    r = v.reading
    inner = r.at("inner")
    near = [a for a in r.at("absolute") if any(abs(i[0] - a[1]) < 45 or abs(a[0] - i[1]) < 45 for i in inner)]
    if not near or r.has("quoted_free"):
        return None
    hard = [a for a in near if not re.match(r"free (?:of|from)|fully|without any|every single", r.norm[a[0] : a[1]])]
    return found(hard)


@check("harm")
def endangers(v: View) -> Yes | None:
    """Is a move that the practice file calls dangerous.

    Source: the practice's own source; ANCHORS, Achievable 0 (unsafe).
    Yes: "Carla stops drinking cold turkey." (alcohol)
    No: "Carla drinks no more than two glasses on two evenings a week." (alcohol)
    """
    hit = v.against
    return yes(hit.places, f"{hit.move.why} ({hit.move.source})") if hit and hit.move.dangerous else None


@check("actor")
def not_clients_act(v: View) -> Yes | None:
    """Is the act of the therapist or of somebody else.

    Source: ANCHORS, Achievable 0 and type "other".
    Yes: "Therapist will teach relaxation." "His wife will stop nagging."
    No: "Maya asks her partner to answer one text a day."
    """
    return yes([v.reading.actor_place]) if v.reading.actor != "client" else None


@check("target")
def reversed_direction(v: View) -> Yes | None:
    """Moves a score the wrong way.

    Source: ANCHORS, Achievable 0; the measure's direction.
    Yes: "Y-BOCS rises from 27 to 34."
    No: "Y-BOCS falls from 27 to 14."
    """
    for s in v.reading.scores:
        if s.target is None:
            continue
        base = s.baseline if s.baseline is not None else _base(v, s.measure.name)
        up = v.reading.has("raise") and not v.reading.has("lower")
        worse = base is not None and (s.target > base if s.measure.better == "lower" else s.target < base)
        said = s.baseline is not None or (up and s.measure.better == "lower")
        if worse and said:
            return yes([s.span], f"{s.measure.name}: {s.measure.better} is better")
    return None


def _base(v: View, name: str) -> float | None:
    return v.facts.baselines.get(name) if v.facts else None


@check("target")
def already_met(v: View) -> Yes | None:
    """Sets a target that the client's score at intake already meets, or that is no change.

    Source: ANCHORS, Achievable 1.
    Yes: "GAD-7 below 25" when it is 16 at intake
    No: "GAD-7 of 9 or lower" when it is 16
    """
    for s in v.reading.scores:
        base = _base(v, s.measure.name)
        if s.target is None or base is None:
            continue
        if s.target >= base if s.measure.better == "lower" else s.target <= base:
            return yes([s.span], f"{s.measure.name} at intake: {base:g}")
    return None


@check("target")
def out_of_range(v: View) -> Yes | None:
    """Sets a target that the instrument cannot give.

    Source: ANCHORS, Achievable 1; the measure's range.
    Yes: "GAD-7 of 30"
    No: "GAD-7 of 9"
    """
    for s in v.reading.scores:
        if s.target is not None and not s.measure.low <= s.target <= s.measure.high:
            return yes([s.span], f"{s.measure.name} runs from {s.measure.low:g} to {s.measure.high:g}")
    return None


@check("target")
def leap(v: View) -> Yes | None:
    """Expects far more change than is usual: to the floor of the scale, or a large fall within a few sessions.

    Source: ANCHORS, Achievable 1.
    Yes: "PHQ-9 from 17 to 0 by session 3"
    No: "PHQ-9 from 17 to 9 by session 14"
    """
    for s in v.reading.scores:
        base = s.baseline if s.baseline is not None else _base(v, s.measure.name)
        if s.target is None or base is None or s.measure.better != "lower" or base <= s.measure.low:
            continue
        share = (base - s.target) / (base - s.measure.low)
        if share > 0.9 or (share > 0.5 and _soon(v)):
            return yes([s.span], f"{s.measure.name} at intake: {base:g}")
    return None


_SWEEPING = re.compile(
    r"\b(?:free (?:of|from)|full (?:participation|recovery|return|control)|whole (?:life|again)"
    r"|symptom-free|anxiety-free|completely|totally|all (?:her|his|their) (?:symptoms|problems|fears))\b"
)
_SOON = re.compile(
    r"\b(?:session|week) (?:[1-3]|one|two|three)\b|\bwithin (?:a|one|two|1|2|three|3) (?:weeks?|sessions?"
    r"|days?)\b|\b(?:tomorrow|this week|next week|next session|by (?:monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday))\b"
)


_SESSION = re.compile(r"\bsession (\d{1,2})\b")


def _soon(v: View) -> bool:
    """Whether the time is short: a few days or weeks, or the first third of the planned sessions."""
    if _SOON.search(v.reading.norm):
        return True
    sessions = [int(n) for n in _SESSION.findall(v.reading.norm)]
    return bool(v.facts and sessions and 3 * max(sessions) <= v.facts.case.planned_sessions)


@check("dose")
def impossible_dose(v: View) -> Yes | None:
    """Asks for hours a day on top of a life.

    Source: ANCHORS, Achievable 0 and 1.
    Yes: "Meditate for 4 hours every weekday."
    No: "Meditate for 10 minutes every weekday."
    """
    r = v.reading
    if not r.doses or r.has("change", "limit") or not _EVERY_DAY.search(r.norm) or r.has("reduce"):
        return None
    long = [
        (d.start, d.end) for d in r.doses if d.minutes >= _UNUSUAL and not re.search(r"sleep|asleep|work|shift", r.norm)
    ]
    return found(long)


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
    long = [
        (d.start, d.end)
        for d in r.doses
        if d.minutes > most and not re.search(r"asleep|sleep|in bed|less|fewer|cut", r.norm)
    ]
    return found(long, v.facts.free_fact)


@check("technique")
def against_barrier(v: View) -> Yes | None:
    """Asks for what a stated barrier stands against.

    Source: ANCHORS, Achievable 1; the case's barriers.
    Yes: "Meditate for ten minutes" where the client doubts meditation
    No: "Walk the dog for ten minutes"
    """
    if v.facts is None or v.reading.has("support"):
        return None
    for pattern, barrier in v.facts.doubts:
        if m := pattern.search(v.reading.norm):
            return yes([m.span()], barrier)
    return None


@check("absolute")
def demands_perfection(v: View) -> Yes | None:
    """Leaves no room for one bad day.

    Source: ANCHORS, Achievable 1 (a leap beyond the baseline).
    Yes: "Up at 6 a.m. every single day"
    No: "Up by 10 a.m. on at least 4 days a week"
    """
    r = v.reading
    return found([m.span() for m in _STRICT.finditer(r.norm)])


@check("absolute")
def sweeping(v: View) -> Yes | None:
    """Asks for a whole life without the trouble, in words that leave nothing over.

    Source: ANCHORS, Achievable 1 (a leap far beyond the baseline).
    Yes: "Live free of OCD." "Turn the tap off in my head."
    No: "Spend less time at the sink."
    """
    r = v.reading
    if r.has("limit", "change", "counted", "dose", "count"):
        return None
    whole = [m.span() for m in _SWEEPING.finditer(r.norm)]
    return found(whole + [p for p in r.at("metaphor") if r.has("state", "wish")])


@check("target")
def scaled(v: View) -> Yes | None:
    """The text itself scales the step: a starting level, a feasible dose, a graded step, a support, a small act.

    Source: ANCHORS, Achievable 3.
    Yes: "from 15 to 4 texts a day", "10 minutes, five evenings a week", "phone Margaret on Wednesday"
    No: "identify three thinking errors"
    """
    r = v.reading
    if r.has("change", "baseline") or any(s.baseline is not None for s in r.scores):
        return yes(r.at("change", "baseline"))
    dosed = [(d.start, d.end) for d in r.doses if d.minutes <= 60]
    if dosed and r.has("counted", "bare", "deadline", "duration") and not r.scores:
        return yes(dosed)
    rate = r.at("counted", "count")
    if (
        rate
        and r.has("act")
        and not r.scores
        and len(v.concrete) >= 2
        and (r.has("duration", "deadline") or r.has("counted"))
        and not r.has("reduce_only")
    ):
        return yes(rate)
    if r.has("graded", "support") and len(v.concrete) >= 3:
        return yes(r.at("graded", "support"))
    if (
        r.has("deadline")
        and r.has("act")
        and not r.has("state", "loose", "reduce")
        and not r.scores
        and len(v.concrete) >= 2
        and not r.has("percent")
    ):
        return yes(r.at("deadline"))
    return None


@check("hedge")
def hedged(v: View) -> Yes | None:
    """Leaves it open whether it happens at all.

    Source: notes on plan language; ANCHORS, Achievable 2.
    Yes: "Perhaps phone a friend, energy permitting."
    No: "Phone a friend on Wednesday."
    """
    return found(v.reading.at("hedge"))
