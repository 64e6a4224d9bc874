"""Which plans a supervisor should settle first: reviewers far apart, or a consensus that nobody can be sure of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goalsmith.peer.aggregate.consensus import Consensus
from goalsmith.peer.aggregate.table import Flags, Floats, Table

APART = 2
"""Levels between two reviews of the same criterion. Neighbouring levels are within what one reader differs from another
by; two levels apart they have read different things."""
MANY, SOME = 0.75, 0.3
"""The shares of the criteria asked on which reviews must be `APART`, or further still. By chance alone, with the
leniency and noise of people (0.45 and 0.7 levels), four reviews are two levels apart on two criteria or more in nearly
nine plans of ten, and naming those would name all; on six of eight in one plan of six, three apart on three in one of
twenty."""
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
    lowest, highest = _ends(table, found.honest[table.reviewer] > 0.5)
    apart = np.nan_to_num(highest - lowest)
    asked = np.maximum((~np.isnan(found.level)).sum(axis=1), 1)
    often, far = (apart >= APART).sum(axis=1), (apart > APART).sum(axis=1)
    width = np.nan_to_num(found.total_high - found.total_low)
    apart_much = (often >= MANY * asked) | (far >= SOME * asked)
    wide = (found.read > 0) & (width > WIDE)
    rows = []
    for plan in np.flatnonzero(apart_much | wide).tolist():
        reasons = [_where(lowest[plan], highest[plan], names)] if apart_much[plan] else []
        if wide[plan]:
            low, high = 100 * found.total_low[plan], 100 * found.total_high[plan]
            reasons.append(f"The reviews leave the total anywhere between {low:.0f} and {high:.0f} of 100.")
        rows.append(Dispute(plan, " ".join(reasons), float(width[plan] + 0.05 * often[plan])))
    return sorted(rows, key=lambda one: (-one.urgency, one.plan))


def _ends(table: Table, trusted: Flags) -> tuple[Floats, Floats]:
    """The lowest and highest level of each plan on each criterion, NaN where nobody gave one.

    Of eight reviews or more the lowest and highest eighth do not count: among many readers two always differ.
    """
    there = ~np.isnan(table.levels).all(axis=1)
    enough = np.bincount(table.plan[trusted & there], minlength=table.plans) > 1
    rows = np.flatnonzero(there & (trusted | ~enough[table.plan]))
    rows = rows[np.argsort(table.plan[rows], kind="stable")]
    ends = np.full((2, table.plans, table.criteria), np.nan)
    plans, starts = np.unique(table.plan[rows], return_index=True)
    for plan, mine in zip(plans.tolist(), np.split(rows, starts[1:]), strict=True):
        levels = np.sort(table.levels[mine], axis=0)  # NaN come last
        count = (~np.isnan(levels)).sum(axis=0)
        least = count // 8
        columns = np.arange(table.criteria)
        ends[:, plan] = levels[least, columns], levels[np.maximum(count - 1 - least, 0), columns]
    return ends[0], ends[1]


def _where(lowest: Floats, highest: Floats, names: Sequence[str]) -> str:
    """The criteria on which reviews are apart, each with the lowest and highest level."""
    far = np.flatnonzero(highest - lowest >= APART)
    told = ", ".join(f"{names[at]} ({lowest[at]:.0f} to {highest[at]:.0f})" for at in far.tolist())
    return f"Reviewers are {APART} levels or more apart on {told}."
