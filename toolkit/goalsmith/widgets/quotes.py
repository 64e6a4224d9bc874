"""Notes of the interview, to quote beside a goal."""

import ipywidgets as w

from goalsmith.widgets.fields import button, name_fields
from goalsmith.widgets.session import EditSession

_LONGEST = 90


class Quotes(w.HBox):
    """A list of what the client said and what the interview brought out, and a button that puts one into a field."""

    def __init__(self, session: EditSession, field: w.Text) -> None:
        """Quote into `field`."""
        self._session, self._field = session, field
        self.choice = w.Dropdown(options=[("", "")])
        self.choice.add_class("gs-field")
        self.choice.add_class("gs-wide")
        self.press = button("Quote it", self._quote, "gs-quiet")
        super().__init__([self.choice, self.press])
        self.add_class("gs-quotes")
        self.relabel("this goal")
        self.refresh()

    def relabel(self, label: str) -> None:
        """Say which goal it quotes for."""
        name_fields({"notes": self.choice}, {"notes": "From the interview and the case"}, label)
        self.press.tooltip = f"Quote it for {label}"

    def refresh(self) -> None:
        """Look again at what there is to quote; the choice stays where it can."""
        chosen = self.choice.value
        notes = list(dict.fromkeys([self._session.case.client_words, *self._session.notes()]))
        self.choice.options = [(_short(note), note) for note in notes]
        if chosen in notes:
            self.choice.value = chosen

    def _quote(self) -> None:
        """Add the words to the field; what stands there already stays, and is not put there twice."""
        words, there = self.choice.value or "", self._field.value.strip()
        if words and words not in there:
            self._field.value = f"{there} {words}".strip()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
