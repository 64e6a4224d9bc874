"""What others do with the same reviews, from their published formulas.

Each takes a table and the known plans, and returns the estimate of every plan's level on every criterion, and of each
reviewer how far off they are (larger is worse), or None where the method says nothing of reviewers.
"""

import numpy as np

from goalsmith.peer.aggregate import TOP, Known, Table

Estimate = tuple[np.ndarray, np.ndarray | None]


def mean(table: Table, known: Known) -> Estimate:
    """The mean of the levels, which is also what Moodle gives the author, whatever the grades of the reviewers are."""
    return _weighted(table, np.ones(len(table.reviewer))), None


def ora2(table: Table, known: Known) -> Estimate:
    """Open edX ORA2: the median of each criterion; of an even number, the mean of the middle two, rounded up."""
    found = np.full((table.plans, table.criteria), np.nan)
    for plan, rows in enumerate(_rows(table.plan, table.plans)):
        levels = np.sort(table.levels[rows], axis=0)
        if len(rows):
            half = len(rows) // 2
            found[plan] = levels[half] if len(rows) % 2 else np.ceil((levels[half - 1] + levels[half]) / 2)
    return found, None


def moodle(table: Table, known: Known, comparison: float = 5.0) -> Estimate:
    """Moodle Workshop's "comparison with the best assessment", at its usual setting `comparison` = 5 (fair).

    Levels count in percent. Of each plan the review nearest to the mean is the best; a review's distance from another
    is the mean over criteria of |difference|^3 / (comparison x variance of the plan's reviews on the criterion, at
    least 0.01); a review is graded 100 less its distance from the best, a reviewer by the mean of their grades.
    """
    percent = 100 * table.levels / TOP
    grade = np.zeros(len(table.reviewer))
    for rows in _rows(table.plan, table.plans):
        if len(rows):
            given = percent[rows]
            scale = comparison * np.maximum(given.var(axis=0), 0.01)
            near = (np.abs(given - given.mean(axis=0)) ** 3 / scale).mean(axis=1)
            best = given[near == near.min()]
            apart = (np.abs(given[:, None] - best) ** 3 / scale).mean(axis=2).min(axis=1)
            grade[rows] = np.clip(100 - apart, 0, 100)
    count = np.bincount(table.reviewer, minlength=table.reviewers)
    off = 100 - np.bincount(table.reviewer, grade, minlength=table.reviewers) / np.maximum(count, 1)
    return mean(table, known)[0], off


def vancouver(table: Table, known: Known, rounds: int = 20, least: float = 1e-4) -> Estimate:
    """CrowdGrader's Vancouver (de Alfaro & Shavlovsky 2014, algorithm 1), on the mean level of each review.

    Messages along each review: to the reviewer, the plan's grade and its variance from the *other* reviews, weighted by
    1 / variance; to the plan, the reviewer's variance from their *other* reviews. All begin with a variance of 1.
    """
    grade, to_plan = table.levels.mean(axis=1), np.ones(len(table.reviewer))
    for _ in range(rounds):
        weight = 1 / (least + to_plan)
        total, value = _less(table.plan, weight), _less(table.plan, weight * grade)
        spread = _less(table.plan, to_plan * weight**2)
        alone = total < 1e-9
        square = (grade - value / np.where(alone, 1, total)) ** 2
        trust = np.where(alone, 0, 1 / (least + spread / np.where(alone, 1, total) ** 2))
        told, off = _less(table.reviewer, trust), _less(table.reviewer, trust * square)
        to_plan = np.where(told > 0, off / np.where(told > 0, told, 1), 1.0)
    all_told = np.bincount(table.reviewer, trust, minlength=table.reviewers)
    variance = np.bincount(table.reviewer, trust * square, minlength=table.reviewers) / np.maximum(all_told, 1e-9)
    return _weighted(table, 1 / (least + to_plan)), variance


def ridge(table: Table, known: Known, shrink: float = 0.5, rounds: int = 200) -> Estimate:
    """Plan and reviewer effects that add up, each shrunk like by half a review; known plans keep their levels.

    Not anybody's product, but the simplest model that takes leniency away. Reviewers are off by what it leaves of them.
    """
    fixed = np.zeros(table.plans, dtype=bool)
    middle = table.levels.mean()
    plan, leniency = np.full((table.plans, table.criteria), middle), np.zeros(table.reviewers)
    for at, levels in known.items():
        plan[at], fixed[at] = levels, True
    read, wrote = (np.bincount(one, minlength=size) for one, size in _sides(table))
    for _ in range(rounds):
        over = (table.levels - plan[table.plan]).mean(axis=1)
        leniency = np.bincount(table.reviewer, over, minlength=table.reviewers) / (wrote + shrink)
        clean = table.levels - leniency[table.reviewer][:, None]
        free = (_by_plan(table, clean) + shrink * middle) / (read + shrink)[:, None]
        plan = np.where(fixed[:, None], plan, free)
        middle = free[~fixed].mean() if known else middle
    rest = ((table.levels - plan[table.plan] - leniency[table.reviewer][:, None]) ** 2).mean(axis=1)
    return plan, np.bincount(table.reviewer, rest, minlength=table.reviewers) / np.maximum(wrote, 1)


RIVALS = {"mean": mean, "ORA2": ora2, "Moodle": moodle, "Vancouver": vancouver, "ridge": ridge}


def _sides(table: Table) -> tuple[tuple[np.ndarray, int], tuple[np.ndarray, int]]:
    return (table.plan, table.plans), (table.reviewer, table.reviewers)


def _rows(index: np.ndarray, size: int) -> list[np.ndarray]:
    order = np.argsort(index, kind="stable")
    return np.split(order, np.searchsorted(index[order], np.arange(1, size)))


def _less(index: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Of each row, the sum over the other rows of the same number."""
    return np.bincount(index, values)[index] - values


def _weighted(table: Table, weight: np.ndarray) -> np.ndarray:
    total = np.bincount(table.plan, weight, minlength=table.plans)[:, None]
    return _by_plan(table, table.levels * weight[:, None]) / np.where(total > 0, total, np.nan)


def _by_plan(table: Table, values: np.ndarray) -> np.ndarray:
    return np.stack([np.bincount(table.plan, column, minlength=table.plans) for column in values.T], axis=1)
