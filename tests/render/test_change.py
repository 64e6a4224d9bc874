"""What a revision changed, shown so that one can read it."""

import doctest

from goalsmith.model import Goal, Objective, Plan
from goalsmith.render import change
from goalsmith.render.change import words_html


def test_the_examples_hold():
    assert doctest.testmod(change).failed == 0


def test_words_of_a_learner_stay_words():
    assert "<img" not in words_html("<img src=x>", "calm <img src=y onerror=alert(1)>")


def test_statements_keep_their_names():
    goal = Goal(id="g", text="Sleep", objectives=[Objective(id="o", text="Gets up at six")])
    names = [name for name, _ in change.labelled(Plan(case="gad-maya", goals=[goal, Goal(id="h", text="Work")]))]
    assert names == ["Goal 1", "Objective 1.1", "Goal 2"]


def test_a_text_far_longer_than_a_statement_is_shown_whole_and_not_compared():
    before, after = "a " * 1000, "a " * 900
    assert words_html(before, after) == f"<del>{before}</del> <ins>{after}</ins>"
    assert words_html(before, before) == before
