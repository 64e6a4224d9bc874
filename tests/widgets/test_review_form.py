"""What a reviewer does and sees, with no kernel and no browser behind the widgets."""

import json
import shutil
from html import unescape

import anywidget
import ipywidgets as w
import pytest
from review_tools import PLANS, REVIEW_BY, calibrate, exemplars, fill, give, make_review, own_plan, saved_reviews
from widget_tools import tags, widgets_below

from goalsmith.store import load_assignment, load_review_rubric, review_store
from goalsmith.widgets import ReviewForm
from goalsmith.widgets.review_session import ReviewSession

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script> \"quoted' & so on"


@pytest.fixture(scope="module")
def calibrated(tmp_path_factory):
    """A learner's folder in which calibration is done, made once."""
    root = tmp_path_factory.mktemp("calibrated")
    calibrate(ReviewSession(make_review(root)).calibration)
    return root


@pytest.fixture
def folder(calibrated, tmp_path):
    """A review folder in which calibration is done."""
    shutil.copytree(calibrated, tmp_path, dirs_exist_ok=True)
    return tmp_path / "gad-maya-review"


def choose(levels_form, level):
    for picker in levels_form.fields.values():
        picker.set_state({"value": str(level)})


def point(form, place="g1", start=0, end=4):
    """What the browser sends when words were selected and the button pressed."""
    count = form.reader.pick.get("count", 0) + 1
    form.reader.set_state({"pick": {"place": place, "start": start, "end": end, "count": count}})


def html(form):
    """All the HTML below a widget that is shown."""
    return "".join(one.value for one in widgets_below(form) if isinstance(one, w.HTML))


def states(form):
    return {one["key"]: one["state"] for one in form.steps.steps}


# The way through


def test_a_new_review_opens_at_calibration(tmp_path):
    form = ReviewForm(make_review(tmp_path))
    assert form.steps.chosen == "calibrate"
    samples = f"{len(exemplars())} sample plans"
    assert states(form) == {"calibrate": f"{samples} to go", "review": "0 of 2 finished", "own": "comes last"}
    assert f"Left to do: {samples} to calibrate on; 2 plans to review; your own plan." in form._left.value
    assert form.steps.steps[1]["until"] == REVIEW_BY.timestamp()


def test_before_calibration_no_plan_is_shown(tmp_path):
    form = ReviewForm(make_review(tmp_path))
    form.steps.set_state({"chosen": "review"})
    assert "First calibrate" in html(form._body)
    assert not any(hasattr(one, "reader") for one in widgets_below(form._body))
    form.steps.set_state({"chosen": "own"})
    assert "comes last" in html(form._body)


def test_the_sample_plan_does_not_give_itself_away(tmp_path):
    form = ReviewForm(make_review(tmp_path))
    shown = [*(one.get_state() for one in widgets_below(form) if isinstance(one, w.Widget))]
    said = json.dumps([{k: v for k, v in state.items() if k != "_esm" and k != "_css"} for state in shown], default=str)
    exemplar = form.session.exemplars.exemplars[0]
    for secret in (exemplar.id, exemplar.title, exemplar.rationale, *exemplar.reasons.values()):
        assert f'"{secret}' not in said
        assert secret not in html(form)


def test_levels_are_compared_with_the_reference_and_its_reason(tmp_path):
    form = ReviewForm(make_review(tmp_path))
    sample = form.calibration.sample
    assert sample.compare.disabled
    exemplar = form.session.exemplars.exemplars[0]
    choose(sample.levels, 0 if exemplar.levels["S"] > 1 else 3)
    assert not sample.compare.disabled
    sample.compare.click()
    shown = unescape(html(sample))
    assert 'data-gs="difference-S" data-far="yes"' in shown
    assert exemplar.rationale in shown
    assert "Reference levels set by goalsmith maintainers (not clinicians)" in shown
    assert "expert" not in shown.lower()
    for reason in exemplar.reasons.values():
        assert reason in shown
    assert sample.levels.layout.display == "none"
    sample.again.click()
    assert sample.levels.layout.display is None
    assert 'data-gs="compared"' not in html(sample)


def test_calibration_leads_on_to_the_plans(tmp_path):
    form = ReviewForm(make_review(tmp_path))
    for exemplar in form.session.exemplars.exemplars:
        sample = form.calibration.sample
        for criterion, picker in sample.levels.fields.items():
            picker.set_state({"value": str(exemplar.levels[criterion])})
        sample.compare.click()
        sample.next.click()
    assert form.steps.chosen == "review"
    assert form.review(PLANS[0]) in widgets_below(form._body)
    assert form._focus.target == ".gs-plan-review .gs-words-text"
    assert states(form)["calibrate"] == "done"


def test_a_second_case_of_the_course_opens_at_the_plans(tmp_path, folder):
    form = ReviewForm(make_review(tmp_path, "ocd-daniel"))
    assert form.steps.chosen == "review"
    form.steps.set_state({"chosen": "calibrate"})
    assert "You have calibrated on another case" in html(form._body)


def test_finishing_every_plan_leads_to_the_own_one_and_then_to_submit(tmp_path, folder):
    own_plan(tmp_path)
    form = ReviewForm(folder)
    for plan in PLANS[:2]:
        review = form.review(plan)
        assert review in widgets_below(form._body)
        fill(review.work)
        review.draw()
        review.finish.click()
        review.next.click()
    assert form.steps.chosen == "own"
    own = form._own
    choose(own.levels, 2)
    own.commit.click()
    own.finish.click()
    assert states(form) == {"calibrate": "done", "review": "done", "own": "done"}
    assert "Everything is finished." in form._left.value
    own.next.click()
    assert form._focus.target == ".gs-submit"
    assert ReviewForm(folder).steps.chosen == "own"


def test_an_own_plan_that_is_not_there_is_one_sentence(folder):
    form = ReviewForm(folder)
    for work in form.session.works():
        fill(work)
        work.finish()
    form.go_on()
    assert "looked for in the folder gad-maya" in html(form._body)


# One review


def test_the_engine_is_silent_until_the_levels_are_committed(folder):
    review = ReviewForm(folder).review(PLANS[0])
    assert review.commit.disabled
    choose(review.levels, 1)
    assert "The engine reads" not in html(review)
    review.commit.click()
    shown = html(review)
    for criterion in review.work.asked:
        assert f'data-gs="evidence-{criterion}"' in shown
    assert "<mark" in shown
    assert "engine-unsafe" in shown, "a call that feeds the reassurance earns no points, and the reviewer is told"
    assert saved_reviews(folder)["reviews"][0]["first"] == dict.fromkeys(review.work.asked, 1)
    assert review.commit.layout.display == "none"


def test_a_level_may_change_after_it_was_committed_and_both_are_shown(folder):
    review = ReviewForm(folder).review(PLANS[0])
    choose(review.levels, 1)
    review.commit.click()
    picker = review.levels.fields["S"]
    picker.set_state({"value": "3"})
    assert (picker.value, picker.first) == ("3", "1")
    again = ReviewForm(folder).review(PLANS[0])
    assert (again.levels.fields["S"].value, again.levels.fields["S"].first) == ("3", "1")
    assert "The engine reads" in html(again)


def test_pointing_at_words_begins_a_comment_and_goes_to_it(folder):
    form = ReviewForm(folder)
    review = form.review(PLANS[0])
    point(review, "g1", 0, 9)
    comment = review.comments.form("c1")
    assert form._focus.target == ".gs-comment-c1 textarea"
    comment.text.value = "Who will see that?"
    comment.about.value = "M"
    saved = saved_reviews(folder)["reviews"][0]["comments"][0]
    assert (saved["place"], saved["quote"], saved["criterion"]) == ("g1", "Maya will", "M")
    assert saved["text"] == "Who will see that?"
    assert review.reader.marks == [["c1", 1, "g1", 0, 9]]
    assert "Goal 1" in comment.title.value


def test_a_deleted_comment_can_be_brought_back(folder):
    form = ReviewForm(folder)
    review = form.review(PLANS[0])
    point(review)
    review.comments.form("c1").text.value = "Kept words"
    review.comments.form("c1").remove.click()
    assert review.reader.marks == []
    assert form._focus.target == ".gs-undo"
    next(one for one in widgets_below(review) if "gs-undo" in getattr(one, "_dom_classes", ())).click()
    assert review.comments.form("c1").text.value == "Kept words"
    assert review.reader.marks == [["c1", 1, "g1", 0, 4]]


def test_what_is_missing_is_one_line_and_finishing_waits_for_it(folder):
    review = ReviewForm(folder).review(PLANS[0])
    assert review.finish.disabled
    choose(review.levels, 2)
    assert "Still needs the levels committed, comments on 2 more places of the plan" in review._missing.value
    review.commit.click()
    for place in ("g1", "g2"):
        point(review, place)
    for key in ("c1", "c2"):
        review.comments.form(key).text.value = "You could count it."
    assert "Still needs a strength and a next step." in review._missing.value
    review.strength.value, review.next_step.value = "Clear problems.", "Add a date."
    assert not review.finish.disabled


def test_a_finished_review_stands_until_it_is_reopened(folder):
    form = ReviewForm(folder)
    review = form.review(PLANS[0])
    fill(review.work)
    review.draw()
    review.finish.click()
    assert form._focus.target == ".gs-go-on"
    assert all(picker.locked for picker in review.levels.fields.values())
    assert review.strength.disabled
    assert not review.reader.pointing
    assert form.plans.steps[0]["state"] == "finished"
    point(review, "g2")
    assert len(review.work.review.comments) == 2, "a press that comes late changes nothing"
    review.reopen.click()
    assert not review.strength.disabled
    assert form.plans.steps[0]["state"] == "begun"


def test_the_private_flag_asks_for_words_only_once_there_is_something_to_tell(folder):
    review = ReviewForm(folder).review(PLANS[0])
    assert review.flag.text.layout.display == "none"
    review.flag.kind.value = "unsafe"
    assert review.flag.text.layout.display is None
    review.flag.text.value = "Stops a medicine at once."
    assert saved_reviews(folder)["reviews"][0]["flag"]["kind"] == "unsafe"


def test_time_is_counted_in_small_steps_and_shown(folder):
    review = ReviewForm(folder).review(PLANS[0])
    review.clock.set_state({"spent": 0.25})
    review.clock.set_state({"spent": 0.5})
    review.clock.set_state({"spent": 900.0})
    assert review.clock.minutes == 0.5
    assert saved_reviews(folder)["reviews"][0]["minutes"] == 0.5


def test_what_helps_in_a_comment_stands_beside_the_comments(folder):
    rubric = folder / "rubrics" / "review.yaml"
    rubric.write_text(rubric.read_text().replace("Praises or judges only", "Praises <only>"))
    shown = html(ReviewForm(folder).review(PLANS[0]))
    assert "Praises &lt;only&gt;" in shown, "a course's own rubric of reviews holds"
    for anchor in load_review_rubric(folder / "rubrics").comment.anchors[1:]:
        assert anchor in shown


# Getting plans


def test_without_plans_it_says_who_opens_the_round(tmp_path):
    folder = make_review(tmp_path, plans=())
    calibrate(ReviewSession(folder).calibration)
    form = ReviewForm(folder)
    assert states(form)["review"] == "no plans yet"
    assert "Your supervisor opens the round" in html(form._body)
    give(folder)
    form.fetched()
    assert form.review(PLANS[0]) in widgets_below(form._body)
    assert states(form)["review"] == "0 of 2 finished"


def test_new_plans_leave_the_open_one_as_it_is(folder):
    form = ReviewForm(folder)
    review = form.review(PLANS[0])
    review.strength.value = "Clear problems."
    give(folder, plans=PLANS)
    form.fetched()
    assert form.review(PLANS[0]) is review
    assert "Plan 1 of 3" in review._title.value
    assert [one["name"] for one in form.plans.steps] == ["Plan 1", "Plan 2", "Plan 3"]


def test_a_withdrawn_plan_is_greyed_out_and_the_next_one_opens(folder):
    form = ReviewForm(folder)
    form.review(PLANS[0]).strength.value = "Clear problems."
    form.review(PLANS[0]).levels.fields["S"].set_state({"value": "2"})
    give(folder, plans=PLANS[1:2])
    form.fetched()
    assert form.plans.chosen == PLANS[1]
    shown = html(form._body)
    assert 'data-gs="withdrawn"' in shown
    assert "Clear problems." in shown
    assert "nothing more is needed" in shown


def test_reviews_without_their_packet_are_not_called_withdrawn(folder):
    form = ReviewForm(folder)
    form.review(PLANS[0]).strength.value = "Clear problems."
    (folder / "packet.json").unlink()
    again = ReviewForm(folder)
    assert "Get them again" in html(again._body)
    assert 'data-gs="withdrawn"' not in html(again._body)


def test_a_fetch_that_fails_is_one_sentence_and_can_be_tried_again(tmp_path, folder):
    form = ReviewForm(folder)
    (folder / "assignment.json").unlink()
    form.fetch.fetch.click()
    form.fetch.wait()
    assert form.fetch.line.tone == "warn"
    assert "assignment.json" in form.fetch.line.text
    assert "Traceback" not in form.fetch.line.text
    assert not form.fetch.fetch.disabled


# Whatever happens


def test_a_new_kernel_finds_everything(folder):
    review = ReviewForm(folder).review(PLANS[0])
    fill(review.work)
    review.work.tell_supervisor("unsafe", "Look here.")
    again = ReviewForm(folder).review(PLANS[0])
    assert again.strength.value == "Each step is small."
    assert again.next_step.value == "Add one date."
    assert again.flag.text.value == "Look here."
    assert [picker.value for picker in again.levels.fields.values()] == ["2"] * 7
    assert again.comments.form("c2").text.value.startswith("This says who does what")
    assert len(again.reader.marks) == 2


def test_fields_and_levels_that_a_dead_kernel_never_saw_can_be_restored(folder):
    form = ReviewForm(folder)
    review = form.review(PLANS[1])
    point(review)
    key = review._key
    restored = {f"{key}-level.T": "2", f"{key}-say.strength": "Kept", f"{key}-comment-c1.text": "Also kept"}
    form._drafts.set_state({"restore": {**restored, f"{key}-level.S": "9", "gone.text": "x"}})
    saved = next(one for one in saved_reviews(folder)["reviews"] if one["plan"] == PLANS[1])
    assert saved["levels"] == {"T": 2}
    assert saved["strength"] == "Kept"
    assert saved["comments"][0]["text"] == "Also kept"
    assert form._drafts.values[f"{key}-say.strength"] == "Kept", "the browser drops its draft once this says the same"


def test_keys_of_drafts_are_one_class_name_whatever_a_plan_is_called(folder):
    data = json.loads((folder / "packet.json").read_text())
    data["plans"][0]["id"] = "a b\"c<'"
    (folder / "packet.json").write_text(json.dumps(data))
    for one in widgets_below(ReviewForm(folder)):
        assert all(" " not in name for name in getattr(one, "_dom_classes", ()))


def test_a_damaged_file_is_recovered_and_said(folder):
    review = ReviewForm(folder).review(PLANS[0])
    review.strength.value = "First"
    review.strength.value = "Second"
    (folder / "reviews.json").write_text("{")
    again = ReviewForm(folder)
    assert again.review(PLANS[0]).strength.value == "First"
    assert "damaged" in html(again)


def test_a_failed_save_is_said_on_top(folder):
    form = ReviewForm(folder)
    (folder / "file").write_text("")
    form.session.store.path = folder / "file" / "reviews.json"
    form.review(PLANS[0]).strength.value = "Words"
    assert form._saved.text.startswith("not saved: the reviews cannot be written")
    form.submit_bar.submit.click()
    assert form.submit_bar.line.text == "Not submitted: the reviews could not be saved."


def test_a_folder_that_is_no_assignment_is_one_sentence(tmp_path):
    assert "missing" in ReviewForm(tmp_path).children[0].value


def test_words_of_strangers_stay_words(tmp_path, folder):
    data = json.loads((folder / "packet.json").read_text())
    plan = data["plans"][0]["plan"]
    plan["goals"][0]["text"] = f"Maya will {HOSTILE} by session 6"
    plan["goals"][0]["objectives"][0]["interventions"] = [HOSTILE]
    plan["problems"][0]["reason"] = HOSTILE
    (folder / "packet.json").write_text(json.dumps(data))
    form = ReviewForm(folder)
    review = form.review(PLANS[0])
    point(review, "g1", 0, 60)
    point(review, "problem worry.reason", 0, 40)
    review.comments.form("c1").text.value = HOSTILE
    review.strength.value = HOSTILE
    choose(review.levels, 1)
    review.commit.click()
    give(folder, plans=PLANS[1:2])
    again = ReviewForm(folder)
    for one in [*widgets_below(form), *widgets_below(review), *widgets_below(again)]:
        if isinstance(one, w.HTML):
            assert not {"img", "script"} & set(tags(one.value))
    assert "onerror" in html(again), "they are shown, as words"


def test_scripts_put_no_text_of_a_plan_into_the_page_as_html(folder):
    for one in widgets_below(ReviewForm(folder)):
        if isinstance(one, anywidget.AnyWidget):
            for unsafe in ("innerHTML =", "outerHTML", "insertAdjacentHTML", "document.write"):
                assert unsafe not in one._esm


def test_every_control_has_a_name(folder):
    form = ReviewForm(folder)
    review = form.review(PLANS[0])
    point(review)
    point(review, "g2")
    controls = [one for one in widgets_below(form) if isinstance(one, w.Text | w.Textarea | w.Dropdown | w.Button)]
    names = [one.description.strip() for one in controls]
    assert all(names)
    fields = [one.description for one in controls if not isinstance(one, w.Button)]
    assert len(set(fields)) == len(fields), "no two fields are called the same"
    tooltips = [one.tooltip for one in controls if isinstance(one, w.Button) and one.layout.display != "none"]
    assert len(set(tooltips)) == len(tooltips), "no two buttons either"


def test_the_folder_is_told_by_its_assignment_and_the_store_by_its_case(folder):
    form = ReviewForm(folder)
    form.review(PLANS[0]).strength.value = "Words"
    assert load_assignment(folder).part == "review"
    assert review_store(folder, "gad-maya").load().of(PLANS[0]).strength == "Words"
