"""What travels from a round to one learner: the plans to review, and later what the reviewers said.

These are the only records that cross the blind. They have no field for a name, an id, a time of writing or a path, and
refuse unknown keys, so that nothing can travel by accident.
"""

from pydantic import AwareDatetime

from goalsmith.model.base import Authored
from goalsmith.model.criteria import PlanCriterion
from goalsmith.model.plan import Plan
from goalsmith.model.review import ReviewComment

PACKET_FORMAT = 1


class PacketPlan(Authored):
    """One plan under its pseudonym. `plan` holds the allow-listed texts only."""

    id: str
    plan: Plan


class Packet(Authored):
    """`packet.json`: the plans that one reviewer reads, in their order. Withheld plans are not in it."""

    format: int = PACKET_FORMAT
    case: str
    course: str
    calibrate_by: AwareDatetime | None = None
    review_by: AwareDatetime
    plans: list[PacketPlan] = []


class ReturnedReview(Authored):
    """What one reviewer said, under a letter that was drawn for this plan alone.

    `withheld` says that a person looks at the text first; the text fields are empty then.
    """

    letter: str
    levels: dict[PlanCriterion, int] = {}
    strength: str = ""
    next_step: str = ""
    comments: list[ReviewComment] = []
    withheld: bool = False


class ReturnedScore(Authored):
    """The settled level of one criterion, 0 to 3, with its 90 % interval."""

    criterion: PlanCriterion
    level: float
    low: float
    high: float
    by_supervisor: bool = False


class Returned(Authored):
    """`returned.json`: an author's own plan as it was reviewed, the reviews of it, and the settled levels."""

    format: int = PACKET_FORMAT
    case: str
    course: str
    plan: Plan
    reviews: list[ReturnedReview] = []
    scores: list[ReturnedScore] = []
    answer_by: AwareDatetime | None = None
