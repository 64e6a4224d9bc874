"""Giving outcome measures to the client: adding up, the band, the item on harm, and the score over the sessions."""

import json

import ipywidgets as w
import pytest
from widget_tools import make_assignment, tags, widgets_below

from goalsmith.model import Plan
from goalsmith.store import stage_store
from goalsmith.widgets import MeasureForm


@pytest.fixture
def ruth(tmp_path):
    return make_assignment(tmp_path / "mdd-ruth", "mdd-ruth")


def text(form):
    return " ".join(one.value for one in widgets_below(form) if isinstance(one, w.HTML))


def field(form, label):
    return next(one for one in widgets_below(form) if getattr(one, "description", "").startswith(label))


def press(form, label):
    next(one for one in widgets_below(form) if isinstance(one, w.Button) and one.description == label).click()


def saved(folder):
    return json.loads((folder / "measures.json").read_text("utf-8"))["scorings"]


RIGHT = ["ask", "plan", "consult", "document"]


def answer_item_nine(form, ids):
    form.steps.value = ",".join(ids)
    press(form, "See the reasons")


def test_the_answers_of_the_client_are_read_out_with_their_points(folder):
    form = MeasureForm(folder)
    shown = text(form)
    assert "Maya answers, intake" in shown
    assert "Feeling nervous, anxious or on edge" in shown
    assert "More than half the days <b>(2)</b>" in shown
    assert not (folder / "measures.json").exists(), "looking writes nothing"


def test_a_wrong_total_gets_a_hint_and_a_right_one_the_chart(folder):
    form = MeasureForm(folder)
    field(form, "Total of the GAD-7").value = "15"
    field(form, "Severity band").value = "moderate"
    press(form, "Check")
    assert "add up to more than 15" in form._line.text
    assert "“Moderate” is from 10 to 14" in form._line.text
    assert "<svg" not in text(form)
    field(form, "Total of the GAD-7").value = "16"
    field(form, "Severity band").value = "severe"
    press(form, "Check")
    form.wait()
    assert form._line.text == "That is right."
    assert "<svg" in text(form)
    assert "<td>16</td><td>severe</td><td>the start</td>" in text(form)
    assert "Where these numbers come from" in text(form)


def test_what_was_scored_is_there_again(folder):
    form = MeasureForm(folder)
    field(form, "Total of the GAD-7").value = "16"
    field(form, "Severity band").value = "severe"
    press(form, "Check")
    again = MeasureForm(folder)
    assert field(again, "Total of the GAD-7").value == "16"
    assert "<td>16</td><td>severe</td>" in text(again)


def test_no_number_is_said_kindly(folder):
    form = MeasureForm(folder)
    field(form, "Total of the GAD-7").value = "sixteen"
    press(form, "Check")
    assert "Write the total as a number." in form._line.text
    assert "Choose the severity band." in form._line.text


def test_a_licensed_instrument_comes_as_a_total_only(folder):
    form = MeasureForm(folder)
    form.instrument.value = "ASQ"
    assert "total at this reading (intake) is <b>98</b>" in text(form)
    assert "CC BY-NC" in text(form)
    press(form, "Show what it means")
    assert "no bands published" in text(form)


def test_item_nine_above_zero_comes_before_adding_up(ruth):
    form = MeasureForm(ruth)
    assert "Item 9 is above 0" in text(form)
    assert "Total of the PHQ-9" not in [getattr(one, "description", "")[:18] for one in widgets_below(form)]
    answer_item_nine(form, ["ask", "contract"])
    shown = text(form)
    assert "does not put the idea into anybody" in shown
    assert "Dazzi" in shown
    assert "no good evidence" in shown
    assert "3 more of these you would do too. Untick what does not help." in shown
    assert not saved(ruth)[0]["seen"]
    answer_item_nine(form, RIGHT)
    assert saved(ruth)[0]["seen"]
    field(form, "Total of the PHQ-9").value = "17"
    field(form, "Severity band").value = "moderately severe"
    press(form, "Check")
    assert form._line.text == "That is right."


def test_item_nine_at_zero_asks_nothing(folder):
    form = MeasureForm(folder)
    form.instrument.value = "PHQ-9"
    assert "above 0" not in text(form)


def test_the_page_shows_the_courses_own_line_and_no_invented_one(ruth):
    assert "emergency number of the place where you are" in text(MeasureForm(ruth))
    settings = ruth / "assignment.json"
    settings.write_text(json.dumps({**json.loads(settings.read_text()), "crisis_line": "Ring <b>12</b>"}))
    shown = text(MeasureForm(ruth))
    assert "Ring &lt;b&gt;12&lt;/b&gt;" in shown
    assert "script" not in tags(shown)


def test_a_later_reading_comes_with_its_session(ruth):
    settings = ruth / "assignment.json"
    settings.write_text(json.dumps({**json.loads(settings.read_text()), "part": "followup"}))
    form = MeasureForm(ruth)
    assert [name for name, _ in form.reading.options] == ["Intake"]
    store = stage_store(ruth, "mdd-ruth")
    written = store.load()
    first = form.session.case.stages[0]
    written.of(first.id).before = Plan(case="mdd-ruth")
    store.save(written)
    form._more_readings()
    assert [name for name, _ in form.reading.options] == ["Intake", f"Session {first.session}"]
    answer_item_nine(form, RIGHT)
    field(form, "Total of the PHQ-9, intake").value = "17"
    field(form, "Severity band").value = "moderately severe"
    press(form, "Check")
    form.reading.value = first.id
    answer_item_nine(form, RIGHT)
    field(form, "Total of the PHQ-9, session").value = "14"
    field(form, "Severity band").value = "moderate"
    press(form, "Check")
    assert "3 lower: less than a reliable change: neither progress nor decline" in text(form)
