"""Who reviews whose plan: pure functions on ids.

Comes in: authors, reviewers, how many reviews a plan gets, and who must not review whom. Goes out: pairs, with every
guarantee that had to be given up in a sentence.
"""

from goalsmith.peer.allocate.allocate import allocate
from goalsmith.peer.allocate.check import broken
from goalsmith.peer.allocate.problem import Allocation, Pair, Relaxed, Rule
from goalsmith.peer.allocate.reassign import Reassignment, reassign

__all__ = ["Allocation", "Pair", "Reassignment", "Relaxed", "Rule", "allocate", "broken", "reassign"]
