"""From one widget of the page to another: to the learner's plan."""

from pathlib import Path

import anywidget
import traitlets

PLAN = ".gs-revision"
"""The class of the widget that holds the revised plan."""


class PageMover(anywidget.AnyWidget):
    """Draws nothing. Brings the first element that matches `target` into view and gives its first field the focus."""

    _esm = Path(__file__).parent / "page_mover.js"

    target = traitlets.Unicode().tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)

    def to_plan(self) -> None:
        """Go to the plan of the page."""
        with self.hold_sync():
            self.target = PLAN
            self.count += 1
