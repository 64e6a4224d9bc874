"""The safety part of a plan, for a case that carries risk."""

from html import escape

import ipywidgets as w

from goalsmith.widgets.fields import row, text_field
from goalsmith.widgets.help_bar import explained
from goalsmith.widgets.statement_form import Actions

# The parts of a safety plan as in Stanley & Brown 2012, and who reassesses when.
PARTS = {
    "reassessed_by": "Who reassesses the risk",
    "reassessed_when": "When it is reassessed",
    "warning_signs": "Warning signs",
    "own_coping": "What the client can do alone",
    "people_and_places": "People and places that distract",
    "helpers": "People to ask for help",
    "professionals": "Professionals and services",
    "means": "Access to means",
}


_BEGINNERS = (
    "Where somebody may come to harm, the plan says who looks at the risk again and when, and what the client can do "
    "in the hour when it rises. The parts below are those of a safety plan. You write them together with the client."
)


class SafetyForm(w.VBox):
    """One text area for each part of the safety plan."""

    def __init__(self, actions: Actions) -> None:
        """Draw the parts that the plan holds, below the risks of the case."""
        self._actions = actions
        self.fields: dict[str, w.Widget] = {}
        self._grid = row(name="gs-safety-grid")
        risks = "".join(f"<li>{escape(risk.text)}</li>" for risk in actions.session.case.risk)
        super().__init__([w.HTML(f"<h3>Safety</h3><ul>{risks}</ul>"), explained(_BEGINNERS), self._grid])
        self.add_class("gs-safety-form")
        self.redraw()

    def redraw(self) -> None:
        """Draw every field anew from the plan."""
        safety = self._actions.session.plan.safety
        self.fields = {
            name: text_field(label, getattr(safety, name), lambda value, name=name: self._set(name, value), lines=2)
            for name, label in PARTS.items()
        }
        self._grid.children = list(self.fields.values())
        self._actions.keep_drafts("safety", self.fields)

    def _set(self, name: str, value: str) -> None:
        setattr(self._actions.session.plan.safety, name, value)
        self._actions.plan_changed()
