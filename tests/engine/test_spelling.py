"""Statements with typos, or in another spelling, are judged as what they mean, and quoted as they are written."""

import pytest
from hypothesis import given as forall
from hypothesis import strategies as st

from goalsmith.engine.text import given, normalise, rewrite, stem, tokenise

CLEAN = "By session 6 Daniel washes his hands no more than 15 times a day, counted by his flatmate."


def levels(judged):
    return {letter: judged.level(letter) for letter in "SMART"} | {"type": judged.type}


def shown(judged):
    spans = [s for r in judged.letters.values() for a in r.answers if a.yes for s in a.spans]
    return {judged.text[s.start : s.end] for s in spans}


@pytest.mark.parametrize(
    "text",
    [
        "By sesion 6 Daniel wahses his hnads no more than 15 tmies a day, countted by his flatmtae.",
        "By  session 6\u200b Daniel washes his  hands\nno more than 15 times a\u00a0day, counted by his flatmate.",
        "- By session 6 Daniel washes his hands no more than 15 times a day, counted by his flatmate.",
        "BY SESION 6 DANIEL WAHSES HIS HANDS NO MORE THAN 15 TIMES A DAY, COUNTED BY HIS FLATMATE.",
        "By ses\u00adsion 6 Daniel washes his hands no more than 15 times a day, counted by his flatmate.",
    ],
)
def test_what_is_only_written_badly_keeps_its_levels(ocd, text):
    assert levels(ocd.statement(text, "objective")) == levels(ocd.statement(CLEAN, "objective"))


def test_evidence_is_quoted_as_it_is_written(ocd):
    text = "-  By  sesion 6 Daniel won't wahs more than 15 tmies a day, with his flatmtae."
    quotes = shown(ocd.statement(text, "objective"))
    assert {"15 tmies a day", "wahs", "flatmtae"} <= quotes
    assert any(quote.endswith("sesion 6") for quote in quotes)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sessoin", "session"), ("minuets", "minutes"), ("therpaist", "therapist"), ("approximatley", "approximately"),
        ("Teusday", "tuesday"), ("februrary", "february"), ("seperate", ""), ("reassurrance", "reassurance"),
        ("flatmtae's", "flatmate's"), ("seventeeen", "seventeen"),
    ],
)  # fmt: skip
def test_a_slip_of_the_finger_is_read_as_the_word_that_is_meant(ocd, word, meant):
    assert ocd._spelling.nearest(word.lower()) == meant


@pytest.mark.parametrize(
    "word",
    """
    though tough trough marking making filling waking walking feather farther addition comparison table tables trail
    quite quiet loose weather whether angle dairy diary desert breath breathe chance charge bellow worse border
    elephant knitting pottery rebuild walker moody unkind slept daniela mayan form
    """.split(),  # noqa: SIM905 - a list of words is easier to read without signs
)
def test_other_words_are_left_alone(ocd, word):
    tokens = tokenise(word)
    assert ocd._spelling.changes(word, tokens) == []


def test_names_are_left_alone(ocd):
    text = "Rings Mr. Partnner and Sesion on Wendesday, says Daneil."
    tokens = tokenise(normalise(text))
    assert [new for _, _, new in ocd._spelling.changes(text, tokens)] == ["wednesday"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("behaviours", "behaviors"), ("organising", "organizing"), ("catastrophise", "catastrophize"),
        ("organisation", "organization"), ("counselling", "counseling"), ("counsellor", "counselor"),
        ("practised", "practiced"), ("programmes", "programs"), ("centre", "center"), ("analysed", "analyzed"),
        ("neighbourhood", "neighborhood"), ("favourite", "favorite"), ("travelled", "traveled"), ("fulfil", "fulfill"),
        ("sceptical", "skeptical"), ("metres", "meters"), ("dialogue", "dialog"), ("paediatric", "pediatric"),
    ],
)  # fmt: skip
def test_british_and_american_are_one_word(british, american):
    assert stem(british) == stem(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hour", "hor"), ("mourning", "morning"), ("prize", "prise"), ("called", "cale"), ("four", "for")],
)
def test_words_that_only_look_like_a_pair_stay_two(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("I'll phone Jean twice a week", "I will phone Jean twice a week"),
        ("He won't check the stove more than once", "He will not check the stove more than once"),
        ("Daniel doesn\u2019t ask his flatmate by week 4", "Daniel does not ask his flatmate by week 4"),
        ("His flatmate'll stop nagging", "His flatmate will stop nagging"),
    ],
)
def test_contractions_are_judged_as_what_they_stand_for(ocd, short, long):
    assert levels(ocd.statement(short, "objective")) == levels(ocd.statement(long, "objective"))


@forall(st.lists(st.tuples(st.text("abc ", max_size=4), st.one_of(st.none(), st.text("XYZ", max_size=4)))))
def test_every_place_leads_back_to_what_was_written(parts):
    changes, written, at = [], "", 0
    for kept, new in parts:
        written += kept
        if new is not None:
            changes.append((len(written), len(written) + 2, new))
            written += "--"
    rewritten, edits = rewrite(written, changes)
    assert rewritten == "".join(kept + (new or "") for kept, new in parts)
    for kept, new in parts:
        if kept:
            start, end = given((at, at + len(kept)), edits)
            assert written[start:end] == kept
        at += len(kept)
        if new:
            start, end = given((at, at + len(new)), edits)
            assert set(written[start:end]) == {"-"}
        at += len(new or "")
