"""Cohen's kappa with quadratic weights: two raters, the same units."""

import numpy as np
from numpy.typing import ArrayLike

from goalsmith.peer.agreement.coefficient import Coefficient, undefined


def quadratic_kappa(a: ArrayLike, b: ArrayLike, levels: int = 4) -> Coefficient:
    """Agreement of two raters beyond chance, where a disagreement weighs as the square of its distance.

    kappa = 1 - mean((a - b)^2) / mean((a_i - b_j)^2 over all i and j); the second mean is what the raters' own habits
    would give by chance (Cohen 1968; Fleiss & Cohen 1973). `a` and `b` hold levels from 0 to `levels` - 1, NaN where
    one is missing; only units that both rated count.

    Raises:
        ValueError: the lengths differ, or a level is not a whole number in that range.
    """
    one, other = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if one.ndim != 1 or one.shape != other.shape:
        raise ValueError(f"levels: two rows of the same length are needed, not {one.shape} and {other.shape}")
    both = ~(np.isnan(one) | np.isnan(other))
    one, other = one[both], other[both]
    if not np.isin(np.concatenate([one, other]), np.arange(levels)).all():
        raise ValueError(f"levels: each must be a whole number from 0 to {levels - 1}")
    n = len(one)
    if n < 2:
        return undefined("Fewer than two units were rated by both.", n)
    by_chance = one.var() + other.var() + (one.mean() - other.mean()) ** 2
    if not by_chance:
        return undefined("Both raters gave every unit the same level, so agreement cannot be told from habit.", n)
    return Coefficient(float(1 - np.mean((one - other) ** 2) / by_chance), n)
