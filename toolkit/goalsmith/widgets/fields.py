"""The plain controls of the editor, each with a label that a screen reader reads."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import ipywidgets as w

Changed = Callable[[str], None]


def named(label: str, of: str) -> str:
    """A label that a screen reader hears with what it belongs to, "Due, Objective 1.2"; the eye sees the first part."""
    return f'{escape(label)}<span class="gs-hidden">, {escape(of)}</span>'


def name_fields(fields: Mapping[str, w.Widget], labels: Mapping[str, str], of: str) -> None:
    """Name each of `fields` by `labels` and what it belongs to."""
    for key, field in fields.items():
        field.description_allow_html = True
        field.description = named(labels[key], of)


def text_field(label: str, value: str, changed: Changed, *, hint: str = "", lines: int = 1) -> w.Text | w.Textarea:
    """Return a text field of `lines` lines that calls `changed` at every key, so that nothing waits to be saved."""
    kind = w.Text if lines == 1 else w.Textarea
    extra = {} if lines == 1 else {"rows": lines}
    field = kind(value=value, description=label, placeholder=hint, continuous_update=True, **extra)
    field.observe(lambda change: changed(change["new"]), names="value")
    field.add_class("gs-field")
    return field


def choice_field(label: str, options: Sequence[tuple[str, str]], value: str, changed: Changed) -> w.Dropdown:
    """Return a list to choose from; a saved `value` that is no longer among `options` is kept as one more."""
    known = [key for _, key in options]
    rows = [*options, *([] if value in known else [(value, value)])]
    field = w.Dropdown(options=rows, value=value, description=label)
    field.observe(lambda change: changed(change["new"]), names="value")
    field.add_class("gs-field")
    return field


def button(label: str, pressed: Callable[[], None], *classes: str, tooltip: str = "") -> w.Button:
    """Return a button; `tooltip` says what exactly it acts on."""
    made = w.Button(description=label, tooltip=tooltip or label)
    made.on_click(lambda _: pressed())
    for name in ("gs-button", *classes):
        made.add_class(name)
    return made


def row(*children: w.Widget, name: str = "gs-row") -> w.HBox:
    """Return a row that wraps on narrow pages."""
    made = w.HBox(children)
    made.add_class(name)
    return made


def column(*children: w.Widget, name: str) -> w.VBox:
    """Return a column with a class of its own."""
    made = w.VBox(children)
    made.add_class(name)
    return made
