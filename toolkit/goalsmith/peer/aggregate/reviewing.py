"""How near a reviewer's levels are to what others say, as a share of a mark."""

from collections.abc import Sequence

import numpy as np

from goalsmith.peer.aggregate.consensus import Consensus
from goalsmith.peer.aggregate.table import Floats, Ints, Known, Table

FAR = 1.5
"""So many levels off, on average over the criteria, earns nothing: no nearer than giving everybody the middle."""


def reviewing_shares(
    table: Table, found: Consensus, assigned: Sequence[int], known: Known | None = None, only: Ints | None = None
) -> Floats:
    """The share 0 to 1 of each reviewer: the mean over the reviews that they were `assigned`; a missing one counts 0.

    A review earns 1 - distance / FAR, where the distance is the mean over criteria of how many levels it lies from the
    supervisor's levels on a known plan, else from the mean of the *other* reviewers' levels, each less their leniency;
    half a level is free, since levels are whole. One that no other review stands beside earns what the reviewer's
    others earn on average. Where `found` was fitted without the reviewer's own reviews, none of them moves what the
    others are compared with, and leaving one out can only lose. `only` names the reviewers to look at; others get NaN.
    """
    known = known or {}
    earned, alone, compared = np.zeros((3, table.reviewers))
    wanted = np.ones(table.reviewers, dtype=bool) if only is None else np.isin(np.arange(table.reviewers), only)
    for row in np.flatnonzero(wanted[table.reviewer]).tolist():
        reviewer, plan = int(table.reviewer[row]), int(table.plan[row])
        target = known[plan] if plan in known else _others(table, found, row)
        if target is None:
            alone[reviewer] += 1
            continue
        off = np.nanmean(np.maximum(np.abs(table.levels[row] - target) - 0.5, 0.0))
        earned[reviewer] += max(0.0, 1 - float(off) / FAR)
        compared[reviewer] += 1
    average = np.where(compared > 0, earned / np.maximum(compared, 1), 0.5)
    total = np.maximum(np.asarray(assigned, dtype=np.float64), np.maximum(compared + alone, 1))
    return np.where(wanted, (earned + alone * average) / total, np.nan)


def _others(table: Table, found: Consensus, row: int) -> Floats | None:
    """The mean of the other reviewers' levels of the same plan, each less their leniency; None without any."""
    others = (table.plan == table.plan[row]) & (table.reviewer != table.reviewer[row])
    weight = np.where(others, found.honest[table.reviewer], 0.0)
    if weight.sum() < 0.2:
        return None
    levels = table.levels[others] - found.leniency[table.reviewer[others]][:, None]
    scale = weight[others][:, None] * ~np.isnan(levels)
    with np.errstate(invalid="ignore"):
        target: Floats = (np.nan_to_num(levels) * scale).sum(axis=0) / scale.sum(axis=0)
    return target
