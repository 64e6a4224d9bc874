"""What every measure of agreement answers."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient of agreement from `n` units: 1 is perfect, 0 what chance gives; NaN has its reason in `why`."""

    value: float
    n: int
    why: str = ""

    def __float__(self) -> float:
        """The value."""
        return self.value


def undefined(why: str, n: int) -> Coefficient:
    """No coefficient, and why."""
    return Coefficient(math.nan, n, why)


def as_matrix(levels: ArrayLike) -> Matrix:
    """Levels as numbers, units in rows and raters in columns.

    Raises:
        ValueError: there are not two dimensions, or a level is infinite.
    """
    matrix = np.asarray(levels, dtype=np.float64)
    if matrix.ndim != 2:
        raise ValueError(f"levels: {matrix.ndim} dimension(s); give a matrix, units in rows and raters in columns")
    if np.isinf(matrix).any():
        raise ValueError("levels: one is infinite; leave what was not rated as NaN")
    return matrix
