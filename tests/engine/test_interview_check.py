"""What an author is told about an interview that does not hold together."""

import pytest

from goalsmith.engine.interview import check
from goalsmith.model import Fact
from interview_case import changed, the_case

CASE = the_case()


def with_question(one, **fields):
    """The case with other fields in one question."""
    questions = [q.model_copy(update=fields) if q.id == one else q for q in CASE.interview.questions]
    return changed(CASE, questions=questions)


def without(*ids):
    return changed(CASE, questions=[q for q in CASE.interview.questions if q.id not in ids])


def told(case):
    return "\n".join(check(case))


def test_a_sound_interview_has_nothing_wrong():
    assert check(CASE) == []


def test_a_case_without_an_interview_has_nothing_wrong():
    assert check(CASE.model_copy(update={"interview": None})) == []


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (with_question("brings", facts=["nope"]), "interview.questions.brings.facts: there is no fact nope;"),
        (with_question("awake", after=["nope", "brings"]), "questions.awake.after: there is no question nope;"),
        (with_question("how-often", facts=[]), "interview.facts.nights: no question brings it out;"),
        (with_question("hope", after=["matters"]), "interview.questions.hope.after: none of matters is ever offered"),
        (with_question("hope", after=["matters"]), "facts.aim: only questions that are never offered bring it out"),
        (with_question("awake", after=["pills"]), "questions.awake.after: none of pills is ever offered before it"),
        (with_question("pills", facts=["nights"]), "questions.pills.facts: a poor question brings out nights,"),
        (with_question("suicide", enquires=[]), "interview.questions: none enquires about suicide;"),
        (without("matters"), "interview.questions: none is of the kind values; add one"),
        (without("drinking"), "none is of the kind substance, a direct question"),
        (
            with_question("proud", also=["How can I help?"]),
            '"How can I help?" is "How can I help?" of brings in the same words',
        ),
    ],
)
def test_each_problem_is_one_sentence_with_its_place(case, sentence):
    assert sentence in told(case)


def test_a_fact_that_only_a_poor_question_brings_out_is_a_dead_end():
    questions = [
        q.model_copy(update={"facts": ["wine"] if q.id == "pills" else []}) if q.id in ("pills", "drinking") else q
        for q in CASE.interview.questions
    ]
    assert "facts.wine: only a poor question brings it out (pills);" in told(changed(CASE, questions=questions))


def test_ids_that_stand_twice_are_named():
    twice = changed(CASE, questions=[*CASE.interview.questions, CASE.interview.question("brings")])
    assert "interview.questions.brings: the id stands 2 times; give each its own" in told(twice)
    facts = changed(CASE, facts=[*CASE.interview.facts, Fact(id="aim", text="Once more")])
    assert "interview.facts.aim: the id stands 2 times" in told(facts)


def test_each_problem_of_the_case_needs_a_fact_that_a_plan_needs():
    facts = [f.model_copy(update={"problem": ""}) if f.problem == "driving" else f for f in CASE.interview.facts]
    assert "interview.facts: none that a plan needs belongs to the problem driving;" in told(changed(CASE, facts=facts))
    strange = [f.model_copy(update={"problem": "snoring"}) if f.id == "aim" else f for f in CASE.interview.facts]
    assert "interview.facts.aim.problem: there is no problem snoring;" in told(changed(CASE, facts=strange))
