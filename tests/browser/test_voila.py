"""Practice without a course, in Voila: plain pages in a real browser, by the keyboard alone."""

import json
import re
import time

import psutil
import pytest
from keyboard import Keyboard
from notebook_page import violations
from playwright.sync_api import expect

from goalsmith.practice import Voila, free_port
from goalsmith.practice.folder import WELCOME, make_practice
from goalsmith.store import PlanStore, load_exemplars

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASE = "gad-maya"
FOLLOWUP = f"{CASE}-followup"
THEMES = ("light", "dark")
FULL = "ocd-daniel"
FIRST, LATER = (f"{name}/{name}.ipynb" for name in (CASE, FOLLOWUP))
PAGES = (WELCOME, *(f"{name}/{name}.ipynb" for name in (FULL, f"{FULL}-followup")))
VAGUE = "I just want to feel better"
SMART = "Reduce GAD-7 from 16 to 9 or lower by session 12 so that worry no longer keeps Maya awake"


class Running:
    """Voila on a folder for practice."""

    def __init__(self, practice, voila, process):
        self.practice, self.voila, self.process = practice, voila, process

    def plan(self, name=CASE):
        path = self.practice.root / name / f"{CASE}.plan.json"
        return json.loads(path.read_text("utf-8")) if path.is_file() else {}

    def kernels(self):
        """How many kernels run for the server."""
        alive = [one for one in psutil.Process(self.process.pid).children() if one.status() != psutil.STATUS_ZOMBIE]
        return sum(any("ipykernel" in word for word in one.cmdline()) for one in alive)


@pytest.fixture(scope="module")
def running(tmp_path_factory, browser):
    practice = make_practice(tmp_path_factory.mktemp("practice") / "mine", [CASE, FULL])
    # The pages that are looked at hold a whole plan.
    strong = next(one.plan for one in load_exemplars(FULL).exemplars if one.id == "strong")
    PlanStore(practice.root / FULL, FULL).save(strong)
    voila = Voila(practice.root, free_port())
    with voila.running(practice.home) as process:
        yield Running(practice, voila, process)


@pytest.fixture
def page(browser, request):
    options = getattr(request, "param", {})
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    page = context.new_page()
    page.asked = []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("websocket", lambda socket: page.asked.append(socket.url))
    yield page
    assert page.asked
    assert not [url for url in page.asked if not re.match(r"(http|ws)://127\.0\.0\.1:|(data|blob):", url)]
    context.close()


def opened(page, running, name):
    """Open a page, and wait until it is all there."""
    page.goto(running.voila.page(name))
    ready(page, name)


def ready(page, name):
    expect(page.locator("#rendered_cells")).to_be_visible(timeout=60_000)
    if name != WELCOME:
        expect(page.locator(".gs-plan-editor")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(1000)  # widgets above go on growing for a moment


def until(condition):
    deadline = time.monotonic() + 15
    while not condition():
        assert time.monotonic() < deadline, condition
        time.sleep(0.1)


def test_from_the_first_page_to_a_saved_plan_by_the_keyboard_alone(running, page):
    keys = Keyboard(page)
    opened(page, running, WELCOME)
    keys.press("Tab")
    assert keys.focused()[1] == "Skip to the page"
    keys.press("Enter")
    keys.tab_to("The first sessions", tag="a")
    keys.press("Enter")
    ready(page, FIRST)
    expect(page).to_have_title(re.compile("^Maya"))

    # No code, and nothing of JupyterLab or of a course.
    expect(page.get_by_text("from goalsmith.widgets")).to_have_count(0)
    for name in ("Start", "Submit"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)
    assert page.evaluate("window.scrollY") == 0

    keys.tab_to("Goal 1", tag="textarea")
    keys.write(VAGUE)
    goal = page.locator('[data-gs="statement"]').first
    expect(goal.locator('[data-gs="level-S"]')).to_have_attribute("data-level", "0")
    keys.write(SMART)
    for letter in "MT":
        expect(goal.locator(f'[data-gs="level-{letter}"]')).to_have_attribute("data-level", "3")
    until(lambda: running.plan().get("goals", [{}])[0].get("text") == SMART)

    # It is there again after a reload, and it goes along to the later sessions.
    page.reload()
    ready(page, FIRST)
    expect(page.get_by_label("Goal 1", exact=True)).to_have_value(SMART)
    page.keyboard.press("Home")
    keys.tab_to("All cases", tag="a")
    keys.press("Enter")
    ready(page, WELCOME)
    keys.tab_to("The later sessions", tag="a")
    keys.press("Enter")
    ready(page, LATER)
    expect(page.get_by_text("has been brought here")).to_be_visible()
    expect(page.get_by_label("Goal 1", exact=True)).to_have_value(SMART)
    assert running.plan(FOLLOWUP)["goals"][0]["text"] == SMART


def test_a_page_that_was_left_leaves_no_kernel_behind(running, page):
    before = running.kernels()  # a closed test ends its page without the page's knowing
    for _ in range(2):
        opened(page, running, FIRST)
        assert running.kernels() > before
    page.goto("about:blank")
    until(lambda: running.kernels() == before)


@pytest.mark.parametrize("page", [{"viewport": {"width": width, "height": 740}} for width in (320, 360)], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(running, page, name):
    opened(page, running, name)
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollHeight") > 740  # the window scrolls, not a box inside it


@pytest.mark.parametrize("page", [{"color_scheme": scheme} for scheme in THEMES], ids=THEMES, indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_the_theme_is_the_machine_s_own(running, page, name):
    opened(page, running, name)
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", str(not dark).lower())
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", ground)[:3])) < 200) == dark
    assert violations(page, "html") == {}


def test_the_address_without_a_page_leads_to_the_cases(running, page):
    page.goto(running.voila.url(""))
    expect(page.get_by_role("heading", name="Practise on your own")).to_be_visible(timeout=60_000)


def test_a_mark_explains_itself_under_the_pointer_and_a_template_opens_at_its_first_gap(running, page):
    opened(page, running, PAGES[1])
    page.get_by_label("Goal 1", exact=True).fill(SMART)
    goal = page.locator('[data-gs="statement"]').first
    mark = goal.locator("mark", has_text="session 12").first
    expect(mark).to_be_attached()
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(goal.locator('[data-gs="explain-mark"]')).to_have_text(
        "\u201csession 12\u201d: by when; it counts for Time-bound"
    )

    page.get_by_label("Objective 1.1", exact=True).fill("")
    keys = Keyboard(page)
    page.get_by_label("Objective 1.1", exact=True).focus()
    keys.tab_to("Start from a template for Objective 1.1")
    keys.press("Enter")
    keys.tab_to("Template, Objective 1.1")
    keys.press("ArrowDown")
    keys.tab_to("Use it for Objective 1.1")
    keys.press("Enter")
    expect(page.get_by_label("Objective 1.1", exact=True)).to_be_focused()
    chosen = (
        "() => { const box = document.activeElement; return box.value.slice(box.selectionStart, box.selectionEnd); }"
    )
    until(lambda: page.evaluate(chosen) == "[by when]")
    page.keyboard.type("session 4")
    keys.tab_to("Next gap")
    keys.press("Enter")
    expect(page.get_by_label("Objective 1.1", exact=True)).to_be_focused()
    gap = page.evaluate(chosen)
    assert (gap[0], gap[-1]) == ("[", "]")
    assert gap != "[by when]"
