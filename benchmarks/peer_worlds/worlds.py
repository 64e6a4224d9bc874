"""Made cohorts: plans with a true quality, reviewers with leniency and noise, and worlds in which some do worse.

Quality on a criterion is clip(1.7 + 0.75 (.77 shared + .63 own), 0, 3); a reviewer's leniency N(.15, .45), their noise
Gamma(4, scale .55)^-1/2; a level is clip(round(quality + leniency + noise e), 0, 3), on eight criteria.
"""

from dataclasses import dataclass

import numpy as np

from goalsmith.peer.aggregate.table import Table

CRITERIA, TOP = 8, 3
STAFF_SD = 0.25
WORLDS = (
    "null", "honest", "adversarial", "rings", "down-graders", "central", "halo", "drop-out",
)  # fmt: skip


@dataclass(frozen=True)
class World:
    """A cohort: its reviews, the true quality (plans x criteria), known plans as a supervisor saw them, the careless.

    `scored` are the plans that count for the error: all but the known ones.
    """

    table: Table
    quality: np.ndarray
    known: dict[int, np.ndarray]
    careless: np.ndarray
    scored: np.ndarray


def make(kind: str, n: int, k: int, known: int, seed: int) -> World:
    """Draw a world of `n` learners with `k` reviews a plan, `known` plans on top that everybody reviews."""
    rng = np.random.default_rng([seed, n, k, known, WORLDS.index(kind)])
    plans = n + known
    shared, own = rng.standard_normal((plans, 1)), rng.standard_normal((plans, CRITERIA))
    quality = np.clip(1.7 + 0.75 * (0.77 * shared + 0.63 * own), 0, TOP)
    leniency = np.zeros(n) if kind == "null" else rng.normal(0.15, 0.45, n)
    noise = rng.gamma(4, 0.55, n) ** -0.5
    if kind == "down-graders":
        leniency[rng.permutation(n)[: n // 10]] = -1.2
    reviewer, plan = _who(n, k, known, rng)
    e = rng.standard_normal((len(reviewer), CRITERIA))
    if kind == "halo":
        e = 0.8 * rng.standard_normal((len(reviewer), 1)) + 0.6 * e
    seen = quality[plan] + leniency[reviewer][:, None] + noise[reviewer][:, None] * e
    if kind == "central":
        narrow = np.isin(reviewer, rng.permutation(n)[: n // 4])
        seen[narrow] = 1.5 + 0.4 * (seen[narrow] - 1.5)
    levels = np.clip(np.round(seen), 0, TOP)
    careless = np.zeros(n, dtype=bool)
    if kind == "adversarial":
        order = rng.permutation(n)
        careless[order[: n // 10]] = True
        bad = careless[reviewer]
        levels[bad] = rng.integers(0, TOP + 1, (int(bad.sum()), CRITERIA))
        levels[np.isin(reviewer, order[n // 10 : 2 * (n // 10)])] = TOP
    keep = np.ones(len(reviewer), dtype=bool)
    if kind == "rings":
        members = rng.permutation(n)[: 5 * max(1, n // 50)].reshape(-1, 5)
        ring = np.full(n, -1)
        for number, group in enumerate(members):
            ring[group] = number
        together = (plan < n) & (ring[reviewer] >= 0) & (ring[reviewer] == ring[np.minimum(plan, n - 1)])
        levels[together] = TOP
    if kind == "drop-out":
        keep = ~np.isin(reviewer, rng.permutation(n)[: n // 5])
    table = Table(reviewer[keep], plan[keep], levels[keep], n, plans)
    fixed = {n + at: np.clip(quality[n + at] + rng.normal(0, STAFF_SD, CRITERIA), 0, TOP) for at in range(known)}
    read = np.bincount(table.plan, minlength=plans)[:n] > 0
    return World(table, quality, fixed, careless, np.flatnonzero(read))


def _who(n: int, k: int, known: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Who reviews whom: a permuted circulant design with random offsets, and everybody reviews the known plans."""
    order = rng.permutation(n)
    offsets = 1 + rng.permutation(n - 1)[:k]
    reviewer = np.repeat(order, k)
    plan = order[(np.arange(n)[:, None] + offsets) % n].ravel()
    extra = np.repeat(np.arange(n), known)
    return np.concatenate([reviewer, extra]), np.concatenate([plan, np.tile(n + np.arange(known), n)])
