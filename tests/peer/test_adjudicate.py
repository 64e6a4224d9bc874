"""What a supervisor decides, on the command line: texts, disagreements, levels; all of it logged and written out."""

import re

import pytest
from peer_helpers import CASE, NAMES
from play import cells
from sqlalchemy import select
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.peer.rounds.close import close_round
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.tables import LogEntry, Matter


def run(course, *words):
    by = [] if words[0] == "agreement" else ["--by", "Dr Okafor"]
    return CliRunner().invoke(app, ["peer", *words, "--course", str(course), *by])


def said(course, *words):
    done = run(course, *words)
    assert done.exit_code == 0, done.output + done.stderr
    return done.stdout


def refused(course, *words):
    done = run(course, *words)
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


@pytest.fixture
def closed(reviewed):
    close_round(reviewed, CASE, "supervisor", early=True)
    return reviewed


def add_matter(course, **fields):
    with rounds_of(course) as session:
        round_ = find_round(session, "course", CASE)
        task = round_.tasks[0]
        matter = Matter(participant_id=task.author_id, task_id=task.id, **fields)
        round_.matters.append(matter)
        session.flush()
        return matter.id, task.author.learner, task.letter


def test_looking_behind_a_score_shows_every_side_and_names_reviewers(closed):
    text = said(closed, "adjudicate", CASE, "ada")
    assert "peers (90 %)" in text
    assert text.count("Next step: Add the score to come from.") == 3
    assert sum(f"({name})" in text for name in NAMES) == 3
    assert "The author's own view" in text


def test_a_level_that_was_set_is_logged_and_reaches_the_gradebook(closed):
    before = cells(closed, CASE, "ada")["peer_review"][0]
    text = said(closed, "adjudicate", CASE, "ada", "--set", "S=3", "--set", "fit=3", "--why", "Read it twice.")
    assert "S 3, fit 3" in text
    after, _, comment = cells(closed, CASE, "ada")["peer_review"]
    assert after > before
    assert "3.0, set by your supervisor" in comment
    with rounds_of(closed) as session:
        rows = session.scalars(select(LogEntry).where(LogEntry.by == "Dr Okafor", LogEntry.learner == "ada")).all()
        (line,) = [(row.before, row.after, row.why) for row in rows if row.what == "level S"]
    assert float(line[0]) < 3
    assert line[1:] == ("3.00", "Read it twice.")
    assert re.search(r"Dr Okafor: level S [\d.]+ -> 3.00 \(Read it twice.\)", said(closed, "adjudicate", CASE, "ada"))


def test_what_was_set_stays_when_the_round_is_closed_again(closed):
    said(closed, "adjudicate", CASE, "ada", "--set", "S=3", "--why", "Read it twice.")
    before = cells(closed, CASE, "ada")["peer_review"]
    said(closed, "close", CASE)
    assert cells(closed, CASE, "ada")["peer_review"] == before


def test_a_disagreement_keeps_the_round_from_release_until_it_is_decided(closed):
    number, author, _ = add_matter(closed, kind="disagreement", reason="Reviewers are far apart.", urgency=2.0)
    assert author in refused(closed, "release", CASE)
    listed = said(closed, "adjudicate", CASE)
    assert f"{number}. disagreement, plan of {author}" in listed
    said(closed, "adjudicate", CASE, author, "--set", "T=2", "--why", "Both overlooked the due date.")
    assert "Released to 8 authors" in said(closed, "release", CASE)


def test_a_held_text_is_redacted_or_released_for_its_author(closed):
    place, words = "next_step", "the score"
    number, author, letter = add_matter(closed, kind="comment-text", place=place, words=words, reason="A name.")
    said(closed, "close", CASE)
    assert "waits until your supervisor" in cells(closed, CASE, author)["peer_review"][2]
    said(closed, "adjudicate", CASE, "--matter", str(number), "--redact", "that number", "--why", "No name.")
    comment = cells(closed, CASE, author)["peer_review"][2]
    assert "waits until" not in comment
    part = comment.split(f"**Reviewer {letter}**")[1]
    assert "Next step: Add that number to come from." in part
    said(closed, "adjudicate", CASE, "--matter", str(number), "--withhold", "--why", "Better not.")
    assert "that number" not in cells(closed, CASE, author)["peer_review"][2]
    said(closed, "adjudicate", CASE, "--matter", str(number), "--release", "--why", "It is fine.")
    assert cells(closed, CASE, author)["peer_review"][2].count("Add the score to come from.") == 3


def test_mistakes_are_told_in_one_sentence_and_change_nothing(closed):
    before = cells(closed, CASE, "ada")
    assert "say in a few words why" in refused(closed, "adjudicate", CASE, "ada", "--set", "S=3")
    assert "between 0 and 3" in refused(closed, "adjudicate", CASE, "ada", "--set", "S=4", "--why", "x")
    assert "this case has the criteria" in refused(closed, "adjudicate", CASE, "ada", "--set", "safety=2", "--why", "x")
    assert "CRITERION=LEVEL" in refused(closed, "adjudicate", CASE, "ada", "--set", "S", "--why", "x")
    assert "takes no part" in refused(closed, "adjudicate", CASE, "zoe")
    assert "Say whose plan" in refused(closed, "adjudicate", CASE, "--set", "S=2", "--why", "x")
    assert "no matter 99" in refused(closed, "adjudicate", CASE, "--matter", "99", "--release", "--why", "x")
    assert "Choose one of" in refused(closed, "adjudicate", CASE, "--matter", "99", "--why", "x")
    assert cells(closed, CASE, "ada") == before


def test_levels_cannot_be_set_while_the_round_is_open(reviewed):
    assert "close it first" in refused(reviewed, "adjudicate", CASE, "ada", "--set", "S=2", "--why", "x")
    assert "close it first" in refused(reviewed, "release", CASE)
    assert "close it first" in refused(reviewed, "agreement", CASE)


def test_the_report_of_agreement_has_every_criterion_and_its_files(closed, tmp_path):
    page, table = tmp_path / "a.html", tmp_path / "a.csv"
    text = said(closed, "agreement", CASE, "--html", str(page), "--csv", str(table))
    assert "engine, peers" in text
    rows = table.read_text().splitlines()
    assert rows[0] == "criterion,who,coefficient,value,low,high,plans,why_none"
    assert {row.split(",")[0] for row in rows[1:]} == {"S", "M", "A", "R", "T", "thread", "fit"}
    assert page.read_text().count("<circle") + page.read_text().count("cannot be told") == 28
