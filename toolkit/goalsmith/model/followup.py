"""What an author does with reviews: an answer to each next step, marks of helpfulness, one appeal, private flags."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from goalsmith.model.base import Kept
from goalsmith.model.review import PrivateFlag, Words

FOLLOWUP_FORMAT = 1
Letter = Annotated[str, Field(min_length=1, max_length=3)]


class StepAnswer(Kept):
    """What the author does with the next step of reviewer `letter`, and why. `helpful` is 0 to 3 and never graded."""

    letter: Letter
    taken: Literal["yes", "partly", "no"] | None = None
    why: Words = ""
    helpful: Annotated[int, Field(ge=0, le=3)] | None = None
    flag: PrivateFlag | None = None


class Appeal(Kept):
    """The one appeal against the settled levels, with its reason."""

    reason: Words = ""
    sent_at: datetime | None = None


class FollowupFile(Kept):
    """`answers.json`, beside the follow-up notebook. The revised plan lies in the plan file next to it."""

    format: int = FOLLOWUP_FORMAT
    case: Annotated[str, Field(min_length=1, max_length=60)]
    answers: list[StepAnswer] = []
    appeal: Appeal = Field(default_factory=Appeal)
    saved_at: datetime | None = None

    def to(self, letter: str) -> StepAnswer:
        """The answer to reviewer `letter`, made and kept if there is none yet."""
        for answer in self.answers:
            if answer.letter == letter:
                return answer
        self.answers.append(StepAnswer(letter=letter))
        return self.answers[-1]
