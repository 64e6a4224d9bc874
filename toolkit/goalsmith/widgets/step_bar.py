"""A row of steps, of which one is open: where the reader is, what is done, and until when."""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style


class StepBar(anywidget.AnyWidget):
    """`steps` are `{key, name, state, tone, until}`; `until` is in seconds since 1970, 0 for no deadline.

    `chosen` is the key of the open step. It comes from the browser too.
    """

    _esm = script("step_bar.js")
    _css = style("step_bar.css")

    label = traitlets.Unicode().tag(sync=True)
    steps = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)

    def __init__(self, label: str, chosen: Callable[[str], None]) -> None:
        """Call `chosen` with the key of a step that was pressed. `label` names the row to screen readers."""
        super().__init__(label=label)
        self.observe(lambda change: chosen(change["new"]), names="chosen")

    def show(self, steps: list[dict[str, Any]]) -> None:
        """Show `steps`; the same ones again send nothing."""
        self.steps = steps


def step(key: str, name: str, state: str, tone: str = "open", until: float = 0.0) -> dict[str, Any]:
    """One step. `tone` is open, done, late or closed."""
    return {"key": key, "name": name, "state": state, "tone": tone, "until": until}
