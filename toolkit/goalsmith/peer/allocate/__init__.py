"""Who reviews whose plan: pure functions on ids.

Comes in: authors, reviewers, how many reviews a plan gets, and who must not review whom. Goes out: pairs of reviewer
and author, with every guarantee that had to be given up in a sentence.
"""

from goalsmith.peer.allocate.allocate import allocate
from goalsmith.peer.allocate.check import check
from goalsmith.peer.allocate.model import Allocation, Guarantee, Pair, Reassignment, Relaxed, Rule
from goalsmith.peer.allocate.reassign import reassign

__all__ = ["Allocation", "Guarantee", "Pair", "Reassignment", "Relaxed", "Rule", "allocate", "check", "reassign"]
