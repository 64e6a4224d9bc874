"""Exchanges of plans between reviewers until no guarantee is broken, or as few as can be found.

No move changes how many reviews a plan has, or lets loads grow apart.
"""

import math
import random
from collections.abc import Iterable, Sequence

from goalsmith.peer.allocate.edges import Edges, Move
from goalsmith.peer.allocate.problem import Edge

_TRIES = 6
"""With how many others a review that breaks something is tried in one sweep."""
_HEAT = 0.3
"""How much more a move may break at first, in shared plans: it is then made one time in e."""


def anneal(edges: Edges, rnd: random.Random, sweeps: int, most: float = math.inf) -> int:
    """Sweep over all that is broken until nothing is; return how many reviews were looked at.

    It ends after `sweeps` sweeps, or sooner when more than `most` reviews were looked at. A move that breaks a little
    more is made now and then, ever more rarely, since tight cases would get stuck without (simulated annealing:
    Kirkpatrick, Gelatt & Vecchi 1983).
    """
    looks = 0
    for sweep in range(sweeps):
        moves = _Moves(edges, rnd, _HEAT * (1 - sweep / sweeps))
        bad = [edge for edge in moves.listed if edges.cost(*edge)]
        looks += len(bad)
        if not bad or looks > most:
            break
        rnd.shuffle(bad)
        for edge in bad:
            moves.improve(edge)
    return looks


def repair(edges: Edges, suspects: Iterable[Edge], rnd: random.Random, sweeps: int = 20) -> None:
    """Mend what is broken among `suspects` and by the moves themselves, without a look at all the rest."""
    moves = _Moves(edges, rnd, 0.0)
    left = sorted(suspects)
    for _ in range(sweeps):
        left = [edge for edge in left if edge[1] in edges.plans[edge[0]] and edges.cost(*edge)]
        for edge in list(left):
            left += moves.improve(edge)


class _Moves:
    """The moves of one sweep."""

    def __init__(self, edges: Edges, rnd: random.Random, heat: float) -> None:
        self.edges, self.rnd, self.heat = edges, rnd, heat
        self.listed: Sequence[Edge] = edges.movable()
        top = max(edges.level, default=0)
        self.lower = [reviewer for reviewer, level in enumerate(edges.level) if level < top]
        """Reviewers who may take a plan over without giving one."""

    def improve(self, edge: Edge) -> list[Edge]:
        """Make the first move of a few random ones that helps with `edge`; return the reviews that it gives."""
        edges = self.edges
        if edge[1] not in edges.plans[edge[0]] or edge in edges.fixed or not edges.cost(*edge):
            return []
        for _ in range(_TRIES):
            found = self._drawn(*edge)
            if found is None:
                continue
            worse = edges.change(*found)
            if worse < 0 or (self.heat and self.rnd.random() < math.exp(-worse / self.heat)):
                return found[1]
            edges.undo(*found)
        return []

    def _drawn(self, reviewer: int, author: int) -> Move | None:
        """A random way for the reviewer to get rid of the plan, if it is possible: handed over, or exchanged."""
        edges, rnd = self.edges, self.rnd
        if self.lower and rnd.random() < 0.5:
            taker = self.lower[int(rnd.random() * len(self.lower))]
            free = edges.level[taker] < edges.level[reviewer] and edges.may_take(taker, author)
            return ([(reviewer, author)], [(taker, author)]) if free else None
        other, plan = self.listed[int(rnd.random() * len(self.listed))]
        if plan not in edges.plans[other] or not edges.may_take(other, author) or not edges.may_take(reviewer, plan):
            return None
        return [(reviewer, author), (other, plan)], [(other, author), (reviewer, plan)]
