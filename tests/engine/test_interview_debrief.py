"""Looking back on an interview."""

from goalsmith.engine.interview import debrief
from goalsmith.store import load_interviewing
from interview_case import answer, asked, deflect, the_case

CASE = the_case()
KINDS = load_interviewing()
CALM = CASE.model_copy(update={"risk": []})


def test_a_risk_that_was_not_asked_about_comes_first():
    first = debrief(CASE, asked(CASE, "brings", "drinking"), KINDS).items[0]
    assert first.part == "risk"
    assert first.said.startswith("You ended without asking about suicide. This client carries the risk: Passing")
    assert first.ask == "Have you had thoughts of killing yourself?"
    assert first.sources[1] == (
        "McCabe R, Sterno I, Priebe S, Barnes R, Byng R (2017). "
        "How do healthcare professionals interview patients to assess suicide risk? BMC Psychiatry, 17, 122."
    )


def test_without_a_risk_in_the_case_it_is_one_item_among_others():
    back = debrief(CALM, asked(CALM, "how-often"), KINDS)
    assert back.items[0].part == "found"
    assert [one.said for one in back.of("risk")] == [
        "You ended without asking about suicide. Ask every client, in plain words."
    ]


def test_asking_about_it_is_said_too():
    back = debrief(CASE, asked(CASE, "suicide"), KINDS)
    assert back.items[0].said == "You asked about suicide in plain words."


def test_another_question_on_safety_is_no_question_about_suicide():
    back = debrief(CASE, asked(CASE, "wheel"), KINDS)
    assert back.items[0].said.startswith("You ended without asking")


def test_found_and_missed_facts_are_counted_and_missed_ones_not_given_away():
    back = debrief(CASE, asked(CASE, "how-often", "suicide"), KINDS)
    assert back.needed == (2, 6)
    missed = {one.about: one for one in back.of("missed")}
    assert missed["clock"].said == "What an objective changes."
    assert missed["clock"].ask == "What do you do while you lie awake?"
    shown = " ".join(f"{one.said} {one.why} {one.ask}" for one in back.of("missed"))
    assert "clock" not in shown
    assert "choir" not in shown
    assert missed["others"].said == "There were 6 things more to learn that a plan can do without."


def test_each_kind_says_how_often_it_was_used_and_why_it_works():
    kinds = {one.about: one for one in debrief(CASE, asked(CASE, "how-often", "how-often", "proud"), KINDS).of("kinds")}
    assert (kinds["frequency"].count, kinds["strengths"].count, kinds["miracle"].count) == (2, 1, 0)
    assert "a goal and its objectives need" in kinds["miracle"].why
    assert "leading" not in kinds


def test_poor_questions_are_shown_with_what_makes_them_poor():
    exchanges = asked(CASE, "pills")
    exchanges.append(deflect(CASE.interview, exchanges, "Surely it is fine?", "leading"))
    exchanges.append(answer(CASE.interview.question("suicide"), exchanges, "No thoughts of suicide, right?", "leading"))
    poor = debrief(CASE, exchanges, KINDS).of("poor")
    assert [(one.about, one.said) for one in poor] == [
        ("accusing", "Why don't you just take a pill like everybody else?"),
        ("leading", "Surely it is fine?"),
        ("leading", "No thoughts of suicide, right?"),
    ]
    assert poor[0].why == "It blames her for what she came with."
    assert poor[2].why.startswith("It got a straight answer all the same")
