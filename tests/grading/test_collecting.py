"""The exchange: each learner gets their own feedback, and no folder in it stops the others."""

import os
from datetime import datetime

import pytest
from grading_helpers import CASE, comments, graded, hand_in, scores
from nbgrader.api import Gradebook

from goalsmith.errors import CourseError
from goalsmith.grading import phases
from goalsmith.grading.notebooks import TROUBLES


def inbound(course):
    return course / "exchange" / "course" / "inbound"


def test_each_learner_gets_their_own_page(course):
    amara, ben = hand_in(course, "amara"), hand_in(course, "ben")
    graded(course)
    with pytest.raises(CourseError):
        phases.fetch_feedback(course, amara, CASE)
    phases.feedback(course, CASE)
    phases.release_feedback(course, CASE)
    for who in (amara, ben):
        page = phases.fetch_feedback(course, who, CASE)
        assert page.is_relative_to(who.folder)
        assert who.id in page.read_text()
        assert len(list((who.folder / CASE / "feedback").glob("*/*.html"))) == 1


@pytest.mark.parametrize(
    "name", ["x+gad-maya+nonsense", "..+gad-maya+2026-01-01 00:00:00.0 UTC+abc", "<b>+gad-maya+2026"]
)
def test_a_folder_with_an_odd_name_is_left_out(course, name):
    hand_in(course, "amara")
    (inbound(course) / name).mkdir()
    assert phases.collect(course, CASE) == ["amara"]
    assert not (course / CASE).exists()


def test_a_submission_that_cannot_be_copied_is_told_so(course):
    hand_in(course, "amara")
    hand_in(course, "ben")
    (sent,) = inbound(course).glob("ben+*")
    os.mkfifo(sent / "pipe")
    hand_in(course, "zeno")
    graded(course)
    assert scores(course, "ben")["S"][0] == 0
    assert comments(course, "ben")["supervisor"] == TROUBLES["uncollected"]
    assert scores(course, "zeno")["S"][0] > 0


def test_the_time_is_that_of_arrival_and_not_what_a_learner_writes(course):
    hand_in(course, "amara")
    (sent,) = inbound(course).glob("amara+*")
    (sent / "timestamp.txt").write_text("yesterday")
    graded(course)
    assert phases.collect(course, CASE) == ["amara"]


def test_feedback_reaches_the_others_when_one_lacks_the_secret(course):
    amara = hand_in(course, "amara")
    hand_in(course, "ben")
    (sent,) = inbound(course).glob("ben+*")
    (sent / "submission_secret.txt").unlink()
    graded(course)
    phases.feedback(course, CASE)
    phases.release_feedback(course, CASE)
    assert phases.fetch_feedback(course, amara, CASE).is_file()


def test_the_due_date_is_in_the_gradebook(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "course") as gradebook:
        assert gradebook.find_assignment(CASE).duedate == datetime(2027, 3, 31, 16)
