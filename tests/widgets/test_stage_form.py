"""The later sessions on the page: opened one by one, decided, committed, and then left as they are."""

import json
import shutil

import ipywidgets
import pytest
from widget_tools import make_assignment, tags, widgets_below

from goalsmith.model import FollowupFile, Plan
from goalsmith.store import PlanStore, followup_digest, plan_digest, read_stages, stage_store, work_digest
from goalsmith.widgets import FollowupForm, RevisionForm, StageForm
from goalsmith.widgets.bulletin import tell
from goalsmith.widgets.stage_scores import StageScores
from stage_case import CASE, FOLDER, the_plan


@pytest.fixture
def empty(tmp_path):
    """A follow-up folder in a course without peer review, with no plan in it yet."""
    made = make_assignment(tmp_path / f"{CASE}-followup")
    shutil.copy(FOLDER / "case.yaml", made)
    facts = {"case": CASE, "course": "demo", "part": "followup", "peer": False}
    (made / "assignment.json").write_text(json.dumps(facts))
    return made


@pytest.fixture
def folder(empty):
    PlanStore(empty, CASE).save(the_plan())
    return empty


def page(form):
    return " ".join(
        str(value) for one in widgets_below(form) for value in (getattr(one, "value", ""), getattr(one, "text", ""))
    )


def drawn(form):
    """What the page draws as HTML; the text of a text box is none."""
    return " ".join(one.value for one in widgets_below(form) if isinstance(one, ipywidgets.HTML))


def opened(folder):
    form = StageForm(folder)
    form.open_session(form.session.case.stages[0])
    return form


def decide_well(form, folder):
    """Session 4 as its data say."""
    stage = form.open_form
    stage.readings["GAD-7"].value = "no-reliable-change"
    stage.choices["stands-still"].value = "formulation,dose"
    stage.objectives["g1-o1"].decision.value = "met"
    stage.objectives["g1-o1"].reason.value = "Kept on 5 of 7 evenings."
    stage.objectives["g2-o1"].decision.value = "revise"
    stage.objectives["g2-o1"].reason.value = "Still 85 minutes."
    plan = the_plan(sleep="Leaves the bed after 20 minutes awake, every night until session 7")
    PlanStore(folder, CASE).save(plan)
    stage.reason.value = "85 minutes and no trend: staying in bed does not work."


def test_a_case_without_later_sessions_shows_nothing(tmp_path):
    made = make_assignment(tmp_path / "gad-maya-followup")
    plain = (FOLDER / "case.yaml").read_text().partition("\nstages:")[0] + "\n"
    (made / "case.yaml").write_text(plain)
    assert page(StageForm(made)).strip() == ""


def test_looking_writes_nothing(folder):
    StageForm(folder)
    assert not (folder / "stages.json").exists()


def test_without_an_objective_no_session_can_be_opened(empty):
    form = StageForm(empty)
    assert form._opener.disabled
    assert "no objective to review yet" in page(form)
    form.open_session(form.session.case.stages[0])
    assert form.open_form is None
    revision = RevisionForm(empty)
    revision.begin()
    revision.editor.session.plan.goals[0].objectives[0].text = "Keeps the worry time"
    revision.editor.session.save()
    tell(empty, "plan")
    assert not form._opener.disabled


def test_sessions_open_one_after_the_other(folder):
    form = opened(folder)
    assert "worry time on <strong>5 of 7</strong> evenings" in page(form)
    assert "A quiet month" not in page(form)
    assert "After the letter" not in page(form)
    decide_well(form, folder)
    form.commit(form.session.case.stages[0])
    assert form.open_form is None
    form.open_session(form.session.case.stages[1])
    assert "the last item" in page(form)


def test_each_objective_of_the_plan_is_one_row_with_its_problem_chosen(folder):
    stage = opened(folder).open_form
    assert list(stage.objectives) == ["g1-o1", "g2-o1"]
    assert [form.thread.value for form in stage.objectives.values()] == ["worry", "sleep"]
    assert "Keeps the worry time on 5 evenings a week" in page(stage.objectives["g1-o1"])


def test_no_two_fields_have_the_same_name(folder):
    stage = opened(folder).open_form
    names = [getattr(one, "legend", "") or getattr(one, "description", "") for one in widgets_below(stage)]
    names = [name for name in names if name]
    assert len(set(names)) == len(names)


def test_what_is_missing_is_said_until_nothing_is(folder):
    form = opened(folder)
    stage = form.open_form
    said = stage.line.text
    for phrase in (
        "what GAD-7 shows",
        "a decision on Objective 1.1, Objective 2.1",
        "a reason for Objective 1.1, Objective 2.1",
        "an answer to “The worry objective is kept",
    ):
        assert phrase in said
    assert stage.commit.disabled
    decide_well(form, folder)
    assert stage.line.text.startswith("Nothing is missing")
    assert not stage.commit.disabled


def test_a_decision_to_revise_asks_for_a_changed_plan_and_its_reason(folder):
    form = opened(folder)
    stage = form.open_form
    decide_well(form, folder)
    PlanStore(folder, CASE).save(the_plan())
    stage.reason.value = ""
    assert "a change in your plan for Objective 2.1, which you revise" in stage.line.text
    assert "the reason for the change of your plan" in stage.line.text
    stage.objectives["g2-o1"].decision.value = "continue"
    assert stage.line.text.startswith("Nothing is missing")


def test_the_words_of_the_plan_now_and_new_objectives_appear(folder):
    form = opened(folder)
    revision = RevisionForm(folder)
    session = revision.editor.session
    session.edit("g2-o1", "Leaves the bed after 20 minutes")
    session.add_objective("g1")
    session.edit(session.plan.goals[0].objectives[1].id, "Asks her sister about the flat")
    tell(folder, "plan")
    assert "<b>In your plan now:</b> Leaves the bed after 20 minutes" in page(form)
    assert "New in your plan since: Objective 1.2." in page(form)
    session.delete("g1-o1")
    tell(folder, "plan")
    assert "no longer in your plan" in page(form)


def test_work_is_there_again_in_a_new_kernel(folder):
    form = opened(folder)
    form.open_form.objectives["g1-o1"].reason.value = "Five of seven."
    form.open_form.readings["GAD-7"].value = "improved"
    again = StageForm(folder).open_form
    assert again.objectives["g1-o1"].reason.value == "Five of seven."
    assert again.readings["GAD-7"].value == "improved"


def test_every_field_is_kept_as_a_draft(folder):
    form = opened(folder)
    kept = set(form._drafts.values)
    assert {
        "session-4.reading.GAD-7",
        "session-4.choice.stands-still",
        "session-4.g1-o1.decision",
        "session-4.g1-o1.thread",
        "session-4.g2-o1.reason",
        "session-4.plan",
    } <= kept
    form._drafts.set_state({"restore": {"session-4.g1-o1.decision": "met", "session-4.plan": "Because."}})
    assert form.session.review(form.session.case.stages[0], "g1-o1").decision == "met"
    assert form.session.work(form.session.case.stages[0]).plan_reason == "Because."


def committed(folder):
    form = opened(folder)
    decide_well(form, folder)
    form.commit(form.session.case.stages[0])
    return form


def test_what_is_committed_is_kept_with_the_plan_before_and_after_and_stays(folder):
    form = committed(folder)
    saved = read_stages(folder / "stages.json", CASE).stages[0]
    assert saved.committed_at is not None
    assert saved.before.goals[1].objectives[0].text.startswith("Lies awake")
    assert saved.after.goals[1].objectives[0].text.startswith("Leaves the bed")
    stage = form.session.case.stages[0]
    form.session.decide(stage, "g1-o1", "drop")
    form.session.explain_plan(stage, "Other.")
    form.session.commit(stage)
    assert read_stages(folder / "stages.json", CASE).stages[0] == saved


def test_in_a_course_the_page_says_that_the_score_comes_later(folder):
    assert "Your supervisor's page will say how it was scored." in page(committed(folder))
    assert "follows from the data" not in page(StageForm(folder))


def test_who_practises_alone_sees_what_the_key_says_with_the_data(folder):
    shutil.copy(FOLDER / "key.yaml", folder)
    shown = page(committed(folder))
    assert "100 of 100" in shown
    assert "The step was kept for four weeks." in shown
    assert "5 of 7 evenings" in shown
    assert "Reference key by author of the test" in shown


def test_hostile_words_stay_words(folder):
    shutil.copy(FOLDER / "key.yaml", folder)
    evil = "<img src=x onerror=alert(1)><script>1</script>"
    PlanStore(folder, CASE).save(the_plan(worry=evil, sleep=f"{evil} 2"))
    form = opened(folder)
    decide_well(form, folder)
    form.open_form.objectives["g1-o1"].reason.value = evil
    form.open_form.reason.value = evil
    assert not {"img", "script"} & set(tags(drawn(form)))
    form.commit(form.session.case.stages[0])
    assert "&lt;img src=x" in drawn(form)
    assert not {"img", "script"} & set(tags(drawn(form)))


def test_a_damaged_file_loses_no_more_than_the_last_change(folder):
    form = opened(folder)
    form.open_form.objectives["g1-o1"].reason.value = "One."
    form.open_form.objectives["g1-o1"].reason.value = "Two."
    (folder / "stages.json").write_text("{")
    again = StageForm(folder)
    assert again.open_form.objectives["g1-o1"].reason.value == "One."
    assert "was damaged" in page(again)


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_committed(folder, monkeypatch):
    form = opened(folder)
    decide_well(form, folder)

    def full(_written):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(form.session.store, "save", full)
    form.commit(form.session.case.stages[0])
    assert form._saved.text == "not saved: your work cannot be written (No space left on device)"
    assert form.session.state(form.session.case.stages[0]) == "open"


def test_without_peer_review_the_plan_starts_from_the_own_one(empty):
    (empty.parent / CASE).mkdir()
    PlanStore(empty.parent / CASE, CASE).save(the_plan())
    form = RevisionForm(empty)
    assert "begins with a copy of your plan" in page(form)
    assert not (empty / f"{CASE}.plan.json").exists()
    form.begin()
    assert form.editor.session.plan.goals[0].text == "Less worry in the evening"
    form.editor.session.edit("g1", "Other words")
    assert PlanStore(empty.parent / CASE, CASE).load().goals[0].text == "Less worry in the evening"
    form.show_change()
    assert "Other words" in form._change.value


def test_without_a_plan_beside_it_the_follow_up_begins_empty_and_says_so(empty):
    form = RevisionForm(empty)
    assert "does not lie beside this notebook" in page(form)
    form.begin()
    assert form.editor.session.plan.goals[0].text == ""


def test_without_peer_review_there_are_no_reviews_to_answer(folder):
    assert page(FollowupForm(folder)).strip() == ""


def test_a_submission_hands_in_the_sessions_too(folder):
    revision = RevisionForm(folder).editor.session
    before = revision.digest()
    opened(folder)
    assert revision.digest() != before
    stages = work_digest(stage_store(folder, CASE).load())
    answers = work_digest(FollowupFile(case=CASE))
    assert revision.digest() == followup_digest(answers, plan_digest(revision.plan), stages)


def test_a_plan_with_no_words_is_no_plan_to_review(empty):
    PlanStore(empty, CASE).save(Plan(case=CASE))
    assert StageForm(empty)._opener.disabled


def test_scores_are_a_table_and_on_demand_a_chart_without_the_answer_to_the_question(folder):
    form = opened(folder)
    scores = next(one for one in widgets_below(form) if isinstance(one, StageScores))
    assert '<th scope="col">Session 4</th>' in drawn(form)
    assert "<svg" not in drawn(form)
    scores.draw()
    assert 'aria-label="GAD-7 over the sessions: Intake 16, Session 4 14.' in drawn(form)
    assert "eliable" not in drawn(scores)
    scores.draw()
    assert "<svg" not in drawn(form)
    after = StageScores(form.session, form.session.case.stages[0], lines=True)
    after.draw()
    assert "Reliably better at 12 or below." in drawn(after)
