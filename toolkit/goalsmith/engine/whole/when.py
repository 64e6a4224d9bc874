"""By which session a step is due, and from which session on it runs: from words and the case's calendar."""

from datetime import date

from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.numbers import NUM, value
from goalsmith.engine.reading import LONGEST
from goalsmith.engine.text import normalise
from goalsmith.model import Case

_SESSION = Wording(rf"\b(session|appointment|visit|meeting|week|month)s? (?:no\.? |number )?({NUM})")
_WITHIN = Wording(
    rf"\b(?:within|in|for|over|during|the|next|first) (?:the )?(?:next |first |coming )?({NUM})[- ]"
    r"(session|appointment|visit|week|month|day)s?\b"
)
_SOON = Wording(
    r"\b(?:tomorrow|tonight|this week|next (?:week|session|appointment|visit|time)"
    r"|first (?:session|week|appointment)|by (?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_ISO = Wording(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY_MONTH = Wording(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (\d{{4}}))?")
_MONTH_DAY = Wording(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}}))?")
_EVERY = Wording(r"(\d+)? ?(day|week|month|fortnight)")
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.0}


def sessions(text: str, case: Case) -> list[float]:
    """Every time that `text` names, as a number of a session; the first is session 1.

    Weeks and dates are turned into sessions by the case's `intake` and `session_every` (a week where it says nothing).
    """
    norm, every = normalise(text[:LONGEST]), days_between(case)
    found = []
    for m in _SESSION.finditer(norm):
        found.append(_as_sessions(value(m.group(2)), m.group(1), every))
    for m in _WITHIN.finditer(norm):
        found.append(_as_sessions(value(m.group(1)), m.group(2), every))
    found += [2.0 for _ in _SOON.finditer(norm)]
    if case.intake:
        found += [1 + (day - case.intake).days / every for day in _dates(norm, case.intake)]
    return found


def days_between(case: Case) -> float:
    """How many days lie between two sessions."""
    m = _EVERY.search(case.session_every)
    return float(m.group(1) or 1) * _DAYS[m.group(2)] if m else 7.0


def _as_sessions(number: float, unit: str, every: float) -> float:
    return number * _DAYS[unit] / every if unit in _DAYS else number


def _dates(norm: str, intake: date) -> list[date]:
    named = [tuple(int(g) for g in m.groups()) for m in _ISO.finditer(norm)]
    named += [_named(intake, m.group(3), m.group(2), m.group(1)) for m in _DAY_MONTH.finditer(norm)]
    named += [_named(intake, m.group(3), m.group(1), m.group(2)) for m in _MONTH_DAY.finditer(norm)]
    return [day for year, month, at in named if (day := _date(year, month, at))]


def _named(intake: date, year: str | None, month: str, day: str) -> tuple[int, int, int]:
    """A date without a year lies in the twelve months after intake."""
    number = _MONTHS.index(month[:3]) + 1
    return int(year) if year else intake.year + (number < intake.month), number, int(day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
