"""Undo and Redo for the whole plan, with a line that says what went and what came back."""

from collections.abc import Callable

import ipywidgets as w

from goalsmith.widgets.changes import Timeline
from goalsmith.widgets.fields import button
from goalsmith.widgets.timed_line import TimedLine


class ChangesBar(w.HBox):
    """Two buttons that name what they would do. Typing in a text box has the browser's own undo as well."""

    def __init__(self, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        """Call `undo` or `redo` when asked."""
        self.undo = button("Undo", undo, "gs-undo")
        self.redo = button("Redo", redo, "gs-redo")
        self.line = TimedLine(key="changed")
        super().__init__([self.undo, self.redo, self.line])
        self.add_class("gs-changes-bar")

    def refresh(self, timeline: Timeline) -> None:
        """Name what each button would do; one that would do nothing is disabled."""
        for control, change in ((self.undo, timeline.undoes), (self.redo, timeline.redoes)):
            control.disabled = change is None
            control.tooltip = (
                f"{control.description}: {change.what}" if change else f"Nothing to {control.description.lower()}"
            )
