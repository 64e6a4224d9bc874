"""What a goal and an objective have in common on the page: a heading, its buttons, the text box, the fields."""

from html import escape
from typing import Protocol

import ipywidgets as w

from goalsmith.model import RankedProblem
from goalsmith.model.assessment import Kind
from goalsmith.widgets.feedback import Message
from goalsmith.widgets.fields import button, name_fields, row
from goalsmith.widgets.session import EditSession, Statement
from goalsmith.widgets.statement import StatementEditor
from goalsmith.widgets.template_picker import TemplatePicker


class Actions(Protocol):
    """What a form asks of the editor around it."""

    session: EditSession

    def edited(self, statement_id: str, text: str) -> None:
        """The words of a statement changed."""

    def field_changed(self, statement_id: str) -> None:
        """Another field of a statement changed."""

    def decided(self, row: RankedProblem) -> None:
        """A decision on a problem of the case changed."""

    def ranked(self, problem_id: str, by: int) -> None:
        """A problem of the case takes another place."""

    def keep_drafts(self, prefix: str, fields: dict[str, w.Widget]) -> None:
        """Keep what is typed in `fields` in the browser until it is saved."""

    def plan_changed(self) -> None:
        """Something else in the plan changed."""

    def move(self, statement_id: str, by: int) -> None:
        """Move a statement among its siblings."""

    def delete(self, statement_id: str) -> None:
        """Take a statement out of the plan."""

    def add_objective(self, goal_id: str) -> None:
        """Append an objective to a goal."""


class StatementForm(w.VBox):
    """The form of one statement. Subclasses add `fields` and `labels`, by the names that the plan has for them."""

    heading = "h4"
    hint = ""
    fields: dict[str, w.Widget]
    labels: dict[str, str]

    def __init__(self, statement: Statement, kind: Kind, actions: Actions) -> None:
        """Draw `statement` and pass every change to `actions`."""
        super().__init__()
        self.statement = statement
        self.actions = actions
        key = statement.id
        self.title = w.HTML()
        self.title.add_class("gs-title")
        self.up = button("Up", lambda: actions.move(key, -1), "gs-quiet", f"gs-up-{key}")
        self.down = button("Down", lambda: actions.move(key, +1), "gs-quiet", f"gs-down-{key}")
        self.remove = button("Delete", lambda: actions.delete(key), "gs-quiet", f"gs-delete-{key}")
        self.editor = StatementEditor(
            statement_id=key,
            kind=kind,
            hint=self.hint,
            plan_path=str(actions.session.store.path),
            edit={"text": statement.text, "revision": 0},
        )
        self.editor.on_edit(lambda text: actions.edited(key, text))
        self.templates = TemplatePicker(actions.session, statement, kind, self.editor)
        self.add_class(f"gs-form-{kind}")
        self._add(row(self.title, row(self.up, self.down, self.remove, name="gs-buttons"), name="gs-head"), self.editor)
        self._add(self.templates)

    def _add(self, *children: w.Widget) -> None:
        self.children = (*self.children, *children)

    def relabel(self) -> None:
        """Say what the statement is called now and where it can be moved."""
        session, key = self.actions.session, self.statement.id
        label = session.label(key)
        self.title.value = f"<{self.heading}>{escape(label)}</{self.heading}>"
        self.editor.label = label
        self.templates.relabel(label)
        name_fields(self.fields, self.labels, label)
        for control, by in ((self.up, -1), (self.down, +1)):
            control.tooltip = f"Move {label} {control.description.lower()}"
            control.disabled = not session.can_move(key, by)
        self.remove.tooltip = f"Delete {label}"

    def show(self, message: Message) -> None:
        """Show feedback, and whether the words are saved."""
        self.editor.answer(message, self.actions.session.saved_at, self.actions.session.problem)
        self.templates.refresh()
