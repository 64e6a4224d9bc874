"""A quiet measure of the time that a reviewer gives a plan. It never hurries anybody."""

from collections.abc import Callable

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style

EXPECTED = 20
"""Minutes that a plan takes about, as the round's expected hours are counted."""


class ReviewClock(anywidget.AnyWidget):
    """Shows "about 12 of 20 minutes". It counts while the plan is in view and there is some activity.

    `spent` comes from the browser: the minutes counted on this page so far.
    """

    _esm = script("review_clock.js")
    _css = style("review_clock.css")

    minutes = traitlets.Float(0.0).tag(sync=True)
    expected = traitlets.Int(EXPECTED).tag(sync=True)
    spent = traitlets.Float(0.0).tag(sync=True)

    def __init__(self, minutes: float, passed: Callable[[float], None]) -> None:
        """Begin with `minutes`; call `passed` with every further stretch, in minutes."""
        super().__init__(minutes=minutes)
        self._passed = passed

    @traitlets.observe("spent")
    def _count(self, change: dict) -> None:
        more = change["new"] - change["old"]
        # A page counts a quarter of a minute at a time; anything else is no measured time.
        if 0 < more <= 1:
            self._passed(more)
