"""Starting points for a statement: sentences with gaps, which the learner fits to the client."""

from html import escape

import ipywidgets as w

from goalsmith.engine.templates import open_slots
from goalsmith.model import Template
from goalsmith.model.assessment import Kind
from goalsmith.widgets.fields import button, name_fields, row
from goalsmith.widgets.session import EditSession, Statement
from goalsmith.widgets.statement import StatementEditor

_HELP = "A template saves time only when it is fitted: fill every gap, and change whatever is not this client's."


class TemplatePicker(w.VBox):
    """A button while the statement has no words of its own; pressed, a list of templates for the case's problems.

    The list is made when it is first asked for, since a plan has many statements.
    """

    def __init__(self, session: EditSession, statement: Statement, kind: Kind, editor: StatementEditor) -> None:
        """Offer templates for `statement`, whose words are written in `editor`."""
        super().__init__()
        self._session, self._statement, self._kind, self._editor = session, statement, kind, editor
        self._rows: dict[str, Template] = {}
        self._label = ""
        self.toggle = button("Start from a template", self._open, "gs-quiet", "gs-template-toggle")
        self.choice: w.Dropdown | None = None
        self._about = w.HTML()
        self.add_class("gs-templates")
        self.children = [row(self.toggle)]

    def relabel(self, label: str) -> None:
        """Say what the statement is called now."""
        self._label = label
        self.toggle.tooltip = f"Start from a template for {label}"
        if self.choice is not None:
            name_fields({"template": self.choice}, {"template": "Template"}, label)

    def refresh(self) -> None:
        """Show the offer only while nothing of the learner's own would be lost."""
        text = self._statement.text
        free = not text.strip() or bool(open_slots(text))
        offer = free and self._session.live == "full" and self._session.templates(self._kind)
        self.layout.display = None if offer else "none"

    def _open(self) -> None:
        if self.choice is not None:
            self.children = [row(self.toggle)]
            self.choice = None
            return
        rows = self._session.templates(self._kind)
        # Two practices may each have a template of the same id.
        self._rows = {str(at): template for at, (_, template) in enumerate(rows)}
        options = [("Choose one", ""), *((label, str(at)) for at, (label, _) in enumerate(rows))]
        self.choice = w.Dropdown(options=options, value="")
        self.choice.add_class("gs-field")
        self.choice.add_class("gs-wide")
        self.choice.observe(lambda _: self._describe(), names="value")
        self.relabel(self._label)
        use = button("Use it", self._use, "gs-use-template", tooltip=f"Use it for {self._label}")
        self._describe()
        self.children = [row(self.toggle), row(self.choice, use, name="gs-fields-row"), self._about]

    def _describe(self) -> None:
        template = self._rows.get(self.choice.value or "") if self.choice else None
        if template is None:
            self._about.value = f"<p>{escape(_HELP)}</p>"
            return
        gaps = "".join(f"<li><b>{escape(slot.name)}</b>: {escape(slot.hint)}</li>" for slot in template.slots)
        self._about.value = (
            f'<p class="gs-template-text">{escape(template.text)}</p><ul>{gaps}</ul>'
            f"<p>{escape(template.why)} <small>{escape(template.source)}</small></p>"
        )

    def _use(self) -> None:
        """Put the sentence into the box; the browser goes on to its first gap."""
        template = self._rows.get(self.choice.value or "") if self.choice else None
        if template is None:
            return
        self.children = [row(self.toggle)]
        self.choice = None
        self._editor.edit = {"text": template.text, "revision": self._editor.edit["revision"] + 1, "gap": True}
