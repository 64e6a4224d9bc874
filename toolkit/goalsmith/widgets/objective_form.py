"""The form of an objective."""

import re

from goalsmith.model import Objective
from goalsmith.widgets.fields import row, text_field
from goalsmith.widgets.statement_form import Actions, StatementForm


class ObjectiveForm(StatementForm):
    """An objective: its words, when it is due, and the interventions that help with it."""

    hint = "What will the client do?"
    labels = {"due": "Due", "interventions": "Interventions, one a line"}

    def __init__(self, objective: Objective, actions: Actions) -> None:
        """Draw `objective`."""
        super().__init__(objective, "objective", actions)
        self.due = text_field("Due", objective.due, self._set_due, hint="date or session")
        self.interventions = text_field(
            "Interventions, one a line", "\n".join(objective.interventions), self._set_interventions, lines=2
        )
        self.interventions.add_class("gs-wide")
        self.fields = {"due": self.due, "interventions": self.interventions}
        self._add(row(*self.fields.values(), name="gs-fields-row"))

    def _set_due(self, value: str) -> None:
        self.statement.due = value
        self.actions.field_changed(self.statement.id)

    def _set_interventions(self, value: str) -> None:
        named = split_interventions(value)
        if named != self.statement.interventions:
            self.statement.interventions = named
            self.actions.field_changed(self.statement.id)


def split_interventions(text: str) -> list[str]:
    """Return the interventions of `text`: one a line, or in a single line set apart by commas or semicolons."""
    lines = text.strip().splitlines()
    parts = lines if len(lines) > 1 else re.split(r"[,;]", text)
    return [part.strip() for part in parts if part.strip()]
