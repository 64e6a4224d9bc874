"""The plan editor: the whole form, and how a change travels through it."""

from pathlib import Path

import ipywidgets as w

from goalsmith.errors import GoalsmithError
from goalsmith.model import Goal, Objective, RankedProblem
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.feedback import feedback
from goalsmith.widgets.field_drafts import FieldDrafts
from goalsmith.widgets.fields import button, column, row
from goalsmith.widgets.focus import FocusMover
from goalsmith.widgets.goal_form import GoalForm
from goalsmith.widgets.notice import notice
from goalsmith.widgets.objective_form import ObjectiveForm
from goalsmith.widgets.problems_form import ProblemsForm
from goalsmith.widgets.safety_form import SafetyForm
from goalsmith.widgets.session import EditSession
from goalsmith.widgets.submit_bar import SubmitBar
from goalsmith.widgets.summary import summary_html
from goalsmith.widgets.timed_line import TimedLine
from goalsmith.widgets.undo_bar import UndoBar

_CSS = (Path(__file__).parent / "plan_editor.css").read_text("utf-8")


class PlanEditor(w.VBox):
    """The editor of the plan of the assignment in `folder` (default: the notebook's own).

    `session` holds the plan; it is None when the folder cannot be used, and then one sentence says why.
    """

    session_kind = EditSession

    def __init__(self, folder: Path | str | None = None) -> None:
        """Open the saved plan. Nothing is written before the learner changes something."""
        self.session: EditSession | None = None
        try:
            self.session = self.session_kind(Path(folder or ".").resolve())
        except GoalsmithError as problem:
            super().__init__([notice(str(problem), "problem")])
            return
        self._forms: dict[str, GoalForm | ObjectiveForm] = {}
        self._summary = w.HTML()
        self._saved = TimedLine(key="plan-saved", watch=True)
        self._focus = FocusMover()
        self._drafts = FieldDrafts(str(self.session.store.path))
        self._problems = ProblemsForm(self)
        self._safety = SafetyForm(self) if self.session.case.risk else None
        self._undo = UndoBar(self.undo, self._dismiss)
        self._goals = column(name="gs-goals")
        self._add_goal = button("Add goal", self.add_goal, "gs-add-goal")
        self.submit_bar = SubmitBar(self.session, self._save)
        super().__init__(self._parts())
        self.add_class("gs-editor")
        for row_form in self._problems.rows:
            self._drafts.keep(f"problem.{row_form.problem_id}", row_form.fields)
        if self._safety:
            self._drafts.keep("safety", self._safety.fields)
        self._arrange()
        self._refresh()

    def _parts(self) -> list[w.Widget]:
        recovered = self.session.store.recovered
        return [
            w.HTML(f"<style>{_CSS}</style>"),
            Arrival(),
            self._focus,
            *([notice(recovered, "recovered")] if recovered else []),
            row(self._summary, self._saved, name="gs-top"),
            self._drafts,
            self._problems,
            self._undo,
            self._goals,
            row(self._add_goal),
            *([self._safety] if self._safety else []),
            self.submit_bar,
        ]

    # What the learner does

    def edited(self, statement_id: str, text: str) -> None:
        """Save and judge new words; the answer to the text box comes first, the summary after it."""
        self.session.edit(statement_id, text)
        self._judge(statement_id)
        self._refresh()

    def field_changed(self, statement_id: str) -> None:
        """Save and judge again a statement of which another field changed."""
        self.session.save()
        self._judge(statement_id)
        self._refresh()

    def decided(self, row: RankedProblem) -> None:
        """Save a decision on a problem."""
        self.session.decide(row)
        self._refresh()

    def plan_changed(self) -> None:
        """Save what no statement holds."""
        self._save()

    def add_goal(self) -> None:
        """Append a goal and go to it."""
        goal = self.session.add_goal()
        self._rearranged(_box(goal.id))

    def add_objective(self, goal_id: str) -> None:
        """Append an objective and go to it."""
        objective = self.session.add_objective(goal_id)
        self._rearranged(_box(objective.id))

    def move(self, statement_id: str, by: int) -> None:
        """Move a statement; the focus stays on the button that was pressed, or goes to its neighbour at the end."""
        self.session.move(statement_id, by)
        way = {-1: "up", 1: "down"}
        stay = by if self.session.can_move(statement_id, by) else -by
        self._rearranged(f".gs-{way[stay]}-{statement_id}")

    def delete(self, statement_id: str) -> None:
        """Take a statement out and go to Undo."""
        self.session.delete(statement_id)
        self._rearranged(".gs-undo")

    def undo(self) -> None:
        """Bring back what was deleted last and go to it."""
        back = self.session.undo()
        if back is not None:
            self._rearranged(_box(back.id))

    def _dismiss(self) -> None:
        self.session.forget_deleted()
        self._undo.show(None)
        self._focus.to(".gs-add-goal")

    # What the page shows of it

    def form(self, statement_id: str) -> GoalForm | ObjectiveForm:
        """Return the form of a statement."""
        return self._forms[statement_id]

    def _rearranged(self, focus: str) -> None:
        self._arrange()
        self._undo.show(self.session.last_deleted)
        self._refresh()
        self._focus.to(focus)

    def _arrange(self) -> None:
        """Bring forms into the plan's order. A deleted statement's form is kept for Undo; only children change."""
        goals = self.session.plan.goals
        for goal in goals:
            self._form(goal).arrange([self._form(objective) for objective in goal.objectives])
        self._goals.children = [self._form(goal) for goal in goals]
        for statement in self.session.plan.statements():
            self._forms[statement.id].relabel()

    def _form(self, statement: Goal | Objective) -> GoalForm | ObjectiveForm:
        if statement.id not in self._forms:
            make = GoalForm if isinstance(statement, Goal) else ObjectiveForm
            self._forms[statement.id] = made = make(statement, self)
            self._drafts.keep(statement.id, made.fields)
            self._judge(statement.id)
        return self._forms[statement.id]

    def _judge(self, statement_id: str) -> None:
        session = self.session
        judged = session.assess(statement_id)
        self._forms[statement_id].show(feedback(judged, session.live, session.rubric))

    def _save(self) -> bool:
        done = self.session.save()
        self._refresh()
        return done

    def _refresh(self) -> None:
        session = self.session
        self._summary.value = summary_html(
            session.case, session.plan, session.assess_plan(), session.live, session.knowledge
        )
        if session.problem:
            self._saved.say(f"not saved: {session.problem}", tone="warn")
        else:
            self._drafts.saved()
            self._saved.say("saved {time}" if session.saved_at else "", at=session.saved_at)
        self.submit_bar.refresh()


def _box(statement_id: str) -> str:
    return f'[data-gs="statement"][data-id="{statement_id}"] textarea'
