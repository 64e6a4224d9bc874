"""A plan to read as a page, whose words can be pointed at with the mouse or the keyboard."""

from collections.abc import Callable
from dataclasses import asdict

import anywidget
import traitlets

from goalsmith.widgets.assets import script, style
from goalsmith.widgets.plan_words import Block

Point = Callable[[str, int, int], None]


class PlanReader(anywidget.AnyWidget):
    """Shows `blocks` as text, with `marks` (`[id, number, place, start, end]`, in code points) on commented words.

    With `pointing`, selected words can be commented on: `pick` is `{place, start, end, count}` and comes from the
    browser. `look` is `{id, count}`: the mark that is brought into view.
    """

    _esm = script("plan_reader.js")
    _css = style("plan_reader.css")

    label = traitlets.Unicode().tag(sync=True)
    blocks = traitlets.List().tag(sync=True)
    marks = traitlets.List().tag(sync=True)
    pointing = traitlets.Bool(False).tag(sync=True)
    pick = traitlets.Dict().tag(sync=True, echo_update=False)
    look = traitlets.Dict().tag(sync=True)

    def __init__(self, label: str, blocks: list[Block], pointed: Point | None = None) -> None:
        """Show `blocks` under the name `label`; call `pointed` with place, start and end of words to comment on."""
        super().__init__(label=label, blocks=[asdict(one) for one in blocks], pointing=pointed is not None)
        self._pointed = pointed

    @traitlets.observe("pick")
    def _pick(self, change: dict) -> None:
        picked = change["new"]
        if self._pointed and self.pointing:
            self._pointed(str(picked["place"]), int(picked["start"]), int(picked["end"]))

    def bring_into_view(self, comment_id: str) -> None:
        """Scroll to the words of a comment."""
        self.look = {"id": comment_id, "count": self.look.get("count", 0) + 1}
