"""Bootstrap intervals for any measure of agreement."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from goalsmith.peer.agreement.coefficient import Coefficient, Matrix, as_matrix

ENOUGH = 0.9
"""The share of resamples in which the coefficient must exist for an interval to be given."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient from `n` units with its interval from `low` to `high`. What is NaN has its reason in `why`."""

    value: float
    low: float
    high: float
    n: int
    why: str = ""


def with_interval(
    statistic: Callable[[Matrix], Coefficient],
    matrix: ArrayLike,
    level: float = 0.90,
    seed: int = 0,
    resamples: int = 1000,
) -> Estimate:
    """The coefficient of `matrix` (units x raters) with its percentile interval (Efron & Tibshirani 1993, ch. 13).

    Whole units are drawn anew, with replacement, so the interval speaks of other units of the same kind. The same seed
    gives the same interval. For two raters: ``with_interval(lambda m: quadratic_kappa(m[:, 0], m[:, 1]), matrix)``.
    """
    levels = as_matrix(matrix)
    found = statistic(levels)
    if math.isnan(found.value):
        return Estimate(math.nan, math.nan, math.nan, found.n, found.why)
    draws = np.random.default_rng(seed).integers(len(levels), size=(resamples, len(levels)))
    values = np.array([statistic(levels[draw]).value for draw in draws])
    values = values[~np.isnan(values)]
    if len(values) < ENOUGH * resamples:
        why = (
            f"Too little varies for an interval: {resamples - len(values)} of {resamples} resamples had no coefficient."
        )
        return Estimate(found.value, math.nan, math.nan, found.n, why)
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2]).tolist()
    return Estimate(found.value, low, high, found.n)
