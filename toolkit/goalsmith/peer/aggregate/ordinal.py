"""A level as a rounded reading of something finer: how likely it is, and what it says of the mean behind it.

A reviewer's impression is normal around `mean` with standard deviation `sd`; the level is the impression rounded and
clipped to 0..3, an ordered probit with the cut-points 0.5, 1.5 and 2.5 (McKelvey & Zavoina 1975). A level of 3 so says
only that the impression was above 2.5, which keeps a ceiling from pulling good plans down.
"""

import numpy as np
from scipy.special import ndtr

from goalsmith.peer.aggregate.table import TOP, Floats

_FLOOR = 1e-9
_ROOT = 1 / np.sqrt(2 * np.pi)


def read(levels: Floats, mean: Floats, sd: Floats) -> tuple[Floats, Floats, Floats]:
    """Return log likelihood, its slope and its (negative) curvature with respect to `mean`, element by element.

    NaN levels give 0 for all three: they say nothing.
    """
    low = np.where(levels > 0, (levels - 0.5 - mean) / sd, -np.inf)
    high = np.where(levels < TOP, (levels + 0.5 - mean) / sd, np.inf)
    chance = np.maximum(ndtr(high) - ndtr(low), _FLOOR)
    dens_low, dens_high = _density(low), _density(high)
    slope = (dens_low - dens_high) / (chance * sd)
    bend = (_times(high, dens_high) - _times(low, dens_low)) / (chance * sd**2) + slope**2
    there = ~np.isnan(levels)
    return (
        np.where(there, np.log(chance), 0.0),
        np.where(there, slope, 0.0),
        np.where(there, np.maximum(bend, _FLOOR), 0.0),
    )


def square(levels: Floats, mean: Floats, sd: Floats) -> Floats:
    """The expected square of (impression - `mean`), given the level; 0 for NaN levels."""
    low = np.where(levels > 0, (levels - 0.5 - mean) / sd, -np.inf)
    high = np.where(levels < TOP, (levels + 0.5 - mean) / sd, np.inf)
    chance = np.maximum(ndtr(high) - ndtr(low), _FLOOR)
    inside = 1 + (_times(low, _density(low)) - _times(high, _density(high))) / chance
    found: Floats = np.where(np.isnan(levels), 0.0, np.maximum(inside, 0.0) * sd**2)
    return found


def _density(at: Floats) -> Floats:
    found: Floats = _ROOT * np.exp(-0.5 * np.minimum(at**2, 1e3))
    return found


def _times(at: Floats, density: Floats) -> Floats:
    return np.where(np.isfinite(at), at, 0.0) * density
