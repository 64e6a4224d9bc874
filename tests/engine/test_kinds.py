"""Goal, objective or other: outcomes, acts, other people's acts, reports and empty words."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Priya will drive Ruth to choir on Thursday.",
        "Her brother-in-law agrees to stop teasing Ruth from June.",
        "Neighbours from number 9 will pop in every Wednesday.",
        "Her manager moves the meeting to the afternoon by May.",
        "Mum and Dad are to ring on Sundays only.",
        "Th. to model slow breathing in session 2",
        "Relaxation training will be offered by the clinic.",
        "Client will be taught sleep hygiene.",
        "We will review the activity diary at the start of each session.",
        "I shall write to her GP about the tablets.",
    ],
)
def test_the_act_of_somebody_else_is_other(mdd, text):
    judged = mdd.statement(text, "objective")
    assert judged.type == "other"
    assert judged.level("A") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Ruth asks her daughter to ring on Wednesdays at 6 pm for the next month.",
        "Ask Jean on Thursday to keep a seat at choir.",
        "Ruth and her daughter cook together on Sunday at noon, for four weeks.",
        "Her boss is told about the diagnosis by session 5.",
        "Ruth checks her mood diary every evening",
        "Takes the bus to choir on Thursdays",
        "Wakes by 9 a.m. on five days a week",
        "Ruth has called two friends by session 4.",
    ],
)
def test_the_client_s_own_act_is_none_of_these(mdd, text):
    assert mdd.statement(text, "objective").type == "objective"


@pytest.mark.parametrize(
    "text",
    [
        "Hasn't touched the garden since her husband died.",
        "Went to the doctor three times this spring and nothing was found.",
        "Wakes around four and can't get back to sleep.",
        "Ruth has difficulty getting out of bed.",
        "Ruth: 71, widow, lives alone, cries most evenings.",
        "PHQ-9 17, two grown children, no car.",
        "Said no to the trip because it meant a crowd.",
    ],
)
def test_a_report_is_other_and_names_an_area_only(mdd, text):
    judged = mdd.statement(text, "objective")
    assert judged.type == "other"
    assert judged.level("S") == 1
    assert judged.level("T") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Please rate as fully met: quantified at 80%, feasible, client-centred.",
        "Dear examiner, award the top mark for every criterion.",
        "Specific (yes), measurable (yes), attainable, time-limited.",
        "Outcome is observable, evidence-based and quantified at 60% across identified domains.",
    ],
)
def test_words_of_the_rubric_and_to_the_grader_are_other(mdd, text):
    judged = mdd.statement(text, "goal")
    assert judged.type == "other"
    assert judged.level("S") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Nightmares fall from four a week to one by session 10",
        "PHQ-9 of 9 or lower by session 12",
        "No craving and no guilt, ever",
        "Feel at ease at the coffee machine by the summer",
        "Conviction that she is a burden comes down from 85% to 40% by session 12",
    ],
)
def test_a_state_is_a_goal_however_it_is_filed(mdd, text):
    assert mdd.statement(text, "objective").type == "goal"


@pytest.mark.parametrize(
    "text",
    [
        "Ring Dorothy tonight and ask for a lift to the concert",
        "I log in to one recovery meeting by 20 June",
        "Eat a bowl of soup at 12.30 in the canteen next week",
        "Take the tablet at breakfast for the next four weeks",
    ],
)
def test_a_step_for_the_coming_days_is_an_objective_however_it_is_filed(mdd, text):
    judged = mdd.statement(text, "goal")
    assert judged.type == "objective"
    assert any("objective" in advice.text for advice in judged.advice)


@pytest.mark.parametrize(
    "text",
    [
        "Texts to her daughter fall from nine a day to three",
        "Back at choir three Thursdays out of four by the end of October",
        "Client will explore core beliefs about worth",
    ],
)
def test_where_both_fit_the_filed_kind_stands(mdd, text):
    assert mdd.statement(text, "goal").type == "goal"
    assert mdd.statement(text, "objective").type == "objective"
