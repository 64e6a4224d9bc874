"""Krippendorff's alpha: any number of raters, with gaps."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from goalsmith.peer.agreement.coefficient import Coefficient, Matrix, as_matrix, undefined

Metric = Literal["ordinal", "interval"]


def krippendorff_alpha(matrix: ArrayLike, metric: Metric = "ordinal") -> Coefficient:
    """Agreement on `matrix` (units x raters, NaN for gaps) beyond chance: 1 - observed / expected disagreement.

    Which rater a level is from makes no difference, so the columns may hold each unit's reviews in any order. Units
    with one level or none do not count. The metric is what two different levels are apart: "interval", the square of
    their difference; "ordinal", the square of how many of the levels given lie between them, half of both ends included
    (Krippendorff 2004, Content Analysis, ch. 11; 2011, Computing Krippendorff's alpha-reliability).
    """
    levels = as_matrix(matrix)
    paired = levels[(~np.isnan(levels)).sum(axis=1) >= 2]
    n = len(paired)
    if n < 2:
        return undefined("Fewer than two units have two levels or more.", n)
    values, counts = _counts(paired)
    if len(values) < 2:
        return undefined("Every level is the same, so agreement cannot be told from habit.", n)
    sizes = counts.sum(axis=1, keepdims=True)
    observed = counts.T @ (counts / (sizes - 1)) - np.diag((counts / (sizes - 1)).sum(axis=0))
    totals = counts.sum(axis=0)
    expected = (np.outer(totals, totals) - np.diag(totals)) / (totals.sum() - 1)
    apart = _apart(values, totals, metric)
    return Coefficient(float(1 - (observed * apart).sum() / (expected * apart).sum()), n)


def _counts(paired: Matrix) -> tuple[Matrix, Matrix]:
    """The levels that occur, and how often each unit got each: an array of shape (units, levels)."""
    given = ~np.isnan(paired)
    values, at = np.unique(paired[given], return_inverse=True)
    counts = np.zeros((len(paired), len(values)))
    np.add.at(counts, (np.nonzero(given)[0], at), 1)
    return values, counts


def _apart(values: Matrix, totals: Matrix, metric: Metric) -> Matrix:
    """How far any two levels are apart, squared."""
    place = values if metric == "interval" else np.cumsum(totals) - totals / 2
    squared: Matrix = (place[:, None] - place[None, :]) ** 2
    return squared
