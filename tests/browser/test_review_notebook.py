"""The review notebook in a real JupyterLab: calibrate, review a plan with mouse and keyboard, reload, finish."""

import json
import os
import re
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from notebook_page import Notebook, dark_theme, light_theme, violations
from playwright.sync_api import expect

from goalsmith.demo import Lab, free_port
from goalsmith.grading.build import build_course
from goalsmith.grading.course import new_course
from goalsmith.model import Packet, PacketPlan
from goalsmith.practice.home import sign
from goalsmith.store import load_exemplars, plan_name, write_packet
from goalsmith.widgets.review_session import ReviewSession

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASE = "gad-maya"
PICTURES = os.environ.get("GOALSMITH_PICTURES")
HOSTILE = "<img src=x onerror=\"document.title='caught'\"> calmer"


@pytest.fixture(scope="module")
def root(tmp_path_factory, browser):
    """A learner's folders, as a course builds them, with a packet of two plans and the learner's own plan."""
    root = tmp_path_factory.mktemp("reviewing")
    new_course(root / "course")
    build_course(root / "course", CASE)
    for name in (CASE, f"{CASE}-review"):
        shutil.copytree(root / "course" / "source" / name, root / "learner" / name)
    folder = root / "learner" / f"{CASE}-review"
    samples = {one.id: one.plan for one in load_exemplars(CASE).exemplars}
    strong, stranger = samples["strong"], samples["flawed"].model_copy(deep=True)
    (root / "learner" / CASE / plan_name(CASE)).write_text(strong.model_dump_json())
    stranger.goals[0].text = "Maya will feel better and find her inner calm."
    stranger.goals[1].text = f"Maya will be {HOSTILE} on 3 of 5 mornings"
    plans = [PacketPlan(id="K7QM", plan=stranger), PacketPlan(id="X2PD", plan=strong)]
    until = datetime.now(UTC) + timedelta(days=9)
    write_packet(folder, Packet(case=CASE, course="course", review_by=until, plans=plans))
    sign(folder / f"{folder.name}.ipynb", root / "jupyter")
    return root


@pytest.fixture(scope="module")
def lab(root):
    lab = Lab(root, free_port())
    with lab.running(root / "jupyter", "--LabApp.expose_app_in_browser=True"):
        yield lab


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    yield page
    context.close()


def saved(root):
    return json.loads((root / "learner" / f"{CASE}-review" / "reviews.json").read_text("utf-8"))


def until(condition):
    """Wait until a file says what it should; the page is told of a change a moment before it is on disk."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, condition
        time.sleep(0.1)


def calibrated(root):
    """Go through the sample plans in this process, unless that was done."""
    run = ReviewSession(root / "learner" / f"{CASE}-review").calibration
    for exemplar in () if run.finished else run.exemplars:
        for criterion in run.criteria(exemplar):
            run.choose(exemplar, criterion, exemplar.levels[criterion])
        run.compare(exemplar)


def pick(page, criterion, level):
    """Choose a level with the mouse and wait until the kernel has it."""
    picker = page.locator(f'[data-gs="pick-{criterion}"]:visible')
    picker.locator(f'input[value="{level}"]').check()
    expect(picker).to_have_attribute("data-value", str(level))


def picture(page, name, place=".gs-review-form"):
    """Take pictures of the form in both themes, wide and narrow, where pictures are asked for."""
    if not PICTURES:
        return
    for theme in ("Light", "Dark"):
        page.evaluate(f"void jupyterapp.commands.execute('apputils:change-theme', {{theme: 'JupyterLab {theme}'}})")
        for width in (1280, 700):
            page.set_viewport_size({"width": width, "height": 1000})
            page.wait_for_timeout(1200)
            page.locator(place).first.evaluate("element => element.scrollIntoView({block: 'start'})")
            page.wait_for_timeout(600)
            page.screenshot(path=str(Path(PICTURES) / f"{name}-{theme.lower()}-{width}.png"))
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.evaluate("void jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Light'})")
    page.wait_for_timeout(1200)


def drag(page, element, width):
    """Select the first `width` pixels of a text with the mouse."""
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 11)
    page.mouse.down()
    page.mouse.move(box["x"] + width, box["y"] + 12, steps=6)
    page.mouse.up()


def test_a_reviewer_calibrates_reviews_reloads_and_finishes(root, lab, page):
    notebook = Notebook(page, lab.url(f"lab/tree/learner/{CASE}-review/{CASE}-review.ipynb"))
    notebook.start()
    form = page.locator(".gs-review-form")
    steps = form.get_by_label("Steps of reviewing")
    expect(steps.locator('[data-gs="step-calibrate"]')).to_have_attribute("aria-current", "step")

    # Calibration: near the reference at the first plan; far at the next ones, and tried again.
    exemplars = load_exemplars(CASE).exemplars
    for number, exemplar in enumerate(exemplars, 1):
        expect(form.get_by_role("heading", name=f"Sample plan {number} of {len(exemplars)}")).to_be_visible()
        for criterion, level in exemplar.levels.items():
            pick(page, criterion, level if number == 1 else (level + 2) % 4)
        if number == 1:
            picture(page, "review-calibrate")
        form.get_by_role("button", name="See the reference levels").click()
        compared = form.locator('[data-gs="compared"]:visible')
        expect(compared).to_contain_text("Reference levels set by")
        if number > 1:
            expect(compared.locator("li").first).to_have_attribute("data-far", "yes")
            picture(page, f"review-compared-{number}")
            form.get_by_role("button", name="Try again").click()
            for criterion, level in exemplar.levels.items():
                pick(page, criterion, level)
            form.get_by_role("button", name="See the reference levels").click()
            expect(form.locator('[data-gs="sample-said"]:visible')).to_contain_text("within one of the reference")
        form.get_by_role(
            "button", name="Go on to the plans" if number == len(exemplars) else "Next sample plan"
        ).click()
    expect(steps.locator('[data-gs="step-calibrate"]')).to_contain_text("done")
    expect(steps.locator('[data-gs="step-review"]')).to_contain_text(re.compile(r"until \w"))
    assert (root / "learner" / ".goalsmith-calibration.json").exists()

    # The first plan, levels with the keyboard alone: an arrow takes a level and does not move the notebook.
    expect(form.get_by_role("heading", name="Plan 1 of 2")).to_be_visible()
    expect(form.locator(".gs-plan-review .gs-words-text").first).to_be_focused()
    expect(form.get_by_role("button", name="Commit levels")).to_be_disabled()
    for criterion in exemplars[0].levels:
        form.locator(f'[data-gs="pick-{criterion}"] input[value="0"]').focus()
        page.keyboard.press("ArrowDown")
        expect(form.locator(f'[data-gs="pick-{criterion}"]')).to_have_attribute("data-value", "1")
    expect(form.locator('[data-gs="evidence-S"]')).to_have_count(0)
    expect(form.get_by_role("button", name="Commit levels")).to_be_enabled()
    form.get_by_role("button", name="Commit levels").press("Enter")
    expect(form.locator('[data-gs="evidence-S"]')).to_contain_text("The engine reads")
    expect(form.locator('[data-gs="pick-S"] input:checked')).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(form.locator('[data-gs="pick-S"]')).to_contain_text("You committed 1 first.")

    # One comment with the keyboard, one with the mouse; each is tied to whole words.
    text = form.locator('[data-place="g1"]')
    text.focus()
    for key in ("ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    expect(form.locator('[data-gs="chosen-words"]')).to_have_text("“Maya will feel better”")
    page.keyboard.press("Enter")
    expect(form.get_by_label("Comment 1", exact=True)).to_be_focused()
    page.keyboard.type("Nobody could see that. You could count calm evenings.")
    drag(page, form.locator('[data-place="g2"]'), 120)
    expect(form.locator('[data-gs="chosen-words"]')).to_contain_text("“Maya will be")
    form.get_by_role("button", name="Comment on this").click()
    expect(form.get_by_label("Comment 2", exact=True)).to_be_focused()
    page.keyboard.type("Calmer than when? Say how often now.")
    expect(form.locator("mark.gs-noted").first).to_have_text("Maya will feel better")
    form.get_by_label("One strength", exact=True).fill("It begins with what she came for.")
    expect(form.locator('[data-gs="missing"]:visible')).to_have_text("Still needs a next step.")
    expect(form.locator('[data-gs="reviews-saved"]')).to_contain_text(re.compile(r"^saved \d"))
    picture(page, "review-plan")
    picture(page, "review-comments", ".gs-comments-form")

    # What strangers write is text.
    expect(form.locator('[data-place="g2"]')).to_contain_text(HOSTILE)
    assert page.title() != "caught"

    # Nothing is lost by a reload, nor by a new kernel.
    notebook.reload()
    notebook.start()
    expect(form.get_by_role("heading", name="Plan 1 of 2")).to_be_visible()
    expect(form.get_by_label("Comment 1", exact=True)).to_have_value(re.compile("calm evenings"))
    notebook.restart_kernel()
    notebook.start()
    expect(form.get_by_label("Comment 2", exact=True)).to_have_value("Calmer than when? Say how often now.")
    expect(form.locator('[data-gs="pick-S"]')).to_have_attribute("data-value", "2")
    expect(form.locator("mark.gs-noted")).to_have_count(2)

    for theme in (dark_theme, light_theme):
        theme(page)
        assert violations(page, ".gs-review-form") == {}

    # Finish, with what was missing; then comes the other plan.
    form.get_by_label("One next step", exact=True).fill("Put a number to one goal.")
    form.get_by_role("button", name="Mark as finished").click()
    expect(form.get_by_role("button", name="Go on", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(form.get_by_role("heading", name="Plan 2 of 2")).to_be_visible()
    expect(form.get_by_role("navigation", name="Plans to review").locator("button").first).to_contain_text("finished")

    review = saved(root)["reviews"][0]
    assert review["plan"] == "K7QM"
    assert (review["first"]["S"], review["levels"]["S"]) == (1, 2)
    assert review["finished_at"]
    quotes = [comment["quote"] for comment in review["comments"]]
    assert quotes[0] == "Maya will feel better"
    assert quotes[1].startswith("Maya will be")
    assert not quotes[1].endswith("<"), "the mouse takes whole words"


def test_what_a_dead_kernel_never_saw_is_offered_on_return(root, lab, page):
    calibrated(root)
    notebook = Notebook(page, lab.url(f"lab/tree/learner/{CASE}-review/{CASE}-review.ipynb"))
    notebook.start()
    form = page.locator(".gs-review-form")
    plans = form.get_by_role("navigation", name="Plans to review")
    expect(plans).to_be_visible()
    plans.locator("button").nth(1).click()
    expect(form.get_by_role("heading", name="Plan 2 of 2")).to_be_visible()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.wait_for_timeout(1500)
    form.get_by_label("One strength", exact=True).fill("Typed into the void")
    form.locator('[data-gs="pick-T"]:visible input[value="3"]').check()
    expect(form.locator('[data-gs="reviews-saved"]')).to_have_text("not saved")
    page.once("dialog", lambda dialog: dialog.accept())
    notebook.page.goto(lab.url(f"lab/tree/learner/{CASE}-review/{CASE}-review.ipynb") + "&reset")
    notebook.wait_until_ready()
    notebook.start()
    offered = form.locator('[data-gs="field-drafts"]')
    expect(offered).to_contain_text("One strength: Typed into the void")
    expect(offered).to_contain_text("Time-bound: 3")
    offered.get_by_role("button", name="Restore these fields").click()

    def restored():
        review = next((one for one in saved(root)["reviews"] if one["plan"] == "X2PD"), {"strength": "", "levels": {}})
        return review["strength"] == "Typed into the void" and review["levels"].get("T") == 3

    until(restored)


def test_the_notebook_keeps_still_while_levels_are_chosen_with_keys(root, lab, page):
    calibrated(root)
    notebook = Notebook(page, lab.url(f"lab/tree/learner/{CASE}-review/{CASE}-review.ipynb"))
    notebook.start()
    form = page.locator(".gs-review-form")
    cells = page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length")
    form.get_by_role("navigation", name="Plans to review").locator("button").nth(1).click()
    expect(form.get_by_role("heading", name="Plan 2 of 2")).to_be_visible()
    form.locator('[data-gs="pick-S"]:visible input[value="0"]').focus()
    for key in ("d", "d", "a", "b", "x", "ArrowDown"):
        page.keyboard.press(key)
    expect(form.locator('[data-gs="pick-S"]:visible')).to_have_attribute("data-value", re.compile("[0-3]"))
    assert page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.length") == cells


def test_the_focus_is_taken_from_nobody_who_went_on(root, lab, page):
    calibrated(root)
    notebook = Notebook(page, lab.url(f"lab/tree/learner/{CASE}-review/{CASE}-review.ipynb"))
    notebook.start()
    form = page.locator(".gs-review-form")
    form.get_by_role("navigation", name="Plans to review").locator("button").nth(1).click()
    expect(form.get_by_role("heading", name="Plan 2 of 2")).to_be_visible()
    for criterion in form.locator(".gs-picker").evaluate_all("all => all.map((one) => one.dataset.gs.slice(5))"):
        pick(page, criterion, 2)
    expect(form.get_by_role("button", name="Commit levels")).to_be_enabled()
    form.get_by_role("button", name="Commit levels").click()
    form.locator('[data-place="g1"]').focus()
    page.keyboard.press("ArrowRight")
    expect(form.locator('[data-gs="evidence-S"]')).to_be_visible()
    page.wait_for_timeout(900)
    expect(form.locator('[data-place="g1"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(form.get_by_label("Comment 1", exact=True)).to_be_focused()
