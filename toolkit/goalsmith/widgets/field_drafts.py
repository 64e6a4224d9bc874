"""Fields other than statements, kept by the browser until the kernel has saved them."""

from contextlib import suppress

import anywidget
import ipywidgets as w
import traitlets

from goalsmith.widgets.assets import script, style


class FieldDrafts(anywidget.AnyWidget):
    """Watches the fields it was told to keep; offers to restore what a silent kernel never saved.

    `values` is what the saved plan holds, by the field's key; a draft that equals it is dropped. `restore` comes from
    the browser: the values that the learner wants back.
    """

    _esm = script("field_drafts.js")
    _css = style("field_drafts.css")

    plan_path = traitlets.Unicode().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    restore = traitlets.Dict().tag(sync=True, echo_update=False)

    def __init__(self, plan_path: str) -> None:
        """Keep drafts for the plan at `plan_path`."""
        super().__init__(plan_path=plan_path)
        self._fields: dict[str, w.Widget] = {}

    def keep(self, prefix: str, fields: dict[str, w.Widget]) -> None:
        """Watch `fields`, each under the key `prefix.name`."""
        for name, field in fields.items():
            field.add_class(f"gs-key-{prefix}.{name}")
            self._fields[f"{prefix}.{name}"] = field

    def saved(self) -> None:
        """Tell the browser what is saved now."""
        self.values = {key: _shown(field) for key, field in self._fields.items()}

    @traitlets.observe("restore")
    def _put_back(self, change: dict) -> None:
        for key, value in change["new"].items():
            field = self._fields.get(key)
            if field is not None:
                # A choice that the case no longer offers cannot be put back.
                with suppress(traitlets.TraitError):
                    setattr(field, "label" if isinstance(field, w.Dropdown) else "value", str(value))


def _shown(field: w.Widget) -> str:
    """What the browser has as the field's value: a list's is the label of the choice."""
    return field.label if isinstance(field, w.Dropdown) else field.value
