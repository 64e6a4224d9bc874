"""The plan of the follow-up: where it starts from, its editor, and what has changed in it since."""

from pathlib import Path

import ipywidgets as w

from goalsmith.errors import BadFile, GoalsmithError
from goalsmith.model import Plan
from goalsmith.render import change_html
from goalsmith.store import (
    PlanStore,
    answer_store,
    followup_digest,
    load_assignment,
    plan_digest,
    plan_name,
    read_plan,
    read_returned,
    stage_store,
    work_digest,
)
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.bulletin import listen, tell
from goalsmith.widgets.fields import button, column, row
from goalsmith.widgets.notice import notice
from goalsmith.widgets.plan_editor import PlanEditor
from goalsmith.widgets.session import EditSession

_CSS = (Path(__file__).parent / "plan_editor.css").read_text("utf-8")
_CHANGE_CSS = (Path(__file__).parent / "followup_form.css").read_text("utf-8")
_WAITS = "Your plan appears here once the reviews of it have come: press Get my reviews further up."
_FOUND = "The follow-up begins with a copy of your plan. The plan that you wrote first stays as it is."
_NOT_FOUND = "Your first plan does not lie beside this notebook, so the follow-up begins with an empty one."


class RevisionSession(EditSession):
    """The revised plan. What a submission hands in is the plan with the answers and the later sessions beside it."""

    def digest(self) -> str:
        """The digest of all that is handed in together."""
        answers = work_digest(answer_store(self.folder, self.case.id).load())
        stages = stage_store(self.folder, self.case.id)
        done = work_digest(stages.load()) if stages.path.exists() else ""
        return followup_digest(answers, plan_digest(self.plan), done)


class RevisionEditor(PlanEditor):
    """The editor of the revised plan in a follow-up folder."""

    session_kind = RevisionSession


class RevisionForm(w.VBox):
    """The revised plan of the follow-up in `folder` (default: the notebook's own).

    With peer review it is the plan that came back; else a button copies the learner's own from the folder beside.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        """Show the plan, or where it will come from. Nothing is written before the learner asks for it."""
        self.editor: RevisionEditor | None = None
        self._place = Path(folder or ".").resolve()
        try:
            self._assignment = load_assignment(self._place)
        except GoalsmithError as problem:
            super().__init__([notice(str(problem), "problem")])
            return
        self._change = w.HTML()
        super().__init__()
        self.add_class("gs-revision")
        self._show()
        listen(self._place, "plan", self._plan_came)
        listen(self._place, "stages", self._more_to_hand_in)
        listen(self._place, "answers", self._more_to_hand_in)

    def begin(self) -> None:
        """Start from the learner's plan, or from an empty one, and go to it."""
        plan = self._own_plan() or Plan(case=self._assignment.case)
        PlanStore(self._place, self._assignment.case).save(plan)
        self._show()
        tell(self._place, "plan")

    def show_change(self) -> None:
        """Show what changed against the plan that the follow-up began with."""
        before, session = self._before(), self.editor.session
        if before is not None:
            judged = session.judge.plan(before)
            self._change.value = change_html(before, session.plan, judged, session.assess_plan(), session.knowledge)

    def _show(self) -> None:
        if (self._place / plan_name(self._assignment.case)).exists():
            self.editor = RevisionEditor(self._place)
            see = button("Show what changed", self.show_change, "gs-show-change")
            changed = column(w.HTML(f"<style>{_CHANGE_CSS}</style>"), row(see), self._change, name="gs-change-box")
            changed.add_class("gs-editor")
            self.children = [self.editor, changed]
        else:
            self.children = [self._door()]

    def _door(self) -> w.Widget:
        if self._assignment.peer and not self._assignment.practice:
            inside = [w.HTML(f'<p data-gs="waits">{_WAITS}</p>')]
        else:
            found = self._own_plan() is not None
            label = "Start from my plan" if found else "Begin a plan"
            inside = [
                w.HTML(f'<p data-gs="start-from">{_FOUND if found else _NOT_FOUND}</p>'),
                row(button(label, self.begin, "gs-primary", "gs-start-from")),
            ]
        return column(w.HTML(f"<style>{_CSS}</style>"), Arrival(), *inside, name="gs-editor")

    def _own_plan(self) -> Plan | None:
        """The plan that the learner wrote first, from the folder of that notebook; None where it cannot be read."""
        case = self._assignment.case
        try:
            return read_plan(self._place.parent / case / plan_name(case), case)
        except BadFile:
            return None

    def _before(self) -> Plan | None:
        """The plan that came back from review, else the one that the first session opened with, else the own one."""
        returned = read_returned(self._place)
        if returned is not None:
            return returned.plan
        opened = [one.before for one in stage_store(self._place, self._assignment.case).load().stages if one.before]
        return opened[0] if opened else self._own_plan()

    def _plan_came(self) -> None:
        """The plan has come with the reviews; later changes of it are the editor's own."""
        if self.editor is None:
            self._show()

    def _more_to_hand_in(self) -> None:
        """What is handed in with the plan has changed."""
        if self.editor and self.editor.session:
            self.editor.submit_bar.refresh()
