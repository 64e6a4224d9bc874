"""How sure a consensus is: the curvature of the likelihood, and what not knowing leniencies adds to it."""

from typing import TYPE_CHECKING

import numpy as np

from goalsmith.peer.aggregate import ordinal
from goalsmith.peer.aggregate.consensus import KNOWN_SD, Z90, Consensus, _by, _seen, common_var, lenient_var
from goalsmith.peer.aggregate.table import TOP, Floats, Table

if TYPE_CHECKING:
    from goalsmith.peer.aggregate.consensus import _State


def consensus(table: Table, state: "_State", fixed: Floats) -> Consensus:
    """The consensus of fitted estimates, with its intervals."""
    mean, sd = _seen(table, state)
    _, _, bend = ordinal.read(table.levels, mean, sd)
    weight = bend * state.kinds[table.reviewer, 0][:, None]
    known = ~np.isnan(fixed)
    given = _by(table.plan, weight, table.plans) + np.where(known, 1 / KNOWN_SD**2, 0.0)
    through = given / (1 + state.own * given)
    gain = state.own * through
    # A review says no more of the shared part than its halo lets through.
    whole = weight.sum(axis=1)
    let = _by(table.plan, whole / (1 + state.halo_spread * whole), table.plans) + known.sum(axis=1) / KNOWN_SD**2
    clear = let / np.maximum(given.sum(axis=1), 1e-12)
    shared_var = 1 / (through.sum(axis=1) * clear + 1 / state.shared)
    level_var = state.own / (1 + state.own * given) + (1 - gain) ** 2 * shared_var[:, None]
    shared_gain = shared_var[:, None] * through * clear[:, None]
    criteria = table.criteria
    total_var = (state.own / (1 + state.own * given)).sum(axis=1) / criteria**2
    total_var += ((1 - gain).mean(axis=1)) ** 2 * shared_var
    # What a leniency that is one higher would take from each level and from the mean level of a plan.
    part = weight / np.maximum(given[table.plan], 1e-12)
    through_shared = (shared_gain[table.plan] * part).sum(axis=1)
    pull = gain[table.plan] * part + (1 - gain[table.plan]) * through_shared[:, None]
    pull_total = pull.mean(axis=1)
    unsure = lenient_var(table, state, weight)
    level_var += _by(table.plan, pull**2 * unsure[table.reviewer][:, None], table.plans)
    total_var += _by(table.plan, pull_total**2 * unsure[table.reviewer], table.plans)
    common = common_var(state.spread, fixed)
    level_var += common * _by(table.plan, pull, table.plans) ** 2
    total_var += common * _by(table.plan, pull_total, table.plans) ** 2
    return _packed(table, state, level_var, total_var, fixed)


def _packed(table: Table, state: "_State", level_var: Floats, total_var: Floats, fixed: Floats) -> Consensus:
    half, half_total = Z90 * np.sqrt(level_var), Z90 * np.sqrt(total_var) / TOP
    level = np.clip(state.quality, 0, TOP)
    total = np.clip(state.quality, 0, TOP).mean(axis=1) / TOP
    ends = _by(table.plan, np.ones(len(table.plan)), table.plans)
    return Consensus(
        level=level,
        low=np.clip(state.quality - half, 0, TOP),
        high=np.clip(state.quality + half, 0, TOP),
        total=total,
        total_low=np.clip(total - half_total, 0, 1),
        total_high=np.clip(total + half_total, 0, 1),
        leniency=state.leniency,
        noise=state.noise,
        honest=state.kinds[:, 0],
        careless=state.kinds[:, 1],
        read=ends,
        shrinkage={"plans": state.shared + state.own, "leniency": state.spread, "mean leniency": state.mean_leniency},
    )
