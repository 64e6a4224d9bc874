"""Opening a round: what is decided, what is told, and what happens when it is run again."""

import shutil
from collections import Counter
from datetime import UTC, datetime

import pytest
from nbgrader.api import Gradebook
from peer_helpers import (
    ASKED,
    CASE,
    COURSE,
    NAMES,
    OnRoster,
    all_packets,
    change_round,
    confirm_plan,
    enrol,
    hand_in,
    in_days,
    opened,
    packet_of,
    sample_plan,
    terms,
)
from sqlalchemy import select

from goalsmith.errors import BadFile, RoundError
from goalsmith.grading import phases
from goalsmith.model import Goal, Plan
from goalsmith.peer.rounds import open as opening
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.given import parse_time, read_terms
from goalsmith.peer.rounds.show import opened_lines
from goalsmith.peer.rounds.tables import LogEntry, Matter


def rows(course):
    """Everything that is decided about a round, as plain data."""
    with rounds_of(course) as session:
        found = find_round(session, COURSE, CASE)
        people = [(one.learner, one.pseudonym, one.address, one.plan, one.engine, one.known) for one in found.people]
        tasks = [(task.reviewer.learner, task.author.learner, task.letter, task.origin) for task in found.tasks]
        return people, sorted(tasks)


def test_every_plan_gets_its_reviews_and_nobody_their_own(course):
    told = opened(course)
    assert (told.plans, told.reviewers, told.loads, told.relaxed, told.short) == (8, 8, (3, 3), (), {})
    _, tasks = rows(course)
    assert Counter(author for _, author, _, _ in tasks) == dict.fromkeys(NAMES, 3)
    assert Counter(reviewer for reviewer, *_ in tasks) == dict.fromkeys(NAMES, 3)
    assert all(reviewer != author for reviewer, author, *_ in tasks)


def test_each_reviewer_finds_the_plans_of_the_database(course):
    opened(course)
    people, tasks = rows(course)
    pseudonym = {learner: name for learner, name, *_ in people}
    for name in NAMES:
        given = {pseudonym[author] for reviewer, author, *_ in tasks if reviewer == name}
        assert {plan.id for plan in packet_of(course, name).plans} == given


def test_letters_are_drawn_for_each_plan(course):
    opened(course)
    _, tasks = rows(course)
    letters = {}
    for reviewer, author, letter, _ in tasks:
        letters.setdefault(author, []).append(letter)
        letters.setdefault(("as", reviewer), set()).add(letter)
    assert all(sorted(letters[name]) == ["A", "B", "C"] for name in NAMES)
    assert any(len(letters["as", name]) > 1 for name in NAMES)


def test_a_pseudonym_tells_nothing_and_cannot_be_worked_out_from_the_seed(course, tmp_path):
    other = shutil.copytree(course, tmp_path / "other")
    secret = other / "submitted" / "hugo" / CASE / "submission_secret.txt"
    secret.write_text("0" * 128)
    opened(course, seed=5)
    opened(other, seed=5)
    names = [name for _, name, *_ in rows(course)[0]]
    assert all(len(name) == 4 and not set(name) & set("AEIOU01258BILSZ") for name in names)
    assert names != sorted(names)
    assert not set(names) & {name for _, name, *_ in rows(other)[0]}


def test_opening_again_changes_nothing_and_tells_what_stands(course):
    asked = terms(minutes=25)
    first = opening.open_round(course, CASE, asked, "Dr Okafor")
    before = rows(course)
    again = opening.open_round(course, CASE, asked, "Dr Okafor")
    assert not first.again
    assert again.again
    assert "stands (open)" in opened_lines(again)[0]
    assert rows(course) == before
    with rounds_of(course) as session:
        assert [line.what for line in session.scalars(select(LogEntry))] == ["opened"]


def test_an_opening_that_was_cut_short_is_finished_by_running_it_again(course, monkeypatch):
    asked = terms()

    def power_cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(opening, "deliver_packets", power_cut)
        with pytest.raises(KeyboardInterrupt):
            opening.open_round(course, CASE, asked, "Dr Okafor")
    assert all_packets(course) == []
    before = rows(course)
    opening.open_round(course, CASE, asked, "Dr Okafor")
    assert rows(course) == before
    assert len(all_packets(course)) == 8


def test_cut_short_before_it_is_decided_leaves_no_round(course, monkeypatch):
    with monkeypatch.context() as cut:
        cut.setattr(opening, "log", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            opened(course)
    with rounds_of(course) as session, pytest.raises(RoundError, match="No round of gad-maya is open"):
        find_round(session, COURSE, CASE)
    assert not opened(course).again


def test_the_same_plans_terms_and_seed_give_the_same_round(course, tmp_path):
    other, asked = shutil.copytree(course, tmp_path / "other"), terms()
    opening.open_round(course, CASE, asked, "Dr Okafor")
    opening.open_round(other, CASE, asked, "Dr Okafor")
    assert rows(course) == rows(other)


@pytest.mark.parametrize(
    ("changed", "option"),
    [
        ({"reviews": 2}, "--reviews"),
        ({"review_by": in_days(9)}, "--due"),
        ({"settle_by": in_days(12)}, "--settle-by"),
        ({"seed": 7}, "--seed"),
        ({"conflicts": (("ada", "ben"),)}, "--conflicts"),
    ],
)
def test_other_terms_are_refused_once_it_is_open(course, changed, option):
    opened(course)
    with rounds_of(course) as session:
        stands = find_round(session, COURSE, CASE).review_by
    with pytest.raises(RoundError, match=f"^{option}: the round of gad-maya was opened with"):
        opened(course, **{"review_by": stands, **changed})


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"review_by": in_days(-1)}, "--due: .* is over"),
        ({"calibrate_by": in_days(8)}, "--due: comes before --calibrate-by"),
        ({"settle_by": in_days(3)}, "--settle-by: comes before --due"),
        ({"reviews": 0}, "--reviews: is 0"),
        ({"known": ("ada", "ben", "dara")}, "one or two plans"),
        ({"known_each": 1}, "--known-each: is 1"),
        ({"rule": "within"}, "--groups FILE.csv"),
        ({"known": ("ada",)}, "plan of ada is not known yet"),
        ({"known": ("nobody",)}, "nobody has no plan"),
    ],
)
def test_terms_that_do_not_fit_are_refused_and_nothing_is_written(course, given, sentence):
    with pytest.raises(RoundError, match=sentence):
        opened(course, **given)
    assert all_packets(course) == []
    with rounds_of(course) as session:
        assert session.scalars(select(Matter)).all() == []


def test_a_course_without_plans_is_told_what_to_do(empty_course):
    with pytest.raises(RoundError, match="First run: nbgrader collect gad-maya"):
        opened(empty_course)
    hand_in(empty_course, "ada")
    phases.collect(empty_course, CASE)
    with pytest.raises(RoundError, match="too few for a round"):
        opened(empty_course)


def test_a_bad_plan_stays_out_with_its_reason(course):
    (course / "submitted" / "ben" / CASE / f"{CASE}.plan.json").write_text('{"case": "gad-maya", "goals": [')
    empty = Plan(case=CASE, goals=[Goal(id="g1", text="  ")])
    (course / "submitted" / "dara" / CASE / f"{CASE}.plan.json").write_text(empty.model_dump_json())
    told = opened(course)
    assert told.plans == 6
    assert set(told.bad) == {"ben", "dara"}
    assert "Stays out: ben: gad-maya.plan.json: is damaged" in "\n".join(opened_lines(told))
    assert "holds no goal yet" in told.bad["dara"]


def test_a_plan_that_would_burst_packets_stays_out(course):
    huge = sample_plan("ben")
    huge.goals[0].text = "a" * 250_000
    (course / "submitted" / "ben" / CASE / f"{CASE}.plan.json").write_text(huge.model_dump_json())
    assert "too many to review" in opened(course).bad["ben"]


def test_text_that_no_database_can_hold_is_cleaned(course):
    written = sample_plan("ben")
    written.goals[0].text, written.goals[0].measure.target = "HERE", 7
    odd = written.model_dump_json().replace("HERE", r"Sl\u0000e\ud800ep").replace('"target":7.0', '"target":1e999')
    (course / "submitted" / "ben" / CASE / f"{CASE}.plan.json").write_text(odd)
    assert opened(course).plans == 8
    plan = next(row for row in rows(course)[0] if row[0] == "ben")[3]
    assert (plan["goals"][0]["text"], plan["goals"][0]["measure"]["target"]) == ("Sleep", None)


def test_without_a_secret_one_is_reviewed_but_cannot_review(course):
    (course / "submitted" / "ben" / CASE / "submission_secret.txt").unlink()
    told = opened(course)
    assert told.unreachable == ("ben",)
    assert "Cannot review" in "\n".join(opened_lines(told))
    _, tasks = rows(course)
    assert Counter(author for _, author, *_ in tasks)["ben"] == 3
    assert "ben" not in {reviewer for reviewer, *_ in tasks}
    assert len(all_packets(course)) == 7


def test_a_secret_that_two_handed_in_opens_nothing(course):
    shared = (course / "submitted" / "ada" / CASE / "submission_secret.txt").read_text()
    (course / "submitted" / "ben" / CASE / "submission_secret.txt").write_text(shared)
    assert opened(course).unreachable == ("ada", "ben")


def test_who_is_on_the_roster_without_a_plan_is_told(course):
    enrol(course, OnRoster("ines", "Ines", "Quaresma"))
    told = opened(course)
    assert told.without == ("ines",)
    assert "On the roster without a submission, and so without reviews: ines." in opened_lines(told)


def test_a_roster_of_ids_only_is_told_and_names_added_later_are_searched_for(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", COURSE) as gradebook:
        for student in gradebook.students:
            student.first_name = student.last_name = student.email = None
        gradebook.db.commit()
    written = sample_plan("ben")
    written.goals[0].agreed_how = "We looked at it with Gwen Tremblay."
    (course / "submitted" / "ben" / CASE / f"{CASE}.plan.json").write_text(written.model_dump_json())
    asked = terms()
    told = opening.open_round(course, CASE, asked, "Dr Okafor")
    assert told.only_ids
    assert "The roster has ids only" in "\n".join(opened_lines(told))
    enrol(course, OnRoster("gwen", "Gwen", "Tremblay"))
    again = opening.open_round(course, CASE, asked, "Dr Okafor")
    assert ("ben", "g1.agreed_how", "Gwen Tremblay") in {(one.learner, one.place, one.words) for one in again.held}
    assert not again.only_ids


def test_hours_are_reviews_known_plans_sample_plans_and_ones_own(course):
    confirm_plan(course, "ada", dict.fromkeys(ASKED, 2.0))
    told = opened(course, known=("ada",), minutes=30)
    assert told.hours == (3 + 1 + told.calibration + 1) * 0.5
    assert f"Expect about {told.hours:.1f} hours of each learner" in "\n".join(opened_lines(told))


def test_a_plan_that_is_wholly_scored_is_known_and_travels_unmarked(course):
    confirm_plan(course, "ada", dict(zip(ASKED, (0, 1, 2, 3, 3, 1.5, 2), strict=True)))
    told = opened(course, known=("ada",))
    assert (told.known, told.travelling, told.extra) == (("ada",), ("ada",), 1)
    people, tasks = rows(course)
    levels = {learner: known for learner, *_, known in people}
    assert {part: round(level, 6) for part, level in levels["ada"].items()} == dict(
        zip(ASKED, (0, 1, 2, 3, 3, 1.5, 2), strict=True)
    )
    assert levels["ben"] is None
    pseudonym = next(name for learner, name, *_ in people if learner == "ada")
    assert pseudonym not in {plan.id for plan in packet_of(course, "ada").plans}
    assert all(pseudonym in {plan.id for plan in packet_of(course, name).plans} for name in NAMES[1:])
    on_top = {reviewer for reviewer, author, _, origin in tasks if origin == "known"}
    ordinary = {reviewer for reviewer, author, _, origin in tasks if author == "ada" and origin == "open"}
    assert on_top == set(NAMES[1:]) - ordinary
    assert len(ordinary) == 3
    letters = sorted(letter for _, author, letter, _ in tasks if author == "ada")
    assert letters == list("ABCDEFG")


def test_one_of_two_known_plans_each_goes_round_evenly(course):
    for name in ("ada", "ben"):
        confirm_plan(course, name, dict.fromkeys(ASKED, 2.0))
    opened(course, known=("ada", "ben"), known_each=1)
    _, tasks = rows(course)
    reads = Counter(reviewer for reviewer, author, *_ in tasks if author in ("ada", "ben"))
    assert all(reads[name] >= 1 for name in NAMES)
    on_top = Counter(author for _, author, _, origin in tasks if origin == "known")
    assert abs(on_top["ada"] - on_top["ben"]) <= 1
    assert ("ada", "ada") not in {(reviewer, author) for reviewer, author, *_ in tasks}


def test_points_of_an_earlier_version_of_a_plan_are_not_known(course):
    confirm_plan(course, "ada", dict.fromkeys(ASKED, 2.0))
    path = course / "submitted" / "ada" / CASE / f"{CASE}.plan.json"
    path.write_text(path.read_text() + "\n")
    assert opened(course).known == ()


def test_a_part_that_nobody_confirmed_keeps_a_plan_from_being_known(course):
    confirm_plan(course, "ada", dict.fromkeys(ASKED[1:], 2.0))
    assert opened(course).known == ()


def test_confirming_what_the_engine_suggested_makes_known_levels_of_it(course):
    confirm_plan(course, "ada", dict.fromkeys(ASKED, 0.0), manual=False)
    opened(course)
    known = next(row for row in rows(course)[0] if row[0] == "ada")[-1]
    assert set(known) == set(ASKED)
    assert all(0 <= level <= 3 for level in known.values())
    assert any(known.values())


def test_engine_levels_are_kept_for_what_the_case_asks_for(course):
    opened(course)
    for _, _, _, _, engine, _ in rows(course)[0]:
        assert set(engine) == set(ASKED)
        assert all(level in (0, 1, 2, 3) for level in engine.values())


def test_conflicts_and_groups_are_read_and_kept(course, tmp_path):
    conflicts, groups = tmp_path / "conflicts.csv", tmp_path / "groups.csv"
    conflicts.write_text("learner,other\nada,ben\n\n", "utf-8-sig")
    groups.write_text(
        "learner,group\n" + "".join(f"{name},{'north' if n % 2 else 'south'}\n" for n, name in enumerate(NAMES))
    )
    asked, _ = read_terms(
        course, CASE, due="2099-04-14T18:00:00+02:00", reviews=2, conflicts=conflicts, groups=groups, rule="across"
    )
    opening.open_round(course, CASE, asked, "Dr Okafor")
    _, tasks = rows(course)
    north = set(NAMES[1::2])
    for reviewer, author, *_ in tasks:
        assert {reviewer, author} != {"ada", "ben"}
        assert (reviewer in north) != (author in north)
    assert opening.open_round(course, CASE, asked, "Dr Okafor").again


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ada,ben\n", "line 1: must be the heading learner,other"),
        ("learner,other\nada,bem\n", "line 2: other: bem is nobody of this course; did you mean ben?"),
        ("learner,other\n\nada\n", "line 3: needs both, learner and other"),
        ("", "line 1: must be the heading"),
    ],
)
def test_a_wrong_table_of_conflicts_is_told_by_its_line(course, tmp_path, text, sentence):
    path = tmp_path / "conflicts.csv"
    path.write_text(text)
    with pytest.raises(BadFile) as caught:
        read_terms(course, CASE, due="2099-01-01", conflicts=path)
    assert sentence in str(caught.value)


def test_times_without_a_zone_are_this_machines(course):
    asked, notes = read_terms(course, CASE, due="2099-04-14T18:00", settle_by="2099-04-20T18:00:00+02:00")
    assert asked.review_by == datetime(2099, 4, 14, 18).astimezone()
    assert asked.settle_by == datetime(2099, 4, 20, 16, tzinfo=UTC)
    assert len(notes) == 1
    assert notes[0].startswith("--due has no zone and is understood as this machine's: 2099-04-14 18:00")


def test_a_date_alone_is_its_last_minute():
    when, said = parse_time("2099-04-14", "--due")
    assert (when, said) == (datetime(2099, 4, 14, 23, 59).astimezone(), False)
    with pytest.raises(RoundError, match="'next week' is no time; write it as"):
        parse_time("next week", "--due")


def test_a_small_round_says_what_was_given_up(empty_course):
    for name in NAMES[:4]:
        hand_in(empty_course, name)
    phases.collect(empty_course, CASE)
    told = opened(empty_course)
    lines = "\n".join(opened_lines(told))
    assert "Given up: " in lines
    assert told.relaxed
    assert opened(empty_course, review_by=told.review_by).relaxed == told.relaxed


def test_a_closed_round_is_told_and_its_packets_left_alone(course):
    told = opened(course)
    change_round(course, state="closed")
    for path in (course / "exchange").rglob("packet.json"):
        path.unlink()
    assert opened(course, review_by=told.review_by).state == "closed"
    assert all_packets(course) == []
