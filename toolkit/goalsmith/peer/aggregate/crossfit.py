"""A consensus on each plan, and a mark for each reviewer, that the person's own reviews have no part in.

Leniencies are estimated from everybody's reviews together, so a review that somebody writes, or leaves out, could move
the score of their own plan a little. Here people are dealt into folds; the plans and the reviewing of a fold are judged
by a fit without any review by that fold. So nobody can raise their own mark by what they write of others, nor by
silence.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from goalsmith.peer.aggregate.consensus import PLAN_FIELDS, Consensus, ConsensusModel
from goalsmith.peer.aggregate.reviewing import review_credits, reviewing_shares
from goalsmith.peer.aggregate.table import Floats, Known, Table

FOLDS = 60
"""More folds cost time, fewer cost data: a fit lacks one in sixty reviews, and only the own where sixty or fewer
people take part, since everybody then is a fold."""


def cross_fitted(
    table: Table, owner: Sequence[int], assigned: Sequence[int], known: Known | None = None
) -> tuple[Consensus, Floats]:
    """The consensus with every plan judged without its author's own reviews, and the reviewing share of each reviewer.

    `owner[p]` is the reviewer who wrote plan `p`, or -1 for nobody of the cohort; `assigned[r]` how many reviews
    reviewer `r` was given. What the consensus says of reviewers and reviews, and `read`, come from all reviews.
    """
    whole = ConsensusModel().fit(table, known).predict()
    parts = {name: getattr(whole, name).copy() for name in PLAN_FIELDS if name != "read"}
    credit = np.full(len(table.plan), np.nan)
    author = np.asarray(owner)
    folds = min(FOLDS, table.reviewers)
    for fold in range(folds):
        members = np.arange(fold, table.reviewers, folds)
        fitted = ConsensusModel().fit(table, known, without=members.tolist()).predict()
        mine, by_them = np.isin(author, members), np.isin(table.reviewer, members)
        for name, values in parts.items():
            values[mine] = getattr(fitted, name)[mine]
        credit[by_them] = review_credits(table.only(by_them), fitted)
    return replace(whole, **parts), reviewing_shares(table, credit, assigned)
