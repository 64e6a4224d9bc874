"""Which of the case's problems comes first, which later, and which is referred on, each with a reason."""

from collections.abc import Callable
from html import escape

import ipywidgets as w

from goalsmith.model import PresentingProblem
from goalsmith.widgets.fields import button, choice_field, column, name_fields, row, text_field
from goalsmith.widgets.help_bar import explained
from goalsmith.widgets.statement_form import Actions
from goalsmith.widgets.text import clean

_DECISIONS = [("Not decided", ""), ("Now", "now"), ("Later", "later"), ("Refer", "refer")]
_HEAD = "<h3>Problems: what comes first, and why?</h3>"
_BEGINNERS = (
    "Before the first goal, put the problems into an order and say what happens to each: <b>now</b> (this plan works "
    "on it), <b>later</b> (it waits, and you say for what) or <b>refer</b> (somebody else can help better). Safety "
    "comes before everything. After it, begin with what hurts most, or with what keeps the others going."
)


class ProblemsForm(w.VBox):
    """One row for each presenting problem of the case, in the order of the plan."""

    def __init__(self, actions: Actions) -> None:
        """Draw the decisions that the plan holds."""
        self._actions = actions
        self._rows: dict[str, ProblemRow] = {}
        self._list = column(name="gs-problem-list")
        self._next = w.HTML()
        super().__init__([w.HTML(_HEAD), explained(_BEGINNERS), self._list, self._next])
        self.add_class("gs-problems-form")
        self.redraw()

    @property
    def rows(self) -> list["ProblemRow"]:
        """The rows in the order of the page."""
        return list(self._list.children)

    def move(self, problem_id: str, by: int) -> None:
        """Move a problem up (-1) or down (+1)."""
        self._actions.ranked(problem_id, by)

    def redraw(self) -> None:
        """Draw every row anew from the plan."""
        actions = self._actions
        self._rows = {one.id: ProblemRow(one, actions, self.move) for one in actions.session.case.presenting_problems}
        for problem_id, made in self._rows.items():
            actions.keep_drafts(f"problem.{problem_id}", made.fields)
        self.arrange()

    def arrange(self) -> None:
        """Bring the rows into the plan's order, and say what is still to decide."""
        session = self._actions.session
        order = session.ranked()
        for number, problem_id in enumerate(order, 1):
            self._rows[problem_id].relabel(number, len(order))
        self._list.children = [self._rows[problem_id] for problem_id in order]
        decided = [row for row in session.plan.problems if row.decision]
        if not any(row.decision == "now" for row in decided):
            said = "Decide first: which problem does this plan work on now?"
        elif any(not row.reason.strip() for row in decided):
            said = "Say why for each decision. A sentence is enough."
        else:
            said = ""
        self._next.value = f'<p class="gs-decide" data-gs="decide">{said}</p>' if said else ""


class ProblemRow(w.HBox):
    """One problem, its place, what was decided on it, and why."""

    def __init__(self, problem: PresentingProblem, actions: Actions, move: Callable[[str, int], None]) -> None:
        """Draw `problem`."""
        self._actions, self._problem = actions, problem
        decided = actions.session.decision(problem.id)
        self.problem_id = problem.id
        self._name = w.HTML()
        self._name.add_class("gs-problem-text")
        self.up = button("Up", lambda: move(problem.id, -1), "gs-quiet", f"gs-up-problem-{problem.id}")
        self.down = button("Down", lambda: move(problem.id, +1), "gs-quiet", f"gs-down-problem-{problem.id}")
        self.decision = choice_field("Decision", _DECISIONS, decided.decision or "", self._set_decision)
        self.reason = text_field("Reason", decided.reason, self._set_reason, hint="why now, later or elsewhere")
        self.reason.add_class("gs-wide")
        self.fields = {"decision": self.decision, "reason": self.reason}
        places = row(self.up, self.down, name="gs-buttons")
        super().__init__([self._name, row(*self.fields.values(), name="gs-fields-row"), places])
        self.add_class("gs-problem-row")
        self.add_class(f"gs-problem-{problem.id}")

    def relabel(self, number: int, of: int) -> None:
        """Say at which place of how many the problem stands."""
        self._name.value = f"<p><b>{number}.</b> {escape(self._problem.text)}</p>"
        name_fields(self.fields, {"decision": "Decision", "reason": "Reason"}, f"problem {number}")
        self.up.disabled, self.down.disabled = number == 1, number == of
        self.up.tooltip, self.down.tooltip = f"Move problem {number} up", f"Move problem {number} down"

    def _set_decision(self, value: str) -> None:
        decided = self._actions.session.decision(self.problem_id)
        decided.decision = value or None
        self._actions.decided(decided)

    def _set_reason(self, value: str) -> None:
        decided = self._actions.session.decision(self.problem_id)
        decided.reason = clean(value)
        self._actions.decided(decided)
