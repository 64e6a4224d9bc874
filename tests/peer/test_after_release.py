"""After release: what came back, answers, one appeal, private flags, and the one revised plan."""

import json
from datetime import UTC, datetime

import pytest
from peer_helpers import CASE, FOLLOWUP, NAMES, REVIEW
from play import answer, cells, get_returned, hand_in_work, review_all
from test_adjudicate import refused, said

from goalsmith.grading import phases
from goalsmith.model import PrivateFlag
from goalsmith.peer.rounds.close import close_round
from goalsmith.store import PlanStore, answer_store, read_returned


@pytest.fixture
def given_back(reviewed):
    close_round(reviewed, CASE, "supervisor", early=True)
    said(reviewed, "release", CASE, "--answer-by", "2027-05-01T18:00:00+02:00")
    return reviewed


def answer_everything(written, why="It fits what she asked for."):
    for letter in "ABC":
        one = written.to(letter)
        one.taken, one.why, one.helpful = "yes", why, 2


def test_authors_get_their_own_plan_its_reviews_and_levels(given_back):
    folder = get_returned(given_back, "ada")
    back = read_returned(folder)
    assert [review.letter for review in back.reviews] == ["A", "B", "C"]
    assert {score.criterion for score in back.scores} == {"S", "M", "A", "R", "T", "thread", "fit"}
    assert back.answer_by == datetime(2027, 5, 1, 16, tzinfo=UTC)
    assert PlanStore(folder, CASE).load().goals[0].text == back.plan.goals[0].text
    text = (folder / "returned.json").read_text().lower()
    assert not any(f'"{name}"' in text for name in NAMES)


def test_the_revised_plan_is_not_overwritten_by_fetching_again(given_back):
    folder = get_returned(given_back, "ada")
    store = PlanStore(folder, CASE)
    plan = store.load()
    plan.goals[0].text = "Mine now"
    store.save(plan)
    get_returned(given_back, "ada")
    assert PlanStore(folder, CASE).load().goals[0].text == "Mine now"


def test_answers_earn_points_by_the_share_with_a_reason(given_back):
    answer(given_back, "ada", answer_everything)
    answer(given_back, "ben", lambda written: written.to("A").__setattr__("taken", "yes"))
    text = said(given_back, "followup", CASE)
    assert "2 authors answered, 0 revised" in text
    assert cells(given_back, FOLLOWUP, "ada")["answers"][0] == 5
    assert cells(given_back, FOLLOWUP, "ben")["answers"][0] == 0


def test_helpfulness_is_shown_to_the_reviewer_and_never_graded(given_back):
    before = {name: cells(given_back, REVIEW, name)["reviewing"][0] for name in NAMES}
    for name in NAMES:
        answer(given_back, name, answer_everything)
    said(given_back, "followup", CASE)
    after = {name: cells(given_back, REVIEW, name)["reviewing"] for name in NAMES}
    assert {name: points for name, (points, _, _) in after.items()} == before
    assert all("helpfulness (0 to 3, not graded): 2, 2, 2" in comment for _, _, comment in after.values())


def test_one_appeal_is_decided_with_everything_in_view(given_back):
    def appeal(written, reason="The baseline stands in the measure field."):
        written.appeal.reason = reason
        written.appeal.sent_at = "2027-04-20T10:00:00Z"

    answer(given_back, "ada", appeal)
    assert "Appeals: ada" in said(given_back, "followup", CASE)
    assert "The baseline stands in the measure field." in said(given_back, "adjudicate", CASE)
    answer(given_back, "ada", lambda written: appeal(written, "And another thing."))
    assert "the first appeal stands" in said(given_back, "followup", CASE)
    said(given_back, "adjudicate", CASE, "ada", "--set", "M=3", "--why", "Right, it does.")
    assert "appeal" not in said(given_back, "adjudicate", CASE)
    back = read_returned(get_returned(given_back, "ada"))
    (settled,) = [score for score in back.scores if score.criterion == "M"]
    assert settled.by_supervisor
    assert settled.level == 3


def test_a_flagged_review_is_withheld_until_it_is_decided(given_back):
    answer(given_back, "ada", lambda w: w.to("B").__setattr__("flag", PrivateFlag(kind="unkind", text="It mocks her.")))
    said(given_back, "followup", CASE)
    back = {review.letter: review for review in read_returned(get_returned(given_back, "ada")).reviews}
    assert back["B"].withheld
    assert back["B"].next_step == ""
    assert (
        "Add the score to come from."
        not in cells(given_back, CASE, "ada")["peer_review"][2].split("Reviewer B")[1][:90]
    )
    number = said(given_back, "adjudicate", CASE).split(".")[0]
    said(given_back, "adjudicate", CASE, "--matter", number, "--release", "--why", "Blunt, not unkind.")
    back = {review.letter: review for review in read_returned(get_returned(given_back, "ada")).reviews}
    assert back["B"].next_step == "Add the score to come from."


def test_the_first_revision_stands(given_back):
    def revise(text):
        folder = get_returned(given_back, "ada")
        store = PlanStore(folder, CASE)
        plan = store.load()
        plan.goals[0].text = text
        store.save(plan)
        answers = answer_store(folder, CASE)
        answers.save(answers.load())
        hand_in_work(given_back, "ada", FOLLOWUP)
        return said(given_back, "followup", CASE)

    assert "1 author answered, 1 revised" in revise("Reduce GAD-7 from 16 to 9 by session 12")
    phases.feedback(given_back, FOLLOWUP)
    shown = (given_back / "feedback" / "ada" / FOLLOWUP / f"{FOLLOWUP}.html").read_text("utf-8")
    assert "<ins>Reduce GAD-7 from 16 to 9 by session 12</ins>" in shown
    assert "the first one stands" in revise("Something else again")


def test_a_damaged_file_of_answers_is_told_and_stops_nobody(given_back):
    folder = answer(given_back, "ben", answer_everything)
    (folder / "answers.json").write_text(json.dumps({"case": "other", "format": 1}), "utf-8")
    hand_in_work(given_back, "ben", FOLLOWUP)
    answer(given_back, "ada", answer_everything)
    text = said(given_back, "followup", CASE)
    assert "ben: answers.json: belongs to the case other" in text
    assert cells(given_back, FOLLOWUP, "ada")["answers"][0] == 5


def test_a_reviewers_private_flag_reaches_the_supervisor_alone(course):
    from play import opened

    opened(course)

    def flagged(written):
        written.reviews[0].flag = PrivateFlag(kind="real-client", text="I think I know this person.")

    for name in NAMES:
        review_all(course, name, spoil=flagged if name == "ada" else None)
    close_round(course, CASE, "supervisor", early=True)
    assert "I think I know this person." in said(course, "adjudicate", CASE)
    for name in NAMES:
        assert "I think I know" not in cells(course, CASE, name)["peer_review"][2]


def test_follow_ups_wait_for_the_release(reviewed):
    close_round(reviewed, CASE, "supervisor", early=True)
    assert "not released yet" in refused(reviewed, "followup", CASE)
