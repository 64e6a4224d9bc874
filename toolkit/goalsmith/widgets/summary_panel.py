"""The head of the editor: how far the plan is, one next step, and the others behind a button."""

import ipywidgets as w

from goalsmith.model import PlanAssessment
from goalsmith.widgets.fields import button
from goalsmith.widgets.session import EditSession
from goalsmith.widgets.summary import more_html, next_steps, summary_html


class SummaryPanel(w.VBox):
    """One next step at a time; whoever wants all of them opens the list, which stays open."""

    def __init__(self, session: EditSession) -> None:
        """Show the plan of `session`."""
        self._session = session
        self.head, self.more = w.HTML(), w.HTML()
        self.toggle = button("", self._turn, "gs-quiet", "gs-more-steps")
        self._open = False
        super().__init__([self.head, self.toggle, self.more])
        self.add_class("gs-summary")

    def refresh(self, assessment: PlanAssessment) -> None:
        """Show this judgement of the plan."""
        session = self._session
        self.head.value = summary_html(session.case, session.plan, assessment, session.live, session.knowledge)
        others = len(next_steps(assessment)) - 1 if session.live == "full" else 0
        self.toggle.layout.display = None if others > 0 else "none"
        steps = f"{others} more step{'' if others == 1 else 's'}"
        self.toggle.description = f"Hide {steps}" if self._open else f"Show {steps}"
        self.toggle.tooltip = f"{self.toggle.description} for the plan"
        self.more.value = more_html(assessment) if self._open and others > 0 else ""

    def _turn(self) -> None:
        self._open = not self._open
        self.refresh(self._session.assess_plan())
