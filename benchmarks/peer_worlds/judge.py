"""Every figure of one world, and their means over seeds. Errors: root mean square, percentage points of the total."""

import time
from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from scipy.stats import kendalltau

from goalsmith.peer.aggregate import TOP, Consensus, ConsensusModel, cross_fitted, disputes, patterns
from rivals import RIVALS
from worlds import World, make

Row = dict[str, float]
OURS = "ours"


def average(kind: str, n: int, k: int, known: int, seeds: Iterable[int]) -> Row:
    """The mean of every figure over the seeds."""
    return _means(judge(make(kind, n, k, known, seed)) for seed in seeds)


def average_marks(kind: str, n: int, k: int, known: int, seeds: Iterable[int]) -> Row:
    """As `average`, of what a supervisor gets: cross-fitted marks, shares for reviewing, patterns and disputes."""
    return _means(judge_marks(make(kind, n, k, known, seed), k + known) for seed in seeds)


def judge(world: World) -> Row:
    """All methods on one world: error, Kendall's tau, processor seconds; intervals and reviewers where given."""
    row: Row = {}
    for name, method in RIVALS.items():
        began = time.process_time()
        estimate, off = method(world.table, world.known)
        row |= _errors(name, estimate.mean(axis=1) / TOP, world) | {f"seconds {name}": time.process_time() - began}
        if off is not None and world.careless.any():
            row[f"auc {name}"] = auc(off, world.careless)
    began = time.process_time()
    found = ConsensusModel().fit(world.table, world.known).predict()
    row |= {f"seconds {OURS}": time.process_time() - began}
    row |= _errors(OURS, found.total, world) | _coverage(found, world)
    if world.careless.any():
        row[f"auc {OURS}"] = auc(found.careless - 1e-6 * found.honest, world.careless)
    return row


def judge_marks(world: World, assigned: int) -> Row:
    """What would be marked and told after a round."""
    table, people = world.table, world.table.reviewers
    whole = ConsensusModel().fit(table, world.known).predict()
    found, shares = cross_fitted(table, world.owner.tolist(), [assigned] * people, world.known)
    seen = patterns(table, whole, world.owner.tolist())
    named = np.isin(np.arange(people), [one for pattern in seen for one in pattern.reviewers[: _blamed(pattern.kind)]])
    honest = ~(world.careless | world.generous | (world.ring >= 0))
    row = {
        "rmse whole": _errors("", whole.total, world)["rmse "],
        "rmse marked": _errors("", found.total, world)["rmse "],
        "share honest": float(np.nanmean(shares[honest])),
        "named honest": float(named[honest].mean()),
        "disputed": len(disputes(table, found, [""] * table.criteria)) / table.plans,
    }
    for name, group in (("careless", world.careless), ("top", world.generous), ("ring", world.ring >= 0)):
        if group.any():
            row |= {f"share {name}": float(np.nanmean(shares[group])), f"named {name}": float(named[group].mean())}
    return row


def _blamed(kind: str) -> int | None:
    """Of a favour the reviewer alone, who comes first; else everybody."""
    return 1 if kind == "favour" else None


def auc(score: np.ndarray, positive: np.ndarray) -> float:
    """The chance that a careless reviewer has a higher score than another one; ties count half."""
    mine, others = score[positive][:, None], score[~positive][None, :]
    return float((mine > others).mean() + 0.5 * (mine == others).mean())


def _errors(name: str, total: np.ndarray, world: World) -> Row:
    at = world.counted
    truth = world.quality[at].mean(axis=1) / TOP
    tau = float(kendalltau(total[at], truth).statistic) if name else np.nan
    return {f"rmse {name}": 100 * float(np.sqrt(np.mean((total[at] - truth) ** 2))), f"tau {name}": tau}


def _coverage(found: Consensus, world: World) -> Row:
    at, near = world.counted, 1e-9
    levels = world.quality[at]
    totals = levels.mean(axis=1) / TOP
    inside = (found.total_low[at] - near <= totals) & (totals <= found.total_high[at] + near)
    each = (found.low[at] - near <= levels) & (levels <= found.high[at] + near)
    return {"coverage": float(inside.mean()), "coverage of levels": float(each.mean())}


def _means(rows: Iterable[Row]) -> Row:
    every: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        for name, value in row.items():
            every[name].append(value)
    return {name: float(np.mean(values)) for name, values in every.items()}
