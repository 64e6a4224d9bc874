"""A private word to the supervisor about a plan. Nobody else reads it."""

from collections.abc import Callable

import ipywidgets as w

from goalsmith.model import PrivateFlag
from goalsmith.widgets.fields import choice_field, text_field

KINDS = [
    ("Nothing to tell", ""),
    ("The text may be unsafe", "unsafe"),
    ("It looks like a real person's data", "real-client"),
]


class FlagForm(w.VBox):
    """The kind of the flag and a text, which shows once there is a kind."""

    def __init__(self, flag: PrivateFlag | None, told: Callable[[str, str], None]) -> None:
        """Show `flag`; call `told` with its kind and text whenever either changes."""
        self._told = told
        self.kind = choice_field("Tell your supervisor alone", KINDS, flag.kind if flag else "", lambda _: self._tell())
        self.text = text_field(
            "What should your supervisor know?", flag.text if flag else "", lambda _: self._tell(), lines=2
        )
        self.fields = {"kind": self.kind, "text": self.text}
        super().__init__([self.kind, self.text])
        self.add_class("gs-flag-form")
        self._draw()

    def lock(self, locked: bool) -> None:
        """Say whether it can be changed."""
        for field in self.fields.values():
            field.disabled = locked

    def _tell(self) -> None:
        self._draw()
        self._told(self.kind.value, self.text.value)

    def _draw(self) -> None:
        self.text.layout.display = None if self.kind.value else "none"
