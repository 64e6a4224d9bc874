"""The text box of one goal or objective, with its evidence marked as it is typed."""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style
from goalsmith.widgets.feedback import Message


class StatementEditor(anywidget.AnyWidget):
    """A text box over a mirrored layer of marks.

    `edit` is `{text, revision}` and comes from the browser at a pause, and every 2 s while typing. `feedback` is the
    answer: what `goalsmith.widgets.feedback` draws, with the `revision` it belongs to, `saved_at` (seconds since 1970)
    and `problem` (why it could not be saved). A text counts as saved once the answer to its revision is here.
    """

    _esm = script("statement.js")
    _css = style("statement.css")

    statement_id = traitlets.Unicode().tag(sync=True)
    kind = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    plan_path = traitlets.Unicode().tag(sync=True)
    # The browser knows what it sent: an echo of every text would only double the traffic.
    edit = traitlets.Dict({"text": "", "revision": 0}).tag(sync=True, echo_update=False)
    feedback = traitlets.Dict().tag(sync=True)

    def on_edit(self, changed: Callable[[str], None]) -> None:
        """Call `changed` with the new words whenever the learner has written."""
        self.observe(lambda change: changed(change["new"]["text"]), names="edit")

    def answer(self, shown: Message, saved_at: float, problem: str) -> None:
        """Show `shown` for the text that is here now."""
        state: dict[str, Any] = {"revision": self.edit["revision"], "saved_at": saved_at, "problem": problem}
        self.feedback = {**shown, **state}
