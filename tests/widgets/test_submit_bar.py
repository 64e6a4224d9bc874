"""The receipt's states. Submitting itself runs a real course in the browser test."""

import json
from datetime import UTC, datetime

from widget_tools import type_text

from goalsmith.model import Receipt
from goalsmith.store import plan_digest, read_plan, save_receipt
from goalsmith.widgets import PlanEditor


def submitted(folder):
    """Leave the receipt that `goalsmith submit` leaves."""
    plan = read_plan(folder / "gad-maya.plan.json", "gad-maya")
    at = datetime(2026, 3, 9, 12, 4, tzinfo=UTC)
    save_receipt(folder, Receipt(assignment="gad-maya", submitted_at=at, plan_digest=plan_digest(plan)))


def test_before_the_first_submission(folder):
    assert PlanEditor(folder).submit_bar.line.text.startswith("Not submitted yet.")


def test_the_last_receipt_is_shown_on_opening(folder):
    type_text(PlanEditor(folder).form("g1"), "Words")
    submitted(folder)
    line = PlanEditor(folder).submit_bar.line
    assert line.text.startswith("Submitted {time}, receipt ")
    assert line.at == datetime(2026, 3, 9, 12, 4, tzinfo=UTC).timestamp()
    assert line.tone == "done"


def test_a_change_after_it_is_said_and_taken_back_with_the_change(folder):
    type_text(PlanEditor(folder).form("g1"), "Words")
    submitted(folder)
    editor = PlanEditor(folder)
    type_text(editor.form("g1"), "Other words")
    assert "Changed since submission" in editor.submit_bar.line.text
    type_text(editor.form("g1"), "Words")
    assert "Changed" not in editor.submit_bar.line.text


def test_a_refused_submission_says_why_and_can_be_tried_again(folder):
    editor = PlanEditor(folder)
    bar = editor.submit_bar
    bar.submit.click()
    bar.wait()
    assert bar.line.text.startswith("Not submitted. ")
    assert "Traceback" not in bar.line.text
    assert len(bar.line.text) > len("Not submitted. ") + 10
    assert not bar.submit.disabled
    assert (folder / "gad-maya.plan.json").exists(), "the plan is saved before it is submitted"


def test_in_practice_nothing_is_handed_in(folder):
    settings = folder / "assignment.json"
    settings.write_text(json.dumps({**json.loads(settings.read_text()), "practice": True}))
    bar = PlanEditor(folder).submit_bar
    assert bar.submit.layout.display == "none"
    assert bar.line.text == "Your plan is kept on this computer as you write. Nothing is handed in."
