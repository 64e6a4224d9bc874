"""What a learner does and sees, with no kernel and no browser behind the widgets."""

import json

import ipywidgets as w
import pytest
from widget_tools import SMART, VAGUE, let_time_pass, make_assignment, saved_plan, tags, type_text, widgets_below

from goalsmith.widgets import CaseViewer, InterviewForm, PlanEditor


def levels(form):
    return {row["letter"]: row["level"] for row in form.editor.feedback["levels"]}


def test_typing_saves_and_gives_feedback(folder):
    editor = PlanEditor(folder)
    step = editor.form("g1-o1")
    type_text(step, VAGUE)
    vague = levels(step)
    assert saved_plan(folder)["goals"][0]["objectives"][0]["text"] == VAGUE
    assert step.editor.feedback["advice"]
    type_text(step, SMART)
    assert sum(levels(step).values()) > sum(vague.values())
    assert step.editor.feedback["revision"] == 2
    assert step.editor.feedback["saved_at"] > 1.7e9


def test_marks_are_in_order_and_lie_within_the_text(folder):
    step = PlanEditor(folder).form("g1-o1")
    text = "\U0001f642 " + SMART
    type_text(step, text)
    spans = step.editor.feedback["spans"]
    assert spans
    ends = [0] + [end for _, end, _, _ in spans]
    assert all(before <= start < end <= len(text) for before, (start, end, _, _) in zip(ends, spans, strict=False))
    assert any("session 6" in text[start:end] for start, end, _, _ in spans)


def test_an_emptied_statement_shows_nothing(folder):
    form = PlanEditor(folder).form("g1")
    type_text(form, VAGUE)
    type_text(form, "  ")
    shown = form.editor.feedback
    assert (shown["spans"], shown["levels"], shown["advice"]) == ([], [], [])


@pytest.mark.parametrize(
    ("live", "marks", "words"), [("full", True, True), ("spans", True, False), ("off", False, False)]
)
def test_the_assignment_says_how_much_is_shown(tmp_path, live, marks, words):
    editor = PlanEditor(make_assignment(tmp_path / "gad-maya", live=live))
    form = editor.form("g1-o1")
    type_text(form, "Maya will worry less by session 6.")
    shown = form.editor.feedback
    assert bool(shown["spans"]) is marks
    assert bool(shown["levels"]) is words
    assert bool(shown["advice"]) is words
    assert ("plan-level-S" in editor._summary.head.value) is words


def test_adding_moving_and_deleting_keep_the_forms_that_stay(folder):
    editor = PlanEditor(folder)
    first = editor.form("g1")
    press(editor, "gs-add-goal")
    second = editor.form("g2")
    assert editor._goals.children == (first, second)
    first.down.click()
    assert editor._goals.children == (second, first)
    assert (second.editor.label, first.editor.label) == ("Goal 1", "Goal 2")
    assert second.up.disabled
    assert not first.up.disabled
    second.remove.click()
    assert editor._goals.children == (first,)
    press(editor, "gs-undo")
    assert [form.statement.id for form in editor._goals.children] == ["g2", "g1"]


def press(editor, name):
    next(one for one in widgets_below(editor) if name in getattr(one, "_dom_classes", ())).click()


def test_undo_and_redo_name_what_they_would_do(folder):
    editor = PlanEditor(folder)
    bar = editor._changes
    assert bar.undo.disabled
    editor.form("g1-o1").remove.click()
    assert bar.line.text == "Objective 1.1 deleted."
    assert bar.undo.tooltip == "Undo: Objective 1.1 deleted"
    press(editor, "gs-undo")
    assert bar.line.text == "Taken back: objective 1.1 deleted."
    assert (bar.undo.disabled, bar.redo.tooltip) == (True, "Redo: Objective 1.1 deleted")
    press(editor, "gs-redo")
    assert saved_plan(folder)["goals"][0]["objectives"] == []


def test_undo_brings_every_field_on_the_page_back(folder):
    editor = PlanEditor(folder)
    editor.form("g1").confidence.value = "4"
    type_text(editor.form("g1"), VAGUE)
    press(editor, "gs-undo")
    assert editor.form("g1").editor.edit["text"] == ""
    press(editor, "gs-undo")
    assert editor.form("g1").confidence.value == ""
    assert saved_plan(folder)["goals"][0]["confidence"] is None


def test_problems_are_put_into_an_order(folder):
    editor = PlanEditor(folder)
    press(editor, "gs-up-problem-sleep")
    assert [row.problem_id for row in editor._problems.rows][:2] == ["sleep", "worry"]
    assert editor._focus.target == ".gs-down-problem-sleep", "at the top, Up is disabled and cannot have the focus"
    assert "which problem does this plan work on now" in page_text(editor)
    row = editor._problems.rows[0]
    row.decision.value = "now"
    assert "Say why" in page_text(editor)
    row.reason.value = "She is worn out."
    assert 'data-gs="decide"' not in page_text(editor)
    ranks = {one["id"]: one["rank"] for one in saved_plan(folder)["problems"]}
    assert ranks["sleep"] == 1
    assert PlanEditor(folder)._problems.rows[0].problem_id == "sleep"


def page_text(editor):
    return " ".join(one.value for one in widgets_below(editor) if isinstance(one, w.HTML))


def test_the_thread_is_drawn_and_shows_what_is_missing(folder):
    editor = PlanEditor(folder)
    goal = editor.form("g1")
    type_text(goal, "Fall asleep within 30 minutes by session 8")
    assert "No problem chosen yet" in editor._thread.value
    goal.problem.value = "sleep"
    assert "No problem chosen yet" not in editor._thread.value
    assert "no measure yet" in editor._thread.value
    goal.instrument.value, goal.target.value = "GAD-7", "9"
    assert "GAD-7: 16 to 9" in editor._thread.value
    assert "no objective yet" in editor._thread.value
    type_text(editor.form("g1-o1"), "<b>Bed</b> at eleven on 5 nights")
    assert "<b>1.1</b> &lt;b&gt;Bed&lt;/b&gt; at eleven" in editor._thread.value


def test_earlier_versions_show_their_levels_and_come_back(folder):
    editor = PlanEditor(folder)
    type_text(editor.form("g1"), VAGUE)
    type_text(editor.form("g1-o1"), VAGUE)
    type_text(editor.form("g1"), "GAD-7 from 16 to 9 or lower by session 12")
    let_time_pass(folder)
    panel = editor._versions
    assert not panel.is_open
    panel.toggle.click()
    assert (panel.slider.most, panel.slider.value) == (3, 3)
    panel.slider.value = 1
    assert f"<ins>{VAGUE}</ins>" in panel._view.value
    assert "0.0 of 3" in panel._view.value
    press(editor, "gs-bring-back")
    assert [row["text"] for row in saved_plan(folder)["goals"]] == [VAGUE]
    press(editor, "gs-undo")
    assert saved_plan(folder)["goals"][0]["text"].startswith("GAD-7")


def test_the_page_for_the_client_asks_about_every_step(folder):
    editor = PlanEditor(folder)
    goal = editor.form("g1")
    type_text(goal, "GAD-7 from 16 to 9 or lower by session 12")
    goal.client_words.value = "I want my <i>brain</i> to stop"
    type_text(editor.form("g1-o1"), SMART)
    press(editor, "gs-client-page")
    page = editor._preview.page
    assert "In your words: I want my &lt;i&gt;brain&lt;/i&gt; to stop" in page
    assert page.count("To ask yourself:") == 1
    assert "5 of 7 days" in page.split("To ask yourself:")[1]
    assert "<dt>GAD-7</dt>" in page
    assert "script" not in tags(page)
    press(editor, "gs-print")
    assert "Treatment plan: Maya" in editor._preview.page


def test_what_the_interview_brought_out_can_be_quoted(folder):
    editor = PlanEditor(folder)
    goal = editor.form("g1")
    assert goal.quotes.choice.value == "I just want to feel better. I want my brain to stop."
    goal.quotes.press.click()
    goal.quotes.press.click()
    assert saved_plan(folder)["goals"][0]["client_words"] == "I just want to feel better. I want my brain to stop."


def test_each_mark_says_what_it_is_and_what_it_counts_for(folder):
    step = PlanEditor(folder).form("g1-o1")
    type_text(step, SMART)
    titles = {SMART[start:end]: title for start, end, _, title in step.editor.feedback["spans"]}
    assert any("counts for Time-bound" in title or "Time-bound" in title for title in titles.values())
    type_text(step, "Maya will try to worry less")
    assert any("holds back" in title for *_, title in step.editor.feedback["spans"])


def test_terms_of_the_glossary_are_there(folder):
    terms = [row["term"] for row in PlanEditor(folder)._help.terms]
    assert {"goal", "objective", "baseline", "reliable change"} <= set(terms)
    assert terms == sorted(terms, key=str.casefold)


def test_the_focus_goes_on_with_the_work(folder):
    editor = PlanEditor(folder)
    editor.form("g1").add.click()
    assert editor._focus.target == '[data-gs="statement"][data-id="g1-o2"] textarea'
    editor.form("g1-o2").up.click()
    assert editor._focus.target == ".gs-down-g1-o2", "at the top, Up is disabled and cannot have the focus"
    editor.form("g1-o2").remove.click()
    assert editor._focus.target == ".gs-undo"


def test_fields_are_saved_and_restored(folder):
    editor = PlanEditor(folder)
    goal, step = editor.form("g1"), editor.form("g1-o1")
    goal.problem.value = "sleep"
    goal.instrument.value = "GAD-7"
    assert goal.baseline.value == "16"
    goal.target.value = "9,5"
    goal.review_by.value = "session 6"
    step.due.value = "session 3"
    step.interventions.value = "worry postponement\nsleep diary, mornings"
    kept = saved_plan(folder)["goals"][0]
    assert kept["measure"] == {"instrument": "GAD-7", "baseline": 16.0, "target": 9.5}
    assert kept["objectives"][0]["interventions"] == ["worry postponement", "sleep diary, mornings"]
    again = PlanEditor(folder)
    assert again.form("g1").problem.value == "sleep"
    assert again.form("g1").target.value == "9.5"
    assert again.form("g1").review_by.value == "session 6"
    assert again.form("g1-o1").due.value == "session 3"


def test_fields_that_a_dead_kernel_never_saw_can_be_restored(folder):
    editor = PlanEditor(folder)
    restored = {"g1.instrument": "GAD-7", "g1.target": "9", "g1-o1.due": "session 3", "gone.due": "x"}
    editor._drafts.set_state(
        {"restore": {**restored, "problem.sleep.decision": "Later", "g1.problem": "No such problem"}}
    )
    plan = saved_plan(folder)
    assert plan["goals"][0]["measure"] == {"instrument": "GAD-7", "baseline": 16.0, "target": 9.0}
    assert plan["goals"][0]["objectives"][0]["due"] == "session 3"
    assert plan["goals"][0]["problem"] == ""
    assert plan["problems"][0]["decision"] == "later"
    assert editor._drafts.values["g1.target"] == "9", "the browser drops its draft once this says the same"


def test_what_could_not_be_saved_is_not_called_saved(folder):
    editor = PlanEditor(folder)
    (folder / "file").write_text("")
    editor.session.store.path = folder / "file" / "plan.json"
    editor.form("g1").target.value = "9"
    assert editor._drafts.values["g1.target"] == ""


def test_a_changed_measure_brings_its_own_baseline_but_keeps_the_learners(folder):
    goal = PlanEditor(folder).form("g1")
    goal.instrument.value = "GAD-7"
    goal.instrument.value = "ASQ"
    assert goal.baseline.value == "98"
    goal.baseline.value = "90"
    goal.instrument.value = "GAD-7"
    assert goal.baseline.value == "90"


def test_a_target_that_is_no_number_is_said_at_the_field(folder):
    goal = PlanEditor(folder).form("g1")
    goal.target.value = "nine"
    assert goal.target.description.startswith("Target (a number)<")
    goal.target.value = "9"
    assert goal.target.description.startswith("Target<")


def test_decisions_on_problems_are_saved(folder):
    editor = PlanEditor(folder)
    rows = {row.problem_id: row for row in widgets_below(editor) if hasattr(row, "decision")}
    rows["sleep"].decision.value = "later"
    rows["sleep"].reason.value = "Better sleep follows less worry"
    assert saved_plan(folder)["problems"] == [
        {"id": "sleep", "rank": None, "decision": "later", "reason": "Better sleep follows less worry"}
    ]


def test_a_case_with_risk_asks_for_safety(tmp_path):
    folder = make_assignment(tmp_path / "mdd-ruth", "mdd-ruth")
    labels = {one.description: one for one in widgets_below(PlanEditor(folder)) if isinstance(one, w.Textarea)}
    labels["Warning signs"].value = "Stays in bed past noon"
    assert saved_plan(folder)["safety"]["warning_signs"] == "Stays in bed past noon"


def test_a_case_without_risk_does_not(folder):
    labels = [getattr(one, "description", "") for one in widgets_below(PlanEditor(folder))]
    assert "Warning signs" not in labels


def test_a_new_kernel_finds_everything(folder):
    editor = PlanEditor(folder)
    type_text(editor.form("g1"), "GAD-7 from 16 to 9 by session 12")
    again = PlanEditor(folder).form("g1").editor
    assert again.edit == {"text": "GAD-7 from 16 to 9 by session 12", "revision": 0}
    assert again.feedback["revision"] == 0
    assert again.feedback["levels"]


def test_a_damaged_plan_is_recovered_and_said(folder):
    editor = PlanEditor(folder)
    type_text(editor.form("g1"), "First words")
    type_text(editor.form("g1"), "Later words")
    (folder / "gad-maya.plan.json").write_text('{"case": "gad-m')
    again = PlanEditor(folder)
    assert again.form("g1").editor.edit["text"] == "Later words"
    assert any("damaged" in one.value for one in again.children if isinstance(one, w.HTML))


def test_another_cases_plan_is_one_sentence_and_stays_as_it_is(folder):
    path = folder / "gad-maya.plan.json"
    path.write_text(json.dumps({"case": "ocd-daniel", "goals": []}))
    before = path.read_bytes()
    editor = PlanEditor(folder)
    assert len(editor.children) == 1
    assert "ocd-daniel" in editor.children[0].value
    assert path.read_bytes() == before


def test_a_folder_that_is_no_assignment_is_one_sentence(tmp_path):
    assert "missing" in PlanEditor(tmp_path).children[0].value
    assert "case.yaml" in CaseViewer(tmp_path).children[0].value


def test_the_summary_counts_written_statements_only(folder):
    editor = PlanEditor(folder)
    assert "2 goals needed, 0 written" in editor._summary.head.value
    type_text(editor.form("g1"), "Sleep seven hours")
    assert "2 goals needed, 1 written; goal 1: 2 objectives needed, 0 written" in editor._summary.head.value


def test_a_failed_save_is_said_at_the_words_and_on_top(folder):
    editor = PlanEditor(folder)
    (folder / "file").write_text("")
    editor.session.store.path = folder / "file" / "plan.json"
    type_text(editor.form("g1"), "Words")
    assert "cannot be written" in editor.form("g1").editor.feedback["problem"]
    assert editor._saved.text.startswith("not saved")


def test_hostile_words_stay_words(folder):
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script> by session 6"
    editor = PlanEditor(folder)
    type_text(editor.form("g1"), hostile)
    editor.form("g1").review_by.value = hostile
    editor.form("g1").remove.click()
    press(editor, "gs-undo")
    for one in widgets_below(PlanEditor(folder)):
        if isinstance(one, w.HTML):
            assert not {"img", "script"} & set(tags(one.value))


def test_every_control_has_a_name(tmp_path):
    editor = PlanEditor(make_assignment(tmp_path / "mdd-ruth", "mdd-ruth"))
    for one in widgets_below(editor):
        if isinstance(one, w.Text | w.Textarea | w.Dropdown | w.Button):
            assert one.description.strip(), one
    assert editor.form("g1").editor.label == "Goal 1"


def test_the_case_is_shown_with_its_facts(folder):
    page = CaseViewer(folder).children[-1].value
    for piece in ("I want my brain to stop.", "keeps a journal", "GAD-7: 16", "12 planned sessions", "One Tuesday"):
        assert piece in page


def test_the_summary_shows_the_whole_plan_with_a_next_step(folder):
    editor = PlanEditor(folder)
    assert "plan-part-" not in editor._summary.head.value, "an empty plan has nothing to show yet"
    type_text(editor.form("g1"), VAGUE)
    shown = editor._summary.head.value
    assert 'data-gs="plan-part-thread" data-level="0"' in shown
    assert 'data-gs="plan-part-fit"' in shown
    assert "plan-part-safety" not in shown
    assert shown.count("Next:") == 1
    assert "?</em>" in shown


def test_one_next_step_shows_and_the_others_wait_behind_a_button(tmp_path):
    editor = PlanEditor(make_assignment(tmp_path / "mdd-ruth", "mdd-ruth"))
    summary = editor._summary
    assert summary.toggle.layout.display == "none"
    type_text(editor.form("g1"), VAGUE)
    assert "safety part is the place" in summary.head.value, "safety comes first"
    assert (summary.more.value, summary.toggle.description[:5]) == ("", "Show ")
    summary.toggle.click()
    shown = summary.more.value.count("<li>")
    assert summary.toggle.description == f"Hide {shown} more steps"
    type_text(editor.form("g1-o1"), VAGUE)
    assert summary.more.value, "it stays open while the learner goes on"


def test_filling_the_safety_part_raises_its_level_at_once(tmp_path):
    editor = PlanEditor(make_assignment(tmp_path / "mdd-ruth", case="mdd-ruth"))
    type_text(editor.form("g1"), "Ruth sings in the choir again by session 12.")
    assert 'data-gs="plan-part-safety" data-level="0"' in editor._summary.head.value
    editor._safety.fields["warning_signs"].value = "Stays in bed past noon"
    assert 'data-gs="plan-part-safety" data-level="2"' in editor._summary.head.value


@pytest.mark.parametrize("live", ["spans", "off"])
def test_the_whole_plan_is_not_shown_where_levels_are_not(tmp_path, live):
    editor = PlanEditor(make_assignment(tmp_path / "gad-maya", live=live))
    type_text(editor.form("g1"), VAGUE)
    assert "plan-part-" not in editor._summary.head.value


def test_what_the_client_said_can_be_quoted_as_soon_as_it_is_heard(folder):
    editor = PlanEditor(folder)
    goal = editor.form("g1")
    before = [value for _, value in goal.quotes.choice.options]
    interview = InterviewForm(folder).session
    interview.ask(next(one.id for one in interview.case.interview.questions if one.facts))
    after = [value for _, value in goal.quotes.choice.options]
    assert len(after) > len(before)
    goal.quotes.choice.value = after[-1]
    goal.quotes.press.click()
    assert saved_plan(folder)["goals"][0]["client_words"] == after[-1]


def choose_template(editor, statement_id, at=1):
    """Open the list of templates, choose the one at that place, and use it."""
    picker = editor.form(statement_id).templates
    picker.toggle.click()
    label, key = picker.choice.options[at]
    picker.choice.value = key
    chosen = picker._rows[key]
    press(picker, "gs-use-template")
    return label, chosen


def test_a_template_is_a_start_that_has_to_be_fitted(folder):
    editor = PlanEditor(folder)
    label, chosen = choose_template(editor, "g1-o1")
    assert label.startswith("Worry"), "they come in the order of the case's problems"
    step = editor.form("g1-o1")
    assert saved_plan(folder)["goals"][0]["objectives"][0]["text"] == chosen.text
    assert step.editor.edit["gap"], "the browser goes to the first gap"
    assert set(levels(step).values()) == {0}
    assert step.editor.feedback["advice"][0]["text"].startswith("This is still the template")
    type_text(step, chosen.text.replace("[by when]", "session 4"))
    assert "Next gap" in step.editor.feedback["advice"][0]["text"]
    assert any(kind == "slot" for _, _, kind, _ in step.editor.feedback["spans"])
    press(editor, "gs-undo")
    press(editor, "gs-undo")
    assert saved_plan(folder)["goals"][0]["objectives"][0]["text"] in ("", chosen.text)


def test_a_template_is_offered_only_where_no_words_would_be_lost(folder):
    editor = PlanEditor(folder)
    step = editor.form("g1-o1")
    assert step.templates.layout.display is None
    type_text(step, SMART)
    assert step.templates.layout.display == "none"
    type_text(step, "")
    assert step.templates.layout.display is None


def test_a_template_says_what_belongs_into_each_gap_and_what_it_rests_on(folder):
    picker = PlanEditor(folder).form("g1-o1").templates
    picker.toggle.click()
    picker.choice.value = "0"
    chosen = picker._rows["0"]
    for slot in chosen.slots:
        assert f"<b>{slot.name}</b>: {slot.hint}" in picker._about.value
    assert chosen.source.split(" (")[0] in picker._about.value


def test_templates_of_two_practices_with_one_name_are_told_apart(tmp_path):
    editor = PlanEditor(make_assignment(tmp_path / "mdd-ruth", "mdd-ruth"))
    picker = editor.form("g1").templates
    picker.toggle.click()
    assert len(picker._rows) == len(picker.choice.options) - 1
