"""One step toward the likeliest qualities and leniencies, for given variances.

Fisher scoring: each level is replaced by a working value, the impression that would have the same slope, with the
curvature as its weight; then reviewers are fitted to plans and plans to reviewers, each by the formulas for normal
values (Searle, Casella & McCulloch 1992, Variance components, ch. 7).
"""

from dataclasses import dataclass, replace

import numpy as np

from goalsmith.peer.aggregate import ordinal
from goalsmith.peer.aggregate.fitting import Estimates, Reviews
from goalsmith.peer.aggregate.sums import across, in_blocks, to_columns
from goalsmith.peer.aggregate.table import Floats

_FURTHEST_STEP = 1.5
"""Levels. Far from its level a reading is nearly flat, and a full step would overshoot."""


@dataclass(frozen=True)
class Step:
    """What was read on the way, before the step. Shapes: n, n x C, and plans x C for `given`.

    `like`: log likelihood of each review; `slope` and `bend` of each level's, as in `ordinal.Reading`; `square`: of a
    review's impressions around their means; `weight`: of each review as a whole; `given`: the weight behind each
    quality, the supervisor's part included.
    """

    like: Floats
    slope: Floats
    bend: Floats
    square: Floats
    weight: Floats
    given: Floats


def locate(data: Reviews, now: Estimates) -> Step:
    """Move qualities, leniencies and halos of `now` one step."""
    reviewer = data.reviewer
    offset = now.leniency[reviewer] + now.halo
    missing = data.criteria - data.count
    read = in_blocks(_read, data.low, data.high, missing, now.quality[data.plan], offset, now.noise[reviewer])
    like, slope, bend, square, pull = read
    weight = across(bend)
    _reviewers(data, now, weight, across(pull) / weight + offset)
    given = _plans(data, now, bend, pull, offset)
    _level(data, now)
    return Step(like, slope, bend, square, weight, given)


def _read(
    low: Floats, high: Floats, missing: Floats, quality: Floats, offset: Floats, noise: Floats
) -> tuple[Floats, ...]:
    """Read some reviews; the last of the answers is the working value less the mean, times its weight."""
    columns = low.shape[1]
    found = ordinal.read(low, high, quality + to_columns(offset, columns), to_columns(noise, columns))
    most = _FURTHEST_STEP * found.bend
    square = across(found.square) - missing * noise**2  # a missing level leaves the whole variance
    return across(found.like), found.slope, found.bend, square, np.clip(found.slope, -most, most)


def _reviewers(data: Reviews, now: Estimates, weight: Floats, above: Floats) -> None:
    """Leniencies and halos, from how far each review as a whole lies above its plan."""
    spread = now.spread
    halo = now.halo_variance(data)
    clear = weight / (1 + weight * halo)  # what a review says of its reviewer, whatever its halo is
    counts = clear * now.follows
    value = data.by_reviewer(counts * above) + spread.mean_leniency / spread.leniency
    now.leniency = value / (data.by_reviewer(counts) + 1 / spread.leniency)
    now.halo = halo * clear * (above - now.leniency[data.reviewer])


def _plans(data: Reviews, now: Estimates, bend: Floats, pull: Floats, offset: Floats) -> Floats:
    """Each plan's shared and own parts; returns the weight behind each quality. `offset` is what was read with."""
    trust, moved = now.trust(data), offset - now.leniency[data.reviewer] - now.halo
    said = data.by_plan(in_blocks(_said, bend, pull, trust, moved)[0])
    reviews = data.by_plan(in_blocks(_weighed, bend, trust)[0])
    given = reviews + data.staff_weight
    value = said + (now.quality - now.centre) * reviews + data.staff_weight * (data.staff - now.centre)
    through = 1 / (1 + now.spread.own * given)
    now.shared = across(through * value) / (across(through * given) + 1 / now.spread.shared)
    now.own = now.spread.own * through * (value - given * now.shared[:, None])
    now.quality = now.centre + now.shared[:, None] + now.own
    return given


def _said(bend: Floats, pull: Floats, trust: Floats, moved: Floats) -> tuple[Floats, ...]:
    columns = bend.shape[1]
    return ((pull + bend * to_columns(moved, columns)) * to_columns(trust, columns),)


def _weighed(bend: Floats, trust: Floats) -> tuple[Floats, ...]:
    return (bend * to_columns(trust, bend.shape[1]),)


def _level(data: Reviews, now: Estimates) -> None:
    """Move all plans down and all reviewers up by the same: no review can tell, so only what is known decides.

    That is the supervisor's levels, and else that a mean leniency of none is the likeliest. Without this step of its
    own the balance would be found, but in hundreds of steps.
    """
    spread = now.spread
    near = 1 / spread.of_mean_leniency
    mean = spread.mean_leniency
    off = (data.staff_weight * (now.quality - data.staff)).sum()
    down = float((off - near * mean) / (data.staff_weight.sum() + near))
    now.quality = now.quality - down
    now.centre = now.centre - down
    now.leniency = now.leniency + down
    now.spread = replace(spread, mean_leniency=mean + down)
