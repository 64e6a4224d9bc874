"""The main job in a real JupyterLab with real nbgrader: from a vague goal to the score on the feedback page."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from notebook_page import Notebook
from playwright.sync_api import expect

from goalsmith.demo import Lab, free_port, lab_environment
from goalsmith.demo.course import make_demo

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VAGUE = "I just want to feel better"
SMART = "Reduce GAD-7 from 16 to 9 or lower by session 12 so that worry no longer keeps Maya awake"
STEP = (
    "By session 4 Maya writes worries in her journal and gives them 20 minutes of worry time "
    "at 5:30 pm on 4 of 5 weekdays (now none)"
)
PICTURES = os.environ.get("GOALSMITH_PICTURES")


@pytest.fixture(scope="module")
def demo(tmp_path_factory, browser):
    return make_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def lab(demo):
    lab = Lab(demo.root, free_port())
    # The tests ask the application itself whether its kernel is ready.
    with lab.running(demo.home, "--LabApp.expose_app_in_browser=True"):
        yield lab


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 1150})
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


def outside(urls):
    """Addresses that are not of this machine."""
    return [url for url in urls if not re.match(r"(http|ws)://127\.0\.0\.1[:/]|(data|blob|file|about):", url)]


def run(demo, *command):
    """Run a command as the README says: in the course's folder, with the environment's programs on the path."""
    done = subprocess.run(
        command, cwd=demo.course, env=lab_environment(demo.home), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def picture(page, name):
    """Take a picture of the plan, where pictures are asked for."""
    if PICTURES:
        page.keyboard.press("Escape")
        page.locator(".gs-goals").evaluate("place => place.scrollIntoView({block: 'start'})")
        page.wait_for_timeout(600)
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))


def test_from_a_vague_goal_to_the_score_on_the_feedback_page(demo, lab, page):
    notebook = Notebook(page, lab.url(f"lab/tree/{demo.notebook.as_posix()}"))
    notebook.start()
    expect(page.get_by_text("I want my brain to stop").first).to_be_in_viewport()
    for code in page.get_by_text("from goalsmith.widgets").all():
        expect(code).not_to_be_visible()

    # A vague goal is told so; the feedback changes when it becomes SMART.
    notebook.write("Goal 1", VAGUE)
    goal = page.locator('[data-gs="statement"]').first
    for letter in "SM":
        expect(goal.locator(f'[data-gs="level-{letter}"]')).to_have_attribute("data-level", "0")
    expect(goal.locator('[data-gs="advice"]')).to_contain_text("feel better")
    notebook.write("Goal 1", SMART)
    for letter, level in {"M": "3", "T": "3", "R": "3"}.items():
        expect(goal.locator(f'[data-gs="level-{letter}"]')).to_have_attribute("data-level", level)
    expect(goal.locator("mark", has_text="GAD-7").first).to_be_attached()
    notebook.write("Objective 1.1", "Maya will use worry time to calm down after work")
    step = page.locator('[data-gs="statement"]').nth(1)
    expect(step.locator('[data-gs="level-T"]')).to_have_attribute("data-level", "0")
    expect(step.locator('[data-gs="advice"]')).not_to_be_empty()
    picture(page, "editor")
    notebook.write("Objective 1.1", STEP)
    expect(step.locator('[data-gs="level-T"]')).to_have_attribute("data-level", "3")
    expect(page.get_by_text(re.compile(r"^saved \d")).first).to_be_visible()

    # Nothing is lost by a reload, nor by a new kernel.
    notebook.reload()
    notebook.start()
    expect(notebook.box("Goal 1")).to_have_value(SMART)
    notebook.restart_kernel()
    notebook.start()
    expect(notebook.box("Goal 1")).to_have_value(SMART)
    expect(notebook.box("Objective 1.1")).to_have_value(STEP)
    plan = json.loads((demo.root / "learner/gad-maya/gad-maya.plan.json").read_text("utf-8"))
    assert plan["goals"][0]["objectives"][0]["text"] == STEP

    # Submitting leaves a receipt, and a change after it is said.
    page.get_by_role("button", name="Submit").click()
    receipt = page.locator('[data-gs="receipt"]')
    expect(receipt).to_contain_text(re.compile(r"Submitted \d.*receipt [0-9a-f]{8}"), timeout=60_000)
    notebook.write("Goal 1", SMART + " again")
    expect(receipt).to_contain_text("Changed since submission")
    assert outside(page.asked) == []

    # The supervisor's commands, as the README has them.
    run(demo, "nbgrader", "collect", "gad-maya", "--update")
    assert "gad-maya: points" in run(demo, "goalsmith", "grade", "gad-maya")
    run(demo, "goalsmith", "confirm", "gad-maya")
    run(demo, "nbgrader", "generate_feedback", "gad-maya")
    run(demo, "nbgrader", "release_feedback", "gad-maya")

    me = run(demo, sys.executable, "-c", "from nbgrader.utils import get_username; print(get_username())").strip()
    page.goto((demo.course / "feedback" / me / "gad-maya" / "gad-maya.html").as_uri())
    text = page.locator("body").inner_text()
    assert SMART in text
    assert SMART + " again" not in text
    scored = re.search(r"([\d.]+)\s+of\s+([\d.]+)\s+points", text)
    assert scored, text[:500]
    assert 0 < float(scored[1]) <= float(scored[2])
    assert "confirmed" in text
    assert outside(page.asked) == []


def test_the_other_case_is_judged_by_its_own_facts(lab, page):
    notebook = Notebook(page, lab.url("lab/tree/learner/ocd-daniel/ocd-daniel.ipynb"))
    notebook.start()
    expect(page.get_by_text("stop wasting my life at the sink").first).to_be_in_viewport()
    statement = page.locator('[data-gs="statement"]').first
    notebook.write("Goal 1", "Y-BOCS from 27 to 14 or below by session 16 so that Daniel can work at any station")
    expect(statement.locator('[data-gs="level-R"]')).to_have_attribute("data-level", "3")
    notebook.write("Goal 1", "Daniel asks his flatmate every evening whether the kitchen is clean until session 6")
    expect(statement.locator('[data-gs="level-R"]')).to_have_attribute("data-level", "0")
    expect(statement.locator('[data-gs="advice"]')).to_contain_text("No points")


def test_the_formgrader_shows_the_cohort_and_a_plan(demo, lab, page):
    page.goto(lab.url("tree"))
    page.goto(lab.url("formgrader/gradebook/gad-maya/gad-maya"))
    expect(page.get_by_text("Submission #1", exact=True)).to_be_visible(timeout=60_000)
    assert page.get_by_text(re.compile(r"^Submission #\d+$")).count() >= 16

    with Gradebook(f"sqlite:///{demo.course / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission_notebook("gad-maya", "gad-maya", "adaeze").id
    page.goto(lab.url(f"formgrader/submissions/{submission}"))
    text = demo_plan_text(demo, "adaeze")
    expect(page.locator("body")).to_contain_text(text, timeout=60_000)
    expect(page.get_by_label("Points for A")).to_have_value("8")
    assert outside(page.asked) == []


def demo_plan_text(demo, learner):
    """The first goal in the plan that a made-up learner handed in."""
    path = demo.course / "submitted" / learner / "gad-maya" / "gad-maya.plan.json"
    return json.loads(path.read_text("utf-8"))["goals"][0]["text"]
