"""Specific: what is a wish, what is therapy in general, what is concrete, and what is pinned down."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Win the war in my head",
        "Get back in the driver's seat of my life",
        "One day at a time, that's it.",
        "Break free of the cage!",
        "A lighter heart",
        "Be a better mother",
        "Sleep like a baby",
        "To be the woman she was before",
    ],
)
def test_a_figure_of_speech_or_a_value_is_a_wish(mdd, text):
    judged = mdd.statement(text, "objective")
    assert judged.level("S") == 0
    assert judged.type == "goal"


@pytest.mark.parametrize(
    "text",
    ["Call Jean", "Ring a friend", "Tidy the kitchen", "Return to church", "Stop checking the stove", "Join the choir"],
)
def test_a_short_act_that_is_meant_as_it_is_said_is_no_wish(mdd, text):
    assert mdd.statement(text, "objective").level("S") >= 1


def test_an_amount_or_a_date_makes_more_of_a_figure_than_a_wish(mdd):
    assert mdd.statement("Get back on track with the garden", "goal").level("S") < 2
    assert mdd.statement("Back on track: 20 minutes in the garden each Tuesday until 4 May", "goal").level("S") == 3


@pytest.mark.parametrize(
    "text",
    [
        "Client will explore ambivalence and enhance motivation for change.",
        "Develop assertive communication and healthy boundaries",
        "Use adaptive coping mechanisms as needed",
        "Strengthen emotional regulation and distress tolerance",
    ],
)
def test_words_for_therapy_in_general_name_an_area_only(gad, text):
    assert gad.statement(text, "objective").level("S") == 1


@pytest.mark.parametrize(
    ("loose", "pinned"),
    [
        ("Phone a friend by session 6", "Phone a friend from the kitchen after lunch on Tuesdays, by session 6"),
        ("Learn three recipes by May", "Cook one of three recipes with her daughter on Sundays at noon, until May"),
        ("Spend less time in bed", "Out of bed by 9 am, alarm across the room, five days a week"),
    ],
)
def test_a_deadline_pins_nothing_down_but_place_time_and_company_do(mdd, loose, pinned):
    assert mdd.statement(loose, "objective").level("S") == 2
    assert mdd.statement(pinned, "objective").level("S") == 3


def test_what_is_only_tried_is_not_pinned_down(ocd):
    firm = "Touch the bus pole with a bare hand on Monday and wait ten minutes"
    assert ocd.statement(firm, "objective").level("S") == 3
    judged = ocd.statement(f"Might {firm.lower()}, if the day isn't too bad", "objective")
    assert judged.level("S") == 2
    assert any(advice.check == "left_open" for advice in judged.advice)


def test_a_perhaps_that_is_the_client_s_answer_is_no_reservation(ocd):
    text = "Say 'perhaps, perhaps not' to the flatmate after dinner, five evenings a week"
    assert ocd.statement(text, "objective").level("S") == 3


def test_a_list_of_everything_is_bundled_without_a_single_and(mdd):
    text = "Join the choir, sort his clothes, lose weight, read more, volunteer, visit her girl, get the knee seen to"
    assert mdd.statement(text, "goal").level("S") == 2
