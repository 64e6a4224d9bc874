"""The later sessions of a case: one after the other, each opened, worked on and committed."""

from html import escape
from pathlib import Path

import ipywidgets as w

from goalsmith.errors import GoalsmithError
from goalsmith.model import Stage
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.bulletin import listen
from goalsmith.widgets.field_drafts import FieldDrafts
from goalsmith.widgets.fields import button, column, row
from goalsmith.widgets.focus import FocusMover
from goalsmith.widgets.notice import notice
from goalsmith.widgets.page_mover import PageMover
from goalsmith.widgets.stage_card import OpenSession, committed_html
from goalsmith.widgets.stage_scores import StageScores
from goalsmith.widgets.stage_session import StageSession, State
from goalsmith.widgets.timed_line import TimedLine

_CSS = "".join((Path(__file__).parent / name).read_text("utf-8") for name in ("plan_editor.css", "stage_form.css"))
_STATES: dict[State, str] = {
    "committed": "committed",
    "open": "open",
    "ready": "next",
    "later": "opens later",
}
_NO_OBJECTIVE = "Your plan has no objective to review yet. Write it further down this page, then come back."


class StageForm(w.VBox):
    """The later sessions of the assignment in `folder` (default: the notebook's own); nothing where there are none."""

    def __init__(self, folder: Path | str | None = None) -> None:
        """Open what was saved. Nothing is written before the learner opens a session."""
        self.session: StageSession | None = None
        self.open_form: OpenSession | None = None
        try:
            self.session = StageSession(Path(folder or ".").resolve())
        except GoalsmithError as problem:
            super().__init__([notice(str(problem), "problem")])
            return
        if not self.session.case.stages:
            super().__init__([Arrival()])
            return
        self._saved = TimedLine(key="stages-saved", watch=True)
        self._steps = w.HTML()
        self._focus, self._page = FocusMover(), PageMover()
        self._drafts = FieldDrafts(str(self.session.store.path))
        self._cards = column(name="gs-stages")
        recovered = [notice(self.session.store.recovered, "recovered")] if self.session.store.recovered else []
        super().__init__(
            [
                w.HTML(f"<style>{_CSS}</style>"),
                Arrival(),
                self._focus,
                self._page,
                *recovered,
                row(self._steps, self._saved, name="gs-top"),
                self._drafts,
                self._cards,
            ]
        )
        self.add_class("gs-editor")
        self.add_class("gs-stage-form")
        self._draw()
        listen(self.session.folder, "plan", self._refresh)

    def open_session(self, stage: Stage) -> None:
        """Open a session and go to its story."""
        if self.session.open(stage):
            self._draw()
            self._focus.to(f".gs-stage-{stage.id} .gs-stage-title")

    def commit(self, stage: Stage) -> None:
        """Commit a session and go to what came of it."""
        if self.session.commit(stage):
            self._draw()
            self._focus.to(f".gs-stage-{stage.id} .gs-stage-title")
        else:
            self._refresh()

    def _draw(self) -> None:
        self._cards.children = [card for stage in self.session.case.stages for card in self._card(stage)]
        self._refresh()

    def _card(self, stage: Stage) -> list[w.Widget]:
        state = self.session.state(stage)
        if state == "open":
            self.open_form = OpenSession(
                self.session, stage, self._drafts, self._refresh, lambda: self.commit(stage), self._page.to_plan
            )
            return [self.open_form]
        if state == "committed":
            scores = StageScores(self.session, stage, lines=True)
            return [_box(w.HTML(committed_html(self.session, stage)), stage, scores)]
        return [self._door(stage)] if state == "ready" else []

    def _door(self, stage: Stage) -> w.Widget:
        """Where the next session is opened."""
        self.open_form = None
        self._closed = w.HTML()
        self._opener = button(
            f"Open session {stage.session}", lambda: self.open_session(stage), "gs-primary", "gs-open-session"
        )
        return _box(column(row(self._opener), self._closed, name="gs-door"), stage)

    def _refresh(self) -> None:
        """Bring the page up to date after a change here, or one of the plan."""
        session = self.session
        self._steps.value = steps_html(session)
        if self.open_form:
            self.open_form.refresh()
        elif any(session.state(stage) == "ready" for stage in session.case.stages):
            lacking = not session.can_open()
            self._opener.disabled = lacking
            self._closed.value = f'<p class="gs-soft" data-gs="no-objective">{_NO_OBJECTIVE if lacking else ""}</p>'
        if session.problem:
            self._saved.say(f"not saved: {session.problem}", tone="warn")
        else:
            self._drafts.saved()
            self._saved.say("saved {time}" if session.saved_at else "", at=session.saved_at)


def steps_html(session: StageSession) -> str:
    """How far the learner has come, as a list of the sessions."""
    rows = []
    for stage in session.case.stages:
        state = session.state(stage)
        now = ' aria-current="step"' if state in ("open", "ready") else ""
        said = f"<b>Session {stage.session}</b> <span>{escape(_STATES[state])}</span>"
        rows.append(f'<li class="gs-step-{state}"{now}>{said}</li>')
    return f'<ol class="gs-steps" aria-label="Later sessions" data-gs="steps">{"".join(rows)}</ol>'


def _box(inside: w.Widget, stage: Stage, *more: w.Widget) -> w.Widget:
    made = column(inside, *more, name="gs-stage")
    made.add_class(f"gs-stage-{stage.id}")
    return made
