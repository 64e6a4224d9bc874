"""A learner's afternoon in a real JupyterLab, by the keyboard alone: from the interview to the last later session.

Nothing is clicked. Each part is looked at by axe-core, in both themes, as it stands on the page.
"""

import re

import pytest
from keyboard import Keyboard
from learner_folder import set_up
from notebook_page import Notebook, dark_theme, light_theme, violations
from playwright.sync_api import expect

from goalsmith.demo.notebooks import sign
from goalsmith.grading import phases
from goalsmith.grading.course import new_course
from goalsmith.grading.results import results
from goalsmith.practice.lab import Lab
from goalsmith.practice.server import free_port
from goalsmith.store import load_cases, read_plan, read_stages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASE, FOLLOWUP = "mdd-ruth", "mdd-ruth-followup"
LINE = "Ring the course office at extension 12"
GOAL = "PHQ-9 from 17 to 9 or lower by session 14 so that Ruth sings and gardens again"
STEP = "By session 6 Ruth is out of bed by 9:30 on 4 of 7 mornings, noted in her diary (now 2)"


class Course:
    """A course with one case and no peer review, and one learner's folder in it."""

    def __init__(self, root):
        self.root, self.folder, self.home = root, root / "course", root / "jupyter"
        self.me = phases.Learner("sam", root / "learner", root / "cache")

    def config(self):
        return phases.learner_config(self.folder, self.me, CASE)


@pytest.fixture(scope="module")
def course(tmp_path_factory, browser):
    made = Course(tmp_path_factory.mktemp("afternoon"))
    new_course(made.folder)
    settings = made.folder / "course.yaml"
    lines = [line for line in settings.read_text().splitlines() if "live:" not in line or CASE in line]
    text = "\n".join(lines).replace("exchange: null", "exchange: ../exchange").replace("peer: true}", "peer: false}")
    text = re.sub(r"(?m)^#? ?crisis_line:.*$", "", text)
    settings.write_text(f"{text}\ncrisis_line: {LINE}\n")
    (made.root / "exchange").mkdir()
    (made.root / "exchange").chmod(0o777)
    phases.build(made.folder)
    for assignment in (CASE, FOLLOWUP):
        phases.generate(made.folder, assignment)
        phases.release(made.folder, assignment)
    set_up(made.folder, made.me)
    return made


@pytest.fixture(scope="module")
def lab(course):
    lab = Lab(course.root, free_port())
    with lab.running(course.home, "--LabApp.expose_app_in_browser=True"):
        yield lab


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    outside = [url for url in page.asked if not re.match(r"(http|ws)://127\.0\.0\.1[:/]|(data|blob|file|about):", url)]
    assert outside == [], "nothing leaves the machine"
    context.close()


def open_notebook(course, lab, page, assignment):
    """Fetch an assignment, open it, and press Start, all by the keyboard once the page is there."""
    folder = phases.fetch(course.folder, course.me, assignment)
    sign(folder / f"{assignment}.ipynb", course.home)
    Notebook(page, lab.url(f"lab/tree/learner/{assignment}/{assignment}.ipynb"))
    page.wait_for_timeout(1000)
    keyboard = Keyboard(page)
    keyboard.tab_to("Start", tag="button")
    keyboard.press("Enter")
    expect(page.locator(".gs-case-viewer")).to_be_focused(timeout=60_000)
    return folder, keyboard


def look(page, *scopes):
    """What axe-core finds in our widgets, in the light and in the dark."""
    found = {}
    for theme in (dark_theme, light_theme):
        theme(page)
        for scope in scopes:
            found.update({f"{theme.__name__} {scope}: {rule}": said for rule, said in violations(page, scope).items()})
    assert found == {}


def test_from_interview_to_submission_and_through_stage_three(course, lab, page):
    folder, keyboard = open_notebook(course, lab, page, CASE)
    interview(page, keyboard)
    scores(page, keyboard)
    plan(page, keyboard)
    look(page, ".gs-case-viewer", ".gs-interview-form", ".gs-measure-form", ".gs-plan-editor")

    keyboard.tab_to("Submit your plan")
    keyboard.press("Enter")
    expect(page.locator('[data-gs="receipt"]')).to_contain_text(re.compile(r"Submitted \d"), timeout=60_000)
    written = read_plan(folder / f"{CASE}.plan.json", CASE)
    assert (written.goals[0].text, written.goals[0].objectives[0].text) == (GOAL, STEP)
    assert phases.collect(course.folder, CASE)
    assert not phases.grade(course.folder, CASE).failed

    # Treatment goes on: three later sessions, and their decisions are scored.
    folder, keyboard = open_notebook(course, lab, page, FOLLOWUP)
    keyboard.tab_to("Start from my plan")
    keyboard.press("Enter")
    expect(page.get_by_label("Goal 1", exact=True)).to_have_value(GOAL)
    for stage in load_cases(folder / "case.yaml")[0].stages:
        later_session(page, keyboard, stage)
    look(page, ".gs-stage-form", ".gs-revision")
    done = read_stages(folder / "stages.json", CASE)
    assert [bool(one.committed_at) for one in done.stages] == [True] * 3
    keyboard.tab_to("Submit your")
    keyboard.press("Enter")
    expect(page.locator('[data-gs="receipt"]')).to_contain_text(re.compile(r"Submitted \d"), timeout=60_000)
    phases.collect(course.folder, FOLLOWUP)
    assert not phases.grade(course.folder, FOLLOWUP).failed
    assert results(course.folder, FOLLOWUP).loc["sam", "stages"] > 0


def interview(page, keyboard):
    """Ask in own words and from the list, look back without having asked about suicide, and ask about it."""
    form = page.locator(".gs-interview-form")
    keyboard.tab_to("Ask in your own words")
    keyboard.write("What would you like to be different when we are done?")
    keyboard.press("Enter")
    expect(form.locator(".gs-talk > li")).to_have_count(2)
    expect(form.locator('[data-gs="meant"]')).to_contain_text("Understood as")
    keyboard.tab_to("Or choose a question", tag="input")
    keyboard.tab_to("", tag="button")
    keyboard.press("Enter")
    expect(form.locator(".gs-talk > li")).to_have_count(3)
    keyboard.tab_to("End the interview")
    keyboard.press("Enter")
    expect(form.locator(".gs-debrief-title")).to_be_focused()
    expect(form.locator(".gs-debrief-title + *")).to_contain_text("suicide")
    keyboard.tab_to("Go on asking")
    keyboard.press("Enter")
    expect(page.get_by_label("Ask in your own words")).to_be_focused()
    keyboard.write("Have you had thoughts of killing yourself?")
    keyboard.press("Enter")
    expect(form.locator(".gs-talk > li")).to_have_count(4)
    keyboard.tab_to("Your own notes")
    keyboard.write("She hums when she forgets herself.")


def scores(page, keyboard):
    """Add up the PHQ-9, after the answer to its last item."""
    form = page.locator(".gs-measure-form")
    expect(form.locator('[data-gs="crisis"]')).to_contain_text(LINE)
    question = "What do you do next? Tick everything that you would do."
    for step in ("Ask directly", "Write a safety plan", "Write down", "Talk it over"):
        keyboard.tab_to(f"{question} {step}")
        keyboard.press("Space")
    keyboard.tab_to("See the reasons")
    keyboard.press("Enter")
    expect(form.locator('[data-gs="next-told"]')).to_contain_text("that is what comes next")
    keyboard.tab_to("Total of the PHQ-9, intake")
    keyboard.write("17")
    keyboard.tab_to("Severity band of the PHQ-9")
    keyboard.choose("moderately")
    keyboard.tab_to("Check")
    keyboard.press("Enter")
    expect(form.locator(".gs-score-chart[role=img]")).to_be_visible(timeout=60_000)
    expect(form.locator(".gs-score-table")).to_contain_text("moderately severe")


def plan(page, keyboard):
    """Rank the problems, write a goal and an objective, and use what the editor offers on the way."""
    keyboard.tab_to("Move problem 3 up")
    keyboard.press("Enter")
    expect(page.locator(".gs-problem-row").nth(1)).to_contain_text("Stays in bed")
    expect(page.get_by_role("button", name="Move problem 2 up")).to_be_visible()
    keyboard.tab_to("Decision, problem 2", back=True)
    keyboard.choose("Now")
    keyboard.tab_to("Reason, problem 2")
    keyboard.write("The mornings are where the day is lost.")

    keyboard.tab_to("Goal 1", tag="textarea")
    keyboard.write(GOAL)
    goal = page.locator('[data-gs="statement"]').first
    expect(goal.locator('[data-gs="level-T"]')).to_have_attribute("data-level", "3")
    keyboard.press("ControlOrMeta+Home", "ArrowRight")
    expect(goal.locator('[data-gs="explain-mark"]')).to_contain_text("counts for")
    glossary(page, keyboard)

    keyboard.tab_to("Problem, Goal 1")
    keyboard.choose("Stays")
    keyboard.tab_to("Measure, Goal 1")
    keyboard.choose("PHQ")
    keyboard.tab_to("From the interview and the case, Goal 1")
    keyboard.tab_to("Quote it for Goal 1")
    keyboard.press("Enter")
    expect(page.get_by_label("In the client's own words, Goal 1")).not_to_have_value("")
    keyboard.tab_to("Objective 1.1", tag="textarea")
    keyboard.write(STEP)
    expect(page.locator(".gs-thread")).to_contain_text("out of bed by 9:30")
    undo(page, keyboard)


def glossary(page, keyboard):
    """One key away, at the word under the cursor, and back again."""
    keyboard.press("F1")
    dialog = page.locator('[data-gs="glossary"]')
    expect(dialog).to_be_visible()
    expect(dialog.locator(".gs-term:visible")).to_have_count(1)
    expect(dialog).to_contain_text("Nine questions on depression")
    assert violations(page, ".gs-glossary") == {}
    keyboard.press("Escape")
    expect(page.get_by_label("Goal 1", exact=True)).to_be_focused()


def undo(page, keyboard):
    """A deleted objective comes back, and the keyboard stays where it was pressed."""
    keyboard.tab_to("Delete Objective 1.1", back=True)
    keyboard.press("Enter")
    expect(page.locator(".gs-undo")).to_be_focused()
    expect(page.get_by_label("Objective 1.1", exact=True)).to_have_count(0)
    keyboard.press("Enter")
    expect(page.get_by_label("Objective 1.1", exact=True)).to_have_value(STEP)


def later_session(page, keyboard, stage):
    """Decide everything that one session asks for, and commit it."""
    keyboard.tab_to(f"Open session {stage.session}")
    keyboard.press("Enter")
    expect(page.locator(f".gs-stage-{stage.id} .gs-stage-title")).to_be_focused()
    for choice in [one for one in stage.choices if one.kind == "first"]:
        pick(keyboard, choice.ask)
    for name in stage.readings:
        pick(keyboard, f"{name}: ")
    pick(keyboard, "Decision, Objective 1.1")
    keyboard.press("ArrowRight")
    keyboard.tab_to("Reason, Objective 1.1")
    keyboard.write(f"The session brought: {next(one.data for one in stage.threads if one.problem == 'inactivity')}")
    for choice in [one for one in stage.choices if one.kind != "first"]:
        pick(keyboard, choice.ask)
    keyboard.tab_to("What you changed and why")
    keyboard.write("Nothing yet: the step goes on as it is.")
    expect(page.locator(f'[data-gs="missing-{stage.id}"]')).to_contain_text("Nothing is missing")
    keyboard.tab_to("Commit this session")
    keyboard.press("Enter")
    expect(page.locator(f'[data-gs="committed-{stage.id}"]')).to_contain_text("Committed on")


def pick(keyboard, legend):
    """Choose the first answer to a question."""
    keyboard.tab_to(legend[:60], tag="input")
    keyboard.press("Space")
