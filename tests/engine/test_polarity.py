"""What a sentence plans, leaves out, cuts down or only tells of: the same words harm in one and help in another."""

import pytest

HARM_AND_HELP = [
    ("avoiding", "ocd-daniel", "Avoid the bus for a month.", "Daniel does not avoid the bus for a month."),
    ("negation", "gad-maya", "Ring her partner at noon to hear that all is well.",
     "Maya does not ring her partner at noon to hear that all is well."),
    ("instead of", "sad-kofi", "Send a chat message instead of speaking in the meeting.",
     "Speak in the meeting instead of sending a chat message."),
    ("a fall in numbers", "ocd-daniel", "Check the stove ten times before bed.",
     "Checking the stove before bed falls from ten times to two."),
    ("an urge", "ocd-daniel", "Wash his hands each time a thought of germs comes.",
     "Record the urge to wash his hands each time a thought of germs comes."),
    ("given up", "ocd-daniel", "Wear gloves on every bus ride.", "Leave the gloves at home on every bus ride."),
    ("another's help", "sad-kofi", "Have his friend order for him at the counter.",
     "His friend stops ordering for him at the counter."),
    ("what is left out is the aid", "ocd-daniel", "Never take the bus again.", "Take the bus without gloves."),
    ("somebody's words", "ocd-daniel", "Flatmate answers that the plate is clean.",
     "Flatmate answers 'that sounds like OCD' whenever Daniel asks if the plate is clean."),
    ("with the prescriber", "mdd-ruth", "Ruth stops the sertraline by herself.",
     "Ruth stops the sertraline in steps as agreed with her doctor."),
]  # fmt: skip
READ_RIGHTLY = [row for row in HARM_AND_HELP if row[0] != "an urge"]
"""What both readers judge rightly. The network takes the record of an urge for harm: docs/engine-limits.md."""


@pytest.mark.parametrize(("name", "case", "harm", "help_"), READ_RIGHTLY, ids=[row[0] for row in READ_RIGHTLY])
def test_the_direction_decides(judges, name, case, harm, help_):
    assert judges[case].statement(harm, "objective").unsafe
    assert judges[case].statement(help_, "objective").unsafe == ""


def test_the_spans_show_the_words_that_it_rests_on(judges):
    text = "From Monday on, Ruth cancels the calls with her daughter."
    judged = judges["mdd-ruth"].statement(text, "objective")
    shown = " ".join(text[span.start : span.end] for span in judged.advice[0].spans).split()
    assert {"cancels", "calls"} <= set(shown)


def test_what_the_case_says_that_the_client_avoids_is_looked_for_in_any_words(by_rules):
    """The network takes it for avoidance in Maya as well, of whom the case says nothing of the kind."""
    assert by_rules["mdd-ruth"].statement("Keep out of the concert hall for good.", "objective").unsafe
    assert by_rules["gad-maya"].statement("Keep out of the concert hall for good.", "objective").unsafe == ""


@pytest.mark.parametrize("upper_limit", ["no more than two glasses of wine", "at most two glasses of wine"])
def test_a_small_amount_of_a_harmful_remedy_is_still_a_remedy_by_the_rules(by_rules, upper_limit):
    """The network is sure enough of the opposite for the first: docs/engine-limits.md."""
    assert by_rules["gad-maya"].statement(f"Drink {upper_limit} to fall asleep.", "objective").unsafe


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("mdd-ruth", "Instead of staying in bed until noon, cancelling choir and seeing nobody, Ruth sings on Monday."),
        ("gad-maya", "When she longs to ring her partner, hear that all is well and check again, Maya sets the timer."),
        ("ocd-daniel", "Though he would rather wear gloves, wash twice or ask the flatmate, Daniel opens the door."),
    ],
)
def test_what_opens_a_sentence_before_its_subject_is_not_planned(by_rules, case, text):
    assert by_rules[case].statement(text, "objective").unsafe == ""


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("mdd-ruth", "Instead of staying in bed until noon, cancelling choir and seeing nobody, Ruth sings on Monday."),
        ("ocd-daniel", "Though he would rather wear gloves, wash twice or ask the flatmate, Daniel opens the door."),
    ],
)
def test_what_opens_a_sentence_is_not_taken_for_the_plan_by_both_readers(judges, case, text):
    """The network takes Maya's urge to ring, in the test above, for the plan: docs/engine-limits.md."""
    assert judges[case].statement(text, "objective").unsafe == ""


@pytest.mark.parametrize(("name", "case", "harm", "help_"), HARM_AND_HELP, ids=[row[0] for row in HARM_AND_HELP])
def test_the_rules_alone_tell_the_direction(by_rules, name, case, harm, help_):
    assert by_rules[case].statement(harm, "objective").unsafe
    assert by_rules[case].statement(help_, "objective").unsafe == ""


def test_everything_in_a_row_becomes_less(judges):
    text = "Reduce uncontrollable worry, avoidance of letters, muscle tension and lying awake by session 12."
    assert judges["gad-maya"].statement(text, "objective").unsafe == ""
