"""Driving a notebook in JupyterLab as a person would, plus what no person sees: that the kernel is ready."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

READY = """() => {
  const panel = window.jupyterapp?.shell?.currentWidget;
  const context = panel?.sessionContext;
  const kernel = context?.session?.kernel;
  return Boolean(context?.isReady && kernel?.status === 'idle' && kernel?.connectionStatus === 'connected');
}"""


class Notebook:
    """One notebook open in a page of JupyterLab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.goto(f"{url}&reset")  # without the tabs that an earlier page left open
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        self.page.wait_for_function(READY, timeout=90_000)

    def start(self) -> None:
        """Press Start and wait for the plan editor, or for the reviews in a notebook of reviews."""
        self.page.get_by_role("button", name="Start", exact=True).click()
        expect(self.page.locator(".gs-plan-editor, .gs-review-form").first).to_be_visible(timeout=60_000)

    def reload(self) -> None:
        self.page.reload()
        self.wait_until_ready()

    def restart_kernel(self) -> None:
        self.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
        self.wait_until_ready()

    def box(self, label: str):
        return self.page.get_by_label(label, exact=True)

    def write(self, label: str, text: str) -> None:
        """Replace the words of a statement, key by key."""
        box = self.box(label)
        box.click()
        box.press("ControlOrMeta+a")
        box.press_sequentially(text, delay=5)


def dark_theme(page: Page) -> None:
    """Turn the lights off."""
    _theme(page, "JupyterLab Dark", "false")


def light_theme(page: Page) -> None:
    """Turn the lights on."""
    _theme(page, "JupyterLab Light", "true")


def _theme(page: Page, name: str, light: str) -> None:
    page.evaluate("name => void window.jupyterapp.commands.execute('apputils:change-theme', {theme: name})", name)
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
    page.wait_for_timeout(500)  # the style sheet of the theme comes after its name


def violations(page: Page, scope: str) -> dict[str, str]:
    """What axe-core finds below the first element that matches `scope`: each rule with the first place."""
    expect(page.locator(scope).first).to_be_attached()
    found = Axe().run(page, context=scope).response["violations"]
    return {one["id"]: f"{one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary'][:300]}" for one in found}
