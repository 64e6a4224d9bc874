"""The later sessions begin with the plan of the first ones, until somebody works on it there."""

import pytest

from goalsmith.model import Assignment, Goal, Plan
from goalsmith.practice.bring import bring_plan
from goalsmith.store import PlanStore, plan_name, read_plan, save_assignment, stage_store

CASE = "gad-maya"


@pytest.fixture
def root(tmp_path):
    for part, name in (("plan", CASE), ("followup", f"{CASE}-followup")):
        (tmp_path / name).mkdir()
        save_assignment(tmp_path / name, Assignment(case=CASE, course="practice", part=part, practice=True))
    return tmp_path


def write(root, text, folder=CASE):
    PlanStore(root / folder, CASE).save(Plan(case=CASE, goals=[Goal(id="g1", text=text)]))


def bring(root):
    return bring_plan(root / f"{CASE}-followup").data


def brought(root):
    return read_plan(root / f"{CASE}-followup" / plan_name(CASE), CASE).goals[0].text


def test_the_plan_of_the_first_sessions_is_there(root):
    write(root, "Sleep through five nights a week.")
    assert f"../{CASE}/{CASE}.ipynb" in bring(root)
    assert brought(root) == "Sleep through five nights a week."


def test_somebody_who_has_no_plan_yet_is_sent_to_write_one(root):
    assert "no plan for this client yet" in bring(root)
    assert not (root / f"{CASE}-followup" / plan_name(CASE)).exists()


def test_a_plan_that_was_finished_later_is_brought_again(root):
    write(root, "Half a goal")
    bring(root)
    write(root, "A whole goal by session 8.")
    bring(root)
    assert brought(root) == "A whole goal by session 8."


def test_a_plan_that_was_changed_here_stays(root):
    write(root, "As it was")
    bring(root)
    write(root, "Changed after session 5", f"{CASE}-followup")
    write(root, "Changed at home")
    assert "you have worked on it since" in bring(root)
    assert brought(root) == "Changed after session 5"


def test_the_plan_stays_once_a_later_session_has_begun(root):
    write(root, "As it was")
    bring(root)
    store = stage_store(root / f"{CASE}-followup", CASE)
    work = store.load()
    work.of("s1")
    store.save(work)
    write(root, "Changed at home")
    bring(root)
    assert brought(root) == "As it was"


def test_a_damaged_first_plan_takes_nothing_away(root):
    write(root, "As it was")
    bring(root)
    (root / CASE / plan_name(CASE)).write_text("{", "utf-8")
    bring(root)
    assert brought(root) == "As it was"


def test_a_plan_that_was_begun_and_left_empty_here_is_no_work(root):
    write(root, "", f"{CASE}-followup")
    write(root, "Written at home")
    bring(root)
    assert brought(root) == "Written at home"
