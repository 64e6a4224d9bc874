"""Going through a page by the keyboard alone: nothing is clicked, and what has the focus is known by its name."""

from playwright.sync_api import Page

# The accessible name, as far as our own controls need it: a label, aria-label, the words inside, or a title.
FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return ['', ''];
  const ids = (node.getAttribute('aria-labelledby') || '').split(' ');
  const by = ids.map((id) => document.getElementById(id)?.textContent ?? '');
  const label = node.labels?.length ? [...node.labels].map((one) => one.textContent).join(' ') : '';
  const answer = ['radio', 'checkbox'].includes(node.type);
  const group = answer ? node.closest('fieldset')?.querySelector('legend')?.textContent ?? '' : '';
  const name = node.getAttribute('aria-label') || by.join(' ').trim() || label || node.textContent || node.title || '';
  return [node.tagName.toLowerCase(), `${group} ${name}`.replace(/\\s+/g, ' ').trim()];
}"""


class Keyboard:
    """The keyboard of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def focused(self) -> tuple[str, str]:
        """The tag and the name of what has the focus."""
        tag, name = self.page.evaluate(FOCUSED)
        return tag, name

    def tab_to(self, name: str, *, tag: str = "", most: int = 250, back: bool = False) -> None:
        """Press Tab, or Shift+Tab, until something whose name begins with `name` has the focus."""
        passed = []
        for _ in range(most):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            found = self.focused()
            if found[1].startswith(name) and (not tag or found[0] == tag):
                return
            passed.append(found[1][:40])
        raise AssertionError(f"{most} times Tab do not lead to {name}; on the way: {passed[-40:]}")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Replace what stands in the field that has the focus."""
        self.press("ControlOrMeta+a")
        self.page.keyboard.type(text, delay=2)

    def choose(self, letter: str) -> None:
        """Choose in a list the first entry that begins with `letter`, as people do: by typing."""
        self.page.keyboard.type(letter)
