"""A case's own calendar: when its sessions lie, so that dates are never judged by today's clock."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.numbers import NUM, value
from goalsmith.engine.phrases import Place
from goalsmith.model import Case

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:,? (20\d\d)\b)?"
_DATE = Wording(
    rf"\b(20\d\d)-(\d\d)-(\d\d)\b|\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}{_YEAR}"
    rf"|\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b(?!:){_YEAR}"
)
_EVERY = Wording(rf"({NUM}|other)? ?(day|week|fortnight|month)")
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The first and the last day on which a case's sessions can lie."""

    intake: date
    last: date


def every(words: str) -> float | None:
    """The days from one session to the next: "1 week", "week", "2 weeks", "fortnight", "twice a week".

    >>> every("2 weeks"), every("twice a week"), every("by arrangement")
    (14.0, 3.5, None)
    """
    low = words.lower().replace("weekly", "week").replace("monthly", "month").replace("fortnightly", "fortnight")
    m = _EVERY.search(low)
    if m is None:
        return None
    days = _DAYS[m.group(2)]
    if "twice" in low:
        return days / 2
    if re.search(r"(?:times|x) ?(?:a|per) ", low):
        return days / value(low)
    number = 2.0 if m.group(1) == "other" else value(m.group(1)) if m.group(1) else 1.0
    return days * number


def of_case(case: Case) -> Calendar | None:
    """The case's calendar, or None where it does not say when its sessions lie."""
    days = every(case.session_every)
    if case.intake is None or days is None:
        return None
    return Calendar(case.intake, case.intake + timedelta(days=days * case.planned_sessions))


def dates(norm: str, calendar: Calendar) -> list[tuple[date, Place]]:
    """The dates of a text with their places. A date without a year is its next one after intake."""
    found = []
    for m in _DATE.finditer(norm):
        day = _read(m, calendar.intake)
        if day:
            found.append((day, m.span()))
    return found


def _read(m: re.Match[str], intake: date) -> date | None:
    if m.group(1):
        return _day(int(m.group(1)), int(m.group(2)), int(m.group(3)))
    day, name, year = (m.group(4), m.group(5), m.group(6)) if m.group(4) else (m.group(8), m.group(7), m.group(9))
    month = _MONTHS.index(name[:3]) + 1
    if year:
        return _day(int(year), month, int(day))
    this = _day(intake.year, month, int(day))
    return this if this is None or this >= intake else _day(intake.year + 1, month, int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
