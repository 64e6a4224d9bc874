"""What the demo's reviewers write is as useful as it says it is, by the same judge that marks learners."""

import random

import pytest

from goalsmith.demo.reviewing import load_sample_reviews
from goalsmith.model import Review, asked
from goalsmith.peer.usefulness import Yardstick, judge_comment, judge_review
from goalsmith.store import find_case, load_knowledge, load_review_rubric

STATEMENT = "Maya sleeps longer and lies awake with worry on fewer nights by session 12."


@pytest.fixture(scope="module")
def samples():
    return load_sample_reviews()


@pytest.fixture(scope="module")
def by():
    return Yardstick(load_review_rubric(), load_knowledge(), find_case("gad-maya"))


def test_every_comment_has_the_usefulness_that_stands_beside_it(samples, by):
    for one in samples.comments:
        judged = judge_comment(one.text, ["sleeps longer"], by, [STATEMENT])
        assert (judged.level, judged.flags) == (one.useful, ()), one.text


def test_every_strength_and_every_next_step_earns_all_it_can(samples, by):
    for text in samples.strengths:
        assert judge_review(Review(plan="A", strength=text), by).strength == 1, text
    for one in samples.next_steps:
        assert judge_review(Review(plan="A", next_step=one.text), by).next_step.level == 3, one.text


def test_there_is_something_to_say_about_a_plan_of_any_level(samples):
    for criterion in asked(find_case("gad-maya")):
        for level in range(4):
            useful = {one.useful for one in samples.comments if one.about == criterion and level in one.levels}
            assert {1, 3} <= useful, (criterion, level)


def test_a_comment_fits_the_level_that_the_reviewer_gave(samples):
    fitting = {one.text for one in samples.comments if one.about == "T" and 3 in one.levels}
    drawn = {samples.comment(random.Random(seed), "T", useful, 3) for seed in range(20) for useful in range(4)}
    assert drawn <= fitting
    assert len(drawn) > 2


def test_nobody_is_quoted_twice(samples):
    texts = [*(one.text for one in samples.comments), *samples.strengths, *(one.text for one in samples.next_steps)]
    assert len(set(texts)) == len(texts)
    assert len(texts) > 100
    assert {one.taken for one in samples.answers} == {"yes", "partly", "no"}
