"""Which of the case's problems comes now, which later, and which is referred on, each with a reason."""

from html import escape

import ipywidgets as w

from goalsmith.model import PresentingProblem
from goalsmith.widgets.fields import choice_field, row, text_field
from goalsmith.widgets.statement_form import Actions

_DECISIONS = [("Not decided", ""), ("Now", "now"), ("Later", "later"), ("Refer", "refer")]


class ProblemsForm(w.VBox):
    """One row for each presenting problem of the case."""

    def __init__(self, actions: Actions) -> None:
        """Draw the decisions that the plan holds."""
        problems = actions.session.case.presenting_problems
        rows = [ProblemRow(number, problem, actions) for number, problem in enumerate(problems, 1)]
        super().__init__([w.HTML("<h3>Problems: what comes first?</h3>"), *rows])
        self.rows = rows
        self.add_class("gs-problems-form")


class ProblemRow(w.HBox):
    """One problem, what was decided on it, and why."""

    def __init__(self, number: int, problem: PresentingProblem, actions: Actions) -> None:
        """Draw `problem`; its `number` tells its two controls from those of the others."""
        self._actions = actions
        self._row = actions.session.decision(problem.id)
        name = w.HTML(f"<p><b>{number}.</b> {escape(problem.text)}</p>")
        name.add_class("gs-problem-text")
        self.decision = choice_field(f"Decision on {number}", _DECISIONS, self._row.decision or "", self._set_decision)
        self.reason = text_field(
            f"Reason for {number}", self._row.reason, self._set_reason, hint="why now, later or elsewhere"
        )
        self.reason.add_class("gs-wide")
        self.problem_id = problem.id
        self.fields = {"decision": self.decision, "reason": self.reason}
        super().__init__([name, row(*self.fields.values(), name="gs-fields-row")])
        self.add_class("gs-problem-row")
        self.add_class(f"gs-problem-{problem.id}")

    def _set_decision(self, value: str) -> None:
        self._row.decision = value or None
        self._actions.decided(self._row)

    def _set_reason(self, value: str) -> None:
        self._row.reason = value
        self._actions.decided(self._row)
