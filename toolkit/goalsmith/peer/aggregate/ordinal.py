"""A level as a rounded reading of something finer: how likely it is, and what it says of the mean behind it.

A reviewer's impression is normal around `mean` with standard deviation `sd`; the level is the impression rounded and
clipped to 0..3, an ordered probit with the cut-points 0.5, 1.5 and 2.5 (McKelvey & Zavoina 1975, A statistical model
for the analysis of ordinal level dependent variables). A level of 3 so says only that the impression was above 2.5,
which keeps the ceiling from pulling good plans down.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from goalsmith.peer.aggregate.table import TOP, Floats

_ENDLESS = 100.0
"""Stands for an infinite cut-point, in levels; any finite one far outside keeps inf * 0 away."""
_FURTHEST = 6.0
"""No level counts as more than so many standard deviations off: a slip of the hand is not that surprising."""
_ROOT = 1 / np.sqrt(2 * np.pi)


@dataclass(frozen=True)
class Reading:
    """What levels say, element by element.

    `like`: log likelihood of the level; `slope` and `bend`: its slope and its curvature, sign reversed, in the mean;
    `square`: the expected square of impression less mean, given the level. A NaN level has no slope and no bend.
    """

    like: Floats
    slope: Floats
    bend: Floats
    square: Floats


def edges(levels: Floats) -> tuple[Floats, Floats]:
    """The interval of impressions that a level stands for; all of them for NaN."""
    low = np.where(levels > 0, levels - 0.5, -_ENDLESS)
    high = np.where(levels < TOP, levels + 0.5, _ENDLESS)
    return low, high


def read(low: Floats, high: Floats, mean: Floats, sd: Floats) -> Reading:
    """Read levels, given as their `edges`, of impressions around `mean` with `sd`, all of the same shape."""
    scale = 1 / sd
    a = np.minimum((low - mean) * scale, _FURTHEST)
    b = np.maximum((high - mean) * scale, -_FURTHEST)
    chance = ndtr(b) - ndtr(a)
    share = _ROOT / chance
    at_a, at_b = np.exp(-0.5 * a * a), np.exp(-0.5 * b * b)
    slope = (at_a - at_b) * share
    narrow = (a * at_a - b * at_b) * share
    return Reading(np.log(chance), slope * scale, (slope * slope - narrow) * scale * scale, (1 + narrow) * sd * sd)
