"""The prepared questions to choose from, one kind at a time, with what the kind is for."""

from collections.abc import Callable

import anywidget
import traitlets

from goalsmith.model import POOR_KINDS
from goalsmith.widgets.assets import script, style
from goalsmith.widgets.interview_session import InterviewSession

_OTHER = {
    "kind": "other",
    "name": "Other ways to ask",
    "purpose": "These are asked in practice too. Try one if you like, and see what comes of it.",
    "works": "When you look back at the end, you read what makes each of them work or not.",
}


class InterviewPicker(anywidget.AnyWidget):
    """Questions in `groups`: `kind`, `name`, `purpose`, `works` and its `questions` with `id`, `text` and `asked`.

    Poor questions stand together under a name that does not give them away. `sent` is the id of the one pressed.
    """

    _esm = script("interview_picker.js")
    _css = style("interview_picker.css")

    groups = traitlets.List(traitlets.Dict()).tag(sync=True)
    sent = traitlets.Dict().tag(sync=True, echo_update=False)

    def __init__(self, session: InterviewSession, changed: Callable[[], None]) -> None:
        """Offer what can be asked in `session` now; call `changed` after every question."""
        super().__init__()
        self._session, self._changed = session, changed
        self.refresh()

    def refresh(self) -> None:
        """Offer what can be asked by now."""
        offered, asked = self._session.offered(), {one.question for one in self._session.exchanges}
        rows = [(one.kind, {"id": one.id, "text": one.ask, "asked": one.id in asked}) for one in offered]
        kinds = [one for one in self._session.kinds.kinds if one.kind not in POOR_KINDS]
        groups = [
            {"kind": one.kind, "name": one.name, "purpose": one.purpose, "works": one.works}
            | {"questions": [row for kind, row in rows if kind == one.kind]}
            for one in kinds
        ]
        groups.append(_OTHER | {"questions": [row for kind, row in rows if kind in POOR_KINDS]})
        self.groups = [one for one in groups if one["questions"]]

    @traitlets.observe("sent")
    def _pressed(self, change: dict) -> None:
        if self._session.ask(str(change["new"].get("id", ""))):
            self._changed()
