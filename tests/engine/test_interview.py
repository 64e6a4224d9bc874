"""A typed question understood and answered, and what the client gives to whom."""

import pytest

from goalsmith.engine.interview import Listener, answer, deflect, form, found, offered, parts, reply, still_out
from interview_case import asked, the_case

CASE = the_case()
INTERVIEW = CASE.interview
LISTENER = Listener(INTERVIEW)


def understood(text):
    meant = LISTENER.understand(text)
    return meant.question.id if meant.question else None, meant.poor


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("what brings you here", "brings"),
        ("How often do you wake up?", "how-often"),
        ("how offen do u wake at nite?", "how-often"),
        ("For how long have you been sleeping badly?", "how-long"),
        ("What are you most proud of?", "proud"),
        ("Is there something that could get in your way?", "in-the-way"),
        ("How confident are you, from zero to ten?", "confidence"),
        ("Imagine the problem were gone tomorrow: what would be different?", "hope"),
        ("Thank you for telling me. What do you do while you are awake?", "awake"),
        ("Do you drink?", "drinking"),
        ("On a scale of 0-10, how confident are you?", "confidence"),
    ],
)
def test_a_question_in_other_words_is_understood(text, question):
    assert understood(text) == (question, None)


@pytest.mark.parametrize("text", ["What is the capital of France?", "asdf qwer", "", "   ", "?!", "Do you like jazz?"])
def test_what_nothing_prepared_comes_near_to_is_not_understood(text):
    assert understood(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "poor"),
    [
        ("Don't you think that you should relax more?", "leading"),
        ("Surely you could read a book?", "leading"),
        ("Your son is a worry, isn't he?", "leading"),
        ("You feel sad about the divorce, right?", "leading"),
        ("What do you eat at night and who cooks for you?", "stacked"),
        ("Where do you sleep? Who else is in the house?", "stacked"),
        ("Why don't you just go to bed earlier?", "accusing"),
        ("Why can't you pull yourself together?", "accusing"),
        ("What brings you here?", None),
        ("Why don't you tell me about it?", None),
        ("Hello Noor. How are you? What brings you here?", None),
        ("I see. What do you do while you lie awake?", None),
        ("Which of your friends don't you see any more?", None),
        ("What do you do when you wake up?", None),
        ("How could you get one point higher?", None),
        ("If you woke up tomorrow and the problem was gone, what would you notice?", None),
        ("On a scale of 0-10, how confident are you?", None),
        ("Noor, what is the hardest thing for you right now?", None),
        ("Do you ever call yourself lazy?", None),
        ("What do you feel that you should be doing?", None),
        ("You should go for a walk, I think?", "leading"),
        ("Isn't that a bit selfish?", "accusing"),
        ("How could you be so careless with your son?", "accusing"),
    ],
)
def test_how_a_question_is_put(text, poor):
    assert form(text) == poor


def test_a_stack_comes_apart_into_its_questions():
    assert parts("Welcome. When did it start, and how often do you wake?") == [
        "when did it start",
        "how often do you wake?",
    ]


@pytest.mark.parametrize(
    ("text", "question", "poor"),
    [
        ("You are not thinking of suicide, are you?", "suicide", "leading"),
        ("Why don't you just tell me if you want to kill yourself?", "suicide", "accusing"),
        ("What do you eat, who cooks, and do you think of killing yourself?", "suicide", "stacked"),
        ("How often do you wake, and do you wish you were dead?", "suicide", "stacked"),
        ("Any suicdal thoughts?", "suicide", None),
        ("Do you sometimes wish you weren't alive?", "suicide", None),
        ("Do you wish that you weren't here any more?", "suicide", None),
        ("Do you have access to a gun?", "suicide", None),
        ("Do you want to end your life?", "suicide", None),
        ("You don't drink alcohol, do you?", "drinking", "leading"),
        ("Who cooks at home and how often do you wake at night?", "how-often", "stacked"),
    ],
)
def test_a_direct_question_gets_its_straight_answer_however_it_is_put(text, question, poor):
    assert understood(text) == (question, poor)
    given = reply(INTERVIEW, [], text, LISTENER.understand(text))
    assert given.answer == INTERVIEW.question(question).answer
    assert given.facts == INTERVIEW.question(question).facts


def test_the_same_question_in_two_wordings_is_no_stack():
    assert understood("What brings you here? I mean, what is troubling you?") == ("brings", None)


def test_a_prepared_poor_question_is_known_when_it_is_typed():
    assert understood("Why don't you just take a pill?") == ("pills", None)


def test_every_wording_of_the_author_is_understood_as_its_own_question():
    for question in INTERVIEW.questions:
        for text in (question.ask, *question.also):
            assert understood(text) == (question.id, None)


def test_a_question_is_offered_once_what_leads_to_it_was_asked():
    before = {one.id for one in offered(INTERVIEW, [])}
    after = {one.id for one in offered(INTERVIEW, asked(CASE, "brings"))}
    assert "awake" not in before
    assert after - before == {"awake"}


def test_asked_again_the_client_has_heard_it_before():
    first, second, third = asked(CASE, "how-often", "how-often", "brings")
    assert first.answer.startswith("Five of seven. From")
    assert second.answer == "As I said. Five of seven."
    assert asked(CASE, "brings", "brings")[1].answer == third.answer


def test_deflections_are_taken_in_turn_each_kind_for_itself():
    exchanges = []
    for poor in ("leading", None, "leading", "leading", None):
        exchanges.append(deflect(INTERVIEW, exchanges, "So?", poor))
    given = [one.answer for one in exchanges]
    ways = INTERVIEW.deflections
    assert given == [
        ways.leading[0],
        ways.unmatched[0],
        ways.leading[1],
        ways.leading[0],
        ways.unmatched[1],
    ]


def test_a_typed_question_keeps_the_learners_words():
    given = answer(INTERVIEW.question("how-often"), [], "how often?")
    assert (given.asked, given.typed, given.question) == ("how often?", True, "how-often")


def test_facts_are_found_once_in_the_order_in_which_they_came_out():
    exchanges = asked(CASE, "in-the-way", "how-often", "how-often")
    assert [fact.id for fact in found(INTERVIEW, exchanges)] == ["shifts", "nights"]
    assert still_out(INTERVIEW, exchanges) == (4, 6)


def test_a_fact_that_the_case_no_longer_has_is_left_out():
    exchanges = asked(CASE, "how-often")
    exchanges[0].facts = ["long-gone", "nights"]
    assert [fact.id for fact in found(INTERVIEW, exchanges)] == ["nights"]
