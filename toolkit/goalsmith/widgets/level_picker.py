"""The four levels of one criterion to choose from, each with its anchor in view."""

from collections.abc import Callable

import anywidget
import traitlets

from goalsmith.model import Criterion
from goalsmith.widgets.assets import script, style


class LevelPicker(anywidget.AnyWidget):
    """Four radio buttons. `value` is "0" to "3", or empty while nothing is chosen.

    `first` is the level that was committed, or empty; `locked` says that the choice stands.
    """

    _esm = script("level_picker.js")
    _css = style("level_picker.css")

    key = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    question = traitlets.Unicode().tag(sync=True)
    anchors = traitlets.List(traitlets.Unicode()).tag(sync=True)
    value = traitlets.Enum(["", "0", "1", "2", "3"], default_value="").tag(sync=True)
    first = traitlets.Unicode().tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)

    def __init__(self, key: str, criterion: Criterion, level: int | None, chosen: Callable[[int | None], None]) -> None:
        """Show `criterion` with its `level`; call `chosen` with every new one."""
        super().__init__(
            key=key,
            name=criterion.name,
            question=criterion.question,
            anchors=list(criterion.anchors),
            value=shown(level),
        )
        self.observe(lambda change: chosen(int(change["new"]) if change["new"] else None), names="value")
        self.add_class("gs-field")


def shown(level: int | None) -> str:
    """A level as the page holds it."""
    return "" if level is None else str(level)
