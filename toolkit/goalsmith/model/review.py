"""What a reviewer writes: the calibration, a review of each plan, and at last one of the own plan."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from goalsmith.model.base import Kept
from goalsmith.model.criteria import PlanCriterion
from goalsmith.model.rubric import Level

REVIEW_FORMAT = 1
Levels = dict[PlanCriterion, Level]
FlagKind = Literal["unsafe", "real-client", "unkind"]
Words = Annotated[str, Field(max_length=20_000)]


class PrivateFlag(Kept):
    """Something that only the supervisor is told: the text may be unsafe, about a real person, or unkind."""

    kind: FlagKind
    text: Words = ""


class ReviewComment(Kept):
    """One remark, tied to the words `start` to `end` (code points) of the statement or field `place` of the plan.

    `quote` holds these words, so that the comment can be read without the plan. `place` is a statement's id, or
    "plan" for the whole, with an empty quote.
    """

    id: Annotated[str, Field(min_length=1, max_length=60)]
    place: Annotated[str, Field(max_length=80)] = "plan"
    start: Annotated[int, Field(ge=0)] = 0
    end: Annotated[int, Field(ge=0)] = 0
    quote: Words = ""
    criterion: PlanCriterion | None = None
    text: Words = ""


class Review(Kept):
    """A review of one plan. `plan` is the plan's pseudonym in the packet, or "own".

    `first` holds the level that was committed before the engine's evidence was shown, `levels` the one that stands now.
    `minutes` is the time spent with the plan in view. `finished_at` is set once everything that is required is there.
    """

    plan: Annotated[str, Field(min_length=1, max_length=60)]
    first: Levels = {}
    levels: Levels = {}
    comments: list[ReviewComment] = []
    strength: Words = ""
    next_step: Words = ""
    minutes: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0.0
    flag: PrivateFlag | None = None
    finished_at: datetime | None = None


class Attempt(Kept):
    """The levels that a learner gave an exemplar at one go."""

    levels: Levels
    at: datetime | None = None


class CalibrationTry(Kept):
    """Every attempt at one exemplar, the first one first."""

    exemplar: Annotated[str, Field(min_length=1, max_length=60)]
    attempts: list[Attempt] = []


class Calibration(Kept):
    """Training on exemplars. `rubric` says by which anchors; it holds for a course until they change."""

    rubric: str = ""
    tries: list[CalibrationTry] = []
    finished_at: datetime | None = None


class ReviewFile(Kept):
    """`reviews.json`, beside the review notebook."""

    format: int = REVIEW_FORMAT
    case: Annotated[str, Field(min_length=1, max_length=60)]
    calibration: Calibration = Field(default_factory=Calibration)
    reviews: list[Review] = []
    self_review: Review | None = None
    saved_at: datetime | None = None

    def of(self, plan: str) -> Review | None:
        """The review of the plan with that pseudonym, or None."""
        return next((review for review in self.reviews if review.plan == plan), None)
