"""The levels of one plan: a picker for each criterion, and below it what there is to say once a level stands."""

from collections.abc import Callable, Mapping

import ipywidgets as w

from goalsmith.model import Criterion, PlanCriterion
from goalsmith.widgets.fields import column
from goalsmith.widgets.level_picker import LevelPicker, shown

Chosen = Callable[[PlanCriterion, int | None], None]


class LevelsForm(w.VBox):
    """One picker for each of `criteria`. `fields` are the pickers by their criterion."""

    def __init__(self, criteria: Mapping[PlanCriterion, Criterion], chosen: Chosen) -> None:
        """Call `chosen` with every level that the reader takes."""
        self.fields = {
            key: LevelPicker(key, criterion, None, lambda level, key=key: chosen(key, level))
            for key, criterion in criteria.items()
        }
        self._notes = {key: w.HTML() for key in criteria}
        super().__init__([column(self.fields[key], self._notes[key], name="gs-criterion") for key in criteria])
        self.add_class("gs-levels-form")

    def show(
        self,
        levels: Mapping[PlanCriterion, int],
        first: Mapping[PlanCriterion, int] | None = None,
        *,
        locked: bool = False,
    ) -> None:
        """Show `levels`, beside them the ones that were committed `first`, and whether they can be changed."""
        for key, picker in self.fields.items():
            with picker.hold_sync():
                picker.value = shown(levels.get(key))
                picker.first = shown((first or {}).get(key))
                picker.locked = locked

    def note(self, notes: Mapping[PlanCriterion, str]) -> None:
        """Show below each criterion its HTML, or nothing."""
        for key, place in self._notes.items():
            place.value = notes.get(key, "")
            place.layout.display = None if place.value else "none"
