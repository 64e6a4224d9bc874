"""The eight things that a plan as a whole is judged by, in the order of the page."""

from typing import Literal

from goalsmith.model.assessment import LETTERS
from goalsmith.model.case import Case
from goalsmith.model.whole import PARTS

PlanCriterion = Literal["S", "M", "A", "R", "T", "thread", "fit", "safety"]
CRITERIA: tuple[PlanCriterion, ...] = (*LETTERS, *PARTS)


def asked(case: Case) -> tuple[PlanCriterion, ...]:
    """The criteria that a plan for `case` is judged by: safety only where the case carries a risk."""
    return tuple(one for one in CRITERIA if one != "safety" or case.risk)
