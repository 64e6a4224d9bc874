"""What the reviews of a cohort together say of each plan, and how far each reviewer can be relied on.

The model. A plan's quality on a criterion is ``centre + shared + own``: the cohort's mean on that criterion, a part
that all criteria of the plan have in common, and one of the criterion's own. A reviewer sees it through a leniency of
their own, an impression of the whole plan that colours all criteria of this one review (halo), and noise of their own,
and gives the nearest level (`ordinal`). Each part is normal, with a variance that is estimated from the cohort
(`varying`), so everything is shrunk toward the mean just as far as the data say (empirical Bayes, Efron & Morris 1973).
Beside honest reviewers there are those whose levels say nothing of the plan, and single reviews that are favours
(`kinds`); how likely a review is neither weighs what it says. Plans that a supervisor scored enter as known but for a
standard error.

The family is that of PG1 (Piech et al. 2013, Tuned models of peer assessment in MOOCs), with levels in place of
continuous grades, criteria in place of one grade, and reviewers of other kinds. `benchmarks/peer_worlds` chose it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from goalsmith.peer.aggregate.certainty import Certainty, certainty
from goalsmith.peer.aggregate.fitting import CARELESS, FLAT, HONEST, Estimates, Reviews, Spread, begin
from goalsmith.peer.aggregate.intervals import limits
from goalsmith.peer.aggregate.kinds import sort
from goalsmith.peer.aggregate.locating import Step, locate
from goalsmith.peer.aggregate.sums import across
from goalsmith.peer.aggregate.table import Floats, Ints, Known, Table
from goalsmith.peer.aggregate.varying import vary

_STILL = 0.003
"""Levels: when qualities move less than this in a step, root mean square, the fit is done."""
_LOOK = 2
"""Steps before variances and kinds are first estimated: from nothing, everybody would look careless."""


@dataclass(frozen=True)
class Consensus:
    """The result, in arrays over plans, plans x criteria, reviewers, or reviews (in the order of the table).

    Plans x criteria: `level` (0 to 3), between `low` and `high` in 90 of 100 cases; NaN where the criterion was not
    asked of the plan. Plans: `total`, `total_low`, `total_high` (0 to 1), the mean share of 3 over the criteria asked,
    NaN where nothing is known of the plan; `read`, the number of reviews; `shrinkage`, how much of the total comes from
    the cohort's mean (0: nothing, 1: all).

    Reviewers: `leniency` in levels, above 0 for generous; `noise`, in levels: two of three of this reviewer's levels
    lie no further than this from what they say of such a plan on average; `reliability`, the share (0 to 1) of how
    their levels differ that is due to how plans differ; the probabilities that they are `honest`, `careless` or
    `flat` (give everybody the same level, mostly the top), which add up to 1; `leniency_shrinkage`, as for plans.

    Reviews: `above`, how many levels a review as a whole lies above (below: negative) what all other reviews, by this
    reviewer and of this plan, lead one to expect; `surprise`, the same in standard errors, about normal where nothing
    is amiss; `favour`, the probability that it is one.

    `spread` holds the variances that the cohort was found to have.
    """

    level: Floats
    low: Floats
    high: Floats
    total: Floats
    total_low: Floats
    total_high: Floats
    read: Ints
    shrinkage: Floats
    leniency: Floats
    noise: Floats
    reliability: Floats
    honest: Floats
    careless: Floats
    flat: Floats
    leniency_shrinkage: Floats
    above: Floats
    surprise: Floats
    favour: Floats
    spread: Spread


PLAN_FIELDS = ("level", "low", "high", "total", "total_low", "total_high", "read", "shrinkage")
"""The fields of a consensus that have a row a plan."""


class ConsensusModel:
    """Fits the model to a table of reviews: ``ConsensusModel().fit(table, known).predict()``.

    `steps` is the most rounds of estimation; some twenty are usual, and fifty bring the slowest cohort to two digits.
    """

    def __init__(self, steps: int = 50) -> None:
        """Take the number of rounds."""
        self.steps = steps

    def fit(self, table: Table, known: Known | None = None, without: Sequence[int] = ()) -> "ConsensusModel":
        """Estimate everything from `table`; `known` holds supervisors' levels of some of its plans.

        Reviews by the reviewers `without` count for nothing, as if they had not been written.
        """
        data = Reviews(table, known or {}, np.array(without, dtype=np.int64))
        now, step, sure = _fitted(data, self.steps)
        self._consensus = _consensus(table, data, now, step, sure)
        return self

    def predict(self, plans: Ints | None = None) -> Consensus:
        """The consensus; of those `plans` alone, in that order, where they are given.

        Raises:
            AttributeError: the model was not fitted.
        """
        found = self._consensus
        if plans is None:
            return found
        return replace(found, **{name: getattr(found, name)[plans] for name in PLAN_FIELDS})


def _fitted(data: Reviews, steps: int) -> tuple[Estimates, Step, Certainty]:
    """Repeat the steps until qualities stand still."""
    now = begin(data)
    step, sure = _once(data, now, None)
    for number in range(1, steps):
        before = now.quality
        step, sure = _once(data, now, sure)
        if number > _LOOK:
            sort(data, now, step, sure)
            vary(data, now, step, sure)
        if number > 2 * _LOOK and _moved(before, now.quality) < _STILL:
            break
    return now, step, sure


def _once(data: Reviews, now: Estimates, before: Certainty | None) -> tuple[Step, Certainty]:
    step = locate(data, now)
    return step, certainty(data, now, step, before)


def _moved(before: Floats, after: Floats) -> float:
    return float(np.sqrt(np.mean((after - before) ** 2))) if after.size else 0.0


def _consensus(table: Table, data: Reviews, now: Estimates, step: Step, sure: Certainty) -> Consensus:
    ends = limits(data, now, step, sure)
    spread = now.spread
    differs = spread.shared + spread.own
    prior = spread.shared + spread.own / data.asked_count
    above, error = _above(data, now, step, sure)
    seen = np.where(data.asked.any(axis=1), 1.0, np.nan)
    return Consensus(
        level=ends.level,
        low=ends.low,
        high=ends.high,
        total=ends.total * seen,
        total_low=ends.total_low * seen,
        total_high=ends.total_high * seen,
        read=np.bincount(data.plan, minlength=data.plans),
        shrinkage=np.minimum(sure.plan / prior, 1.0),
        leniency=now.leniency,
        noise=now.noise,
        reliability=now.kinds[:, HONEST] * differs / (differs + now.noise**2 * (1 + spread.halo)),
        honest=now.kinds[:, HONEST],
        careless=now.kinds[:, CARELESS],
        flat=now.kinds[:, FLAT],
        leniency_shrinkage=np.minimum(sure.leniency / spread.leniency, 1.0),
        above=_in_table(table, data, above),
        surprise=_in_table(table, data, above / error),
        favour=_in_table(table, data, 1 - now.follows),
        spread=spread,
    )


def _above(data: Reviews, now: Estimates, step: Step, sure: Certainty) -> tuple[Floats, Floats]:
    """How far each review lies above what all others foretell, and the standard error of that.

    Its slope says how far it lies above the estimate that it had a part in; without that part it lies further.
    """
    apart = sure.other_plan + sure.other_leniency + now.halo_variance(data)
    above = across(step.slope) / step.weight * (1 + now.trust(data) * apart * step.weight)
    return above, np.sqrt(apart + 1 / step.weight)


def _in_table(table: Table, data: Reviews, values: Floats) -> Floats:
    """Values of reviews in the order of the table; 0 for rows that say nothing."""
    found = np.zeros(len(table.plan))
    found[data.rows] = values
    return found
