"""Reviewing without a screen: calibration, levels, comments, and what is kept through everything."""

import json
from datetime import UTC, datetime

import pytest
from review_tools import PLANS, calibrate, exemplars, fill, give, make_review, own_plan, sample, saved_reviews

from goalsmith.errors import BadFile
from goalsmith.model import Receipt
from goalsmith.store import read_reviews, save_receipt, work_digest
from goalsmith.widgets.calibration_run import MOST_TRIES
from goalsmith.widgets.plan_words import texts
from goalsmith.widgets.review_session import ReviewSession
from goalsmith.widgets.review_work import LONGEST, MOST_COMMENTS


@pytest.fixture
def folder(tmp_path):
    return make_review(tmp_path)


@pytest.fixture
def session(folder):
    return ReviewSession(folder)


@pytest.fixture
def work(session):
    return session.works()[0]


# Opening


def test_opening_writes_nothing(folder, session):
    assert not (folder / "reviews.json").exists()
    assert [one.review.plan for one in session.works()] == list(PLANS[:2])
    assert session.left() == 2


def test_a_case_without_risk_is_judged_by_seven_criteria_and_one_with_risk_by_eight(tmp_path, session):
    assert "safety" not in session.asked
    assert len(session.asked) == 7
    assert len(ReviewSession(make_review(tmp_path, "mdd-ruth", plans=())).asked) == 8


def test_a_folder_that_is_no_assignment_says_so(tmp_path):
    with pytest.raises(BadFile):
        ReviewSession(tmp_path)


def test_a_damaged_packet_is_said_and_takes_nothing_away(folder, session, work):
    fill(work)
    (folder / "packet.json").write_text("{")
    again = ReviewSession(folder)
    assert "get the plans again" in again.packet_problem
    assert again.works() == []
    assert again.withdrawn() == [], "nobody can say which plans are withdrawn"
    assert saved_reviews(folder)["reviews"][0]["strength"] == "Each step is small."
    give(folder)
    again.read_packet()
    assert again.packet_problem == ""
    assert again.works()[0].review.strength == "Each step is small."


def test_a_packet_of_another_case_is_not_reviewed(tmp_path, folder):
    other = make_review(tmp_path, "ocd-daniel")
    (folder / "packet.json").write_bytes((other / "packet.json").read_bytes())
    session = ReviewSession(folder)
    assert "ocd-daniel" in session.packet_problem
    assert session.works() == []


# Calibration


def test_near_levels_are_enough_and_the_record_is_dated(folder, session):
    run = session.calibration
    first = run.exemplars[0]
    for criterion in run.criteria(first):
        run.choose(first, criterion, max(0, first.levels[criterion] - 1))
    assert not run.comparing(first)
    assert run.compare(first)
    assert run.done(first)
    assert run.next == 1
    assert not run.finished
    calibrate(run)
    assert run.finished
    saved = saved_reviews(folder)["calibration"]
    assert saved["finished_at"]
    assert saved["tries"][0]["attempts"][0]["levels"]["S"] == max(0, first.levels["S"] - 1), (
        "the first attempt is kept as it was"
    )


def test_the_reference_is_not_to_be_had_before_every_level_is_chosen(session):
    run, one = session.calibration, session.calibration.exemplars[0]
    for criterion in run.criteria(one)[:-1]:
        run.choose(one, criterion, 2)
    assert not run.compare(one)
    assert run.tries(one) == 0


def test_far_levels_stand_first_and_are_open_again_at_the_next_try(session):
    run = session.calibration
    one = next(sample for sample in run.exemplars if sample.id == "strong")
    levels = {criterion: one.levels[criterion] for criterion in run.criteria(one)} | {"T": 0, "A": 1}
    for criterion, level in levels.items():
        run.choose(one, criterion, level)
    run.compare(one)
    assert [(d.criterion, d.chosen, d.reference, d.far) for d in run.differences(one)[:2]] == [
        ("T", 0, 3, True),
        ("A", 1, 3, True),
    ]
    assert not run.done(one)
    assert not run.choose(one, "T", 3), "an attempt that was compared stays as it was"
    assert run.again(one)
    assert set(levels) - set(run.levels(one)) == {"T", "A"}


def test_after_three_tries_one_may_go_on(session):
    run, one = session.calibration, session.calibration.exemplars[0]
    for number in range(1, MOST_TRIES + 1):
        for criterion in run.criteria(one):
            run.choose(one, criterion, 0)
        run.compare(one)
        assert run.done(one) is (number == MOST_TRIES)
        assert run.again(one) is (number < MOST_TRIES)
    assert run.tries(one) == MOST_TRIES


def test_half_an_attempt_survives_a_new_kernel(folder, session):
    run = session.calibration
    run.choose(run.exemplars[0], "S", 1)
    again = ReviewSession(folder).calibration
    assert again.levels(again.exemplars[0]) == {"S": 1}
    assert again.tries(again.exemplars[0]) == 0


def test_another_case_of_the_course_does_not_ask_again(tmp_path, session):
    calibrate(session.calibration)
    other = ReviewSession(make_review(tmp_path, "ocd-daniel"))
    assert other.calibration.finished
    assert other.calibration.record.finished_at == session.calibration.record.finished_at
    assert other.calibration.record.tries == [], "the attempts were made on other plans"


def test_changed_anchors_ask_again(folder, session):
    calibrate(session.calibration)
    rubric = folder / "rubrics" / "smart.yaml"
    rubric.write_text(rubric.read_text().replace("No way to tell", "Nobody could tell"))
    again = ReviewSession(folder)
    assert not again.calibration.finished
    assert again.calibration.left() == len(exemplars())


def test_changed_advice_does_not(folder, session):
    calibrate(session.calibration)
    rubric = folder / "rubrics" / "smart.yaml"
    rubric.write_text(rubric.read_text() + "\n# a remark\n")
    assert ReviewSession(folder).calibration.finished


def test_a_folder_that_cannot_keep_the_record_loses_no_review(folder, session):
    (folder.parent / ".goalsmith-calibration.json").mkdir()
    calibrate(session.calibration)
    assert session.problem == ""
    assert saved_reviews(folder)["calibration"]["finished_at"]


def test_a_case_without_sample_plans_has_nothing_to_calibrate_on(folder):
    (folder / "exemplars.yaml").unlink()
    session = ReviewSession(folder)
    assert session.calibration.finished
    assert not (folder.parent / ".goalsmith-calibration.json").exists(), "that says nothing about other cases"


# Levels


def test_levels_are_committed_once_and_may_change_afterwards(folder, session, work):
    for criterion in work.asked:
        assert not work.commit()
        work.choose(criterion, 1)
    assert work.commit()
    work.choose("S", 3)
    assert not work.commit()
    saved = saved_reviews(folder)["reviews"][0]
    assert (saved["first"]["S"], saved["levels"]["S"]) == (1, 3)
    again = ReviewSession(folder).works()[0]
    assert again.committed


def test_a_review_is_not_finished_before_levels_are_committed(work):
    fill(work)
    work.review.first = {}
    assert work.missing() == ["the levels committed"]
    assert not work.finish()
    work.commit()
    assert work.finish()


# Comments


def test_a_comment_holds_the_words_it_is_tied_to_in_code_points(folder, session):
    session.packet.plans[0].plan.goals[0].text = "\U0001f600 Maya sleeps  well"
    work = session._work(session.packet.plans[0].plan, session.works()[0].review)
    comment = work.comment_on("g1", 1, 15)
    assert (comment.start, comment.end, comment.quote) == (2, 13, "Maya sleeps")
    assert saved_reviews(folder)["reviews"][0]["comments"][0]["quote"] == "Maya sleeps"


@pytest.mark.parametrize(
    ("place", "start", "end"), [("g1", 5, 5), ("g1", 9, 4), ("g1", 900, 999), ("nowhere", 0, 4), ("g1", -9, 0)]
)
def test_words_that_are_not_there_begin_no_comment(folder, work, place, start, end):
    assert work.comment_on(place, start, end) is None
    assert not (folder / "reviews.json").exists()


def test_two_comments_on_the_same_words_count_once(work):
    fill(work)
    keep = work.review.comments[0]
    work.review.comments = [keep, keep.model_copy(update={"id": "c9"})]
    assert work.missing() == ["comments on 1 more place of the plan"]


def test_a_comment_on_the_whole_plan_is_kept_and_counts_for_no_place(work):
    fill(work)
    work.review.comments = []
    comment = work.comment_on("plan", 0, 0)
    work.write_comment(comment.id, "The thread holds.")
    assert work.missing() == ["comments on 2 more places of the plan"]
    assert work.label(comment) == "The plan as a whole"


def test_a_removed_comment_comes_back_to_its_place_and_no_id_is_given_twice(folder, work):
    fill(work)
    first, second = (one.id for one in work.review.comments)
    work.remove_comment(first)
    assert work.comment_on("g1", 0, 4).id not in {first, second}
    work.bring_back()
    assert [one.id for one in work.review.comments][:2] == [first, second]
    assert work.bring_back() is None
    assert len(saved_reviews(folder)["reviews"][0]["comments"]) == 3


def test_what_a_late_message_says_of_a_removed_comment_is_ignored(work):
    fill(work)
    gone = work.review.comments[0].id
    work.remove_comment(gone)
    assert not work.write_comment(gone, "late")
    assert not work.relate_comment(gone, "S")


def test_marks_are_left_out_where_the_words_have_changed(work):
    comment = work.comment_on("g1", 0, 4)
    assert work.marks() == [(comment.id, 1, "g1", 0, 4)]
    work.texts["g1"] = "Other words"
    assert work.marks() == []
    assert work.review.comments[0].quote, "the comment can still be read"


def test_there_is_an_end_to_comments_and_to_the_length_of_a_text(folder, work):
    for _ in range(MOST_COMMENTS + 3):
        work.comment_on("plan", 0, 0)
    assert len(work.review.comments) == MOST_COMMENTS
    assert not work.cut
    work.say_strength("\U0001f600" * (LONGEST + 5) + "\ud800")
    assert work.cut
    assert len(read_reviews(folder / "reviews.json", "gad-maya").reviews[0].strength) == LONGEST


# Finishing, flags, time


def test_a_finished_review_can_be_reopened(folder, work):
    fill(work)
    assert work.missing() == []
    assert work.finish()
    assert saved_reviews(folder)["reviews"][0]["finished_at"].endswith("Z")
    work.reopen()
    assert saved_reviews(folder)["reviews"][0]["finished_at"] is None


def test_a_private_flag_is_kept_until_it_is_taken_back(folder, work):
    work.tell_supervisor("real-client", "The street is named.")
    assert saved_reviews(folder)["reviews"][0]["flag"] == {"kind": "real-client", "text": "The street is named."}
    work.tell_supervisor("", "The street is named.")
    assert saved_reviews(folder)["reviews"][0]["flag"] is None


def test_time_adds_up_and_never_runs_back(folder, work):
    work.spend(0.25)
    work.spend(0.25)
    work.spend(-3)
    assert saved_reviews(folder)["reviews"][0]["minutes"] == 0.5


# Packets that change


def test_new_plans_come_in_and_what_was_written_stays(folder, session, work):
    fill(work)
    give(folder, plans=[*PLANS[:2], PLANS[2]])
    session.read_packet()
    assert [one.review.plan for one in session.works()] == list(PLANS)
    assert session.works()[0] is work
    assert session.left() == 3


def test_a_withdrawn_plan_keeps_its_review_and_asks_for_nothing_more(folder, session, work):
    fill(work)
    give(folder, plans=PLANS[1:2])
    session.read_packet()
    assert [one.plan for one in session.withdrawn()] == [PLANS[0]]
    assert session.left() == 1
    fill(session.works()[0])
    session.works()[0].finish()
    assert session.left() == 0
    assert {one["plan"] for one in saved_reviews(folder)["reviews"]} == set(PLANS[:2])


def test_a_plan_whose_words_were_taken_out_keeps_its_review(folder, session, work):
    comment = work.comment_on("g1", 0, 4)
    data = json.loads((folder / "packet.json").read_text())
    data["plans"][0]["plan"]["goals"][0]["text"] = "[redacted] words"
    (folder / "packet.json").write_text(json.dumps(data))
    session.read_packet()
    now = session.works()[0]
    assert now.texts["g1"] == "[redacted] words"
    assert now.review.comments == [comment]
    assert now.marks() == []


# The own plan


def test_the_own_plan_comes_last_and_needs_levels_alone(tmp_path, folder, session):
    own_plan(tmp_path)
    assert not session.own_is_open()
    for work in session.works():
        fill(work)
        work.finish()
    assert session.own_is_open()
    own = session.own_work()
    for criterion in own.asked:
        own.choose(criterion, 2)
    own.commit()
    assert own.finish()
    saved = saved_reviews(folder)
    assert saved["self_review"]["plan"] == "own"
    assert all(one["plan"] != "own" for one in saved["reviews"])


def test_an_own_plan_that_was_begun_stays_open_when_new_plans_come(tmp_path, folder, session):
    own_plan(tmp_path)
    session.own_work().choose("S", 1)
    assert session.left() == 2
    assert session.own_is_open()


@pytest.mark.parametrize("content", [None, "{", '{"case": "gad-maya"}', '{"case": "ocd-daniel", "goals": []}'])
def test_without_an_own_plan_one_sentence_says_where_it_was_looked_for(tmp_path, session, content):
    if content is not None:
        (tmp_path / "gad-maya").mkdir()
        (tmp_path / "gad-maya" / "gad-maya.plan.json").write_text(content)
    said = session.own_work()
    assert isinstance(said, str)
    assert "folder gad-maya" in said
    assert said.endswith(".")


# Saving


def test_a_new_kernel_finds_everything(folder, session, work):
    fill(work)
    work.tell_supervisor("unsafe", "Stops a medicine.")
    work.spend(1.5)
    work.finish()
    again = ReviewSession(folder).works()[0].review
    assert again == work.review


def test_a_damaged_file_is_set_aside_and_the_version_before_taken(folder, session, work):
    fill(work)
    work.say_strength("Newest")
    (folder / "reviews.json").write_text('{"case": "gad-')
    again = ReviewSession(folder)
    assert again.works()[0].review.strength == "Each step is small."
    assert "damaged" in again.store.recovered


def test_a_folder_that_cannot_be_written_is_said_and_work_goes_on(folder, session, work):
    (folder / "file").write_text("")
    session.store.path = folder / "file" / "reviews.json"
    work.choose("S", 2)
    assert "cannot be written" in session.problem
    assert work.review.levels == {"S": 2}
    session.store.path = folder / "reviews.json"
    work.choose("M", 2)
    assert session.problem == ""
    assert saved_reviews(folder)["reviews"][0]["levels"] == {"S": 2, "M": 2}


def test_time_alone_is_no_change_since_submission(folder, session, work):
    assert session.changed_since_submission() is None
    fill(work)
    at = datetime(2026, 3, 9, 12, 4, tzinfo=UTC)
    save_receipt(
        folder, Receipt(assignment="gad-maya-review", submitted_at=at, plan_digest=work_digest(session.written))
    )
    work.spend(0.25)
    assert session.changed_since_submission() is False
    work.choose("S", 0)
    assert session.changed_since_submission() is True


def test_every_word_of_a_plan_can_be_pointed_at_by_its_place(session):
    plan = sample("strong")
    places = texts(session.blocks(plan))
    assert places["g1"] == plan.goals[0].text
    assert places["g1.client_words"] == "I want my brain to stop."
    assert places["g1 measure.instrument"] == "GAD-7"
    assert places["g1-o1.interventions.1"] == "stimulus control of worry"
    assert places["problem worry.reason"].startswith("It is what she came for")
