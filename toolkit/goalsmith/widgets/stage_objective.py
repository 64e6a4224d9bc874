"""One objective under review: its words, what it is about, the decision, and the reason."""

from collections.abc import Callable
from html import escape

import ipywidgets as w

from goalsmith.model import DECISIONS, Objective, Stage
from goalsmith.render import problem_names
from goalsmith.widgets.fields import choice_field, name_fields, row, text_field
from goalsmith.widgets.stage_choice import StageChoice
from goalsmith.widgets.stage_session import StageSession

_WORDS = {"met": "Met", "continue": "Continue", "revise": "Revise", "drop": "Drop"}
_LABELS = {"thread": "What it is about", "reason": "Reason"}


class StageObjective(w.VBox):
    """The review of one objective in one session."""

    def __init__(
        self, session: StageSession, stage: Stage, label: str, objective: Objective, changed: Callable[[], None]
    ) -> None:
        """Draw the objective called `label`; `changed` is told of every change."""
        self._session, self._stage, self._objective, self._changed = session, stage, objective, changed
        review = session.review(stage, objective.id)
        names = problem_names(session.case, stage)
        self._data = {one.problem: one.data for one in stage.threads}
        threads = [(names.get(one.problem, one.problem), one.problem) for one in stage.threads]
        self._now, self._brought = w.HTML(), w.HTML()
        self.thread = choice_field(
            _LABELS["thread"], [("choose …", ""), *threads], review.thread, self._then(session.relate)
        )
        self.decision = StageChoice(
            f"decide-{objective.id}",
            f"Decision, {label}",
            [(one, _WORDS[one]) for one in DECISIONS],
            [review.decision] if review.decision else [],
            lambda ids: self._then(session.decide)(ids[0] if ids else None),
            layout_kind="row",
        )
        self.reason = text_field(
            _LABELS["reason"],
            review.reason,
            self._then(session.explain),
            lines=2,
            hint="Which number or words of this session speak for it?",
        )
        self.reason.add_class("gs-wide")
        name_fields({"thread": self.thread, "reason": self.reason}, _LABELS, label)
        self.fields = {"thread": self.thread, "decision": self.decision, "reason": self.reason}
        words = f'<h5>{escape(label)}</h5><p class="gs-objective-words" dir="auto">{escape(objective.text)}</p>'
        super().__init__(
            [
                w.HTML(words),
                self._now,
                self._brought,
                row(self.thread, self.decision, name="gs-fields-row"),
                row(self.reason, name="gs-fields-row"),
            ]
        )
        self.add_class("gs-stage-objective")
        self._show_data()

    def show_now(self, text: str | None) -> None:
        """Show what the plan says of it by now: None where it is gone."""
        if text == self._objective.text:
            self._now.value = ""
        elif not text:
            self._now.value = '<p class="gs-soft">It is no longer in your plan.</p>'
        else:
            self._now.value = f'<p class="gs-soft" dir="auto"><b>In your plan now:</b> {escape(text)}</p>'

    def _show_data(self) -> None:
        """Show what the session brought on the problem that the objective is about."""
        data = self._data.get(self._session.review(self._stage, self._objective.id).thread, "")
        self._brought.value = f'<p class="gs-brought"><b>This session:</b> {escape(data)}</p>' if data else ""

    def _then(self, change: Callable[..., None]) -> Callable[[object], None]:
        def take(value: object) -> None:
            change(self._stage, self._objective.id, value)
            self._show_data()
            self._changed()

        return take
