"""A question with prepared answers: radio buttons where one may be chosen, boxes where more may be."""

from collections.abc import Callable, Sequence

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style


class StageChoice(anywidget.AnyWidget):
    """The answers to `legend`. `value` holds the ids of those chosen, joined by commas; `most` may be chosen.

    `layout_kind` is "list", one below the other, or "row", side by side. `locked` says that the choice stands.
    """

    _esm = script("stage_choice.js")
    _css = style("stage_choice.css")

    key = traitlets.Unicode().tag(sync=True)
    legend = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(traitlets.Dict()).tag(sync=True)
    most = traitlets.Int(1).tag(sync=True)
    value = traitlets.Unicode().tag(sync=True)
    layout_kind = traitlets.Enum(["list", "row"], default_value="list").tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        key: str,
        legend: str,
        options: Sequence[tuple[str, str]],
        value: Sequence[str],
        chosen: Callable[[list[str]], None],
        **more: object,
    ) -> None:
        """Ask `legend`, with the ids and words of its answers; call `chosen` with the ids of every new choice."""
        super().__init__(
            key=key,
            legend=legend,
            options=[{"id": one, "text": text} for one, text in options],
            value=",".join(value),
            **more,
        )
        self.observe(lambda change: chosen(chosen_ids(change["new"])), names="value")
        self.add_class("gs-field")
        self.add_class("gs-wide")


def chosen_ids(value: str) -> list[str]:
    """The ids in a value, in the order of choosing, each once."""
    return [one for one in dict.fromkeys(value.split(",")) if one]
