"""Which plans a supervisor should settle first: reviewers far apart, or a consensus that nobody can be sure of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goalsmith.peer.aggregate.consensus import Consensus
from goalsmith.peer.aggregate.table import Table

APART = 2
"""Levels between two reviews of the same criterion. Neighbouring levels are within what one reader differs from another
by; two levels apart they have read different things."""
OFTEN = 2
"""On how many criteria that must be so: with eight criteria, four reviews and the noise of trained reviewers (0.6
levels) one criterion is apart in most plans, by chance alone."""
WIDE = 0.30
"""The width of a 90 % interval of the total, as a share of all points, from which on a mark could be a grade off."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A plan to settle: why, in a sentence, and how urgent (larger first)."""

    plan: int
    reason: str
    urgency: float


def disputes(table: Table, found: Consensus, names: Sequence[str]) -> list[Dispute]:
    """The plans to settle, the most urgent first. `names` are the names of the criteria.

    Reviews by somebody who is more likely careless than not do not count as a disagreement, since they are told as a
    pattern; where fewer than two others are left, they do.
    """
    rows = []
    trusted = found.honest[table.reviewer] > 0.5
    for plan in range(table.plans):
        mine = table.plan == plan
        of_plan = table.levels[mine & trusted if (mine & trusted).sum() > 1 else mine]
        width = float(found.total_high[plan] - found.total_low[plan])
        apart = _apart(of_plan)
        reasons = []
        if (apart >= APART).sum() >= OFTEN or (apart > APART).any():
            where = ", ".join(f"{names[at]} ({low:.0f} to {high:.0f})" for at, low, high in _where(of_plan, apart))
            reasons.append(f"Reviewers are {APART} levels or more apart on {where}.")
        if found.read[plan] and width > WIDE:
            low, high = 100 * found.total_low[plan], 100 * found.total_high[plan]
            reasons.append(f"The reviews leave the total anywhere between {low:.0f} and {high:.0f} of 100.")
        if reasons:
            rows.append(Dispute(plan, " ".join(reasons), width + 0.05 * float((apart >= APART).sum())))
    return sorted(rows, key=lambda one: (-one.urgency, one.plan))


def _apart(levels: np.ndarray) -> np.ndarray:
    """How far the reviews of one plan are apart on each criterion; 0 where fewer than two gave a level."""
    enough = (~np.isnan(levels)).sum(axis=0) >= 2
    found = np.zeros(levels.shape[1])
    if enough.any():
        found[enough] = np.nanmax(levels[:, enough], axis=0) - np.nanmin(levels[:, enough], axis=0)
    return found


def _where(levels: np.ndarray, apart: np.ndarray) -> list[tuple[int, float, float]]:
    """The criteria on which reviews are apart, each with the lowest and highest level."""
    far = np.flatnonzero(apart >= APART)
    return [(int(at), float(np.nanmin(levels[:, at])), float(np.nanmax(levels[:, at]))) for at in far]
