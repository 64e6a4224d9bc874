"""Making one graph of several pieces, so that the leniency of any two reviewers can be compared."""

import math
import random

import numpy as np
from numpy.typing import NDArray

from goalsmith.peer.allocate.edges import RECIPROCAL, Edges, Move
from goalsmith.peer.allocate.faults import as_numbers, labels, spare_pieces
from goalsmith.peer.allocate.problem import Edge, Numbers

_TRIES = 60
"""How many moves are tried to join a piece to another."""
_PIECES = 10
"""How many pieces, from the smallest up, are tried before joining is given up."""


def join(edges: Edges, rnd: random.Random, limit: float = -math.inf) -> None:
    """Exchange plans between pieces until there is one, or no exchange was found that joins two.

    Instead of an exchange, somebody with less to do, or below the level `limit`, may take a plan over. Reviewers may
    come to share more plans, but nobody to review their own reviewer. Only a circle in a piece can spare a review for
    another piece, so without one there is nothing to try.
    """
    numbers = as_numbers(edges.all())
    while spare_pieces(edges.problem, numbers) and (label := _labels(edges, numbers)) is not None:
        sizes = np.bincount(label)
        smallest = [piece for piece in np.argsort(sizes).tolist() if sizes[piece]][:_PIECES]
        if not any(_Seam(edges, numbers, label == piece, rnd, limit).joined() for piece in smallest):
            return
        numbers = as_numbers(edges.all())


def _labels(edges: Edges, numbers: Numbers) -> Numbers | None:
    """The piece of each review; None where there is no circle."""
    label = labels(edges.problem, numbers)
    nodes = sum(map(bool, edges.plans)) + sum(map(bool, edges.readers))
    found: Numbers = label[numbers[:, 0]]
    return found if len(numbers) > nodes - np.count_nonzero(np.bincount(found)) else None


class _Seam:
    """Between a piece, the reviews `inside`, and all others."""

    def __init__(
        self, edges: Edges, numbers: Numbers, inside: NDArray[np.bool_], rnd: random.Random, limit: float
    ) -> None:
        self.edges, self.rnd, self.limit = edges, rnd, limit
        self.pieces = spare_pieces(edges.problem, numbers)
        self.inside: list[Edge] = [(r, a) for r, a in numbers[inside].tolist() if (r, a) not in edges.fixed]
        self.outside: list[Edge] = [(r, a) for r, a in numbers[~inside].tolist()]

    def joined(self) -> bool:
        """Make the move that costs least among some that join the piece to another; whether there was one."""
        edges = self.edges
        best: tuple[float, Move] | None = None
        for _ in range(_TRIES if self.inside else 0):
            move = self._drawn()
            if move is None:
                continue
            worse = edges.change(*move)
            cheaper = worse < (RECIPROCAL if best is None else best[0])
            if cheaper and spare_pieces(edges.problem, as_numbers(edges.all())) < self.pieces:
                best = worse, move
            edges.undo(*move)
            if best is not None and best[0] <= 0:
                break
        if best is not None:
            edges.change(*best[1])
        return best is not None

    def _drawn(self) -> Move | None:
        """A random move across the seam, if it is possible."""
        edges = self.edges
        (reviewer, author), (other, plan) = self.rnd.choice(self.inside), self.rnd.choice(self.outside)
        if not edges.may_take(other, author):
            return None
        if edges.level[other] < max(edges.level[reviewer], self.limit):
            return [(reviewer, author)], [(other, author)]
        if (other, plan) in edges.fixed or not edges.may_take(reviewer, plan):
            return None
        return [(reviewer, author), (other, plan)], [(other, author), (reviewer, plan)]
