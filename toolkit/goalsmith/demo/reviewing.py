"""What the demo's made-up reviewers and authors write, the same at every run."""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from goalsmith.data import data_root
from goalsmith.errors import BadRubric
from goalsmith.model import PlanCriterion
from goalsmith.model.base import Authored, Text
from goalsmith.model.rubric import Level
from goalsmith.store.yamlfile import load

Taken = Literal["yes", "partly", "no"]


class SampleComment(Authored):
    """A comment about one criterion, to be tied to words of a plan that reaches one of `levels` on it."""

    about: PlanCriterion
    useful: Level
    levels: Annotated[list[Level], Field(min_length=1)] = [0, 1, 2, 3]
    text: Text


class SampleStep(Authored):
    """A next step that helps with one criterion."""

    about: PlanCriterion
    text: Text


class SampleAnswer(Authored):
    """What an author does with a next step, and why."""

    taken: Taken
    why: Text


class SampleReviews(Authored):
    """The file `course/demo/reviews.yaml`."""

    comments: list[SampleComment]
    strengths: list[Text]
    next_steps: list[SampleStep]
    answers: list[SampleAnswer]

    def comment(self, rng: random.Random, about: PlanCriterion, useful: int, level: int | None = None) -> str:
        """A comment about a criterion, as near to the wanted usefulness as there is one.

        `level` is what the reviewer found the plan to reach on it; None takes a comment on any plan.
        """
        mine = [one for one in self.comments if one.about == about and (level is None or level in one.levels)]
        nearest = min(abs(one.useful - useful) for one in mine)
        return rng.choice([one.text for one in mine if abs(one.useful - useful) == nearest])

    def strength(self, rng: random.Random) -> str:
        """Something that works."""
        return rng.choice(self.strengths)

    def next_step(self, rng: random.Random, levels: Mapping[PlanCriterion, int]) -> str:
        """A step for the weakest criterion that there is one for."""
        helped = {one.about for one in self.next_steps}
        weakest = min((one for one in levels if one in helped), key=lambda one: (levels[one], rng.random()))
        return rng.choice([one.text for one in self.next_steps if one.about == weakest])

    def answer(self, rng: random.Random) -> tuple[Taken, str]:
        """An author's decision on a next step, and the reason."""
        chosen = rng.choice(self.answers)
        return chosen.taken, chosen.why


def load_sample_reviews(path: Path | None = None) -> SampleReviews:
    """Read the sample reviews."""
    return load(SampleReviews, path or data_root() / "course" / "demo" / "reviews.yaml", BadRubric)
