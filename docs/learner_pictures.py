"""Takes the pictures of docs/learner.md: each widget in the light and in the dark, in a real JupyterLab.

    python docs/learner_pictures.py [NAME ...]

Everything is done as a learner does it, in a practice folder of its own. Look at the pictures before you commit them.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from goalsmith.practice.folder import make_practice
from goalsmith.practice.lab import Lab
from goalsmith.practice.server import free_port

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "browser"))
from notebook_page import Notebook, dark_theme, light_theme

TO = Path(__file__).parent / "images" / "learner"
CASE = "mdd-ruth"
GOAL = "Ruth sings with others and looks after her garden again, PHQ-9 from 17 to 9 or lower by session 14"
STEP = "By session 6 Ruth is out of bed by 9:30 on 4 of 7 mornings, noted in her diary (now 2)"
SINGING = "Stopped choir, gardening and seeing friends eight months ago"
VAGUE = "Ruth will try to sing more"


class Studio:
    """One page of JupyterLab and what is pictured on it."""

    def __init__(self, page: Page, wanted: set[str]) -> None:
        """Picture what `wanted` names; everything where it is empty."""
        self.page, self.wanted = page, wanted

    def picture(self, name: str, place: Locator, *, height: int = 0) -> None:
        """Picture `place` in both themes; no more of it than `height` pixels from its top where that is given."""
        if self.wanted and name not in self.wanted:
            return
        for word, theme in (("dark", dark_theme), ("light", light_theme)):
            theme(self.page)
            place.scroll_into_view_if_needed()
            place.evaluate("node => node.scrollIntoView({block: 'start'})")
            self.page.wait_for_timeout(500)
            path = TO / f"{name}-{word}.png"
            if height:
                box = place.bounding_box()
                clip = {**box, "height": min(height, box["height"])}
                self.page.screenshot(path=str(path), clip=clip)
            else:
                place.screenshot(path=str(path))
            print(path.name)


def plan_notebook(studio: Studio, lab: Lab) -> None:
    """The first sessions: interview, measures, plan."""
    page = studio.page
    notebook = Notebook(page, lab.url(f"lab/tree/{CASE}/{CASE}.ipynb"))
    page.set_viewport_size({"width": 1180, "height": 1900})
    page.evaluate("void window.jupyterapp.commands.execute('application:toggle-left-area')")
    notebook.start()
    page.wait_for_timeout(4000)
    interview(studio)
    measures(studio)
    plan(studio, notebook)


def interview(studio: Studio) -> None:
    """A few questions, then the look back."""
    page = studio.page
    box = page.get_by_label("Ask in your own words")
    for question in (
        "What would you like to be different when we are done?",
        "What does an ordinary day look like?",
        "Have you had thoughts of killing yourself?",
    ):
        box.fill(question)
        box.press("Enter")
        page.wait_for_timeout(1500)
    form = page.locator(".gs-interview-form")
    studio.picture("interview", form)
    page.get_by_role("button", name="End the interview").click()
    page.wait_for_timeout(1500)
    studio.picture("debrief", page.locator(".gs-debrief"), height=900)


def measures(studio: Studio) -> None:
    """Item 9 of the PHQ-9, then the score."""
    page, form = studio.page, studio.page.locator(".gs-measure-form")
    for step in ("Ask directly", "Write a safety plan", "Have the client sign"):
        form.get_by_label(step).check()
    form.get_by_role("button", name="See the reasons").click()
    page.wait_for_timeout(1000)
    studio.picture("item-nine", form.locator(".gs-safety-item"))
    form.get_by_label("Have the client sign").uncheck()
    for step in ("Talk it over", "Write down"):
        form.get_by_label(step).check()
    form.get_by_label("Total of the PHQ-9").fill("17")
    form.get_by_label("Severity band").select_option("moderately severe")
    form.get_by_role("button", name="Check").click()
    form.locator(".gs-score-chart").wait_for(timeout=60_000)
    studio.picture("measures", form.locator(".gs-result"))


def plan(studio: Studio, notebook: Notebook) -> None:
    """The plan editor and what belongs to it."""
    page = studio.page
    page.get_by_role("button", name="Move problem 3 up").click()
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Move problem 2 up").click()
    page.wait_for_timeout(600)
    page.get_by_label("Decision, problem 1").select_option("Now")
    page.get_by_label("Reason, problem 1").fill("The mornings are where the day is lost.")
    page.get_by_label("Decision, problem 2").select_option("Now")
    page.get_by_label("Reason, problem 2").fill("Singing is what she misses most.")
    studio.picture("problems", page.locator(".gs-problems-form"))
    notebook.write("Goal 1", VAGUE)
    page.wait_for_timeout(3000)
    notebook.write("Goal 1", GOAL)
    page.get_by_label("Problem, Goal 1").select_option(label=SINGING)
    page.get_by_label("Measure, Goal 1").select_option("PHQ-9")
    page.get_by_label("Target, Goal 1").fill("9")
    page.get_by_role("button", name="Quote it for Goal 1").click()
    page.get_by_label("Confidence, 0 to 10, Goal 1").select_option("5")
    notebook.write("Objective 1.1", VAGUE)
    page.wait_for_timeout(3000)
    notebook.write("Objective 1.1", STEP)
    page.wait_for_timeout(2500)
    page.keyboard.press("ControlOrMeta+Home")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    studio.picture("plan", page.locator(".gs-main"), height=1350)
    page.get_by_role("button", name="earlier versions").click()
    page.wait_for_timeout(1500)
    studio.picture("versions", page.locator(".gs-versions"))
    page.get_by_role("button", name="Page for the client").click()
    page.wait_for_timeout(1200)
    studio.picture("client-page", page.locator(".gs-preview"))
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Glossary").click()
    page.wait_for_timeout(600)
    studio.picture("glossary", page.locator(".gs-glossary"))
    page.keyboard.press("Escape")


def later_sessions(studio: Studio, lab: Lab) -> None:
    """The first later session, and what the key says of it."""
    page = studio.page
    Notebook(page, lab.url(f"lab/tree/{CASE}-followup/{CASE}-followup.ipynb"))
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Open session").click(timeout=60_000)
    page.locator(".gs-stage-title").wait_for()
    page.wait_for_timeout(2500)
    form = page.locator(".gs-stage-form")
    studio.picture("session", form, height=1400)
    for group in form.locator("fieldset").all():
        group.locator("input").first.check()
    form.get_by_role("group", name="PHQ-9").get_by_label("No reliable change").check()
    form.get_by_label("What it is about, Objective 1.1").select_option(label="Stays in bed until noon five days a week")
    form.get_by_role("group", name="Decision, Objective 1.1").get_by_label("Continue").check()
    form.get_by_label("Reason, Objective 1.1").fill("Out of bed by 9:30 on 3 mornings where it was 2, and PHQ-9 14.")
    form.get_by_label("What you changed and why").fill("The step goes on; the target stays at 4 mornings.")
    page.wait_for_timeout(800)
    form.get_by_role("button", name="Commit this session").click()
    form.locator("[data-gs=outcome]").wait_for()
    studio.picture("session-key", form, height=1400)


def main() -> None:
    """Take every picture, or those that are named."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("The pictures need Chromium (Debian, Ubuntu: apt install chromium).")
    TO.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        made = make_practice(Path(place) / "practice", [CASE])
        lab = Lab(made.root, free_port())
        with lab.running(made.home, "--LabApp.expose_app_in_browser=True"):
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1180, "height": 1900}, reduced_motion="reduce")
            studio = Studio(page, set(sys.argv[1:]))
            steps: list[Callable[[Studio, Lab], None]] = [plan_notebook, later_sessions]
            for step in steps:
                step(studio, lab)
            browser.close()


if __name__ == "__main__":
    main()
