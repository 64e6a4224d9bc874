"""Intraclass correlation: how much of the variance of levels is between units, and not between raters or by chance.

Shrout & Fleiss 1979, Intraclass correlations: uses in assessing rater reliability; McGraw & Wong 1996, Forming
inferences about some intraclass correlation coefficients.
"""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from goalsmith.peer.agreement.coefficient import Coefficient, Matrix, as_matrix, undefined

Kind = Literal["ICC(1,1)", "ICC(1,k)", "ICC(2,1)", "ICC(2,k)"]


def icc(matrix: ArrayLike, kind: Kind) -> Coefficient:
    """The intraclass correlation of `matrix` (units x raters, NaN for gaps), named as by Shrout & Fleiss (1979).

    "ICC(2,1)" and "ICC(2,k)": the same raters, drawn from many, rated every unit; absolute agreement of one rater, and
    of the mean of all (ICC(A,1) and ICC(A,k) in McGraw & Wong 1996). These need a matrix without gaps.

    "ICC(1,1)" and "ICC(1,k)": every unit has raters of its own, as in a round of peer review, where the columns hold
    each plan's reviews in any order. Gaps are allowed. The usual number of levels a unit is then n0 of the unbalanced
    analysis of variance (Donner 1986, Inference procedures for the intraclass correlation coefficient), and k of
    "ICC(1,k)" is the harmonic mean of the numbers of levels, since the error of a unit's mean goes with 1 / number
    (Putka, Le, McCloy & Diaz 2008, Ill-structured measurement designs).

    A value below 0 is possible: units differ less than chance alone would make them.
    """
    levels = as_matrix(matrix)
    levels = levels[~np.isnan(levels).all(axis=1)]
    n = len(levels)
    if n < 2:
        return undefined("Fewer than two units have a level.", n)
    if np.nanmin(levels) == np.nanmax(levels):
        return undefined("Every level is the same, so there is no variance to divide.", n)
    return _one_way(levels, kind) if kind in ("ICC(1,1)", "ICC(1,k)") else _two_way(levels, kind)


def _one_way(levels: Matrix, kind: Kind) -> Coefficient:
    n = len(levels)
    sizes = (~np.isnan(levels)).sum(axis=1)
    total = int(sizes.sum())
    if total == n:
        return undefined("No unit has two levels.", n)
    means = np.nanmean(levels, axis=1)
    within = np.nansum((levels - means[:, None]) ** 2) / (total - n)
    between = (sizes * (means - np.nanmean(levels)) ** 2).sum() / (n - 1)
    usual = (total - (sizes**2).sum() / total) / (n - 1)
    units = (between - within) / usual
    raters = 1.0 if kind == "ICC(1,1)" else n / float((1 / sizes).sum())
    return _share(units, within / raters, n)


def _two_way(levels: Matrix, kind: Kind) -> Coefficient:
    n, k = levels.shape
    if np.isnan(levels).any():
        return undefined("Not every rater rated every unit; ICC(1,1) and ICC(1,k) allow gaps.", n)
    if k < 2:
        return undefined("There is one rater only.", n)
    units, raters = levels.mean(axis=1), levels.mean(axis=0)
    rest = levels - units[:, None] - raters + levels.mean()
    error = (rest**2).sum() / ((n - 1) * (k - 1))
    between_units = k * units.var(ddof=1)
    between_raters = n * raters.var(ddof=1)
    signal = (between_units - error) / k
    noise = (between_raters - error) / n + error
    return _share(signal, noise / (1 if kind == "ICC(2,1)" else k), n)


def _share(signal: float, noise: float, n: int) -> Coefficient:
    """The share of the signal in the whole variance.

    Where chance makes the estimate of the units' variance negative, the whole can come to nothing.
    """
    if signal + noise <= 1e-12:
        return undefined("The estimated variance of a level comes to nothing.", n)
    return Coefficient(float(signal / (signal + noise)), n)
