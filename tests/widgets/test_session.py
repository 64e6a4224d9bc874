"""The editor without a screen."""

import json

import pytest
from widget_tools import SMART, let_time_pass, saved_plan

from goalsmith.errors import BadFile
from goalsmith.store.versions import versions
from goalsmith.widgets.session import EditSession
from goalsmith.widgets.text import clean


def test_a_new_plan_starts_with_a_goal_and_an_objective_and_writes_nothing(folder):
    session = EditSession(folder)
    assert [session.label(row.id) for row in session.plan.statements()] == ["Goal 1", "Objective 1.1"]
    assert not session.store.path.exists()


def test_an_edit_is_on_disk_at_once(folder):
    session = EditSession(folder)
    session.edit("g1", "Feel calmer at work")
    assert saved_plan(folder)["goals"][0]["text"] == "Feel calmer at work"
    assert session.saves == 1
    assert session.saved_at > 1.7e9


def test_goals_and_objectives_change_places(folder):
    session = EditSession(folder)
    second = session.add_goal()
    step = session.add_objective("g1")
    session.move(second.id, -1)
    session.move(step.id, -1)
    plan = saved_plan(folder)
    assert [goal["id"] for goal in plan["goals"]] == ["g2", "g1"]
    assert [o["id"] for o in plan["goals"][1]["objectives"]] == ["g1-o2", "g1-o1"]
    assert session.label("g1-o2") == "Objective 2.1"


def test_at_the_end_there_is_no_further_move(folder):
    session = EditSession(folder)
    assert not session.can_move("g1", -1)
    assert not session.can_move("g1", 1)
    session.move("g1", 1)
    assert session.saves == 0


def test_undo_brings_back_a_goal_with_its_objectives_at_its_place(folder):
    session = EditSession(folder)
    session.edit("g1", "First")
    session.edit("g1-o1", "A step of the first")
    session.add_goal()
    assert session.delete("g1") == "Goal 1"
    assert [goal["id"] for goal in saved_plan(folder)["goals"]] == ["g2"]
    session.undo()
    goals = saved_plan(folder)["goals"]
    assert [goal["text"] for goal in goals] == ["First", ""]
    assert goals[0]["objectives"][0]["text"] == "A step of the first"


def test_undo_goes_back_step_by_step(folder):
    session = EditSession(folder)
    session.edit("g1-o1", "A step")
    session.delete("g1-o1")
    session.delete("g1")
    assert session.undo() == "Goal 1 deleted"
    assert session.undo() == "Objective 1.1 deleted"
    assert saved_plan(folder)["goals"][0]["objectives"][0]["text"] == "A step"
    assert session.undo() == "Objective 1.1 changed"
    assert session.undo() == ""


def test_every_field_can_be_taken_back_and_done_again(folder):
    session = EditSession(folder)
    session.plan.goals[0].measure.target = 9
    session.save()
    session.rank("sleep", -1)
    assert session.ranked()[:2] == ["sleep", "worry"]
    assert session.undo() == "A decision on a problem changed"
    assert session.ranked()[:2] == ["worry", "sleep"]
    assert session.undo() == "Goal 1 changed"
    assert saved_plan(folder)["goals"][0]["measure"]["target"] is None
    assert session.redo() == "Goal 1 changed"
    assert saved_plan(folder)["goals"][0]["measure"]["target"] == 9


def test_typing_a_sentence_is_one_step_and_a_new_change_forgets_what_was_taken_back(folder):
    session = EditSession(folder)
    for words in ("S", "Sl", "Sleep"):
        session.edit("g1", words)
    session.edit("g1-o1", "A step")
    session.undo()
    assert session.plan.goals[0].text == "Sleep"
    session.undo()
    assert session.plan.goals[0].text == ""
    session.edit("g1", "Another")
    assert session.redo() == ""


def test_an_earlier_version_brings_its_words_back_and_keeps_fields(folder):
    session = EditSession(folder)
    session.edit("g1", "Feel better")
    session.edit("g1-o1", "Sleep more")
    session.edit("g1", "GAD-7 from 16 to 9")
    session.plan.goals[0].measure.instrument = "GAD-7"
    session.edit(session.add_goal().id, "Another goal")
    let_time_pass(folder)
    made = versions(session.store.history.read(), "gad-maya")
    first = next(one for one in made if one.plan.goals[0].objectives)
    session.bring_back(first.plan)
    goals = saved_plan(folder)["goals"]
    assert [goal["text"] for goal in goals] == [first.plan.goals[0].text]
    assert goals[0]["measure"]["instrument"] == "GAD-7"
    session.undo()
    assert [goal["text"] for goal in saved_plan(folder)["goals"]] == ["GAD-7 from 16 to 9", "Another goal"]


def test_an_id_is_never_given_twice_not_even_after_reopening(folder):
    session = EditSession(folder)
    session.edit(session.add_goal().id, "Second")
    session.delete("g2")
    assert session.add_goal().id == "g3"
    session.delete("g3")
    assert EditSession(folder).add_goal().id == "g4"


def test_reopening_restores_everything(folder):
    session = EditSession(folder)
    goal = session.plan.goals[0]
    goal.problem, goal.measure.instrument, goal.measure.target = "worry", "GAD-7", 9
    session.edit("g1-o1", SMART)
    again = EditSession(folder).plan
    assert again.goals[0].problem == "worry"
    assert again.goals[0].measure.target == 9
    assert again.goals[0].objectives[0].text == SMART


def test_only_the_changed_statement_is_judged_again(folder):
    session = EditSession(folder)
    session.edit("g1", "Feel better")
    session.edit("g1-o1", SMART)
    before, step = session.assess("g1"), session.assess("g1-o1")
    session.edit("g1", "Feel much better")
    assert session.assess("g1-o1") is step
    assert session.assess("g1") is not before


def test_a_due_date_counts_for_the_letter_t(folder):
    session = EditSession(folder)
    session.edit("g1-o1", "Maya writes down one worry each evening.")
    without = session.assess("g1-o1").letters["T"].reached
    session.find("g1-o1").due = "session 4"
    assert session.assess("g1-o1").letters["T"].reached > without


def test_a_folder_that_cannot_be_written_is_said(folder, monkeypatch):
    session = EditSession(folder)
    # Root may write anywhere, so permissions cannot make this fail; a plan path below a file does.
    (folder / "file").write_text("")
    session.store.path = folder / "file" / "plan.json"
    session.edit("g1", "Words")
    assert "cannot be written" in session.problem
    assert session.saves == 0


def test_a_plan_of_another_case_is_refused_and_left_alone(folder):
    path = folder / "gad-maya.plan.json"
    path.write_text(json.dumps({"case": "ocd-daniel", "goals": [{"id": "g1", "text": "Wash less"}]}))
    before = path.read_bytes()
    with pytest.raises(BadFile, match="ocd-daniel"):
        EditSession(folder)
    assert path.read_bytes() == before


def test_text_from_a_browser_can_be_saved():
    assert clean("a\r\nb\rc \ud83d \U0001f642") == "a\nb\nc � \U0001f642"
