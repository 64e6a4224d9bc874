"""Late joiners, drop-outs and late reviewers: the round is mended, and packets follow."""

from collections import Counter

import pytest
from peer_helpers import (
    ASKED,
    CASE,
    COURSE,
    NAMES,
    change_round,
    confirm_plan,
    fetched,
    hand_in,
    hand_in_reviews,
    in_days,
    let_pass,
    opened,
    packet_of,
)
from sqlalchemy import select
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.errors import RoundError
from goalsmith.grading import phases
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.reassign import reassign_round
from goalsmith.peer.rounds.tables import LogEntry
from goalsmith.store import read_packet


def mend(course, **how):
    return reassign_round(course, CASE, "Dr Okafor", **how)


def given(course) -> list[tuple[str, str, str]]:
    with rounds_of(course) as session:
        tasks = find_round(session, COURSE, CASE).tasks
        return sorted(
            (task.reviewer.learner, task.author.learner, task.origin) for task in tasks if task.state == "given"
        )


def received(course) -> Counter[str]:
    return Counter(author for _, author, origin in given(course) if origin != "known")


def loads(course) -> Counter[str]:
    return Counter(reviewer for reviewer, _, origin in given(course) if origin != "known")


def names_of(course) -> dict[str, str]:
    with rounds_of(course) as session:
        return {person.pseudonym: person.learner for person in find_round(session, COURSE, CASE).people}


def packets_agree(course) -> bool:
    """Whether every packet holds just the plans that the database gives to its reader."""
    names = names_of(course)
    by_reader = {name: {author for reader, author, _ in given(course) if reader == name} for name in names.values()}
    return all({names[plan.id] for plan in packet_of(course, name).plans} == by_reader[name] for name in by_reader)


def join(course, *newcomers):
    for name in newcomers:
        hand_in(course, name)
    phases.collect(course, CASE)


def test_nothing_changes_where_nothing_is_missing(course):
    opened(course)
    before = given(course)
    done = mend(course)
    assert (done.added, done.withdrawn, done.short, done.joined) == ((), (), {}, ())
    assert given(course) == before


def test_who_drops_out_reviews_nothing_and_is_reviewed_no_more(course):
    opened(course)
    done = mend(course, drop=["ben"])
    assert done.dropped == ("ben",)
    assert "ben" not in received(course)
    assert "ben" not in loads(course)
    assert received(course) == dict.fromkeys(set(NAMES) - {"ben"}, 3)
    assert max(loads(course).values()) <= 4
    assert done.short == {}
    assert packet_of(course, "ben").plans == []
    assert packets_agree(course)


def test_what_a_drop_out_wrote_before_counts(course):
    opened(course)
    hand_in_reviews(course, "ben")
    wrote = {author for reviewer, author, _ in given(course) if reviewer == "ben"}
    mend(course, drop=["ben"])
    assert {author for reviewer, author, _ in given(course) if reviewer == "ben"} == wrote
    assert received(course) == dict.fromkeys(set(NAMES) - {"ben"}, 3)


def test_late_joiners_review_and_are_reviewed(course):
    opened(course)
    join(course, "ines", "jun")
    done = mend(course)
    assert done.joined == ("ines", "jun")
    assert received(course) == dict.fromkeys((*NAMES, "ines", "jun"), 3)
    assert all(loads(course)[name] in (3, 4) for name in NAMES)
    assert all(loads(course)[name] <= 3 for name in ("ines", "jun"))
    assert packets_agree(course)
    assert fetched(course, "ines")[0].plans == loads(course)["ines"]
    assert mend(course).added == ()


def test_late_reviews_are_passed_on_after_the_deadline_only(course):
    opened(course)
    for name in NAMES:
        if name != "ben":
            hand_in_reviews(course, name)
    assert mend(course, late=True).late == ()
    owed = {author for reviewer, author, _ in given(course) if reviewer == "ben"}
    let_pass(course, days=8)
    due = in_days(4)
    done = mend(course, late=True, due=due)
    assert done.late == ("ben",)
    assert {author for _, author in done.added} == owed
    assert "ben" not in {reviewer for reviewer, _ in done.added}
    assert received(course) == dict.fromkeys(NAMES, 3)
    assert packets_agree(course)
    assert (done.review_by, done.overdue) == (due, False)
    assert mend(course, late=True).added == ()
    assert "ben" not in {reviewer for reviewer, _, origin in given(course)}


def test_passing_on_twice_without_a_new_deadline_does_not_replace_the_replacements(course):
    opened(course)
    for name in NAMES:
        if name != "ben":
            hand_in_reviews(course, name)
    let_pass(course, days=8)
    done = mend(course, late=True)
    assert (done.late, len(done.added), done.overdue) == (("ben",), 3, True)
    after = given(course)
    again = mend(course, late=True)
    assert (again.late, again.added, again.withdrawn) == ((), (), ())
    assert given(course) == after


def test_a_reviewer_gets_the_new_plan_after_those_that_they_know(course):
    opened(course)
    before = {name: [plan.id for plan in read_packet(fetched(course, name)[1]).plans] for name in NAMES}
    done = mend(course, drop=["ben"])
    new = Counter(reviewer for reviewer, _ in done.added)
    for name in sorted(set(NAMES) - {"ben"}):
        came, folder = fetched(course, name)
        now = [plan.id for plan in read_packet(folder).plans]
        stayed = [plan for plan in before[name] if plan in now]
        assert now[: len(stayed)] == stayed
        assert came.new == new[name]


def test_nobody_gets_more_than_one_on_top_over_several_drop_outs(course):
    opened(course)
    short = {}
    for name in NAMES[:4]:
        short = mend(course, drop=[name]).short
        assert max(loads(course).values()) <= 4
    left = set(NAMES[4:])
    got = received(course)
    assert {name: 3 - got[name] for name in left if got[name] < 3} == short


def test_letters_of_a_plan_stay_different(course):
    opened(course)
    join(course, "ines")
    mend(course, drop=["ben", "chidi"])
    with rounds_of(course) as session:
        for person in find_round(session, COURSE, CASE).people:
            letters = [task.letter for task in find_round(session, COURSE, CASE).tasks if task.author_id == person.id]
            assert len(set(letters)) == len(letters)


def test_known_plans_go_to_joiners_and_leave_with_drop_outs(course):
    confirm_plan(course, "ada", dict.fromkeys(ASKED, 2.0))
    opened(course, known=("ada",))
    join(course, "ines")
    mend(course, drop=["ben"])
    reads = {reviewer for reviewer, author, _ in given(course) if author == "ada"}
    assert reads == {*NAMES, "ines"} - {"ada", "ben"}
    assert received(course)["ada"] == 3
    assert packets_agree(course)


def test_who_hands_in_through_nbgrader_later_can_review(course):
    secret = course / "submitted" / "ben" / CASE / "submission_secret.txt"
    kept = secret.read_text()
    secret.unlink()
    opened(course)
    secret.write_text(kept)
    mend(course, drop=["chidi"])
    assert loads(course)["ben"] >= 1
    assert packets_agree(course)


def test_a_joiner_without_a_group_stays_out(course):
    groups = dict.fromkeys(NAMES, "one")
    opened(course, groups=groups, rule="within")
    join(course, "ines")
    assert mend(course).bad == {"ines": "is in no group of this round"}


def test_conflicts_hold_for_what_is_given_later(course):
    opened(course, conflicts=(("ada", "gwen"), ("ada", "hugo")))
    mend(course, drop=["ben", "chidi"])
    assert not {("ada", "gwen"), ("gwen", "ada"), ("ada", "hugo"), ("hugo", "ada")} & {
        pair[:2] for pair in given(course)
    }


def test_a_wrong_name_changes_nothing(course):
    opened(course)
    before = given(course)
    with pytest.raises(RoundError, match=r"bem is not in this round\. Did you mean ben\?"):
        mend(course, drop=["chidi", "bem"])
    with pytest.raises(RoundError, match=r"--due: .* is over"):
        mend(course, drop=["chidi"], due=in_days(-1))
    assert given(course) == before


def test_a_closed_round_is_not_mended(course):
    opened(course)
    change_round(course, state="closed")
    with pytest.raises(RoundError, match="is closed, so reviews are given to nobody any more"):
        mend(course)


def test_every_change_is_in_the_log(course):
    opened(course)
    done = mend(course, drop=["ben"], due=in_days(8))
    with rounds_of(course) as session:
        log = [(line.by, line.what, line.learner) for line in session.scalars(select(LogEntry).order_by(LogEntry.id))]
    assert log[:2] == [("Dr Okafor", "opened", ""), ("Dr Okafor", "dropped", "ben")]
    assert ("Dr Okafor", "deadline", "") in log
    assert [line[2] for line in log if line[1] == "reassigned"] == [reviewer for reviewer, _ in done.added]
    assert len([line for line in log if line[1] == "withdrawn"]) == len(done.withdrawn)


def test_the_command_says_who_got_what(course):
    opened(course)
    ran = CliRunner().invoke(app, ["peer", "reassign", CASE, "--drop", "ben", "--course", str(course), "--by", "Dr O"])
    assert ran.exit_code == 0, ran.output
    assert "Dropped out: ben." in ran.stdout
    new = [line for line in ran.stdout.splitlines() if line.startswith("New: ")]
    assert len(new) == 3
    ran = CliRunner().invoke(app, ["peer", "reassign", CASE, "--course", str(course)])
    assert "Nothing had to change." in ran.stdout
