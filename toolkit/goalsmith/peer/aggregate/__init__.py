"""From reviews to levels: pure functions on arrays.

Comes in: who gave which plan which levels, and plans that the supervisor scored. Goes out: consensus levels with 90 %
intervals, how far each reviewer can be relied on, patterns that a supervisor should see, and marks for reviewing.
"""

from goalsmith.peer.aggregate.consensus import Consensus, ConsensusModel
from goalsmith.peer.aggregate.crossfit import cross_fitted
from goalsmith.peer.aggregate.disputes import Dispute, disputes
from goalsmith.peer.aggregate.fitting import Spread
from goalsmith.peer.aggregate.patterns import Pattern, patterns
from goalsmith.peer.aggregate.reviewing import review_credits, reviewing_shares
from goalsmith.peer.aggregate.table import TOP, Floats, Ints, Known, Table

__all__ = [
    "TOP",
    "Consensus",
    "ConsensusModel",
    "Dispute",
    "Floats",
    "Ints",
    "Known",
    "Pattern",
    "Spread",
    "Table",
    "cross_fitted",
    "disputes",
    "patterns",
    "review_credits",
    "reviewing_shares",
]
