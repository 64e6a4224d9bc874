"""Moves that work against treatment are found, and steps that cut them down are not taken for them."""

import pytest

HARMFUL = [
    ("ocd-daniel", "Flatmate to tell Daniel the flat is clean whenever he asks."),
    ("ocd-daniel", "Wear gloves on the bus every day for three weeks."),
    ("ocd-daniel", "Daniel asks his flatmate whether his hands are clean each evening."),
    ("ocd-daniel", "Shout STOP in his head whenever a thought comes."),
    ("gad-maya", "Text her partner each hour to hear that everything is fine."),
    ("mdd-ruth", "Ruth will stay in bed until noon to rest for two weeks."),
    ("mdd-ruth", "Ruth will promise her therapist not to kill herself."),
    ("sad-kofi", "Drink two beers before each social event to relax."),
    ("sad-kofi", "Skip meetings in which he would have to speak."),
    ("aud-mdd-carla", "Keep a bottle of wine at home to test her willpower."),
    ("mdd-ruth", "Ruth stops her antidepressant overnight and tells nobody."),
    ("gad-maya", "Drive home after three glasses of wine on Friday."),
]
HELPFUL = [
    ("ocd-daniel", "Daniel asks his flatmate for reassurance no more than twice a day by session 6."),
    ("ocd-daniel", "Take the bus two stops without gloves, twice a week."),
    ("ocd-daniel", "Delay washing by ten minutes after touching the door handle."),
    ("ocd-daniel", "Flatmate and Daniel agree on the reply 'that sounds like OCD' by session 3."),
    ("gad-maya", "Reassurance texts to her partner fall from 12 to 4 a day by session 6."),
    ("gad-maya", "Maya waits 20 minutes before texting her partner."),
    ("mdd-ruth", "Ruth gets up by 10 am on four days a week instead of staying in bed until noon."),
    ("mdd-ruth", "Ruth reviews her safety plan and names one person to call by session 2."),
    ("sad-kofi", "Go to game night without a beer before it, once a month."),
    ("sad-kofi", "Speak once in two of the next four team meetings."),
    ("aud-mdd-carla", "Carla calls her brother when a craving comes, instead of pouring a glass of wine."),
    ("aud-mdd-carla", "No more than two drinks on two evenings a week by session 8."),
    ("gad-maya", "Maya packs the school bags the night before so nobody has to hurry, four evenings a week."),
    ("mdd-ruth", "Ruth takes her tablet every morning with breakfast, as agreed with her doctor, until session 8."),
]


@pytest.mark.parametrize(("case", "text"), HARMFUL)
def test_a_move_against_treatment_earns_nothing_and_is_told_first(judges, case, text):
    judged = judges[case].statement(text, "objective")
    assert judged.unsafe
    assert "Source:" in judged.unsafe
    assert all(judged.points(letter) == 0 for letter in "SMART")
    assert judged.advice[0].criterion == "safety"
    assert "Instead:" in judged.advice[0].text


@pytest.mark.parametrize(("case", "text"), HELPFUL)
def test_a_step_against_the_disorder_is_not_taken_for_harm(judges, case, text):
    assert judges[case].statement(text, "objective").unsafe == ""


def test_a_debated_move_lowers_nothing(knowledge):
    debated = [m for p in knowledge.practices for m in p.contraindicated if m.certainty == "debated"]
    assert debated


def test_every_move_has_reason_alternative_and_source(knowledge):
    for practice in knowledge.practices:
        assert practice.sources
        for move in practice.contraindicated:
            assert move.why.endswith(".")
            assert move.instead.endswith(".")


WIDELY_WORDED = [
    ("gad-maya", "Post from the bank goes unopened into the drawer, so that her weekend is never spoilt by worry."),
    ("mdd-ruth", "Her daughter takes over all the shopping, bills and calls for good, so that Ruth needn't get up."),
]


@pytest.mark.parametrize(("case", "text"), WIDELY_WORDED)
def test_a_move_is_found_in_wide_words_where_the_others_speak_for_it(judges, case, text):
    assert judges[case].statement(text, "objective").unsafe


def test_a_clear_move_counts_although_no_other_word_speaks_for_it(judges):
    assert judges["ocd-daniel"].statement("Avoid the bus.", "objective").unsafe == ""
    assert judges["ocd-daniel"].statement("Avoid the bus for a month.", "objective").unsafe


def test_a_date_and_a_dose_excuse_nothing(judges):
    for text in ("Wear gloves on the bus.", "By 1 May, wear gloves on the bus for 20 minutes on Monday and Thursday."):
        assert judges["ocd-daniel"].statement(text + " From now on.", "objective").unsafe, text


def test_each_weight_is_told_with_its_words(knowledge):
    harm = knowledge.harm
    assert harm.planned > harm.tentative
    assert all(row.weight for row in harm.weights)
    words = [word for row in harm.weights for word in row.words]
    assert len(words) == len(set(words))
    assert "<number>" not in words
