"""What others do with the same reviews, from their published formulas.

Each takes a table and returns the estimate of every plan's level on every criterion, and of each reviewer how far off
they are (larger is worse), or None where the method says nothing of reviewers.
"""

import numpy as np

from goalsmith.peer.aggregate.table import Table

Estimate = tuple[np.ndarray, np.ndarray | None]


def mean(table: Table) -> Estimate:
    """The mean of the levels."""
    return _weighted(table, np.ones(len(table.reviewer))), None


def ora2_median(table: Table) -> Estimate:
    """Open edX ORA2: the median of each criterion; of an even number, the mean of the middle two, rounded up."""
    found = np.full((table.plans, table.criteria), np.nan)
    order = np.argsort(table.plan, kind="stable")
    starts = np.searchsorted(table.plan[order], np.arange(table.plans + 1))
    for plan in range(table.plans):
        rows = np.sort(table.levels[order[starts[plan] : starts[plan + 1]]], axis=0)
        if len(rows):
            half = len(rows) // 2
            found[plan] = rows[half] if len(rows) % 2 else np.ceil((rows[half - 1] + rows[half]) / 2)
    return found, None


def moodle(table: Table) -> Estimate:
    """Moodle Workshop: the author's grade is the mean of the reviews, whatever the reviewers' grades are.

    Its "comparison with the best assessment" grades reviewers: for each plan the assessment that is nearest to the mean
    counts as the best, and the others lose by their distance to it, divided by the variance of each criterion.
    """
    middle = _weighted(table, np.ones(len(table.reviewer)))
    variance = _by_plan(table, (table.levels - middle[table.plan]) ** 2) / np.maximum(_count(table), 1)[:, None]
    scale = np.maximum(variance[table.plan], 0.1)
    far = ((table.levels - middle[table.plan]) ** 2 / scale).mean(axis=1)
    best = np.zeros(table.plans, dtype=int)
    nearest = np.full(table.plans, np.inf)
    for row, plan in enumerate(table.plan):
        if far[row] < nearest[plan]:
            best[plan], nearest[plan] = row, far[row]
    off = ((table.levels - table.levels[best[table.plan]]) ** 2 / scale).mean(axis=1)
    return middle, _by_reviewer(table, off)


def vancouver(table: Table, rounds: int = 20) -> Estimate:
    """CrowdGrader's Vancouver (de Alfaro & Shavlovsky 2014): reviewers' variances and plans' levels in turn.

    A plan's level is the mean weighted by 1 / variance of the reviewers; a reviewer's variance is the mean square of
    their distances to the levels that the *other* reviewers give, each weighted by how sure that level is.
    """
    scores = table.levels.mean(axis=1)
    variance = np.ones(table.reviewers)
    for _ in range(rounds):
        weight = 1 / np.maximum(variance, 0.02)[table.reviewer]
        total = np.bincount(table.plan, weight, minlength=table.plans)
        value = np.bincount(table.plan, weight * scores, minlength=table.plans)
        others = total[table.plan] - weight
        level = (value[table.plan] - weight * scores) / np.maximum(others, 1e-9)
        sure = others / (1 + others)  # the variance of the other reviewers' level and one reading's own
        square = (scores - level) ** 2
        known = others > 1e-9
        top = np.bincount(table.reviewer[known], (sure * square)[known], minlength=table.reviewers)
        low = np.bincount(table.reviewer[known], sure[known], minlength=table.reviewers)
        variance = np.where(low > 0, top / np.maximum(low, 1e-9), 1.0)
    return _weighted(table, 1 / np.maximum(variance, 0.02)[table.reviewer]), variance


def _weighted(table: Table, weight: np.ndarray) -> np.ndarray:
    total = np.bincount(table.plan, weight, minlength=table.plans)[:, None]
    with np.errstate(invalid="ignore"):
        return _by_plan(table, table.levels * weight[:, None]) / np.where(total > 0, total, np.nan)


def _by_plan(table: Table, values: np.ndarray) -> np.ndarray:
    return np.stack([np.bincount(table.plan, column, minlength=table.plans) for column in values.T], axis=1)


def _by_reviewer(table: Table, values: np.ndarray) -> np.ndarray:
    count = np.bincount(table.reviewer, minlength=table.reviewers)
    return np.bincount(table.reviewer, values, minlength=table.reviewers) / np.maximum(count, 1)


def _count(table: Table) -> np.ndarray:
    return np.bincount(table.plan, minlength=table.plans)
