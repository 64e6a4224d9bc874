"""Statements from textbooks, with the levels that a careful supervisor gives them."""

LEARN = (
    "Within the first four sessions, patient will learn how to identify and challenge irrational distressing thoughts."
)
BODY_SCAN = (
    "Patient will continue practicing thought-challenging between appointments, as well as engaging in 15 minutes of "
    "body scans and meditation per day."
)
CONTINUE = (
    "Client will continue this exposure/response prevention therapy for at least 15 minutes per day for the next two "
    "weeks."
)


def test_a_relevant_goal_with_an_instrument_but_no_target_and_no_time(gad):
    text = (
        "Reduce symptoms of anxiety (as measured by the ASQ assessment for anxiety) to improve overall quality of life."
    )
    judged = gad.statement(text, "goal")
    assert judged.type == "goal"
    assert judged.level("R") >= 2
    assert judged.level("M") == 2
    assert judged.level("T") == 0


def test_learning_within_four_sessions_is_bound_in_time_but_not_measurable(gad):
    judged = gad.statement(LEARN, "objective")
    assert judged.level("T") == 3
    assert judged.level("M") <= 1
    assert judged.type == "objective"


def test_meditation_stands_against_a_stated_barrier(gad):
    judged = gad.statement(BODY_SCAN, "objective")
    assert judged.level("T") == 1
    assert judged.level("A") == 1
    told = next(a for a in judged.advice if a.criterion == "A")
    assert told.fact == "scepticism about meditation"
    assert told.fact in told.text


def test_a_fair_broad_goal_lacks_its_measure_only(ocd):
    judged = ocd.statement("Improve OCD symptoms to reduce their impact on daily functioning.", "goal")
    assert judged.type == "goal"
    assert judged.letters["S"].met
    assert judged.letters["A"].met
    assert judged.level("R") == 2
    assert judged.level("M") <= 1
    assert judged.level("T") == 0
    assert any(a.criterion == "M" and "measure" in a.text for a in judged.advice)


def test_exposure_in_sessions_without_a_trigger(ocd):
    text = "Practice exposure to the triggering fear and refrain from engaging in compulsion during therapy sessions."
    judged = ocd.statement(text, "objective")
    assert [judged.level(letter) for letter in "SMT"] == [2, 1, 2]


def test_exposure_by_dose_is_strong_but_names_no_trigger(ocd):
    judged = ocd.statement(CONTINUE, "objective")
    assert [judged.level(letter) for letter in "SMART"] == [2, 3, 3, 3, 3]


def test_the_same_statement_is_not_relevant_in_another_case(gad):
    assert gad.statement(CONTINUE, "objective").level("R") == 0
