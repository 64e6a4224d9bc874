"""Outcome measures: facts about an instrument that a target is checked against."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Slug, Text


class Band(Authored):
    """A severity band, from `low` to the next band's `low`."""

    low: float
    name: Text


class NextStep(Authored):
    """An answer to "What do you do next?" when the item that asks about harm is above 0, with the reason."""

    id: Slug
    text: Text
    right: bool
    why: Text
    source: str = ""


class Items(Authored):
    """The words of an instrument whose items may ship: the question that they share, and the answers from 0 up.

    `safety_item` is the number, from 1, of the item that asks about harm, where there is one; `next_steps` are what
    somebody may do when it is above 0.
    """

    stem: Text
    texts: Annotated[list[Text], Field(min_length=1)]
    answers: Annotated[list[Text], Field(min_length=2)]
    safety_item: int | None = None
    next_steps: list[NextStep] = []
    source: Text

    @model_validator(mode="after")
    def _asks_what_next(self) -> "Items":
        if self.safety_item is not None and not any(step.right for step in self.next_steps):
            raise ValueError("next_steps: say what to do next when the safety item is above 0, one of them right")
        return self


class Measure(Authored):
    """One instrument. `measures` says what it measures, such as "anxiety symptoms".

    `reliable_change` is in points of the total score; `response_percent` is how much of the score at the start has to
    be gone, in percent, for the sources to speak of a response. `within_treatment` is false where the instrument asks
    about so long a time that no change can show during treatment. Every number has its source.
    """

    name: Text
    long_name: Text
    aliases: list[Text] = []
    low: float
    high: float
    better: Literal["lower", "higher"]
    measures: Text
    bands: list[Band] = []
    reliable_change: Annotated[float, Field(gt=0)] | None = None
    response_percent: Annotated[float, Field(gt=0, le=100)] | None = None
    remission_at_most: float | None = None
    within_treatment: bool = True
    note: str = ""
    items: Items | None = None
    sources: list[Text]
    licence: Text


class Measures(Authored):
    """The file of measures."""

    measures: Annotated[list[Measure], Field(min_length=1)]

    def find(self, name: str) -> Measure | None:
        """Return the measure of that name or alias, letter case aside."""
        wanted = name.strip().casefold()
        for measure in self.measures:
            if wanted in {n.casefold() for n in (measure.name, *measure.aliases)}:
                return measure
        return None
