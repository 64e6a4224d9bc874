"""What was deleted last, and the way back."""

from collections.abc import Callable
from typing import Protocol

import ipywidgets as w

from goalsmith.widgets.fields import button
from goalsmith.widgets.timed_line import TimedLine


class Named(Protocol):
    """Something that was taken out, with what the page called it."""

    @property
    def label(self) -> str:
        """What the page called it."""


class UndoBar(w.HBox):
    """Hidden until something is deleted: "Goal 2 deleted. Undo"."""

    def __init__(self, undo: Callable[[], None], dismiss: Callable[[], None]) -> None:
        """Call `undo` or `dismiss` when asked."""
        self.line = TimedLine(key="deleted")
        self.undo = button("Undo", undo, "gs-undo")
        self.dismiss = button("Dismiss", dismiss, "gs-quiet", "gs-dismiss", tooltip="Dismiss this message")
        super().__init__([self.line, self.undo, self.dismiss])
        self.add_class("gs-undo-bar")
        self.show(None)

    def show(self, last: Named | None) -> None:
        """Offer to bring `last` back, or hide."""
        self.layout.display = "flex" if last else "none"
        if last:
            self.undo.tooltip = f"Bring {last.label} back"
            self.line.say(f"{last.label} deleted.")
