"""How sure each estimate is, and how sure it would be without any one review.

Plans and reviewers form a graph in which each review is an edge. What one end knows of itself, without what this very
review tells it, is passed to the other end, until nothing changes: belief propagation on normal values (Weiss & Freeman
2001, Correctness of belief propagation in Gaussian graphical models of arbitrary topology), here for variances only.
What a plan's criteria have in common is all that leniency and halo can touch, so one number a review is enough.
"""

from dataclasses import dataclass

import numpy as np

from goalsmith.peer.aggregate.fitting import Estimates, Reviews
from goalsmith.peer.aggregate.locating import Step
from goalsmith.peer.aggregate.table import Floats

_FIRST, _AGAIN = 8, 3
"""Rounds of passing on, from nothing and from the last step's result."""


@dataclass(frozen=True)
class Certainty:
    """Variances, in squared levels.

    Of a plan's mean quality (`plan`), of a leniency (`leniency`), of a plan's own parts (`own`, plans x criteria); for
    each review, of its plan and of its reviewer without this review (`other_plan`, `other_leniency`). `plan_weight` and
    `leniency_weight`: what reviews and supervisor say of each, as 1 / variance.
    """

    plan: Floats
    leniency: Floats
    own: Floats
    other_plan: Floats
    other_leniency: Floats
    plan_weight: Floats
    leniency_weight: Floats


def certainty(data: Reviews, now: Estimates, step: Step, before: Certainty | None) -> Certainty:
    """Pass variances along the reviews, beginning with those `before`."""
    spread, halo = now.spread, now.halo_variance(data)
    staff = data.staff_weight.sum(axis=1)
    trusted = step.weight * now.trust(data)
    followed = step.weight * now.follows
    prior = 1 / (spread.shared + spread.own / data.asked_count)
    other_leniency = np.full(len(data.plan), spread.leniency) if before is None else before.other_leniency
    for _ in range(_FIRST if before is None else _AGAIN):
        to_plan = trusted / (1 + trusted * (halo + other_leniency))
        said = data.by_plan(to_plan) + staff
        other_plan = 1 / ((prior + said)[data.plan] - to_plan)
        to_reviewer = followed / (1 + followed * (halo + other_plan))
        told = data.by_reviewer(to_reviewer)
        other_leniency = 1 / ((1 / spread.leniency + told)[data.reviewer] - to_reviewer)
    own = spread.own / (1 + spread.own * step.given)
    return Certainty(1 / (prior + said), 1 / (1 / spread.leniency + told), own, other_plan, other_leniency, said, told)
