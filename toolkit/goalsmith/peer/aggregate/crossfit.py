"""A consensus on each plan, and a mark for each reviewer, that the person's own reviews have no part in.

Leniencies are estimated from everybody's reviews together, so a review that somebody writes, or leaves out, could move
the score of their own plan a little. Here people are dealt into folds; the plans and the reviewing of a fold are judged
by a fit without any review by that fold. So nobody can raise their own mark by what they write of others, nor by
silence.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from goalsmith.peer.aggregate.consensus import Consensus, ConsensusModel
from goalsmith.peer.aggregate.reviewing import reviewing_shares
from goalsmith.peer.aggregate.table import Floats, Known, Table

FOLDS = 20
"""More folds cost time, fewer cost data: each fit lacks one in twenty reviews."""
_OF_PLANS = ("level", "low", "high", "total", "total_low", "total_high")


def cross_fitted(
    table: Table, owner: Sequence[int], assigned: Sequence[int], known: Known | None = None
) -> tuple[Consensus, Floats]:
    """The consensus with every plan judged without its author's own reviews, and the reviewing share of each reviewer.

    `owner[p]` is the reviewer who wrote plan `p`, or -1 for nobody of the cohort; `assigned[r]` how many reviews
    reviewer `r` was given. What the consensus says of reviewers comes from all reviews.
    """
    whole = ConsensusModel().fit(table, known).predict()
    parts = {name: getattr(whole, name).copy() for name in _OF_PLANS}
    shares = np.zeros(table.reviewers)
    author = np.asarray(owner)
    folds = min(FOLDS, table.reviewers)
    for fold in range(folds):
        members = np.arange(fold, table.reviewers, folds)
        fitted = ConsensusModel().fit(_without(table, members), known).predict()
        mine = np.isin(author, members)
        for name, values in parts.items():
            values[mine] = getattr(fitted, name)[mine]
        shares[members] = reviewing_shares(table, fitted, assigned, known, members)[members]
    return replace(whole, **parts), shares


def _without(table: Table, reviewers: np.ndarray) -> Table:
    keep = ~np.isin(table.reviewer, reviewers)
    return Table(table.reviewer[keep], table.plan[keep], table.levels[keep], table.reviewers, table.plans)
