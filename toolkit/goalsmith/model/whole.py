"""The rubric of a plan as a whole: thread, fit and safety, in the shape of the rubric of statements."""

from typing import Literal

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Slug, Text
from goalsmith.model.rubric import Check, CheckId, Criterion, Expected

Part = Literal["thread", "fit", "safety"]
PARTS: tuple[Part, ...] = ("thread", "fit", "safety")


class PartCriterion(Criterion):
    """One part of a plan. Every plan is expected to reach 3, so that a file need not say it."""

    expected: Expected = Field(default_factory=lambda: Expected(goal=3, objective=3))


class WholeRubric(Authored):
    """`plan.yaml`. `notes` are checks whose advice is given without touching a level."""

    id: Slug
    version: Text
    title: Text
    criteria: dict[Part, PartCriterion]
    checks: dict[CheckId, Check]
    notes: list[CheckId] = []

    @model_validator(mode="after")
    def _whole(self) -> "WholeRubric":
        if missing := [part for part in PARTS if part not in self.criteria]:
            raise ValueError(f"criteria: {missing[0]} is missing; add it with its anchors and rules")
        rules = [(f"criteria.{part}.rules", r) for part, c in self.criteria.items() for r in c.rules]
        named = [(place, name) for place, rule in rules for name in (*rule.all, *rule.none)]
        for place, name in [*named, *(("notes", name) for name in self.notes)]:
            if name not in self.checks:
                raise ValueError(f"{place}: no check is called {name}; add it under checks")
        return self
