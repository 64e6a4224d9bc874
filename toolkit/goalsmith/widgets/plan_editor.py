"""The plan editor: the whole form, and how a change travels through it."""

from pathlib import Path

import ipywidgets as w

from goalsmith.errors import GoalsmithError
from goalsmith.model import Goal, Objective, Plan, RankedProblem
from goalsmith.render import client_page, print_page, thread_html
from goalsmith.store import load_glossary
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.bulletin import listen
from goalsmith.widgets.changes_bar import ChangesBar
from goalsmith.widgets.feedback import feedback
from goalsmith.widgets.field_drafts import FieldDrafts
from goalsmith.widgets.fields import button, column, row
from goalsmith.widgets.focus import FocusMover
from goalsmith.widgets.goal_form import GoalForm
from goalsmith.widgets.help_bar import HelpBar, explained
from goalsmith.widgets.notice import notice
from goalsmith.widgets.objective_form import ObjectiveForm
from goalsmith.widgets.page_preview import PagePreview
from goalsmith.widgets.problems_form import ProblemsForm
from goalsmith.widgets.safety_form import SafetyForm
from goalsmith.widgets.session import EditSession
from goalsmith.widgets.submit_bar import SubmitBar
from goalsmith.widgets.summary_panel import SummaryPanel
from goalsmith.widgets.timed_line import TimedLine
from goalsmith.widgets.versions_panel import VersionsPanel

_GOALS_FIRST = (
    "Now write a goal for the problem that comes first, and below it the steps that lead there. Under each statement "
    "you see what it already says, and one next step. Press F1 on a word that you do not know."
)
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
        self._summary = SummaryPanel(self.session)
        self._saved = TimedLine(key="plan-saved", watch=True)
        self._focus = FocusMover()
        self._drafts = FieldDrafts(str(self.session.store.path))
        self._glossary = load_glossary(self.session.folder / "rubrics")
        self._help = HelpBar(self._glossary)
        self._problems = ProblemsForm(self)
        self._safety = SafetyForm(self) if self.session.case.risk else None
        self._changes = ChangesBar(self.undo, self.redo)
        self._goals = column(name="gs-goals")
        self._add_goal = button("Add goal", self.add_goal, "gs-add-goal")
        self._thread = w.HTML()
        self._thread.add_class("gs-thread-panel")
        self._versions = VersionsPanel(self.session, self.bring_back)
        self._preview = PagePreview()
        self.submit_bar = SubmitBar(self.session, self._save, practice=self.session.assignment.practice)
        super().__init__(self._parts())
        self.add_class("gs-editor")
        self.add_class("gs-plan-editor")
        self._arrange()
        self._refresh()
        listen(self.session.folder, "interview", self._heard)

    def _parts(self) -> list[w.Widget]:
        recovered = self.session.store.recovered
        pages = row(
            button("Print", self.show_print, "gs-print", tooltip="Print, or look at, the plan as a page"),
            button(
                "Page for the client",
                self.show_client_page,
                "gs-client-page",
                tooltip="Page for the client, in plain words",
            ),
        )
        goals = column(self._goals, row(self._add_goal), *([self._safety] if self._safety else []), name="gs-work")
        return [
            w.HTML(f"<style>{_CSS}</style>"),
            Arrival(),
            self._focus,
            *([notice(recovered, "recovered")] if recovered else []),
            row(self._summary, self._saved, name="gs-top"),
            self._help,
            self._drafts,
            self._problems,
            explained(_GOALS_FIRST),
            row(self._changes, pages, name="gs-tools"),
            row(goals, self._thread, name="gs-main"),
            self._versions,
            self._preview,
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
        self._problems.arrange()
        self._refresh()

    def ranked(self, problem_id: str, by: int) -> None:
        """Move a problem in the order; the focus stays on the button, or goes to its neighbour at the end."""
        self.session.rank(problem_id, by)
        self._problems.arrange()
        self._refresh()
        order = self.session.ranked()
        at_end = order.index(problem_id) == (0 if by < 0 else len(order) - 1)
        way = "down" if (by < 0) is at_end else "up"
        self._focus.to(f".gs-{way}-problem-{problem_id}")

    def keep_drafts(self, prefix: str, fields: dict[str, w.Widget]) -> None:
        """Keep what is typed in `fields` in the browser until it is saved."""
        self._drafts.keep(prefix, fields)

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
        label = self.session.delete(statement_id)
        self._rearranged(".gs-undo")
        self._changes.line.say(f"{label} deleted.")

    def undo(self) -> None:
        """Take the last change of the plan back; the focus stays on the button while there is more to take back."""
        self._stepped(self.session.undo(), "Taken back")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._stepped(self.session.redo(), "Done again")

    def bring_back(self, version: Plan) -> None:
        """Take the words of an earlier version; Undo takes that back."""
        self.session.bring_back(version)
        self._rebuild()
        self._changes.line.say("The earlier version is back. Undo returns to what stood here before.")

    def show_print(self) -> None:
        """Show the plan as a page to print."""
        session = self.session
        judged = session.assess_plan() if session.live == "full" else None
        self._preview.show_page(
            "The plan, to print", print_page(session.case, session.plan, judged, session.knowledge.whole)
        )

    def show_client_page(self) -> None:
        """Show the page for the client."""
        session = self.session
        self._preview.show_page(
            "Page for the client", client_page(session.case, session.plan, session.assess_plan(), self._glossary)
        )

    def _stepped(self, what: str, how: str) -> None:
        if not what:
            return
        self._rebuild()
        self._changes.line.say(f"{how}: {what[0].lower()}{what[1:]}.")
        spare = {"Taken back": ".gs-redo", "Done again": ".gs-undo"}[how]
        stay = {"Taken back": self._changes.undo, "Done again": self._changes.redo}[how]
        if stay.disabled:
            self._focus.to(spare)

    def _rebuild(self) -> None:
        """Draw every form anew, after the plan as a whole has become another."""
        self._forms.clear()
        self._problems.redraw()
        if self._safety:
            self._safety.redraw()
        self._arrange()
        self._refresh()

    def _heard(self) -> None:
        for form in self._forms.values():
            if isinstance(form, GoalForm):
                form.quotes.refresh()

    # What the page shows of it

    def form(self, statement_id: str) -> GoalForm | ObjectiveForm:
        """Return the form of a statement."""
        return self._forms[statement_id]

    def _rearranged(self, focus: str) -> None:
        self._arrange()
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
        self._summary.refresh(session.assess_plan())
        self._thread.value = f"<h3>The thread</h3>{thread_html(session.case, session.plan)}"
        self._changes.refresh(session.changes)
        self._versions.refresh()
        if session.problem:
            self._saved.say(f"not saved: {session.problem}", tone="warn")
        else:
            self._drafts.saved()
            self._saved.say("saved {time}" if session.saved_at else "", at=session.saved_at)
        self.submit_bar.refresh()


def _box(statement_id: str) -> str:
    return f'[data-gs="statement"][data-id="{statement_id}"] textarea'
