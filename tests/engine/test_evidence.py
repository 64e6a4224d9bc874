"""Each kind of evidence, one class of wording at a time."""

import pytest

from goalsmith.engine.evidence import actor, quantity, time
from goalsmith.engine.evidence.first import heads
from goalsmith.engine.phrases import PhraseBook
from goalsmith.engine.text import normalise, stem, tokenise


def begins(norm):
    return heads(norm, tokenise(norm))


DEADLINES = [
    "by session 6",
    "within 12 weeks",
    "for the next three weeks",
    "by the end of November",
    "until 31 August",
    "over the 16-session course",
    "before next Tues",
    "by Christmas",
    "by week 8",
    "on 2026-05-04",
    "within the first four sessions",
    "by the twelfth session",
    "for three weeks starting Monday",
    "by half-term",
    "for the rest of term",
    "by the end of the school year",
    "by mid-May",
    "through August",
    "by 14/06",
    "until the thirtieth of September",
    "from 3 March",
    "by Hanukkah",
    "before Mother's Day",
    "before the trial",
    "by her 40th birthday",
    "a week on Tuesday",
    "w/in 6 wks",
    "x next 3 wks",
    "from tomorrow to Christmas",
    "by the last week of May",
    "until the last session",
    "by tomorrow's session",
    "for the whole 12 sessions",
]
LOOSE = [
    "for three weeks",
    "at each session",
    "by the summer",
    "x 3 wks",
    "from tomorrow on",
    "during therapy sessions",
    "this term",
    "by the holidays",
    "from May on",
    "in the second half of treatment",
    "in the next few weeks",
    "three Fridays running",
    "x 14/7",
    "by Christmas or so",
]
OPEN = [
    "over time",
    "at some point",
    "by the end of treatment",
    "daily",
    "twice a week",
    "until she feels ready",
    "soon",
    "at some stage",
    "one of these days",
    "later on",
    "no more than five times in a school day",
    "twice per match",
    "within the agreed time frame",
    "over the course of therapy",
    "for the rest of her life",
]
NO_TIME = [
    "for well over a year she worried",
    "one day at a time",
    "in the last four weeks it got worse",
    "aged 34",
    "for five months she hasn't slept",
    "widowed eight months",
]


@pytest.mark.parametrize("words", DEADLINES)
def test_an_explicit_time_is_level_three(gad, words):
    assert gad.statement(f"Write worries in her journal {words}", "objective").level("T") == 3


@pytest.mark.parametrize("words", LOOSE)
def test_a_loose_bound_is_level_two(gad, words):
    assert gad.statement(f"Write worries in her journal {words}", "objective").level("T") == 2


@pytest.mark.parametrize("words", OPEN)
def test_an_open_time_is_level_one(gad, words):
    assert gad.statement(f"Write worries in her journal {words}", "objective").level("T") == 1


@pytest.mark.parametrize("words", NO_TIME)
def test_what_is_past_is_no_deadline(words):
    assert "deadline" not in time.find(words, begins(words))
    assert "duration" not in time.find(words, begins(words))


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("15 minutes", 15),
        ("one hour", 60),
        ("30 secs", 0.5),
        ("20 to 30 minutes", 30),
        ("half an hour", 30),
        ("5-min", 5),
    ],
)
def test_doses_in_minutes(words, minutes):
    assert [d.minutes for d in quantity.doses(words, begins(words))] == [minutes]


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("from 17 to 9", 17, 9),
        ("from about 40x/day to ≤10x/day", 40, 10),
        ("from four a week to two", 4, 2),
        ("16 -> 9", 16, 9),
        ("from 10-15 a day to 3 at most", 10, 3),
    ],
)
def test_from_baseline_to_target(words, before, after):
    (change,) = quantity.changes(words, begins(words))
    assert (change.baseline, change.target) == (before, after)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("therapist will teach relaxation", "therapist"),
        ("in session 2, the clinician explains the model", "therapist"),
        ("her husband will stop nagging", "other"),
        ("flatmate to answer his questions", "other"),
        ("maya asks her partner to wait", "client"),
        ("client will phone her daughter", "client"),
    ],
)
def test_who_acts(text, who):
    assert actor.find(text)[0] == who


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("PHQ-9 comes down from 17 to under 10", 3),
        ("a PHQ-9 score of 9 or less", 3),
        ("score 9 or lower on the PHQ9", 3),
        ("a 50% reduction in PHQ-9", 3),
        ("improve her PHQ-9 score", 2),
        ("lower her Patient Health Questionnaire 9", 2),
    ],
)
def test_instruments_with_and_without_a_target(mdd, text, level):
    assert mdd.statement(text, "goal").level("M") == level


def test_the_number_in_an_instruments_name_is_no_target(gad):
    assert gad.statement("Bring down the GAD-7", "goal").level("M") == 2


def test_shorthand_and_spelling_are_read_alike(gad):
    one = gad.statement("Practise PMR 10 min q day, 3x/wk", "objective")
    two = gad.statement("Practice PMR 10 minutes daily, 3 times a week", "objective")
    assert [one.level(x) for x in "SMART"] == [two.level(x) for x in "SMART"]


def test_normalising_moves_no_character():
    text = "“Don’t” – stop\u00a0ẞ İ ≤ 3"
    assert len(normalise(text)) == len(text)
    assert normalise(text).startswith('"don\'t" - stop ')


@pytest.mark.parametrize(
    "words",
    [("worries", "worry"), ("washing", "wash"), ("stopped", "stop"), ("practising", "practise"), ("her's", "her")],
)
def test_forms_of_a_word_share_a_stem(words):
    assert stem(words[0]) == stem(words[1])


def test_phrases_with_alternatives_and_gaps():
    book = PhraseBook({"harm": ["text|call ... partner"], "one": ["journal"]})
    found = book.find(tokenise("texted her own partner about the journals"))
    assert found == {"harm": [(0, 22)], "one": [(33, 41)]}
    assert not book.find(tokenise("text " + "very " * 9 + "partner"))
