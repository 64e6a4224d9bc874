"""Driving a notebook in JupyterLab as a person would, plus what no person sees: that the kernel is ready."""

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
        """Press Start and wait for the plan editor."""
        self.page.get_by_role("button", name="Start", exact=True).click()
        expect(self.page.locator(".gs-editor")).to_be_visible(timeout=60_000)

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
