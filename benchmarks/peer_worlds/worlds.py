"""Made cohorts: plans with a true quality, reviewers with leniency and noise, and worlds in which some do worse.

Everything is in levels, 0 to 3, on eight criteria. A plan's quality on a criterion is clip(1.7 + .7 (.77 shared + .63
own)); a reviewer's leniency is N(.15, .45) and their noise Gamma(4, scale .55)^-1/2; the level they give is
clip(round(quality + leniency + noise e)). Centre and spread were chosen so that the mean and ORA2's median err as in an
earlier study of the same cohorts with six criteria on 0 to 4 (2.3 and .9 there).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from goalsmith.peer.aggregate.table import TOP, Table

CRITERIA = 8
CENTRE, SPREAD = 1.7, 0.7
STAFF_SD = 0.25
RING = 5


@dataclass(frozen=True)
class World:
    """A cohort: its reviews, who wrote which plan, the true quality (plans x criteria), and who is what.

    `known` are the plans that a supervisor scored, on top of the `n` that count for the error; everybody reviews them.
    """

    table: Table
    owner: np.ndarray
    quality: np.ndarray
    known: dict[int, np.ndarray]
    careless: np.ndarray
    generous: np.ndarray
    ring: np.ndarray

    @property
    def counted(self) -> np.ndarray:
        """The plans whose error counts: not known, and read by somebody."""
        read = np.bincount(self.table.plan, minlength=self.table.plans) > 0
        return np.flatnonzero(read & (self.owner >= 0))


@dataclass
class _Cohort:
    """A cohort while it is made."""

    rng: np.random.Generator
    n: int
    reviewer: np.ndarray
    plan: np.ndarray
    quality: np.ndarray
    leniency: np.ndarray
    noise: np.ndarray
    ring: np.ndarray

    def some(self, share: float) -> np.ndarray:
        """Mark a share of the reviewers, drawn at random."""
        chosen = np.zeros(self.n, dtype=bool)
        chosen[self.rng.permutation(self.n)[: round(self.n * share)]] = True
        return chosen

    def impressions(self, e: np.ndarray) -> np.ndarray:
        """What reviewers would say if levels were not whole."""
        bias, noise = self.leniency[self.reviewer], self.noise[self.reviewer]
        return self.quality[self.plan] + bias[:, None] + noise[:, None] * e

    def independent(self) -> np.ndarray:
        """Errors that have nothing in common."""
        return self.rng.standard_normal((len(self.reviewer), CRITERIA))


def make(kind: str, n: int, k: int, known: int, seed: int) -> World:
    """Draw a world of `n` learners with `k` reviews a plan and `known` plans on top that everybody reviews.

    Worlds of the same seed that differ in `known` or `kind` share nothing but their sizes.
    """
    rng = np.random.default_rng([seed, n, k, known, list(WORLDS).index(kind)])
    plans = n + known
    shared, own = rng.standard_normal((plans, 1)), rng.standard_normal((plans, CRITERIA))
    quality = np.clip(CENTRE + SPREAD * (0.77 * shared + 0.63 * own), 0, TOP)
    reviewer, plan = design(n, k, rng)
    ring = np.full(n, -1)
    if kind == "rings":
        ring = _rings(n, rng)
        plan = _closed(reviewer, plan, ring, rng)
    reviewer = np.concatenate([reviewer, np.repeat(np.arange(n), known)])
    plan = np.concatenate([plan, np.tile(n + np.arange(known), n)])
    leniency, noise = rng.normal(0.15, 0.45, n), rng.gamma(4, 0.55, n) ** -0.5
    cohort = _Cohort(rng, n, reviewer, plan, quality, leniency, noise, ring)
    levels, careless, generous = WORLDS[kind](cohort)
    there = ~np.isnan(levels).all(axis=1)
    table = Table(reviewer[there], plan[there], levels[there], n, plans)
    fixed = {n + at: np.clip(quality[n + at] + rng.normal(0, STAFF_SD, CRITERIA), 0, TOP) for at in range(known)}
    owner = np.concatenate([np.arange(n), np.full(known, -1)])
    return World(table, owner, quality, fixed, careless, generous, ring)


def design(n: int, k: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Who reviews whom: position i of a permutation reviews i + d for k offsets d, no two of which add up to n."""
    order = rng.permutation(n)
    offsets: list[int] = []
    for offset in (1 + rng.permutation(n - 1)).tolist():
        if len(offsets) < k and not any((offset + one) % n == 0 for one in (*offsets, offset)):
            offsets.append(offset)
    return np.repeat(order, k), order[(np.arange(n)[:, None] + offsets) % n].ravel()


def _rings(n: int, rng: np.random.Generator) -> np.ndarray:
    """The ring that each learner belongs to, or -1: a tenth of the cohort, at least one ring."""
    ring = np.full(n, -1)
    for number, group in enumerate(rng.permutation(n)[: RING * max(1, n // (10 * RING))].reshape(-1, RING)):
        ring[group] = number
    return ring


def _closed(reviewer: np.ndarray, plan: np.ndarray, ring: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Change plans between reviews until every ring member reviews the next two of their ring; loads stay the same."""
    plan = plan.copy()
    groups = [np.flatnonzero(ring == number) for number in range(ring.max() + 1)]
    wanted = [(g[at], g[(at + step) % RING]) for g in groups for at in range(RING) for step in (1, 2)]
    for a, b in wanted:
        pairs = set(zip(reviewer.tolist(), plan.tolist(), strict=True))
        if (a, b) not in pairs:
            mine, theirs = _swap(reviewer, plan, (a, b), pairs, set(wanted), rng)
            plan[mine], plan[theirs] = plan[theirs], plan[mine]
    return plan


def _swap(
    reviewer: np.ndarray,
    plan: np.ndarray,
    pair: tuple[int, int],
    pairs: set[tuple[int, int]],
    wanted: set[tuple[int, int]],
    rng: np.random.Generator,
) -> tuple[int, int]:
    """A review by the first of `pair` and one of the second's plan that can change plans, and no ring loses by it."""
    every = [(m, t) for m in np.flatnonzero(reviewer == pair[0]) for t in np.flatnonzero(plan == pair[1])]
    for at in rng.permutation(len(every)).tolist():
        mine, theirs = every[at]
        gets = (reviewer[theirs], plan[mine])
        loses = {(reviewer[mine], plan[mine]), (reviewer[theirs], plan[theirs])}
        if gets[0] != gets[1] and gets not in pairs and not loses & wanted:
            return int(mine), int(theirs)
    raise ValueError(f"no ring can be closed from {pair[0]} to {pair[1]}")


Made = tuple[np.ndarray, np.ndarray, np.ndarray]


def _levels(seen: np.ndarray) -> np.ndarray:
    return np.clip(np.round(seen), 0, TOP)


def _nobody(cohort: _Cohort) -> np.ndarray:
    return np.zeros(cohort.n, dtype=bool)


def _honest(cohort: _Cohort) -> Made:
    """Leniency and noise, no bad raters."""
    return _levels(cohort.impressions(cohort.independent())), _nobody(cohort), _nobody(cohort)


def _null(cohort: _Cohort) -> Made:
    """Noise only."""
    cohort.leniency[:] = 0
    return _honest(cohort)


def _adversarial(cohort: _Cohort) -> Made:
    """A tenth give uniform levels, another tenth the top to everybody."""
    levels, _, _ = _honest(cohort)
    order, tenth = cohort.rng.permutation(cohort.n), round(cohort.n / 10)
    careless, generous = (
        np.isin(np.arange(cohort.n), order[:tenth]),
        np.isin(np.arange(cohort.n), order[tenth : 2 * tenth]),
    )
    bad = careless[cohort.reviewer]
    levels[bad] = cohort.rng.integers(0, TOP + 1, (int(bad.sum()), CRITERIA))
    levels[generous[cohort.reviewer]] = TOP
    return levels, careless, generous


def _ringed(cohort: _Cohort) -> Made:
    """Rings of five who give the top to whom of their ring they review."""
    levels, careless, generous = _honest(cohort)
    others = np.append(cohort.ring, np.full(len(cohort.quality) - cohort.n, -1))[cohort.plan]
    own = cohort.ring[cohort.reviewer]
    levels[(own >= 0) & (own == others)] = TOP
    return levels, careless, generous


def _down(cohort: _Cohort) -> Made:
    """A tenth give a level or more too little."""
    cohort.leniency[cohort.some(0.1)] = -1.2
    return _honest(cohort)


def _central(cohort: _Cohort) -> Made:
    """A quarter keep to the middle: their impressions lie 40 % as far from it."""
    seen = cohort.impressions(cohort.independent())
    narrow = cohort.some(0.25)[cohort.reviewer]
    seen[narrow] = TOP / 2 + 0.4 * (seen[narrow] - TOP / 2)
    return _levels(seen), _nobody(cohort), _nobody(cohort)


def _halo(cohort: _Cohort) -> Made:
    """Two thirds of the noise's variance are common to all criteria of one review."""
    common = cohort.rng.standard_normal((len(cohort.reviewer), 1))
    seen = cohort.impressions(0.8 * common + 0.6 * cohort.independent())
    return _levels(seen), _nobody(cohort), _nobody(cohort)


def _dropout(cohort: _Cohort) -> Made:
    """A fifth deliver nothing."""
    levels, careless, generous = _honest(cohort)
    levels[cohort.some(0.2)[cohort.reviewer]] = np.nan
    return levels, careless, generous


WORLDS: dict[str, Callable[[_Cohort], Made]] = {
    "null": _null,
    "honest": _honest,
    "adversarial": _adversarial,
    "rings": _ringed,
    "down-graders": _down,
    "central": _central,
    "halo": _halo,
    "drop-out": _dropout,
}
