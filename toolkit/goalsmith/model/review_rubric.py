"""The rubric of reviews: what makes a comment useful, what a review needs, and how its parts weigh."""

import math
from typing import Annotated, Literal

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Slug, Text
from goalsmith.model.rubric import Check, CheckId, Criterion, Expected

Weight = Annotated[float, Field(ge=0, le=1)]
Message = Literal["spans", "strength", "strength_bare", "next_step", "next_step_open"]
MESSAGES: tuple[Message, ...] = ("spans", "strength", "strength_bare", "next_step", "next_step_open")


class CommentCriterion(Criterion):
    """How a comment is judged. Every comment is expected to reach 3, so that a file need not say it."""

    expected: Expected = Expected(goal=3, objective=3)


class Needed(Authored):
    """How many of each a review needs. `words` is the fewest words with which a strength says something."""

    spans: Annotated[int, Field(ge=0, le=20)]
    strengths: Annotated[int, Field(ge=0, le=1)]
    next_steps: Annotated[int, Field(ge=0, le=1)]
    words: Annotated[int, Field(ge=1, le=50)]


class MarkWeights(Authored):
    """The two parts of the mark for reviewing: agreement with consensus and known plans, and usefulness of comments."""

    agreement: Weight
    usefulness: Weight


class UsefulnessWeights(Authored):
    """The three parts of a review's usefulness: its comments, the strength, the next step."""

    comments: Weight
    strength: Weight
    next_step: Weight


class ReviewWeights(Authored):
    """Weights, each set of which adds up to 1."""

    mark: MarkWeights
    usefulness: UsefulnessWeights

    @model_validator(mode="after")
    def _whole(self) -> "ReviewWeights":
        for name, part in (("mark", self.mark), ("usefulness", self.usefulness)):
            total = sum(part.model_dump().values())
            if not math.isclose(total, 1, abs_tol=1e-6):
                raise ValueError(f"{name}: the weights add up to {total:g}; make them add up to 1")
        return self


class ReviewRubric(Authored):
    """`review.yaml`. A check's advice speaks to the reviewer and may use ``{quote}`` for their own words."""

    id: Slug
    version: Text
    title: Text
    comment: CommentCriterion
    checks: dict[CheckId, Check]
    needed: Needed
    messages: dict[Message, Text]
    weights: ReviewWeights

    @model_validator(mode="after")
    def _complete(self) -> "ReviewRubric":
        for rule in self.comment.rules:
            for check in (*rule.all, *rule.none):
                if check not in self.checks:
                    raise ValueError(f"comment.rules: no check is called {check}; add it under checks")
        if missing := [name for name in MESSAGES if name not in self.messages]:
            raise ValueError(f"messages: {missing[0]} is missing; add the sentence that the reviewer reads")
        return self
