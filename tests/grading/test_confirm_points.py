"""Confirming suggested points in bulk."""

import json

import pytest
from grading_helpers import CASE, LETTERS, SUGGESTED, graded, hand_in, scores, set_manual
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.errors import CourseError
from goalsmith.grading.confirm import confirm


@pytest.fixture
def two(course):
    hand_in(course, "amara")
    hand_in(course, "ben")
    graded(course)
    return course


def test_one_learner_is_confirmed_and_recorded(two):
    confirm(two, CASE, ["ben"], "Dr Okafor")
    assert not any(scores(two, "ben")[letter][1] for letter in LETTERS)
    assert all(scores(two, "amara")[letter][1] for letter in LETTERS)
    (line,) = (two / "confirmations.jsonl").read_text().splitlines()
    record = json.loads(line)
    assert (record["by"], record["learner"], record["assignment"]) == ("Dr Okafor", "ben", CASE)
    assert record["parts"] == {part: scores(two, "ben")[part][0] for part in SUGGESTED}


def test_everybody_is_confirmed_and_hand_scored_parts_are_left_alone(two):
    done = confirm(two, CASE, [], "me")
    assert [one.learner for one in done] == ["amara", "ben"]
    assert scores(two, "amara")["supervisor"] == (None, True)
    assert scores(two, "amara")["thread"][1] is False
    assert confirm(two, CASE, [], "me") == []
    assert len((two / "confirmations.jsonl").read_text().splitlines()) == 2


def test_an_unknown_learner_confirms_nothing(two):
    with pytest.raises(CourseError, match=r"bem has no graded submission .* Did you mean ben"):
        confirm(two, CASE, ["amara", "bem"], "me")
    assert all(scores(two, "amara")[letter][1] for letter in LETTERS)
    assert not (two / "confirmations.jsonl").exists()


def test_the_command_says_what_it_did(two):
    set_manual(two, "amara", "S", 3)
    done = CliRunner().invoke(app, ["confirm", CASE, "amara", "--course", str(two), "--by", "me"])
    assert done.exit_code == 0
    assert "Confirmed 6 parts of 1 learners" in done.output
