"""How near a reviewer's levels are to what others say, as a share of a mark."""

from collections.abc import Sequence

import numpy as np
from scipy.special import ndtr

from goalsmith.peer.aggregate import ordinal
from goalsmith.peer.aggregate.consensus import Consensus
from goalsmith.peer.aggregate.intervals import Z90
from goalsmith.peer.aggregate.table import TOP, Floats, Table

_LEVELS = np.arange(TOP + 1.0)


def review_credits(table: Table, found: Consensus) -> Floats:
    """The credit, 0 to 1, of each review of the table, by its mean distance from the consensus; NaN for empty rows.

    As near as a typical reviewer of this cohort earns everything, no nearer than levels drawn at random earns nothing,
    and between the two it is a straight line. A criterion that was left out counts as being as far off as can be.
    `found` must come from a fit without the reviewer's own reviews: a review is measured against the others' alone, and
    against the supervisor's levels where the plan is known.
    """
    target = found.level[table.plan]
    unsure = (found.high - found.low)[table.plan] / (2 * Z90)
    far = np.where(np.isnan(table.levels), np.maximum(target, TOP - target), np.abs(table.levels - target))
    chance = np.abs(_LEVELS[:, None, None] - target).mean(axis=0)
    usual = _typical(target, unsure, found)
    with np.errstate(invalid="ignore"):
        asked = (~np.isnan(target)).sum(axis=1)
        off, random, typical = (np.nansum(one, axis=1) / asked for one in (far, chance, usual))
        credit: Floats = np.clip((random - off) / np.maximum(random - typical, 0.1), 0.0, 1.0)
    credit[np.isnan(table.levels).all(axis=1)] = np.nan
    return credit


def _typical(target: Floats, unsure: Floats, found: Consensus) -> Floats:
    """How far a typical reviewer's level lies from a target that is itself not quite sure."""
    spread = found.spread
    sd = np.sqrt(spread.leniency + spread.noise * (1 + spread.halo) + unsure**2)
    expected = np.zeros_like(target)
    for level in _LEVELS:
        low, high = ordinal.edges(np.full_like(target, level))
        expected += np.abs(level - target) * (ndtr((high - target) / sd) - ndtr((low - target) / sd))
    return expected


def reviewing_shares(table: Table, credit: Floats, assigned: Sequence[int]) -> Floats:
    """The share 0 to 1 of each reviewer: the mean credit of the reviews that they were `assigned`.

    A missing review counts 0, so leaving one out never raises the share. Whoever delivered more than they were assigned
    is judged by all of it; whoever was assigned nothing gets NaN, since there is nothing to judge.
    """
    there = ~np.isnan(credit)
    earned = np.bincount(table.reviewer[there], credit[there], minlength=table.reviewers)
    due = np.maximum(np.asarray(assigned), np.bincount(table.reviewer[there], minlength=table.reviewers))
    shares: Floats = np.full(table.reviewers, np.nan)
    np.divide(earned, due, out=shares, where=due > 0)
    return shares
