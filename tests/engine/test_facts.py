"""What a case's sentences give: counts, free time, barriers, and when its sessions lie."""

from datetime import date

import pytest

from goalsmith.engine import barriers, baselines, calendar
from goalsmith.store import find_case


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Washes hands about 40 times a day, 3 hours daily", [(40, 40, "times", "day"), (180, 180, "minutes", "day")]),
        ("Texts partner 10 to 15 times a day for reassurance", [(10, 15, "times", "day")]),
        ("Two panic attacks a week, mostly in meetings", [(2, 2, "attack", "week")]),
        ("Takes 60 to 90 minutes to fall asleep", [(60, 90, "minutes", "")]),
        ("Stays in bed until noon five days a week", [(5, 5, "day", "week")]),
        ("Low mood and guilt most days", []),
    ],
)
def test_counts_of_a_problem(sentence, counted):
    assert [(c.low, c.high, c.unit, c.per) for c in baselines.counts(sentence)] == counted


def test_what_more_is_better_of_is_no_ceiling():
    assert baselines.of_case(["Sleeps five hours a night", "Showers once a week"]) == ()
    assert baselines.of_case(["Lies awake for two hours a night"])


@pytest.mark.parametrize(
    ("barrier", "minutes"),
    [
        ("only 20 to 30 minutes free on weekdays", 30),
        ("only about an hour to herself in the evening", 60),
        ("no more than 15 minutes to himself", 15),
        ("evening shifts", None),
    ],
)
def test_free_time(barrier, minutes):
    assert barriers.free_minutes([barrier])[0] == minutes


@pytest.mark.parametrize(
    ("barrier", "step"),
    [
        ("bad back", "run 5 km on sunday"),
        ("mild asthma", "sprint up the stairs"),
        ("no driving licence", "drive to the lake"),
        ("tight budget", "book a weekend away at £200"),
        ("early shifts", "go to bed at 1 am"),
        ("deadlines until eight in the evening", "join the class at 6 pm"),
        ("hearing aid makes groups tiring", "join a noisy group of twenty"),
        ("fears gossip on the ward", "tell all colleagues on the ward"),
        ("sceptical about groups", "go to meetings"),
        ("German is her second language", "give a speech"),
    ],
)
def test_a_barrier_stands_against_its_kind_of_step(barrier, step):
    assert any(pattern.search(step) for pattern, _, _ in barriers.doubts([barrier]))
    assert not any(
        pattern.search("write one line in the notebook at noon") for pattern, _, _ in barriers.doubts([barrier])
    )


@pytest.mark.parametrize(
    ("words", "days"),
    [("1 week", 7), ("week", 7), ("weekly", 7), ("2 weeks", 14), ("every other week", 14), ("fortnight", 14),
     ("10 days", 10), ("twice a week", 3.5), ("a month", 30.4), ("by arrangement", None), ("", None)],
)  # fmt: skip
def test_how_often_sessions_are(words, days):
    assert calendar.every(words) == days


def test_the_calendar_of_a_case():
    found = calendar.of_case(find_case("mdd-ruth"))
    assert found == calendar.Calendar(date(2026, 3, 16), date(2026, 6, 22))
    assert calendar.of_case(find_case("mdd-ruth").model_copy(update={"session_every": ""})) is None


def test_a_date_without_a_year_is_the_next_one_after_intake():
    known = calendar.Calendar(date(2026, 11, 2), date(2027, 2, 1))
    found = [day for day, _ in calendar.dates("by 9 november, 10 jan and february 31 or 2026-12-24", known)]
    assert found == [date(2026, 11, 9), date(2027, 1, 10), date(2026, 12, 24)]
