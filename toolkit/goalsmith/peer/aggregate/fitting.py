"""What a fit works on and what it finds: the reviews, sorted and counted once, and estimates in the making."""

from dataclasses import dataclass, field

import numpy as np

from goalsmith.peer.aggregate import ordinal
from goalsmith.peer.aggregate.sums import total_by
from goalsmith.peer.aggregate.table import TOP, Flags, Floats, Ints, Known, Table

KNOWN_SD = 0.25
"""Standard error, in levels, of a supervisor's level. An assumption: nobody has measured it."""
HONEST, CARELESS, FLAT = 0, 1, 2
"""The kinds of reviewers: columns of `Estimates.kinds`."""


class Reviews:
    """The reviews of a table that say anything, sorted by plan and reviewer, with what is counted of them once.

    Shapes: n reviews, P plans, R reviewers, C criteria.
    """

    def __init__(self, table: Table, known: Known, without: Ints) -> None:
        """Sort and count; reviews by the reviewers `without` count for nothing."""
        there = ~np.isnan(table.levels)
        rows = np.flatnonzero(there.any(axis=1) & ~np.isin(table.reviewer, without))
        self.rows: Ints = rows[np.lexsort((table.reviewer[rows], table.plan[rows]))]
        """Which row of the table each review is."""
        self.reviewer, self.plan = table.reviewer[self.rows], table.plan[self.rows]
        self._first = np.flatnonzero(np.diff(self.plan, prepend=-1))
        self.plans, self.reviewers, self.criteria = table.plans, table.reviewers, table.criteria
        levels, self.there = table.levels[self.rows], there[self.rows]
        self.low, self.high = ordinal.edges(levels)
        self.count: Floats = self.there.sum(axis=1).astype(np.float64)
        self.tops: Floats = (levels == TOP).sum(axis=1).astype(np.float64)
        self.of_reviewer = self.by_reviewer(self.count)
        each = [(levels == level).sum(axis=1).astype(np.float64) for level in range(TOP + 1)]
        self.levels_given: Floats = np.stack([self.by_reviewer(count) for count in each], axis=1)
        """How often each reviewer gave each level, R x 4."""
        self.active: Flags = self.of_reviewer > 0
        self.staff: Floats = np.full((table.plans, table.criteria), np.nan)
        for plan, given in known.items():
            self.staff[plan] = given
        self.staff_weight: Floats = np.where(np.isnan(self.staff), 0.0, 1 / KNOWN_SD**2)
        self.staff = np.nan_to_num(self.staff)
        by_anybody = [np.bincount(table.plan, column, minlength=table.plans) for column in there.T]
        asked: Flags = (self.by_plan(self.there.astype(np.float64)) > 0) | (self.staff_weight > 0)
        self.seen: Flags = np.array(asked.any(axis=1))
        """Plans of which anything is known."""
        self.asked: Flags = np.where(self.seen[:, None], asked, np.stack(by_anybody, axis=1) > 0)
        """Criteria of each plan; of one that only reviewers `without` read, those that they gave a level."""
        self.asked_count: Floats = np.maximum(self.asked.sum(axis=1), 1).astype(np.float64)
        self.mean_level = _mean_level(levels)

    def by_plan(self, values: Floats) -> Floats:
        """Sums over the reviews of each plan, of values n or n x C."""
        sums: Floats = np.zeros((self.plans, *values.shape[1:]))
        if len(values):
            sums[self.plan[self._first]] = np.add.reduceat(values, self._first, axis=0)
        return sums

    def by_reviewer(self, values: Floats) -> Floats:
        """Sums over the reviews by each reviewer, of values n."""
        return total_by(self.reviewer, values, self.reviewers)


def _mean_level(levels: Floats) -> Floats:
    """The mean level of each criterion; the middle of the scale where nobody gave one."""
    there = ~np.isnan(levels)
    count = there.sum(axis=0)
    found: Floats = np.where(count > 0, np.nan_to_num(levels).sum(axis=0) / np.maximum(count, 1), TOP / 2)
    return found


_COMMON = 1 / 3
"""How far the cohort's mean leniency may lie from none, as a share of how much reviewers differ in it. Without a known
plan no data can tell, since a generous cohort and good plans look the same."""
_LONG_TAIL = 0.25
"""How much of a mean leniency, squared, adds to its variance: one that known plans show is then little shrunk."""


@dataclass(frozen=True)
class Spread:
    """The variances of the model, in squared levels, and the shares of the kinds of reviewers. As made: usual ones.

    `shared` and `own`: of the part of a plan's quality that its criteria have in common, and of that of one criterion.
    `leniency`: between reviewers, around `mean_leniency`. `halo`: of the part of a reviewer's noise that all criteria
    of one review have in common, as a multiple of the rest. `noise`: of a typical reviewer on one criterion.
    """

    shared: float = 0.3
    own: float = 0.2
    leniency: float = 0.1
    mean_leniency: float = 0.0
    halo: float = 0.15
    noise: float = 0.36
    kinds: tuple[float, float, float] = (0.90, 0.06, 0.04)

    @property
    def of_mean_leniency(self) -> float:
        """The variance of the prior of the cohort's mean leniency, around none."""
        return _COMMON**2 * self.leniency + _LONG_TAIL * self.mean_leniency**2


@dataclass
class Estimates:
    """Estimates in the making. `quality` is `centre + shared + own`, unclipped; see `consensus` for the model."""

    quality: Floats
    centre: Floats
    shared: Floats
    own: Floats
    leniency: Floats
    noise: Floats
    halo: Floats
    kinds: Floats
    follows: Floats
    """How likely each review follows the model, and is no favour."""
    spread: Spread = field(default_factory=Spread)

    def halo_variance(self, data: Reviews) -> Floats:
        """The variance of each review's halo."""
        found: Floats = self.spread.halo * self.noise[data.reviewer] ** 2
        return found

    def trust(self, data: Reviews) -> Floats:
        """The weight of each review: how likely its reviewer is honest and it is no favour."""
        found: Floats = self.kinds[data.reviewer, HONEST] * self.follows
        return found


def begin(data: Reviews) -> Estimates:
    """Estimates before anything was read: every plan is average and every reviewer typical."""
    spread = Spread()
    return Estimates(
        quality=np.tile(data.mean_level, (data.plans, 1)),
        centre=data.mean_level,
        shared=np.zeros(data.plans),
        own=np.zeros((data.plans, data.criteria)),
        leniency=np.zeros(data.reviewers),
        noise=np.full(data.reviewers, np.sqrt(spread.noise)),
        halo=np.zeros(len(data.plan)),
        kinds=np.tile(np.array(spread.kinds), (data.reviewers, 1)),
        follows=np.ones(len(data.plan)),
        spread=spread,
    )
