"""Patterns in how somebody reviews that a supervisor should look at. Each is a question, never a verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.stats import norm

from goalsmith.peer.aggregate.consensus import Consensus
from goalsmith.peer.aggregate.table import TOP, Floats, Table

LIKELY = 0.9
"""From which probability on a reviewer is named careless, or as one who gives everybody the top."""
FAVOUR = 1e-4
"""How unlikely a favour must be by chance. A cohort of 200 with 4 reviews has 800 reviews to look at."""
SAME = 3
"""So many plans with the very same levels, on all criteria, are worth a look."""
QUICK = 0.2
"""The share of the expected minutes below which a review was hardly read."""

Kind = Literal["careless", "top", "favour", "ring", "same", "quick"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What was seen of one or more reviewers (by number), in a sentence with the numbers behind it."""

    kind: Kind
    reviewers: tuple[int, ...]
    reason: str
    strength: float


def patterns(
    table: Table, found: Consensus, owner: Sequence[int], minutes: Floats | None = None, expected: float = 20.0
) -> list[Pattern]:
    """Everything worth a look, the strongest first.

    `owner[p]` is the reviewer who wrote plan `p`, or -1; `minutes[i]` how long review `i` took (NaN where unknown).
    """
    seen = [*_unreliable(table, found), *_same(table), *_favours(table, found, owner)]
    if minutes is not None:
        seen += _quick(table, minutes, expected)
    return sorted(seen, key=lambda one: -one.strength)


def _unreliable(table: Table, found: Consensus) -> Iterator[Pattern]:
    count = np.bincount(table.reviewer, minlength=table.reviewers)
    for reviewer in np.flatnonzero(count >= 2).tolist():
        mine = table.levels[table.reviewer == reviewer]
        if found.careless[reviewer] > LIKELY:
            far = np.nanmean(np.abs(mine - found.level[table.plan[table.reviewer == reviewer]]))
            reason = (
                f"The levels in {count[reviewer]} reviews lie {far:.1f} levels from what the others say, on average, "
                f"up and down as if drawn at random ({100 * found.careless[reviewer]:.0f} % likely)."
            )
            yield Pattern("careless", (reviewer,), reason, float(found.careless[reviewer]))
        elif (top := 1 - found.careless[reviewer] - found.honest[reviewer]) > LIKELY:
            share = 100 * np.nanmean(mine == TOP)
            reason = f"{share:.0f} % of the levels in {count[reviewer]} reviews are the highest, whoever the author is."
            yield Pattern("top", (reviewer,), reason, float(top))


def _same(table: Table) -> Iterator[Pattern]:
    for reviewer in range(table.reviewers):
        mine = table.levels[table.reviewer == reviewer]
        if len(mine) >= SAME and np.array_equal(mine, np.tile(mine[0], (len(mine), 1)), equal_nan=True):
            reason = f"All {len(mine)} plans got the very same levels on every criterion."
            yield Pattern("same", (reviewer,), reason, 0.8)


def _quick(table: Table, minutes: Floats, expected: float) -> Iterator[Pattern]:
    for reviewer in range(table.reviewers):
        mine = minutes[(table.reviewer == reviewer) & ~np.isnan(minutes)]
        if len(mine) >= 2 and np.median(mine) < QUICK * expected:
            took = f"{np.median(mine):.0f} minutes of {expected:.0f} expected"
            reason = f"Half of the {len(mine)} reviews took no more than {took}."
            yield Pattern("quick", (reviewer,), reason, 0.5)


def _favours(table: Table, found: Consensus, owner: Sequence[int]) -> Iterator[Pattern]:
    """Reviews far above what the same reviewer's leniency and everybody else's levels explain; and rings of them.

    A favour is tested one-sided on the mean of a review's levels: its distance from consensus and leniency over the
    standard error that the reviewer's noise and the plan's own uncertainty give it.
    """
    favours: dict[int, set[int]] = {}
    author = np.asarray(owner)
    for row in range(len(table.reviewer)):
        reviewer, plan = int(table.reviewer[row]), int(table.plan[row])
        if found.honest[reviewer] < 0.5 or author[plan] < 0 or (author[plan] == reviewer):
            continue
        above, chance = _above(table, found, row)
        if chance < FAVOUR:
            favours.setdefault(reviewer, set()).add(int(author[plan]))
            reason = (
                f"One review lies {above:.1f} levels above what this reviewer's other reviews and the plan's other "
                f"reviewers explain; that happens by chance once in {1 / max(chance, 1e-9):,.0f} reviews."
            )
            yield Pattern("favour", (reviewer, int(author[plan])), reason, float(1 - chance))
    yield from _rings(favours)


def _above(table: Table, found: Consensus, row: int) -> tuple[float, float]:
    """How far a review lies above what explains it, in levels, and how likely that is by chance.

    What explains it comes from the other reviews alone: a plan that was read by nobody else, or a reviewer who read
    nothing else, explains nothing.
    """
    reviewer, plan = table.reviewer[row], table.plan[row]
    others = (table.plan == plan) & (table.reviewer != reviewer) & (found.honest[table.reviewer] > 0.5)
    own = (table.reviewer == reviewer) & (table.plan != plan)
    if not others.any() or not own.any():
        return 0.0, 1.0
    said = np.nanmean(table.levels[others] - found.leniency[table.reviewer[others]][:, None])
    usual = np.nanmean(table.levels[own] - found.level[table.plan[own]])
    above = float(np.nanmean(table.levels[row]) - said - usual)
    criteria = max(int((~np.isnan(table.levels[row])).sum()), 1)
    # Leniencies of the others, the plan's own parts on the criteria, and halo are in what reviews differ by at all.
    apart = _spread(table, found)
    error = np.sqrt(apart * (1 + 1 / others.sum() + 1 / own.sum()) + found.noise[reviewer] ** 2 / criteria)
    return above, float(norm.sf(above / max(error, 0.15)))


def _spread(table: Table, found: Consensus) -> float:
    """The variance of a review's mean distance from consensus and leniency over the cohort's honest reviews."""
    off = np.nanmean(table.levels - found.level[table.plan], axis=1) - found.leniency[table.reviewer]
    honest = found.honest[table.reviewer] > 0.5
    return float(np.median(np.abs(off[honest])) ** 2 * 2.2) if honest.any() else 0.1


def _rings(favours: dict[int, set[int]]) -> Iterator[Pattern]:
    """People who do each other favours: pairs, and larger circles in which everybody favours somebody of it."""
    members = {one for one in favours if any(one in favours.get(other, set()) for other in favours[one])}
    left = set(members)
    while left:
        ring = {left.pop()}
        grown = True
        while grown:
            more = {o for o in left if any(o in favours.get(r, set()) and r in favours.get(o, set()) for r in ring)}
            ring |= more
            left -= more
            grown = bool(more)
        names = tuple(sorted(ring))
        reason = f"These {len(names)} people each gave another of them far more than anybody else did, and got it back."
        yield Pattern("ring", names, reason, 1.0)
