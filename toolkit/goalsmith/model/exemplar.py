"""Plans with reference levels: what strong, middling and flawed plans for a case look like, and why."""

from typing import Annotated

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Slug, Text
from goalsmith.model.criteria import PlanCriterion
from goalsmith.model.plan import Plan
from goalsmith.model.rated_by import RatedBy
from goalsmith.model.rubric import Level


class Exemplar(Authored):
    """One plan with the level, 0 to 3, that it reaches as a whole on each criterion, and the reason for each level.

    A reason speaks to somebody who chose another level, and names the words of the plan that it rests on.
    """

    id: Slug
    title: str = ""
    rationale: Text
    levels: dict[PlanCriterion, Level]
    reasons: dict[PlanCriterion, Text]
    plan: Plan

    @model_validator(mode="after")
    def _gives_reasons(self) -> "Exemplar":
        if missing := [one for one in self.levels if one not in self.reasons]:
            raise ValueError(f"reasons: {missing[0]} is missing; say which words of the plan its level rests on")
        if extra := [one for one in self.reasons if one not in self.levels]:
            raise ValueError(f"reasons: {extra[0]} has a reason but no level; add it to levels, or take the reason out")
        return self


class Exemplars(Authored):
    """The exemplar plans of one case."""

    case: Slug
    rated_by: RatedBy
    exemplars: Annotated[list[Exemplar], Field(min_length=1)]
