"""What a learner did with the outcome measures of a case."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from goalsmith.model.base import Kept

MEASURING_FORMAT = 1


class Scoring(Kept):
    """One instrument at one reading: the total and the band that the learner gave.

    `reading` is "intake" or a stage's id. `next_steps` are the answers to "What do you do next?"; `seen` is set once
    the right ones have been explained, and `done` once total and band were right.
    """

    instrument: str
    reading: Annotated[str, Field(min_length=1, max_length=60)]
    total: Annotated[str, Field(max_length=20)] = ""
    band: str = ""
    next_steps: list[str] = []
    seen: bool = False
    done: bool = False


class MeasuresFile(Kept):
    """`measures.json`, beside the notebook."""

    format: int = MEASURING_FORMAT
    case: Annotated[str, Field(min_length=1, max_length=60)]
    scorings: list[Scoring] = []
    saved_at: datetime | None = None

    def of(self, instrument: str, reading: str) -> Scoring:
        """The scoring of an instrument at a reading, made and kept if there is none yet."""
        for one in self.scorings:
            if (one.instrument, one.reading) == (instrument, reading):
                return one
        self.scorings.append(Scoring(instrument=instrument, reading=reading))
        return self.scorings[-1]
