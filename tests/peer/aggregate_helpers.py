"""Made cohorts for tests of the maths: plans of known quality, reviewers of known leniency and noise."""

from dataclasses import dataclass

import numpy as np

from goalsmith.peer.aggregate import TOP, Table

CRITERIA = 8


@dataclass(frozen=True)
class Cohort:
    """Who wrote plan p is reviewer p; the known plans come after these and are reviewed by everybody."""

    table: Table
    quality: np.ndarray
    leniency: np.ndarray
    known: dict[int, np.ndarray]

    @property
    def owner(self) -> list[int]:
        people = self.table.reviewers
        return [plan if plan < people else -1 for plan in range(self.table.plans)]

    @property
    def totals(self) -> np.ndarray:
        return self.quality.mean(axis=1) / TOP

    def changed(self, reviewer: int, levels) -> Table:
        """The table with every level by one reviewer changed."""
        given = self.table.levels.copy()
        given[self.table.reviewer == reviewer] = levels
        return Table(self.table.reviewer, self.table.plan, given, self.table.reviewers, self.table.plans)

    def without(self, rows: np.ndarray) -> Table:
        """The table without some reviews."""
        return self.table.only(~np.isin(np.arange(len(self.table.plan)), rows))


def cohort(n=30, k=4, known=0, seed=0, mean=0.15, spread=0.45) -> Cohort:
    """A cohort in which the person at position i reviews those at i + 1, i + 2, i + 4, ..."""
    rng = np.random.default_rng(seed)
    quality = np.clip(
        1.7 + 0.55 * rng.standard_normal((n + known, 1)) + 0.45 * rng.standard_normal((n + known, CRITERIA)), 0, TOP
    )
    leniency, noise = rng.normal(mean, spread, n), rng.gamma(4, 0.55, n) ** -0.5
    offsets = np.array([1, 2, 4, 8, 16, 32, 64][:k])
    reviewer = np.concatenate([np.repeat(np.arange(n), k), np.repeat(np.arange(n), known)])
    plan = np.concatenate([((np.arange(n)[:, None] + offsets) % n).ravel(), np.tile(n + np.arange(known), n)])
    seen = quality[plan] + leniency[reviewer][:, None]
    seen = seen + noise[reviewer][:, None] * rng.standard_normal((len(plan), CRITERIA))
    table = Table(reviewer, plan, np.clip(np.round(seen), 0, TOP), n, n + known)
    scored = {n + at: quality[n + at] + rng.normal(0, 0.25, CRITERIA) for at in range(known)}
    return Cohort(table, quality, leniency, scored)


def table(*reviews, reviewers, plans) -> Table:
    """A table of (reviewer, plan, levels); one level stands for all criteria."""
    levels = [np.broadcast_to(np.array(given, dtype=float), CRITERIA) for _, _, given in reviews]
    return Table(
        np.array([one for one, _, _ in reviews], dtype=np.int64),
        np.array([one for _, one, _ in reviews], dtype=np.int64),
        np.array(levels).reshape(len(reviews), CRITERIA),
        reviewers,
        plans,
    )


def error(found, truth) -> float:
    """Root mean square."""
    return float(np.sqrt(np.nanmean((found - truth) ** 2)))
