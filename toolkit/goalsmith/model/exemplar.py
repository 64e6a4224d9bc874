"""Plans with reference levels: what a strong and a flawed plan for a case look like, and why."""

from datetime import date as Date  # noqa: N812 - a field is called date
from typing import Annotated, Literal

from pydantic import Field

from goalsmith.model.base import Authored, Slug, Text
from goalsmith.model.plan import Plan

PlanCriterion = Literal["S", "M", "A", "R", "T", "thread", "fit", "safety"]


class RatedBy(Authored):
    """Who set the levels. Until licensed clinicians have signed, pages call them reference levels."""

    role: Text
    licence: Text
    date: Date


class Exemplar(Authored):
    """One plan with the level, 0 to 3, that it reaches as a whole on each criterion."""

    id: Slug
    title: str = ""
    rationale: Text
    levels: dict[PlanCriterion, Annotated[int, Field(ge=0, le=3)]]
    plan: Plan


class Exemplars(Authored):
    """The exemplar plans of one case."""

    case: Slug
    rated_by: RatedBy
    exemplars: Annotated[list[Exemplar], Field(min_length=1)]
