"""The reviews in the follow-up: answers to next steps, one appeal, flags; and the revised plan with what it changed."""

import json
from datetime import UTC, datetime

import pytest
from widget_tools import make_assignment, tags, widgets_below

from goalsmith.model import Goal, Objective, Plan, Returned, ReturnedReview, ReturnedScore, ReviewComment
from goalsmith.store import PlanStore, followup_digest, plan_digest, read_answers, work_digest, write_returned
from goalsmith.widgets import FollowupForm, RevisionForm
from goalsmith.widgets.followup_form import review_html, scores_html

CASE = "gad-maya"


def plan():
    steps = [Objective(id="g1-o1", text="Writes worries down daily until session 4", due="session 4")]
    return Plan(case=CASE, goals=[Goal(id="g1", text="Worry less in the evening", problem="worry", objectives=steps)])


def came_back(**more):
    comment = ReviewComment(
        id="c1", place="g1", start=0, end=10, quote="Worry less", criterion="M", text="By how much?"
    )
    first = ReturnedReview(
        letter="A", levels={"S": 2}, strength="Her words.", next_step="Add a score.", comments=[comment]
    )
    second = ReturnedReview(letter="B", levels={"S": 1}, strength="Short.", next_step="Name the evenings.")
    scores = [ReturnedScore(criterion="S", level=1.5, low=1.0, high=2.0)]
    return Returned(case=CASE, course="demo", plan=plan(), reviews=[first, second], scores=scores, **more)


@pytest.fixture
def followup(tmp_path):
    made = make_assignment(tmp_path / f"{CASE}-followup")
    facts = json.loads((made / "assignment.json").read_text())
    (made / "assignment.json").write_text(json.dumps({**facts, "part": "followup"}))
    return made


@pytest.fixture
def fetched(followup):
    write_returned(followup, came_back())
    PlanStore(followup, CASE).save(plan())
    return followup


def page(form):
    return " ".join(str(getattr(one, "value", "")) for one in widgets_below(form))


def test_before_anything_came_back_the_page_says_what_to_do(followup):
    form = FollowupForm(followup)
    assert "once your supervisor has released" in page(form)
    plan = RevisionForm(followup)
    assert plan.editor is None
    assert "once the reviews of it have come" in page(plan)
    assert not (followup / "answers.json").exists()


def test_each_next_step_asks_for_a_decision_and_a_reason(fetched):
    form = FollowupForm(fetched)
    assert "Still to answer: the next step of Reviewer A, B." in page(form)
    form._flag_fields["A"]["taken"].value = "yes"
    assert "Reviewer A, B" in page(form)
    form._flag_fields["A"]["why"].value = "Maya asked for a number herself."
    assert "Still to answer: the next step of Reviewer B." in page(form)
    form._flag_fields["B"]["taken"].value = "no"
    form._flag_fields["B"]["why"].value = "She chose to begin with mornings."
    assert "Every next step is answered." in page(form)
    saved = read_answers(fetched / "answers.json", CASE)
    assert [(one.letter, one.taken) for one in saved.answers] == [("A", "yes"), ("B", "no")]


def test_what_was_answered_is_there_again(fetched):
    FollowupForm(fetched)._flag_fields["B"]["why"].value = "Later."
    assert FollowupForm(fetched)._flag_fields["B"]["why"].value == "Later."


def test_an_appeal_is_sent_once_and_needs_a_reason(fetched):
    form = FollowupForm(fetched)
    assert not form.session.send_appeal()
    form.session.appeal("The score stands in the measure field.")
    form._send_appeal()
    assert "Your appeal: The score stands" in page(form)
    form.session.appeal("Another one.")
    assert not form.session.send_appeal()
    assert read_answers(fetched / "answers.json", CASE).appeal.reason == "The score stands in the measure field."


def test_a_private_flag_can_be_taken_back(fetched):
    form = FollowupForm(fetched)
    fields = form._flag_fields["A"]
    assert fields["flag_text"].layout.display == "none"
    fields["flag"].value = "unkind"
    fields["flag_text"].value = "It mocks the client."
    assert fields["flag_text"].layout.display is None
    assert read_answers(fetched / "answers.json", CASE).answers[0].flag.text == "It mocks the client."
    fields["flag"].value = ""
    assert read_answers(fetched / "answers.json", CASE).answers[0].flag is None


def test_the_change_shows_words_that_went_and_came_and_levels_before_and_now(fetched):
    form = RevisionForm(fetched)
    form.editor.session.edit("g1", "Worry less in the evening, GAD-7 from 16 to 9 by session 12")
    form.show_change()
    shown = form._change.value
    assert "<ins>, GAD-7 from 16 to 9 by session 12</ins>" in shown
    assert "1 statement unchanged." in shown
    assert '<th scope="row">Measurable</th>' in shown


def test_a_submission_hands_in_answers_and_plan_together(fetched):
    form, revision = FollowupForm(fetched), RevisionForm(fetched).editor.session
    form.session.explain("A", "Yes.")
    answers = work_digest(read_answers(fetched / "answers.json", CASE))
    assert revision.digest() == followup_digest(answers, plan_digest(revision.plan))
    before = revision.digest()
    form.session.explain("A", "No.")
    assert revision.digest() != before


def test_a_damaged_file_of_answers_loses_nothing_but_the_last_change(fetched):
    form = FollowupForm(fetched)
    form.session.explain("A", "First.")
    form.session.explain("A", "Second.")
    (fetched / "answers.json").write_text("{")
    again = FollowupForm(fetched)
    assert again.session.answer("A").why == "First."
    assert "was damaged" in page(again)


def test_hostile_words_of_a_reviewer_stay_words():
    evil = "<img src=x onerror=alert(1)>"
    review = ReturnedReview(letter="A", strength=evil, next_step=evil, comments=[ReviewComment(id="c1", text=evil)])
    assert "img" not in tags(review_html(review))
    assert "script" not in tags(scores_html([ReturnedScore(criterion="S", level=2, low=1, high=3)], {"S": "<script>"}))


def test_a_withheld_review_says_so():
    assert "until your supervisor has looked" in review_html(ReturnedReview(letter="C", withheld=True))


def test_what_comes_later_is_added_and_answers_stay(followup):
    form, revision = FollowupForm(followup), RevisionForm(followup)
    write_returned(followup, came_back(answer_by=datetime(2027, 5, 1, tzinfo=UTC)))
    PlanStore(followup, CASE).save(plan())
    form._fetched()
    assert revision.editor.session.plan.goals[0].text == "Worry less in the evening"
    assert "Reviewer A" in page(form)
