"""What an observer could decide, one class of wording at a time."""

import pytest

DECIDABLE = [
    "Fall asleep within 30 minutes on 5/7 nights",
    "Speaks up twice per seminar",
    "Cook on four evenings out of five",
    "Stay in the lift until the fear has dropped by half",
    "Wait in the queue until the urge falls to 30",
    "Cut the time at the sink by a third",
    "Save £20 a week",
    "Eat lunch with three people",
    "Walk the dog every morning for the next four weeks",
    "Text a picture to her sister after each shift until the end of July",
    "Quit smoking by session 6",
    "Will not mention the overdraft at dinner for two months",
    "Leave the tap unchecked for a fortnight",
    "Alcohol-free for 30 days",
    "Back at work by 1 June",
    "The shed is cleared by the end of May",
    "Hand in the essay",
    "Complete the PHQ-9 by session 4",
    "PHQ-9 drops five points",
    "Not more than two glasses on any evening",
]
UNFINISHED = [
    "Go fishing with her brother for three weeks",
    "Work in the garden for ten minutes on most afternoons for three weeks",
    "Walk in the park every day",
    "Fewer arguments at home",
    "Cook, phone her sister, give up coffee, drink less wine, join a club, tidy the house and sleep well, by week 8",
]
NO_METRIC = [
    "Use coping strategies when triggered",
    "Learn grounding skills to manage distress more effectively",
    "She could possibly think about calling one of her cousins",
    "I suppose I might try an evening off now and then",
    "Talk to her sister more openly about the funeral",
]
NOTHING_TO_SEE = [
    "Gain insight into her grief",
    "Increase self-compassion",
    "Process core beliefs about her worth",
    "Learn to accept her loss",
    "Get my act together, once and for all",
]


@pytest.mark.parametrize("text", DECIDABLE)
def test_a_criterion_that_a_stranger_could_decide_is_level_three(mdd, text):
    assert mdd.statement(text, "objective").level("M") == 3


@pytest.mark.parametrize("text", UNFINISHED)
def test_an_incomplete_criterion_is_level_two(mdd, text):
    assert mdd.statement(text, "objective").level("M") == 2


@pytest.mark.parametrize("text", NO_METRIC)
def test_an_act_without_a_metric_is_level_one(mdd, text):
    assert mdd.statement(text, "objective").level("M") == 1


@pytest.mark.parametrize("text", NOTHING_TO_SEE)
def test_what_nobody_could_see_is_level_zero(mdd, text):
    assert mdd.statement(text, "objective").level("M") == 0


def test_a_mere_thought_is_told_to_become_an_act(mdd):
    judged = mdd.statement("Consider joining the choir", "objective")
    (told,) = [a.text for a in judged.advice if a.criterion == "M"]
    assert "Consider" in told
    assert "will do" in told


def test_a_list_of_aims_is_told_to_become_several_statements(mdd):
    judged = mdd.statement(UNFINISHED[-1], "objective")
    (told,) = [a.text for a in judged.advice if a.criterion == "M"]
    assert "its own statement" in told


@pytest.mark.parametrize(
    "text", ["Hope, one step at a time", "Peace, one sunrise after another", "One calm sea at last"]
)
def test_an_idiom_with_one_is_no_count(mdd, text):
    assert mdd.statement(text, "goal").level("M") < 2
