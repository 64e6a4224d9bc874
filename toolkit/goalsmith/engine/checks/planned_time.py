"""Achievable: whether the time that a statement names lies within the planned sessions."""

import re
from datetime import date

from goalsmith.engine import calendar
from goalsmith.engine.checks.base import View, Yes, check, yes
from goalsmith.engine.evidence.first import holds_any
from goalsmith.engine.evidence.numbers import NUM, value
from goalsmith.engine.facts import Facts
from goalsmith.engine.phrases import Place

_NUMBERED = re.compile(
    rf"\b(session|sess|appointment|week|wk)s? ?(?:#|no\.? ?|number )?({NUM})(?: ?(?:to|-|and|&) ?({NUM})(?! in\b))?"
)
_LENGTH = re.compile(
    rf"\b(?:within|in|over|for|after) (?:the next |the coming |the )?({NUM}) (weeks|months|sessions|years?)\b"
)
_YEARLY = re.compile(r"\b(?:within|in|over) (?:a|one) year\b|\bnext year\b")
_YEAR, _BEHIND = 40, 10
# Most times are small numbers, which lie within any plan of more than nine sessions.
_SMALL, _LARGE = 9, re.compile(r"\d\d|[efsnt]\w*teen|eleven|twelve|twenty|thirty|forty|fifty|month|year")
_UNITS, _LENGTHS = ("session", "sess", "appointment", "week", "wk"), ("weeks", "months", "sessions", "year")
_WEEKS = {"sessions": 0.0, "weeks": 1.0, "months": 4.35, "year": 52.0, "years": 52.0}


@check("deadline")
def beyond_plan(v: View) -> Yes | None:
    """Is due after the last planned session, when nobody looks at it together any more.

    Source: ANCHORS, Achievable 1 and 2 (the time available); the case's planned sessions and calendar.
    Yes: "by session 30", "by week 40", "within 12 months" (12 sessions are planned)
    No: "by session 8"
    """
    if v.facts is None or not v.reading.has("deadline", "duration", "start"):
        return None
    return _late_date(v, v.facts) or _late_number(v, v.facts)


@check("deadline")
def before_intake(v: View) -> Yes | None:
    """Is due on a date that lies before the first session.

    Source: ANCHORS, Achievable 1; the case's calendar, never today's date.
    Yes: "by 2 May 2019" (a case with a calendar)
    No: "by session 8"
    """
    if v.facts is None or v.facts.calendar is None or "20" not in v.reading.norm:
        return None
    for day, place in calendar.dates(v.reading.norm, v.facts.calendar):
        if day < v.facts.calendar.intake:
            return yes([place], f"treatment starts on {_said(v.facts.calendar.intake)}")
    return None


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _late_date(v: View, facts: Facts) -> Yes | None:
    if facts.calendar is None:
        return None
    late = [(day, p) for day, p in calendar.dates(v.reading.norm, facts.calendar) if day > facts.calendar.last]
    return yes([late[0][1]], f"the last planned session is about {_said(facts.calendar.last)}") if late else None


def _late_number(v: View, facts: Facts) -> Yes | None:
    planned = facts.case.planned_sessions
    weeks = (facts.calendar.last - facts.calendar.intake).days / 7 if facts.calendar else float(planned)
    fact = f"{planned} sessions are planned"
    spans = v.reading.at("deadline", "duration", "start")
    norm = v.reading.norm
    if min(planned, weeks) > _SMALL and not _within(_LARGE, norm, spans):
        return None
    for m in _within(_NUMBERED, norm, spans) if holds_any(norm, _UNITS) else ():
        most = planned if m.group(1).startswith(("s", "a")) else weeks
        if max(value(m.group(2)), value(m.group(3)) if m.group(3) else 0) > most:
            return yes([m.span()], fact)
    for m in _within(_LENGTH, norm, spans) if holds_any(norm, _LENGTHS) else ():
        unit = _WEEKS[m.group(2)]
        if value(m.group(1)) * (unit or 1) > (weeks + 1 if unit else planned):
            return yes([m.span()], fact)
    yearly = _within(_YEARLY, norm, spans) if "year" in norm else []
    return yes([yearly[0].span()], fact) if yearly and weeks < _YEAR else None


def _within(pattern: re.Pattern[str], norm: str, places: list[Place]) -> list[re.Match[str]]:
    """The first match of `pattern` in each of `places`, and a little behind it."""
    return [m for a, b in places if (m := pattern.search(norm, a, b + _BEHIND))]
