"""The made-up learners of the demo and their plans, the same at every run."""

import random
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from goalsmith.data import data_root
from goalsmith.errors import BadRubric
from goalsmith.model import Goal, Objective, Plan, RankedProblem, TargetedMeasure
from goalsmith.model.base import Authored, Slug, Text
from goalsmith.store.yamlfile import load

Quality = Annotated[int, Field(ge=0, le=3)]
S = TypeVar("S", "SampleGoal", "SampleObjective")


class Learner(Authored):
    """One made-up learner: how good their plan is meant to be, and what arrives of it."""

    id: Slug
    quality: Quality
    handed_in: Literal["plan", "damaged", "nothing"] = "plan"


class SampleGoal(Authored):
    """A goal that a learner may pick."""

    quality: Quality
    problem: Slug
    text: Text
    measure: TargetedMeasure = TargetedMeasure()
    review_by: str = ""


class SampleObjective(Authored):
    """An objective that a learner may pick."""

    quality: Quality
    problem: Slug
    text: Text
    due: str = ""
    interventions: list[str] = []


class Cohort(Authored):
    """The file `course/demo/cohort.yaml`."""

    case: Slug
    learners: list[Learner]
    goals: list[SampleGoal]
    objectives: list[SampleObjective]
    supervisor_says: dict[Quality, Text]

    def plan(self, learner: Learner) -> Plan:
        """Put a plan of two goals with two objectives each together, chosen by the learner's name."""
        rng = random.Random(learner.id)  # noqa: S311 - the same plan at every run is the point
        goals = _nearest(rng, self.goals, learner.quality, 2)
        steps = _nearest(rng, self.objectives, learner.quality, 4)
        plan = Plan(case=self.case, goals=[_goal(n, sample) for n, sample in enumerate(goals, 1)])
        for number, sample in enumerate(steps):
            goal = plan.goals[number % 2]
            goal.objectives.append(_objective(f"{goal.id}-o{len(goal.objectives) + 1}", sample))
        if learner.quality >= 2:
            problems = sorted({sample.problem for sample in (*goals, *steps)})
            plan.problems = [
                RankedProblem(id=problem, rank=rank, decision="now", reason="Weighs most on her days.")
                for rank, problem in enumerate(problems, 1)
            ]
        return plan


def load_cohort(path: Path | None = None) -> Cohort:
    """Read the sample cohort."""
    return load(Cohort, path or data_root() / "course" / "demo" / "cohort.yaml", BadRubric)


def _nearest(rng: random.Random, samples: list[S], quality: int, count: int) -> list[S]:
    """Pick `count` different samples, mostly of the wanted quality: nobody writes every line equally well."""
    return sorted(samples, key=lambda sample: abs(sample.quality - quality) + 2.0 * rng.random())[:count]


def _goal(number: int, sample: SampleGoal) -> Goal:
    measure = sample.measure.model_copy()
    return Goal(id=f"g{number}", text=sample.text, problem=sample.problem, measure=measure, review_by=sample.review_by)


def _objective(name: str, sample: SampleObjective) -> Objective:
    return Objective(id=name, text=sample.text, due=sample.due, interventions=list(sample.interventions))
