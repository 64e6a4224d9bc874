"""A learner's plan: goals with their objectives, and the thread that joins them to problems and measures."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from goalsmith.model.base import Kept

PLAN_FORMAT = 1
Id = Annotated[str, Field(min_length=1, max_length=60)]
Rating = Annotated[int, Field(ge=0, le=10)]


class RankedProblem(Kept):
    """What the learner decided about one of the case's problems."""

    id: Id
    rank: int | None = None
    decision: Literal["now", "later", "refer"] | None = None
    reason: str = ""


class TargetedMeasure(Kept):
    """The outcome measure of a goal, with the score to come from and the score to reach."""

    instrument: str = ""
    baseline: float | None = None
    target: float | None = None


class Objective(Kept):
    """A small measurable step of the client. `due` is a date or words such as "session 6"."""

    id: Id
    text: str = ""
    due: str = ""
    interventions: list[str] = []


class Goal(Kept):
    """A broad outcome, with the objectives that lead to it. `review_by` is a date or words."""

    id: Id
    text: str = ""
    problem: str = ""
    client_words: str = ""
    agreed_how: str = ""
    importance: Rating | None = None
    confidence: Rating | None = None
    measure: TargetedMeasure = Field(default_factory=TargetedMeasure)
    review_by: str = ""
    objectives: list[Objective] = []


class Safety(Kept):
    """The parts of a safety plan (Stanley & Brown 2012), and who reassesses when."""

    reassessed_by: str = ""
    reassessed_when: str = ""
    warning_signs: str = ""
    own_coping: str = ""
    people_and_places: str = ""
    helpers: str = ""
    professionals: str = ""
    means: str = ""


class Plan(Kept):
    """One learner's plan for one case. Everything but the texts may be empty."""

    format: int = PLAN_FORMAT
    case: Id
    stage: str = "intake"
    saved_at: datetime | None = None
    problems: list[RankedProblem] = []
    goals: list[Goal] = []
    safety: Safety = Field(default_factory=Safety)

    def statements(self) -> list[Goal | Objective]:
        """Every goal followed by its objectives, in the order of the page, empty rows included."""
        rows: list[Goal | Objective] = []
        for goal in self.goals:
            rows += [goal, *goal.objectives]
        return rows
