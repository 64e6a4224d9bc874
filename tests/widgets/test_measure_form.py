"""Giving outcome measures to the client: adding up, the band, the item on harm, and the score over the sessions."""

import json

import ipywidgets as w
import pytest
from widget_tools import make_assignment, tags, widgets_below

from goalsmith.model import Plan
from goalsmith.store import stage_store
from goalsmith.widgets import MeasureForm
from goalsmith.widgets.bulletin import tell
from goalsmith.widgets.measure_hints import total_hint
from goalsmith.widgets.measure_session import MeasureSession, Reading
from goalsmith.widgets.measure_words import change_words


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
    assert "add up to a little more than 15. Was item 5 left out?" in form._line.text
    assert "“Moderate” goes from 10 to 14" in form._line.text
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
    assert "Write the total as a whole number." in form._line.text
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
    press(form, "See the reasons")
    assert form._told.text == "Tick at least one."
    answer_item_nine(form, ["ask", "contract"])
    shown = text(form)
    assert "does not put the idea into anybody" in shown
    assert "Dazzi" in shown
    assert "no good evidence" in shown
    assert "A week is long" not in shown, "the others are explained once it is right"
    assert form._told.text == "3 more of these belong to it. Untick what does not help, and see why below."
    assert not saved(ruth)[0]["seen"]
    answer_item_nine(form, ["ask", "plan", "consult"])
    assert form._told.text == "One more of these belongs to it."
    answer_item_nine(form, RIGHT)
    assert form._told.text.startswith("Yes: that is what comes next.")
    for step in form.measure.items.next_steps:
        assert step.why.replace("'", "&#x27;") in text(form), "every answer is explained now"
    assert form.steps.locked
    assert saved(ruth)[0]["seen"]
    field(form, "Total of the PHQ-9").value = "17"
    field(form, "Severity band").value = "moderately severe"
    press(form, "Check")
    assert form._line.text == "That is right."


def test_what_reaches_the_kernel_after_the_press_counts_all_the_same(ruth):
    form = MeasureForm(ruth)
    answer_item_nine(form, RIGHT[:3])
    assert not form.steps.locked
    form.steps.value = ",".join(RIGHT)
    assert form.steps.locked
    assert form._look.layout.display is None, "the focus is on it, and stays"
    press(form, "See the reasons")
    assert form._look.layout.display == "none"
    assert sum(one is form._line for one in widgets_below(form)) == 1, "nothing is there twice"
    field(form, "Severity band").value = "moderately severe"
    field(form, "Total of the PHQ-9").value = "1"
    press(form, "Check")
    assert "more than 1" in form._line.text
    field(form, "Total of the PHQ-9").value = "17"
    assert form._line.text == "That is right."
    assert saved(ruth)[0]["done"]


def test_a_total_is_not_judged_while_it_is_typed(folder):
    form = MeasureForm(folder)
    field(form, "Severity band").value = "severe"
    field(form, "Total of the GAD-7").value = "16"
    assert form._line.text == ""
    assert not saved(folder)[0]["done"]


def test_what_comes_next_is_asked_once_and_stays_explained(ruth):
    form = MeasureForm(ruth)
    answer_item_nine(form, RIGHT)
    again = MeasureForm(ruth)
    assert again.steps.locked
    assert "Dazzi" in text(again)
    assert field(again, "Total of the PHQ-9").value == ""


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
    tell(ruth, "stages")
    assert [name for name, _ in form.reading.options] == ["Intake", f"Session {first.session}"]
    assert form.reading.value == "intake", "what is shown stays"
    form = MeasureForm(ruth)
    assert form.reading.value == first.id, "the newest reading comes first"
    answer_item_nine(form, RIGHT)
    field(form, "Total of the PHQ-9, session").value = "14"
    field(form, "Severity band").value = "moderate"
    press(form, "Check")
    assert "3 lower (18\u00a0%): less than a reliable change, so neither progress nor decline" in text(form)
    form.wait()
    assert "Intake 17, Session" in text(form), "intake was scored before the plan"


def test_a_response_is_told_where_the_sources_count_it_in_percent(tmp_path):
    folder = make_assignment(tmp_path / "ocd-daniel", "ocd-daniel")
    settings = folder / "assignment.json"
    settings.write_text(json.dumps({**json.loads(settings.read_text()), "part": "followup"}))
    session = MeasureSession(folder)
    measure = session.knowledge.measures.find("Y-BOCS")
    words = {at: change_words(measure, 27, Reading("session-4", "Session 4", at)) for at in (27, 23, 17, 30)}
    assert words == {
        27: "the same score: below the 35\u00a0% that count as a response",
        23: "4 lower (15\u00a0%): below the 35\u00a0% that count as a response",
        17: "10 lower (37\u00a0%): a response",
        30: "3 higher (11\u00a0%): below the 35\u00a0% that count as a response",
    }
    assert change_words(session.knowledge.measures.find("ASQ"), 98, Reading("s", "Session 4", 90)) == (
        "8 lower: no reliable change is published"
    )


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("16", ""),
        (" 16 ", ""),
        ("14", "The answers add up to a little more than 14. Was item 1, 6 or 7 left out?"),
        ("17", "The answers add up to a little less than 17. Was item 5 counted twice?"),
        ("23", "The answers add up to less than 23. Did you count “Not at all” as 1? It counts 0."),
        ("3", "The answers add up to more than 3. Each answer counts what stands in brackets; add them once more."),
        ("nan", "Write the total as a whole number."),
        ("²", "Write the total as a whole number."),
        ("", "Write the total as a whole number."),
    ],
)
def test_a_hint_says_where_the_slip_may_lie_and_never_the_total(typed, hint):
    said = total_hint([2, 3, 3, 3, 1, 2, 2], typed)
    assert said == hint
    assert "16" not in said
