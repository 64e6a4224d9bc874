"""A whole round with seven learners and a supervisor, in real JupyterLab and nbgrader: from open to released feedback.

Three reviews each is the smallest round in which every guarantee holds. Two learners work in the browser, five in this
process; one delivers nothing and is replaced, and the reviews of one plan disagree.
"""

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from learner_folder import set_up
from notebook_page import Notebook, dark_theme, light_theme, violations
from playwright.sync_api import expect

from goalsmith.demo import Lab, free_port, lab_environment
from goalsmith.demo.cohort import Learner as SampleLearner
from goalsmith.demo.cohort import load_cohort
from goalsmith.grading import phases
from goalsmith.grading.course import new_course
from goalsmith.model import Calibration, Review, ReviewComment, ReviewFile
from goalsmith.peer.packets.fetch import fetch
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.practice.home import sign
from goalsmith.store import PlanStore, answer_store, read_packet, review_store
from goalsmith.widgets.review_session import ReviewSession

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASE, REVIEW, FOLLOWUP = "gad-maya", "gad-maya-review", "gad-maya-followup"
ASKED = ("S", "M", "A", "R", "T", "thread", "fit")
IN_BROWSER = ("ingrid", "jamal")
LATE = "noemi"
NAMES = ("ingrid", "jamal", "katya", "lorenzo", "mireille", LATE, "oluwaseun")
NOW = datetime(2027, 4, 2, 12, tzinfo=UTC)


class Course:
    """The course of the round, its learners' folders below one root, and the supervisor's command line."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder, self.home = root, root / "course", root / "jupyter"

    def learner(self, name: str) -> phases.Learner:
        return phases.Learner(name, self.root / "learners" / name, self.root / "caches" / name)

    def run(self, *command: str) -> str:
        """Run a command as the README says, in the course's folder."""
        done = subprocess.run(
            command, cwd=self.folder, env=lab_environment(self.home), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def peer(self, *words: str) -> str:
        return self.run(sys.executable, "-m", "goalsmith", "peer", *words)

    def config(self, name: str, assignment: str):
        return phases.learner_config(self.folder, self.learner(name), assignment)


@pytest.fixture(scope="module")
def course(tmp_path_factory, browser):
    made = Course(tmp_path_factory.mktemp("round"))
    new_course(made.folder)
    settings = made.folder / "course.yaml"
    lines = [line for line in settings.read_text().splitlines() if "live:" not in line or CASE in line]
    settings.write_text("\n".join(lines).replace("exchange: null", "exchange: ../exchange") + "\n")
    (made.root / "exchange").mkdir()
    (made.root / "exchange").chmod(0o777)
    phases.build(made.folder)
    for assignment in (CASE, REVIEW, FOLLOWUP):
        phases.generate(made.folder, assignment)
        phases.release(made.folder, assignment)
    for number, name in enumerate(NAMES):
        who = made.learner(name)
        set_up(made.folder, who)
        folder = phases.fetch(made.folder, who, CASE)
        PlanStore(folder, CASE).save(load_cohort().plan(SampleLearner(id=name, quality=number % 4)))
        phases.submit(made.folder, who, CASE)
    phases.collect(made.folder, CASE)
    assert not phases.grade(made.folder, CASE).failed
    return made


@pytest.fixture(scope="module")
def lab(course):
    lab = Lab(course.root, free_port())
    with lab.running(course.home, "--LabApp.expose_app_in_browser=True"):
        yield lab


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    yield page
    context.close()


def open_notebook(course, lab, page, name, assignment):
    """Fetch an assignment for a learner and open it as they do."""
    folder = phases.fetch(course.folder, course.learner(name), assignment)
    sign(folder / f"{assignment}.ipynb", course.home)
    Notebook(page, lab.url(f"lab/tree/learners/{name}/{assignment}/{assignment}.ipynb"))
    page.get_by_role("button", name="Start", exact=True).click()
    return folder


def calibrate(folder):
    """Go through the sample plans; the browser test of the review notebook does it by hand."""
    run = ReviewSession(folder).calibration
    for exemplar in run.exemplars:
        for criterion in run.criteria(exemplar):
            run.choose(exemplar, criterion, exemplar.levels[criterion])
        run.compare(exemplar)


def pick(form, criterion, level):
    picker = form.locator(f'[data-gs="pick-{criterion}"]:visible')
    picker.locator(f'input[value="{level}"]').check()
    expect(picker).to_have_attribute("data-value", str(level))


def seen(level, reader):
    """Levels about `level`, as a reader sees them who does not give every criterion the same."""
    return {one: min(3, max(0, level + (at + reader) % 2)) for at, one in enumerate(ASKED)}


def review_in_browser(page, form, number, of, levels):
    """Review one plan: levels, two comments on words, a strength and a next step."""
    expect(form.get_by_role("heading", name=f"Plan {number} of {of}")).to_be_visible()
    for criterion, level in levels.items():
        pick(form, criterion, level)
    form.get_by_role("button", name="Commit levels").click()
    expect(form.locator('[data-gs="pick-S"]:visible input:checked')).to_be_focused()
    for at, place in enumerate(("g1", "g2"), 1):
        words = form.locator(f'[data-place="{place}"]:visible')
        words.focus()
        for key in ("ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
            page.keyboard.press(key)
        page.keyboard.press("Enter")
        expect(form.get_by_label(f"Comment {at}", exact=True)).to_be_focused()
        page.keyboard.type("Say by when. You could add the session in which you look at it again.")
    form.get_by_label("One strength", exact=True).fill("It keeps to what she came for.")
    form.get_by_label("One next step", exact=True).fill(f"From the browser: add one date to plan {number}.")
    form.get_by_role("button", name="Mark as finished").click()
    form.get_by_role("button", name="Go on", exact=True).click()


def review_in_process(course, name, levels):
    """What the review notebook would write, handed in for real. What was written before stays."""
    who = course.learner(name)
    folder = phases.fetch(course.folder, who, REVIEW)
    fetch(folder, course.config(name, REVIEW))
    store = review_store(folder, CASE)
    written = store.load()
    written.calibration = Calibration(rubric="x", finished_at=NOW)
    for plan in read_packet(folder).plans:
        if written.of(plan.id) is None:
            written.reviews.append(a_review(plan, levels(name, plan)))
    written.self_review = Review(plan="own", levels=dict.fromkeys(ASKED, 2))
    store.save(ReviewFile.model_validate(written.model_dump()))
    phases.submit(course.folder, who, REVIEW)


def a_review(plan, level):
    rows = [row for row in plan.plan.statements() if len(row.text) > 12]
    said = "Nobody could see when this is met. You could count it in her diary."
    comments = [
        ReviewComment(id=f"c{at}", place=row.id, start=0, end=9, quote=row.text[:9], criterion="M", text=said)
        for at, row in enumerate(rows[:2])
    ]
    levels = seen(level, sum(map(ord, plan.id)))
    return Review(plan=plan.id, first=levels, levels=levels, comments=comments, strength="Short and clear.",
                  next_step="From the process: name the evening.", minutes=18)  # fmt: skip


def author_of(course, pseudonym):
    with rounds_of(course.folder) as session:
        return next(p.learner for p in find_round(session, "course", CASE).people if p.pseudonym == pseudonym)


def pass_the_deadline(course):
    """Let the deadline be over, as it is a week later."""
    with rounds_of(course.folder) as session:
        find_round(session, "course", CASE).review_by = datetime.now(UTC) - timedelta(seconds=2)


def test_a_whole_round(course, lab, page):
    due = (datetime.now(UTC) + timedelta(days=7)).isoformat(timespec="seconds")
    told = course.peer("open", CASE, "--reviews", "3", "--due", due)
    assert "7 plans" in told
    assert "Given up" not in told

    # Two learners in the browser: get plans, review each, look at the own one, hand in.
    for reader, name in enumerate(IN_BROWSER):
        folder = phases.fetch(course.folder, course.learner(name), REVIEW)
        calibrate(folder)
        open_notebook(course, lab, page, name, REVIEW)
        form = page.locator(".gs-review-form")
        form.get_by_role("button", name="Get plans to review").click()
        expect(form.get_by_role("heading", name="Plan 1 of 3")).to_be_visible(timeout=60_000)
        for number in (1, 2, 3):
            # The first plan that the first of them reads is the one that readers will disagree on.
            low = reader == 0 and number == 1
            review_in_browser(page, form, number, 3, seen(0 if low else 1, number + reader))
        for criterion in ASKED:
            pick(form, criterion, 2)
        form.get_by_role("button", name="Submit").click()
        expect(page.locator('[data-gs="receipt"]')).to_contain_text(re.compile(r"Submitted \d"), timeout=60_000)
        text = page.locator("body").inner_text()
        assert not [other for other in NAMES if other != name and other in text.replace(name, "").lower()]

    # Four others in this process; they give one plan levels that lie far apart.
    torn = author_of(course, read_packet(course.learner(IN_BROWSER[0]).folder / REVIEW).plans[0].id)
    for name in NAMES:
        if name not in (*IN_BROWSER, LATE):
            review_in_process(course, name, lambda _n, plan: 3 if author_of(course, plan.id) == torn else 1)

    # One is late: others get the plans, each one more at most.
    pass_the_deadline(course)
    assert re.search(rf"{LATE}.*\b3\b", course.peer("status", CASE))
    told = course.peer("reassign", CASE, "--late", "--due", due)
    assert f"Late, so their open reviews go to others: {LATE}." in told
    assert told.count("New: ") == 3
    for name in NAMES:
        if name != LATE:
            review_in_process(course, name, lambda _n, plan: 3 if author_of(course, plan.id) == torn else 1)

    # The supervisor closes, settles the disagreement, and gives the results back.
    assert "21 of 21 reviews are in" in course.peer("close", CASE, "--early")
    listed = course.peer("adjudicate", CASE)
    assert f"disagreement, plan of {torn}" in listed
    assert "Next step: From the browser" in course.peer("adjudicate", CASE, torn)
    for author in re.findall(r"disagreement, plan of (\w+)", listed):
        course.peer("adjudicate", CASE, author, "--set", "S=2", "--set", "M=2", "--why", "Read beside the anchors.")
    assert "Released to 7 authors" in course.peer("release", CASE)
    course.run("nbgrader", "generate_feedback", CASE)
    course.run("nbgrader", "release_feedback", CASE)

    # One page has the engine, the peers and the supervisor, and no reviewer's name.
    author = course.learner(torn)
    feedback = phases.fetch_feedback(course.folder, author, CASE)
    page.goto(feedback.as_uri())
    shown = page.locator("main").inner_text()
    # A review that was passed on has a letter of its own, so the three need not be A, B and C.
    assert len(set(re.findall(r"Reviewer [A-Z]\b", shown))) == 3
    for words in (
        "From the browser",
        "From the process",
        "settled in peer",
        "set by your supervisor",
        "suggested by the rubric",
    ):
        assert words in shown
    assert not [other for other in NAMES if other != torn and other in shown.lower()]

    # The author answers, revises, and hands in; the supervisor takes it in.
    name = IN_BROWSER[0]
    folder = open_notebook(course, lab, page, name, FOLLOWUP)
    page.get_by_role("button", name="Get my reviews").click()
    expect(page.locator('[data-gs="reviewer"]')).to_have_count(3, timeout=60_000)
    for number in range(3):
        page.get_by_label("Your decision").nth(number).select_option("I take it")
        page.get_by_label("Why").nth(number).fill("Maya asked for that herself.")
    expect(page.locator('[data-gs="missing"]').first).to_have_text("Every next step is answered.")
    for theme in (dark_theme, light_theme):
        theme(page)
        assert violations(page, ".gs-answers") == {}
    notebook_box = page.get_by_label("Goal 1", exact=True)
    notebook_box.fill("Reduce GAD-7 from 16 to 9 or lower by session 12")
    expect(page.get_by_text(re.compile(r"^saved \d")).last).to_be_visible()
    page.get_by_role("button", name="Show what changed").click()
    expect(page.locator(".gs-change ins").first).to_be_visible()
    page.get_by_role("button", name="Submit").click()
    expect(page.locator('[data-gs="receipt"]')).to_contain_text(re.compile(r"Submitted \d"), timeout=60_000)
    assert [one.taken for one in answer_store(folder, CASE).load().answers] == ["yes"] * 3
    assert "1 author answered, 1 revised" in course.peer("followup", CASE)
