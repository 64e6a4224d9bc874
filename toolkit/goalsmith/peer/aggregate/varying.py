"""The next estimate of each variance, given the qualities and leniencies of this step.

Variances of leniency and halo: squares over the number of units that the data really tell apart, Harville's fixed point
for restricted maximum likelihood (1977, Maximum likelihood approaches to variance component estimation). It comes to
nothing quickly where there is nothing, which expectation-maximisation does not. The others: expectation-maximisation.
"""

from dataclasses import replace

import numpy as np

from goalsmith.peer.aggregate.certainty import Certainty
from goalsmith.peer.aggregate.fitting import HONEST, Estimates, Reviews, Spread
from goalsmith.peer.aggregate.kinds import LIKE_LEVELS
from goalsmith.peer.aggregate.locating import Step
from goalsmith.peer.aggregate.sums import across, in_blocks, to_columns
from goalsmith.peer.aggregate.table import Flags, Floats

_USUAL, _LIKE_UNITS = Spread(), 1.0
"""The variances that a cohort too small to tell keeps, and how many plans', reviewers' or reviews' worth they count."""
_LEAST_NOISE = 0.02
"""The least variance of a reviewer's noise: nobody reads finer than a seventh of a level."""


def vary(data: Reviews, now: Estimates, step: Step, sure: Certainty) -> None:
    """Update the centre, the spread and each reviewer's noise."""
    _leniency(data, now, sure)
    _halo(data, now, step, sure)
    _plans(data, now, sure)
    _noise(data, now, step, sure)


def _leniency(data: Reviews, now: Estimates, sure: Certainty) -> None:
    spread, weight = now.spread, now.kinds[:, HONEST] * data.active
    mean = float((weight * now.leniency).sum() / (weight.sum() + spread.leniency / spread.of_mean_leniency))
    told = (weight * np.clip(1 - sure.leniency / spread.leniency, 0.0, 1.0)).sum()
    square = (weight * (now.leniency - mean) ** 2).sum()
    now.spread = replace(spread, leniency=_fixed_point(square, told, _USUAL.leniency), mean_leniency=mean)


def _halo(data: Reviews, now: Estimates, step: Step, sure: Certainty) -> None:
    halo, trust = now.halo_variance(data), now.trust(data)
    apart = sure.other_plan + sure.other_leniency + halo
    told = (trust * halo * step.weight / (1 + step.weight * apart)).sum()
    square = (trust * now.halo**2 / now.noise[data.reviewer] ** 2).sum()
    now.spread = replace(now.spread, halo=_fixed_point(square, told, _USUAL.halo))


def _fixed_point(square: float, told: float, usual: float) -> float:
    return float(max((square + _LIKE_UNITS * usual) / (told + _LIKE_UNITS), 1e-4))


def _plans(data: Reviews, now: Estimates, sure: Certainty) -> None:
    spread, seen, asked = now.spread, data.seen, data.asked[data.seen]
    if not asked.any():
        return
    mean_own = spread.own / data.asked_count[seen]
    total = spread.shared + mean_own + 1 / np.maximum(sure.plan_weight[seen], 1e-12)
    shared = now.shared[seen] ** 2 + spread.shared - spread.shared**2 / total
    apart = sure.own[seen] * (1 - 1 / data.asked_count[seen])[:, None]
    own = now.own[seen] ** 2 + apart + (mean_own - mean_own**2 / total)[:, None]
    off = np.where(asked, now.quality[seen] - now.centre, 0.0).sum(axis=0) / np.maximum(asked.sum(axis=0), 1)
    now.centre = now.centre + off
    now.spread = replace(
        spread,
        shared=float((shared.sum() + _LIKE_UNITS * _USUAL.shared) / (len(shared) + _LIKE_UNITS)),
        own=float((own[asked].sum() + _LIKE_UNITS * _USUAL.own) / (asked.sum() + _LIKE_UNITS)),
    )


def _noise(data: Reviews, now: Estimates, step: Step, sure: Certainty) -> None:
    """Each reviewer's noise: inverse-gamma around the typical one."""
    apart = sure.other_plan + sure.other_leniency + now.halo_variance(data)
    whole = apart / (1 + apart * step.weight)
    own = (sure.own * (1 - 1 / data.asked_count)[:, None])[data.plan]
    (hidden,) = in_blocks(_hidden, step.bend, data.there, own, whole, now.noise[data.reviewer] ** 2)
    total = data.by_reviewer(step.square + hidden)
    typical = _typical(data, now, total)
    noise = (total + LIKE_LEVELS * typical) / (data.of_reviewer + LIKE_LEVELS)
    now.noise = np.sqrt(np.maximum(noise, _LEAST_NOISE))
    now.spread = replace(now.spread, noise=typical)


def _hidden(bend: Floats, there: Flags, own: Floats, whole: Floats, variance: Floats) -> tuple[Floats, ...]:
    """What being unsure of the means adds to the squares around them.

    A level ties the impression to the mean, so only a part of what is unsure of the mean shows in their distance.
    """
    columns = bend.shape[1]
    shows = np.where(there, bend * to_columns(variance, columns), 0.0) ** 2
    return (across((own + to_columns(whole, columns)) * shows),)


def _typical(data: Reviews, now: Estimates, total: Floats) -> float:
    """The noise variance of a typical reviewer: 1 / the mean precision, as the mean of inverse-gamma variances asks.

    The mean variance would be that of the few very noisy ones. A precision from n squares is too high by n / (n - 2).
    """
    enough = (data.of_reviewer > 2) & (total > 0)
    weight = now.kinds[enough, HONEST]
    precision = (data.of_reviewer[enough] - 2) / total[enough]
    told = (weight * precision).sum() + _LIKE_UNITS / _USUAL.noise
    return float((weight.sum() + _LIKE_UNITS) / told)
