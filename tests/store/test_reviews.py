"""Files of peer review: nothing written is lost, and nothing wrong is taken for right."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from goalsmith.errors import BadReviews
from goalsmith.model import (
    Attempt,
    Calibration,
    CalibrationTry,
    FollowupFile,
    Packet,
    PacketPlan,
    Plan,
    Returned,
    Review,
    ReviewComment,
    ReviewFile,
    StepAnswer,
)
from goalsmith.store import (
    REVIEWS_FILE,
    anchors_digest,
    answer_store,
    keep_calibration,
    kept_calibration,
    load_knowledge,
    read_answers,
    read_packet,
    read_returned,
    read_reviews,
    review_store,
    work_digest,
    write_packet,
    write_returned,
)
from goalsmith.store.reviews import MAX_BYTES

CASE = "gad-maya"
NOW = datetime(2026, 3, 9, 12, 4, tzinfo=UTC)


def written(strength="Clear steps \U0001f642 «daily»"):
    comment = ReviewComment(id="c1", place="g1", start=0, end=4, quote="Feel", text="How would one see it?")
    return ReviewFile(case=CASE, reviews=[Review(plan="K7QM", levels={"S": 2}, comments=[comment], strength=strength)])


def test_what_is_saved_is_what_is_read_again(tmp_path):
    reviews = written()
    at = review_store(tmp_path, CASE).save(reviews)
    assert review_store(tmp_path, CASE).load() == reviews
    assert read_reviews(tmp_path / REVIEWS_FILE, CASE) == reviews
    assert at.utcoffset() == timedelta(0)


def test_before_anything_is_written_there_is_an_empty_file_in_memory_and_none_on_disk(tmp_path):
    assert review_store(tmp_path, CASE).load() == ReviewFile(case=CASE)
    assert answer_store(tmp_path, CASE).load() == FollowupFile(case=CASE)
    assert list(tmp_path.iterdir()) == []


def test_keys_of_a_newer_version_survive(tmp_path):
    data = json.loads(written().model_dump_json())
    data["reviews"][0]["mood"] = "kept"
    (tmp_path / REVIEWS_FILE).write_text(json.dumps(data))
    store = review_store(tmp_path, CASE)
    reviews = store.load()
    reviews.reviews[0].strength = "Other"
    store.save(reviews)
    assert json.loads((tmp_path / REVIEWS_FILE).read_text())["reviews"][0]["mood"] == "kept"


@pytest.mark.parametrize("share", [0, 0.4, 0.95])
def test_a_half_written_file_is_set_aside_and_the_version_before_restored(tmp_path, share):
    store = review_store(tmp_path, CASE)
    store.save(written("First"))
    store.save(written("Second"))
    raw = store.path.read_bytes()
    store.path.write_bytes(raw[: int(len(raw) * share)])
    again = review_store(tmp_path, CASE)
    assert again.load().reviews[0].strength == "First"
    assert "version before" in again.recovered
    assert (tmp_path / "reviews.json.damaged").read_bytes() == raw[: int(len(raw) * share)]


def test_without_a_version_before_an_empty_file_is_begun_and_said(tmp_path):
    (tmp_path / REVIEWS_FILE).write_text("{")
    store = review_store(tmp_path, CASE)
    assert store.load().reviews == []
    assert "an empty one was begun" in store.recovered
    assert (tmp_path / "reviews.json.damaged").read_text() == "{"


def test_a_file_that_no_grader_would_read_is_refused_on_saving_and_the_old_one_stands(tmp_path):
    store = review_store(tmp_path, CASE)
    store.save(written("Small"))
    comments = [ReviewComment(id=f"c{n}", text="x" * 20_000) for n in range(MAX_BYTES // 20_000 + 1)]
    with pytest.raises(OSError, match="larger than 2 MB"):
        store.save(ReviewFile(case=CASE, reviews=[Review(plan="K7QM", comments=comments)]))
    assert read_reviews(store.path, CASE).reviews[0].strength == "Small"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "is missing"),
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "the file"),
        ('{"case": "gad-maya", "reviews": [{"plan": "A", "levels": {"S": 7}}]}', "reviews.0.levels.S"),
        ('{"case": "gad-maya", "reviews": [{"plan": "A", "minutes": 1e999}]}', "minutes"),
        ('{"case": "gad-maya", "reviews": [{"plan": "A"}, {"plan": "A"}]}', "the plan A stands twice"),
        ('{"case": "ocd-daniel"}', "ocd-daniel, not gad-maya"),
        (" " * (MAX_BYTES + 1), "2 MB at most"),
    ],
)
def test_a_grader_is_told_what_is_wrong_and_nothing_is_changed(tmp_path, content, says):
    path = tmp_path / REVIEWS_FILE
    if content is not None:
        path.write_text(content)
    with pytest.raises(BadReviews) as caught:
        read_reviews(path, CASE)
    (sentence,) = caught.value.problems
    assert says in sentence
    assert "open the notebook" in sentence, "what to do is said"
    assert "\n" not in str(caught.value)
    assert path.exists() == (content is not None)


def test_a_link_to_another_file_is_not_read(tmp_path):
    (tmp_path / "elsewhere.json").write_text(written().model_dump_json())
    (tmp_path / REVIEWS_FILE).symlink_to(tmp_path / "elsewhere.json")
    with pytest.raises(BadReviews):
        read_reviews(tmp_path / REVIEWS_FILE, CASE)


def test_two_answers_to_one_reviewer_are_refused_and_mended_on_the_learners_side(tmp_path):
    store = answer_store(tmp_path, CASE)
    store.save(FollowupFile(case=CASE, answers=[StepAnswer(letter="A", why="first")]))
    store.save(FollowupFile(case=CASE, answers=[StepAnswer(letter="A"), StepAnswer(letter="A")]))
    with pytest.raises(BadReviews, match="reviewer A stands twice"):
        read_answers(store.path, CASE)
    assert answer_store(tmp_path, CASE).load().answers[0].why == "first"


def test_packets_and_what_is_returned_go_through_a_folder(tmp_path):
    assert read_packet(tmp_path) is None
    assert read_returned(tmp_path) is None
    packet = Packet(case=CASE, course="demo", review_by=NOW, plans=[PacketPlan(id="K7QM", plan=Plan(case=CASE))])
    returned = Returned(case=CASE, course="demo", plan=Plan(case=CASE))
    write_packet(tmp_path, packet)
    write_returned(tmp_path, returned)
    assert read_packet(tmp_path) == packet
    assert read_returned(tmp_path) == returned


def test_a_damaged_packet_says_to_get_the_plans_again(tmp_path):
    (tmp_path / "packet.json").write_text('{"case": "gad-maya", "author": "somebody"}')
    with pytest.raises(BadReviews, match="get the plans again"):
        read_packet(tmp_path)


def test_the_digest_is_of_what_was_written_and_not_of_when():
    one, other = written(), written()
    other.reviews[0].minutes, other.reviews[0].finished_at, other.saved_at = 12.5, NOW, NOW
    other.calibration.finished_at = NOW
    assert work_digest(one) == work_digest(other)
    other.reviews[0].levels = {"S": 3}
    assert work_digest(one) != work_digest(other)


def finished(rubric, at=NOW):
    tries = [CalibrationTry(exemplar="strong", attempts=[Attempt(levels={"S": 3}, at=at)])]
    return Calibration(rubric=rubric, tries=tries, finished_at=at)


def test_a_calibration_holds_for_the_course_and_its_anchors(tmp_path):
    folder = tmp_path / "gad-maya-review"
    done = finished("a1")
    keep_calibration(folder, "demo", done)
    keep_calibration(folder, "other", finished("a1", NOW + timedelta(days=1)))
    assert kept_calibration(tmp_path / "ocd-daniel-review", "demo", "a1") == done
    assert kept_calibration(folder, "demo", "b2") is None, "other anchors ask again"
    assert kept_calibration(folder, "third", "a1") is None


@pytest.mark.parametrize("content", ["", "[]", '{"demo": 3}', '{"demo": {"rubric": "a1"}}', "\xff\x00"])
def test_a_damaged_or_unfinished_record_asks_again_and_can_be_written_over(tmp_path, content):
    folder = tmp_path / "gad-maya-review"
    (tmp_path / ".goalsmith-calibration.json").write_text(content, "latin-1")
    assert kept_calibration(folder, "demo", "a1") is None
    keep_calibration(folder, "demo", finished("a1"))
    assert kept_calibration(folder, "demo", "a1") == finished("a1")


def test_the_anchors_digest_follows_the_anchors_and_nothing_else(tmp_path):
    knowledge = load_knowledge()
    same, other = load_knowledge(), load_knowledge()
    next(iter(same.rubric.checks.values())).__dict__["advice"] = "Other words."
    other.whole.criteria["fit"].anchors[3] = "Another anchor"
    assert anchors_digest(same) == anchors_digest(knowledge)
    assert anchors_digest(other) != anchors_digest(knowledge)
