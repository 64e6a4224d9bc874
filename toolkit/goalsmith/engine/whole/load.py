"""How many minutes a week a plan asks of the client: the doses of its objectives, added up while they run together."""

from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.numbers import NUM, value
from goalsmith.engine.reading import Reading
from goalsmith.engine.whole.view import PlanView, Row
from goalsmith.engine.whole.when import sessions

HOUR_A_DAY = 420.0
"""Minutes a week that a plan may ask where the case says nothing of free time. Our own bound, not a published one."""

# Minutes that are no work to be found time for: sleep, waiting, and what is to take less time.
_NO_WORK = Wording(
    r"\b(?:asleep|sleeps?|awake|in bed|waits?|waiting|delays?|delaying|postpones?|resists?|later|within|earlier"
    r"|less|fewer|shorter|no more than|at most|cuts?|reduc\w+|down|instead of|where (?:he|she|they) now)\b"
)
_PER_DAY = Wording(rf"\b({NUM}|once|twice) ?(?:x|times?)? ?(?:a|per|each|every|/) ?day\b")
_DAYS = Wording(
    rf"\b({NUM}) (?:(?:out )?of (?:the |every )?(?:next )?{NUM} )?(?:\w+ )?(?:days?|nights?|evenings?|mornings?"
    r"|afternoons?|weekdays?|workdays?|shifts?)\b"
)
_PER_WEEK = Wording(
    rf"\b({NUM}|once|twice|thrice) ?(?:x|times?)? ?(?:(?:a|per|each|every|/) ?(?:week|wk)\b|weekly\b)"
    rf"|\b({NUM}) (?:\w+ ){{1,2}}(?:a|per|each|every) week\b"
)
_SPELLED = (
    (7.0, Wording(r"\b(?:daily|nightly|(?:every|each|per|a) (?:single )?(?:day|night|evening|morning|afternoon))\b")),
    (5.0, Wording(r"\b(?:weekdays|weeknights|(?:every|each|per) (?:weekday|shift|(?:school|work|working) ?day))\b")),
    (2.0, Wording(r"\b(?:weekends?|fortnightly)\b")),
)
_SPAN = Wording(r"\bfrom (?:session|week) ")
_AROUND = 28


def times_a_week(norm: str) -> float:
    """How often a week a step is done; once where it does not say.

    >>> times_a_week("10 minutes on at least 4 of 5 weekdays"), times_a_week("20 minutes twice a day")
    (4.0, 14.0)
    """
    if m := _PER_DAY.search(norm):
        return 7 * _count(m.group(1))
    if m := _PER_WEEK.search(norm):
        return _count(m.group(1) or m.group(2))
    if (m := _DAYS.search(norm)) and 1 <= value(m.group(1)) <= 7:
        return value(m.group(1))
    return next((times for times, wording in _SPELLED if wording.search(norm)), 1.0)


def _count(word: str) -> float:
    return {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(word) or value(word)


def minutes_a_week(reading: Reading) -> float:
    """The minutes a week that one step asks for: its longest dose, as often as it says."""
    work = [d.minutes for d in reading.doses if not _no_work(reading, d.start, d.end)]
    return max(work, default=0.0) * times_a_week(reading.norm)


def _no_work(reading: Reading, start: int, end: int) -> bool:
    left = max(0, start - _AROUND)
    near = reading.norm[left : end + 12]
    falls = any(c.start <= start < c.end and c.target < c.baseline for c in reading.changes)
    return falls or _NO_WORK.search(near) is not None


def heaviest_week(view: PlanView) -> tuple[float, list[Row]]:
    """The minutes of the fullest week, and the objectives that fill it. Steps run as long as their words say."""
    loads = [(minutes_a_week(row.view.reading), *runs(row, view), row) for row in view.steps()]
    best: tuple[float, list[Row]] = (0.0, [])
    for begin in sorted({first for minutes, first, _, _ in loads if minutes}):
        rows = [(minutes, row) for minutes, first, last, row in loads if minutes and first <= begin <= last]
        total = sum(minutes for minutes, _ in rows)
        if total > best[0]:
            best = total, [row for _, row in rows]
    return best


def runs(row: Row, view: PlanView) -> tuple[float, float]:
    """The first and the last session of an objective; what is not said is the whole course."""
    named = sessions(row.text, view.case)
    first = min(named) if len(named) > 1 and _SPAN.search(row.view.reading.norm) else 1.0
    return first, max(named, default=float(view.case.planned_sessions))


def free_minutes_a_week(view: PlanView) -> tuple[float, str]:
    """The minutes a week that the client has, with the barrier that says so, or our own bound."""
    free, fact = view.facts.free_minutes, view.facts.free_fact
    if free is None:
        return HOUR_A_DAY, ""
    if "week " in f"{fact} " and "weekday" not in fact:
        return free, fact
    return free * (5 if "weekday" in fact or "work" in fact else 7), fact
