"""Reviews as arrays: who gave which plan which levels."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

TOP = 3
"""The highest level; the lowest is 0."""


@dataclass(frozen=True)
class Table:
    """`n` reviews: `reviewer` and `plan` are numbers from 0, `levels` has a row a review and a column a criterion.

    A level is 0, 1, 2 or 3, or NaN where the criterion was not asked; a row of NaN alone is a review that was not
    delivered and counts for nothing. `reviewers` and `plans` say how many there are of each, those without any review
    included.
    """

    reviewer: Ints
    plan: Ints
    levels: Floats
    reviewers: int
    plans: int

    def __post_init__(self) -> None:
        """Check shapes and ranges.

        Raises:
            ValueError: lengths differ, a number is out of range, or a level is none.
        """
        n = len(self.reviewer)
        if self.plan.shape != (n,) or self.levels.ndim != 2 or len(self.levels) != n:
            raise ValueError("table: reviewer, plan and levels need one row for each review")
        if n and not (self.reviewer.min() >= 0 and self.reviewer.max() < self.reviewers):
            raise ValueError("table: a reviewer's number is out of range")
        if n and not (self.plan.min() >= 0 and self.plan.max() < self.plans):
            raise ValueError("table: a plan's number is out of range")
        if not np.isin(self.levels[~np.isnan(self.levels)], np.arange(TOP + 1)).all():
            raise ValueError(f"table: a level must be a whole number from 0 to {TOP}, or NaN")

    @property
    def criteria(self) -> int:
        """The number of criteria."""
        return int(self.levels.shape[1])

    def only(self, rows: Flags) -> "Table":
        """The table with those reviews alone for which `rows` is true; reviewers and plans keep their numbers."""
        return Table(self.reviewer[rows], self.plan[rows], self.levels[rows], self.reviewers, self.plans)


Known = Mapping[int, Floats]
"""Levels of plans that a supervisor scored, by the plan's number: one a criterion, NaN where it was not asked."""
