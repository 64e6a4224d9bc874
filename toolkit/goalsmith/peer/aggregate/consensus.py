"""What the reviews of a cohort together say of each plan, and how far each reviewer can be relied on.

The model. A plan's quality on a criterion is ``centre + shared + own``: the cohort's mean on that criterion, a part
that all criteria of the plan have in common, and one of the criterion's own. A reviewer sees it through a leniency of
their own, an impression of the whole plan that colours all criteria of this one review (halo), and with noise of their
own, and gives the nearest level (`ordinal`). Each of these parts is normal with a variance that is estimated from the
cohort, so everything is shrunk toward the mean just as far as the data say (empirical Bayes, Efron & Morris 1973);
noise variances are inverse-gamma around the cohort's. Beside honest reviewers there are two kinds whose levels say
nothing of the plan, uniform ones and those who give everybody the top; how likely a reviewer is honest weighs what they
say. Plans that a supervisor scored enter as known but for a standard error.

Estimation: Fisher scoring for qualities and leniencies, in turn, between updates of the variances by expectation and
maximisation. The family is that of PG1 (Piech et al. 2013, Tuned models of peer assessment in MOOCs), with levels in
place of continuous grades, criteria in place of one grade, and reviewers of other kinds.
"""

from dataclasses import dataclass, field

import numpy as np
from scipy.special import logsumexp

from goalsmith.peer.aggregate import ordinal
from goalsmith.peer.aggregate.table import TOP, Floats, Known, Table

KNOWN_SD = 0.25
"""Standard error, in levels, of a supervisor's level."""
Z90 = 1.6449
"""Half the width of a 90 % interval in standard errors."""
_KINDS = np.log(np.array([0.90, 0.06, 0.04]))
"""How often a reviewer is honest, careless, or gives everybody the top, before anything was read."""
_SLIP = 0.03
"""How often somebody who gives the top to everybody gives another level."""
_LITTLE = 0.001
"""A variance, in squared levels, that a cohort too small to tell begins with."""
_LIKE_LEVELS = 8.0
"""How many levels' worth the cohort says about one reviewer's noise: one review's."""
_COMMON = 0.45
"""How far the cohort's mean leniency may lie from none, as a share of how much reviewers differ in it. Without a known
plan no data can tell, since a generous cohort and good plans look the same."""


@dataclass(frozen=True)
class Consensus:
    """The result. Shapes: plans x criteria for `level, low, high`; plans for totals; reviewers for the rest.

    Levels lie between 0 and 3, totals (the mean share of 3) between 0 and 1; `low` and `high` bound 90 % intervals.
    `leniency` is in levels, above 0 for generous; `noise` is the standard deviation of a reviewer's impression, in
    levels; `honest` the probability that their levels say something of the plans. `read` counts the reviews of a plan.
    """

    level: Floats
    low: Floats
    high: Floats
    total: Floats
    total_low: Floats
    total_high: Floats
    leniency: Floats
    noise: Floats
    honest: Floats
    careless: Floats
    read: Floats
    shrinkage: dict[str, float] = field(default_factory=dict)


@dataclass
class _State:
    """Estimates in the making."""

    quality: Floats
    centre: Floats
    leniency: Floats
    noise: Floats
    kinds: Floats
    halo: Floats
    shared_part: Floats
    own_part: Floats
    shared: float = 0.3
    own: float = 0.2
    spread: float = 0.1
    mean_leniency: float = 0.0
    halo_spread: float = 0.02
    quality_var: Floats = field(default_factory=lambda: np.zeros(0))
    shared_var: Floats = field(default_factory=lambda: np.zeros(0))
    own_var: Floats = field(default_factory=lambda: np.zeros(0))
    halo_var: Floats = field(default_factory=lambda: np.zeros(0))


class ConsensusModel:
    """Fits the model to a table of reviews: ``ConsensusModel().fit(table, known).predict()``.

    `steps` is the number of rounds of estimation; forty bring every estimate to two digits.
    """

    def __init__(self, steps: int = 40) -> None:
        """Take the number of rounds."""
        self.steps = steps

    def fit(self, table: Table, known: Known | None = None) -> "ConsensusModel":
        """Estimate everything from `table`; `known` holds supervisors' levels of some of its plans."""
        self._table = table
        self._fixed = np.full((table.plans, table.criteria), np.nan)
        for plan, levels in (known or {}).items():
            self._fixed[plan] = levels
        state = self._begin()
        for step in range(self.steps):
            self._locate(state, rounds=2)
            if step > 1:
                self._vary(state)
        self._locate(state, rounds=6)
        self._state = state
        return self

    def predict(self) -> Consensus:
        """The consensus on every plan of the table."""
        from goalsmith.peer.aggregate.intervals import consensus

        return consensus(self._table, self._state, self._fixed)

    def _begin(self) -> _State:
        table = self._table
        centre = np.nanmean(table.levels, axis=0) if len(table.levels) else np.full(table.criteria, TOP / 2)
        centre = np.where(np.isnan(centre), TOP / 2, centre)
        quality = np.tile(centre, (table.plans, 1))
        noise = np.full(table.reviewers, 0.6)
        kinds = np.tile(np.exp(_KINDS), (table.reviewers, 1))
        flat = np.zeros(table.plans)
        halo = np.zeros(len(table.plan))
        return _State(quality, centre, np.zeros(table.reviewers), noise, kinds, halo, flat, np.zeros_like(quality))

    def _locate(self, state: _State, rounds: int) -> None:
        """Qualities and leniencies for given variances."""
        table = self._table
        for _ in range(rounds):
            mean, sd = _seen(table, state)
            like, slope, bend = ordinal.read(table.levels, mean, sd)
            weight = bend * state.kinds[table.reviewer, 0][:, None]
            working = mean + np.where(bend > 0, slope / np.maximum(bend, 1e-9), 0.0)
            # Far from its level a reading is nearly flat, and a full step would overshoot.
            working = mean + np.clip(working - mean, -1.5, 1.5)
            seen = (state.leniency[table.reviewer] + state.halo)[:, None]
            self._qualities(state, weight, working - seen)
            rest = working - state.quality[table.plan]
            self._leniencies(state, weight, rest - state.halo[:, None])
            self._halos(state, weight, rest - state.leniency[table.reviewer][:, None])
            self._sort(state, like)

    def _qualities(self, state: _State, weight: Floats, working: Floats) -> None:
        """Each plan's shared part and own parts, with their variances, by the formulas for two nested normal parts."""
        table = self._table
        fixed = ~np.isnan(self._fixed)
        surely = np.where(fixed, 1 / KNOWN_SD**2, 0.0)
        given = _by(table.plan, weight, table.plans) + surely
        value = _by(table.plan, weight * working, table.plans) + surely * np.nan_to_num(self._fixed)
        off = np.where(given > 0, value / np.maximum(given, 1e-12), state.centre) - state.centre
        through = given / (1 + state.own * given)
        state.shared_var = 1 / (through.sum(axis=1) + 1 / state.shared)
        state.shared_part = (through * off).sum(axis=1) * state.shared_var
        gain = state.own * through
        state.own_part = gain * (off - state.shared_part[:, None])
        state.own_var = state.own / (1 + state.own * given) + gain**2 * state.shared_var[:, None]
        state.quality = state.centre + state.shared_part[:, None] + state.own_part
        state.quality_var = state.own / (1 + state.own * given) + (1 - gain) ** 2 * state.shared_var[:, None]

    def _leniencies(self, state: _State, weight: Floats, working: Floats) -> None:
        table = self._table
        given = _by(table.reviewer, weight.sum(axis=1), table.reviewers)
        value = _by(table.reviewer, (weight * working).sum(axis=1), table.reviewers)
        state.leniency = (value + state.mean_leniency / state.spread) / (given + 1 / state.spread)

    def _halos(self, state: _State, weight: Floats, working: Floats) -> None:
        state.halo_var = 1 / (weight.sum(axis=1) + 1 / state.halo_spread)
        state.halo = (weight * working).sum(axis=1) * state.halo_var

    def _sort(self, state: _State, like: Floats) -> None:
        """How likely each reviewer is of each kind."""
        table = self._table
        there = ~np.isnan(table.levels)
        count = _by(table.reviewer, there.sum(axis=1).astype(float), table.reviewers)
        top = _by(table.reviewer, (table.levels == TOP).sum(axis=1).astype(float), table.reviewers)
        honest = _by(table.reviewer, like.sum(axis=1), table.reviewers)
        # The spread of leniency is part of what makes an honest reviewer likely.
        honest -= 0.5 * (state.leniency - state.mean_leniency) ** 2 / state.spread
        careless = -count * np.log(TOP + 1)
        generous = top * np.log(1 - _SLIP) + (count - top) * np.log(_SLIP / TOP)
        scores = _KINDS + np.stack([honest, careless, generous], axis=1)
        state.kinds = np.exp(scores - logsumexp(scores, axis=1, keepdims=True))

    def _vary(self, state: _State) -> None:
        """Centres and variances for given qualities and leniencies."""
        table = self._table
        trust = state.kinds[:, 0]
        mean, sd = _seen(table, state)
        _, _, bend = ordinal.read(table.levels, mean, sd)
        weight = bend * trust[table.reviewer][:, None]
        given = _by(table.plan, weight, table.plans)
        read = given.sum(axis=1) > 0
        if read.any():
            self._spread_of_plans(state, read)
        self._spread_of_reviewers(state, weight, trust)
        self._noise(state, mean, sd, trust)

    def _spread_of_plans(self, state: _State, read: np.ndarray) -> None:
        state.centre = state.centre + (state.quality[read] - state.centre).mean(axis=0)
        state.shared = float(max((state.shared_part[read] ** 2 + state.shared_var[read]).mean(), 0.01))
        state.own = float(max((state.own_part[read] ** 2 + state.own_var[read]).mean(), 0.01))
        state.halo_spread = _variance(state.halo**2, state.halo_var, state.halo_spread)

    def _spread_of_reviewers(self, state: _State, weight: Floats, trust: Floats) -> None:
        table = self._table
        counts = trust * (_by(table.reviewer, weight.sum(axis=1), table.reviewers) > 0)
        if counts.sum() < 2:
            return
        # What the known plans tell of the cohort's mean leniency, shrunk toward none.
        told = 1 - common_var(state.spread, self._fixed) / (_COMMON**2 * state.spread)
        state.mean_leniency = told * float((counts * state.leniency).sum() / counts.sum())
        sure = lenient_var(table, state, weight)
        state.spread = _variance((state.leniency - state.mean_leniency) ** 2, sure, state.spread, counts)

    def _noise(self, state: _State, mean: Floats, sd: Floats, trust: Floats) -> None:
        table = self._table
        # A level ties the impression to the quality: only a part of what is unsure of it shows in their distance.
        _, _, bend = ordinal.read(table.levels, mean, sd)
        unsure = state.quality_var[table.plan] * (bend * sd**2) ** 2
        squares = ordinal.square(table.levels, mean, sd) + np.where(np.isnan(table.levels), 0.0, unsure)
        count = _by(table.reviewer, (~np.isnan(table.levels)).sum(axis=1).astype(float), table.reviewers)
        total = _by(table.reviewer, squares.sum(axis=1), table.reviewers)
        state.noise = np.sqrt(
            np.maximum((total + _LIKE_LEVELS * _typical(total, count, trust)) / (count + _LIKE_LEVELS), 0.02)
        )


def _typical(total: Floats, count: Floats, trust: Floats) -> float:
    """The noise variance of a typical reviewer: 1 / the mean precision, as the mean of inverse-gamma variances asks.

    The mean variance would be that of the few very noisy ones. A precision from n squares is too high by n / (n - 2).
    """
    enough = (count > 2) & (total > 0)
    if not enough.any():
        return 0.36
    precision = (count[enough] - 2) / total[enough]
    return float(trust[enough].sum() / max((trust[enough] * precision).sum(), 1e-9))


def common_var(spread: float, fixed: Floats) -> float:
    """The variance of the cohort's mean leniency: what it may be at all, less what known plans tell of it."""
    known = float((~np.isnan(fixed)).sum())
    return 1 / (1 / (_COMMON**2 * spread) + known / KNOWN_SD**2)


def lenient_var(table: Table, state: _State, weight: Floats) -> Floats:
    """The variance of each leniency, plans not being known either: only what other reviewers say of them counts."""
    apart = 1 / (state.own + state.shared)
    given = _by(table.plan, weight, table.plans)
    others = np.maximum(given[table.plan] - weight, 0.0) + apart
    useful = (weight * others / (weight + others)).sum(axis=1)
    useful = useful / (1 + state.halo_spread * useful)
    return 1 / (_by(table.reviewer, useful, table.reviewers) + 1 / state.spread)


def _variance(squares: Floats, sure: Floats, before: float, counts: Floats | None = None) -> float:
    """The next estimate of a variance from squared estimates and the variances that they have left.

    Harville's fixed point for restricted maximum likelihood (1977): squares over the number of units that the data
    really tell apart. It comes to nothing quickly where there is nothing, which expectation-maximisation does not. Two
    units' weight of very little keeps it from nothing itself.
    """
    weight = np.ones(len(squares)) if counts is None else counts
    told = (weight * np.clip(1 - sure / before, 0.0, 1.0)).sum()
    return float(max(((weight * squares).sum() + 2 * _LITTLE) / (told + 2), 1e-4))


def _seen(table: Table, state: _State) -> tuple[Floats, Floats]:
    """The mean of each reading and its standard deviation, both reviews x criteria."""
    mean = state.quality[table.plan] + (state.leniency[table.reviewer] + state.halo)[:, None]
    return mean, np.broadcast_to(state.noise[table.reviewer][:, None], mean.shape)


def _by(index: np.ndarray, values: Floats, size: int) -> Floats:
    """Sums of `values` (rows, or rows x columns) by `index`."""
    if values.ndim == 1:
        return np.bincount(index, values, minlength=size).astype(np.float64)
    return np.stack([np.bincount(index, column, minlength=size) for column in values.T], axis=1)
