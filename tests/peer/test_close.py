"""From reviews to the gradebook: settled levels, comments under letters, marks for reviewing, and repeated commands."""

import json

import pytest
from peer_helpers import ASKED, CASE, NAMES, REVIEW, ROSTER
from play import cells, hand_in_work, middling, opened, review_all
from sqlalchemy import select

from goalsmith.errors import RoundError
from goalsmith.grading import phases
from goalsmith.peer.rounds.close import close_round
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.tables import LogEntry, Round
from goalsmith.store import review_store


def close(course, **more):
    return close_round(course, CASE, "supervisor", early=True, **more)


def reviewers_of(course, author):
    with rounds_of(course) as session:
        round_ = find_round(session, "course", CASE)
        return {t.letter: t.reviewer.learner for t in round_.tasks if t.author.learner == author and t.state == "given"}


def test_closing_before_the_deadline_needs_a_word(reviewed):
    with pytest.raises(RoundError, match="add --early"):
        close_round(reviewed, CASE, "supervisor")


def test_closing_without_any_review_changes_nothing(course):
    opened(course)
    with pytest.raises(RoundError, match="nothing to settle"):
        close(course)
    with rounds_of(course) as session:
        assert session.scalar(select(Round)).state == "open"


def test_peer_points_and_comments_land_in_the_gradebook(reviewed):
    done = close(reviewed)
    assert done.reviews == (24, 24)
    assert done.missing == done.ungraded == ()
    for name in NAMES:
        points, manual, comment = cells(reviewed, CASE, name)["peer_review"]
        assert 3 < points < 8
        assert manual is None
        assert "**Reviewer A**" in comment
        assert "Next step: Add the score to come from." in comment
        mine = cells(reviewed, REVIEW, name)
        assert mine["calibration"][0] == 5
        assert mine["self_review"][0] == 5
        assert 5 < mine["reviewing"][0] <= 10


def test_nothing_that_authors_or_reviewers_read_names_the_other_side(reviewed):
    close(reviewed)
    for name in NAMES:
        text = json.dumps([*cells(reviewed, CASE, name).values(), *cells(reviewed, REVIEW, name).values()]).lower()
        for other in ROSTER:
            if other.id != name:
                assert not {other.id, other.last.lower(), other.email} & set(text.replace('"', " ").split())


def test_a_persons_points_stay_and_grading_again_restores_ours(reviewed):
    close(reviewed)
    before = cells(reviewed, CASE, "ada")["peer_review"]
    assert not phases.grade(reviewed, CASE, again=True).failed
    assert cells(reviewed, CASE, "ada")["peer_review"] == before
    assert not phases.grade(reviewed, REVIEW, again=True).failed
    assert cells(reviewed, REVIEW, "ada")["reviewing"][0] > 5


def test_closing_twice_says_so_and_logs_no_change_twice(reviewed):
    close(reviewed)
    with rounds_of(reviewed) as session:
        lines = len(session.scalars(select(LogEntry)).all())
    again = close(reviewed)
    assert again.again
    with rounds_of(reviewed) as session:
        assert len(session.scalars(select(LogEntry)).all()) == lines


def test_a_missing_review_costs_its_owner_and_changes_nothing_for_their_plan(course, tmp_path):
    """Hugo's plan score is the same whether he reviewed or not, and his reviewing mark is lower."""
    opened(course)
    for name in NAMES[:-1]:
        review_all(course, name)
    close(course)
    without = cells(course, CASE, "hugo")["peer_review"][0]
    with rounds_of(course) as session:
        find_round(session, "course", CASE).state = "open"
    review_all(course, "hugo", lambda _n, _p: dict.fromkeys(ASKED, 0))
    close(course)
    assert cells(course, CASE, "hugo")["peer_review"][0] == without


def test_an_unfinished_or_damaged_file_of_reviews_stops_nobody(course):
    opened(course)
    for name in NAMES[2:]:
        review_all(course, name)

    def unfinished(written):
        written.reviews[0].next_step = ""

    review_all(course, "ada", spoil=unfinished)
    folder = review_all(course, "ben")
    (folder / "reviews.json").write_text("{", "utf-8")
    hand_in_work(course, "ben", REVIEW)
    done = close(course)
    assert done.reviews == (20, 24)
    assert "not JSON" in done.unread["ben"]
    assert {"ada", "ben"} <= set(done.missing)
    assert cells(course, REVIEW, "ben")["reviewing"][0] == 0


def test_a_name_in_a_comment_is_held_back_from_its_author(course):
    opened(course)

    def named(written):
        written.reviews[0].next_step = "Ask Gwen Tremblay how she did it."

    for name in NAMES:
        review_all(course, name, spoil=named if name == "ada" else None)
    done = close(course)
    (held,) = [matter for matter in done.waiting if matter.kind == "comment-text"]
    assert held.words == "Gwen Tremblay"
    author = next(
        name
        for name in NAMES
        if "ada" in reviewers_of(course, name).values()
        and "waits until your supervisor" in cells(course, CASE, name)["peer_review"][2]
    )
    assert "Tremblay" not in cells(course, CASE, author)["peer_review"][2]


def test_far_apart_reviews_of_a_plan_wait_for_the_supervisor(course):
    opened(course)

    def harsh(name, plan):
        low = 0 if name in ("ada", "ben") else 2
        return {one: low + (at + ord(plan.id[0])) % 2 for at, one in enumerate(ASKED)}

    for name in NAMES:
        review_all(course, name, harsh)
    done = close(course)
    assert any(matter.kind == "disagreement" and "levels or more apart" in matter.reason for matter in done.waiting)


def test_a_later_submission_with_less_in_it_loses_nothing(course):
    opened(course)
    folder = review_all(course, "ada")
    phases.collect(course, REVIEW)
    for name in NAMES[1:]:
        review_all(course, name, middling)
    store = review_store(folder, CASE)
    close(course)
    written = store.load()
    written.reviews = []
    store.save(written)
    hand_in_work(course, "ada", REVIEW)
    with rounds_of(course) as session:
        find_round(session, "course", CASE).state = "open"
    assert close(course).reviews == (24, 24)


def test_words_that_may_hurt_are_put_before_the_supervisor_once(course):
    opened(course)

    def rude(written):
        written.reviews[0].comments[0].text = "What a stupid goal, did you even read the case?"

    for name in NAMES:
        review_all(course, name, spoil=rude if name == "ada" else None)
    close(course)
    again = close(course)
    (flagged,) = [matter for matter in again.waiting if "may hurt" in matter.reason]
    with rounds_of(course) as session:
        assert session.merge(flagged).participant.learner == "ada"
