"""From one widget of the page to another: to the learner's plan, or to a statement of it."""

from pathlib import Path

import anywidget
import traitlets

PLAN = ".gs-revision"
"""The class of the widget that holds the revised plan."""


class PageMover(anywidget.AnyWidget):
    """Draws nothing. Brings the plan into view and gives the focus to the statement of that id, or to a first field."""

    _esm = Path(__file__).parent / "page_mover.js"

    place = traitlets.Unicode(PLAN).tag(sync=True)
    statement = traitlets.Unicode().tag(sync=True)
    count = traitlets.Int(0).tag(sync=True)

    def to_plan(self, statement: str = "") -> None:
        """Go to the plan of the page, to the statement of that id where it is given."""
        with self.hold_sync():
            self.statement = statement
            self.count += 1
