"""How a round stands, as the supervisor sees it."""

import json
from datetime import timedelta

import pytest
from peer_helpers import (
    CASE,
    COURSE,
    NAMES,
    REVIEW,
    change_round,
    hand_in_reviews,
    in_days,
    learner,
    let_pass,
    opened,
    sample_plan,
)
from rich.console import Console
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.errors import RoundError
from goalsmith.grading import phases
from goalsmith.peer.rounds.board import board, left
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.status import status


def lines(course):
    return {one.learner: one for one in status(course, CASE).people}


def shown(course) -> str:
    console = Console(width=120, record=True, quiet=False, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    console.print(board(status(course, CASE)))
    return console.export_text()


def test_a_fresh_round_shows_what_everybody_has_to_do(course):
    opened(course)
    now = status(course, CASE)
    assert (now.phase, now.reviews, now.waiting, now.unread) == ("review", (0, 24), {}, {})
    assert [one.learner for one in now.people] == list(NAMES)
    assert {(one.given, one.done, one.late, one.got, one.needed, one.calibrated) for one in now.people} == {
        (3, 0, 0, 0, 3, False)
    }


def test_reviews_that_came_in_are_counted_for_reviewer_and_author(course):
    opened(course)
    hand_in_reviews(course, "ada")
    hand_in_reviews(course, "ben", only=2)
    people = lines(course)
    assert [(people[name].done, people[name].calibrated) for name in ("ada", "ben", "dara")] == [
        (3, True),
        (2, True),
        (0, False),
    ]
    assert sum(one.got for one in people.values()) == 5
    assert "5 of 24 reviews are in" in shown(course)


def test_past_the_deadline_what_is_missing_is_late(course):
    opened(course)
    hand_in_reviews(course, "ada")
    let_pass(course, days=8)
    now = status(course, CASE)
    assert now.phase == "overdue"
    assert {one.learner: one.late for one in now.people} == {**dict.fromkeys(NAMES, 3), "ada": 0}
    text = shown(course)
    assert "review until" in text
    assert "over for 1 day" in text
    assert "goalsmith peer reassign gad-maya --late" in text


def test_the_phase_follows_from_deadlines_and_state(course):
    opened(course, calibrate_by=in_days(2), settle_by=in_days(9))
    assert status(course, CASE).phase == "calibration"
    assert "calibration until" in shown(course)
    change_round(course, calibrate_by=in_days(-1))
    assert status(course, CASE).phase == "review"
    for state, phase in (("closed", "settle"), ("released", "released")):
        change_round(course, state=state)
        assert status(course, CASE).phase == phase


def test_a_closed_round_takes_nothing_in_any_more(course):
    opened(course)
    hand_in_reviews(course, "ada")
    change_round(course, state="closed")
    assert status(course, CASE).reviews == (0, 24)


def test_held_texts_and_open_matters_are_counted(course):
    written = sample_plan("ben")
    written.goals[0].agreed_how = "Gwen Tremblay helped, and so did Hugo Salinas."
    (course / "submitted" / "ben" / CASE / f"{CASE}.plan.json").write_text(written.model_dump_json())
    opened(course)
    now = status(course, CASE)
    assert {one.learner: one.held for one in now.people if one.held} == {"ben": 2}
    assert now.waiting == {"plan-text": 2}
    assert "Waiting for you: 2 texts of plans. Decide with: goalsmith peer adjudicate gad-maya" in shown(course)


def test_a_damaged_file_of_reviews_is_told_and_stops_nobody(course):
    opened(course)
    hand_in_reviews(course, "ada")
    hand_in_reviews(course, "ben")
    phases.collect(course, REVIEW)
    (course / "submitted" / "ben" / REVIEW / "reviews.json").write_text("{")
    phase_folder = learner(course, "ben").folder / REVIEW
    assert phase_folder.is_dir()
    now = status(course, CASE)
    assert "reviews.json" in now.unread["ben"]
    assert {one.learner: one.done for one in now.people if one.done} == {"ada": 3}


def test_without_a_round_one_is_told_how_to_open_it(course):
    with pytest.raises(RoundError, match="First run: goalsmith peer open gad-maya --due DATE"):
        status(course, CASE)


def test_the_command_prints_the_table_or_json(course):
    opened(course)
    ran = CliRunner().invoke(app, ["peer", "status", CASE, "--course", str(course)])
    assert ran.exit_code == 0
    assert all(name in ran.stdout for name in NAMES)
    ran = CliRunner().invoke(app, ["peer", "status", CASE, "--course", str(course), "--json"])
    said = json.loads(ran.stdout)
    assert (said["assignment"], said["phase"], len(said["people"])) == (CASE, "review", 8)
    with rounds_of(course) as session:
        assert said["deadlines"]["review"] == find_round(session, COURSE, CASE).review_by.isoformat()


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(days=3, hours=4, minutes=59), "3 days 4 hours left"),
        (timedelta(hours=1, minutes=5), "1 hour 5 minutes left"),
        (timedelta(minutes=1), "1 minute left"),
        (timedelta(seconds=-30), "over for 0 minutes"),
        (timedelta(days=-1, hours=-2), "over for 1 day 2 hours"),
    ],
)
def test_time_left_is_told_in_words(span, words):
    assert left(span) == words
