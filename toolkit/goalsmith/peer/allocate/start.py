"""Where the search begins: every plan with as many reviewers as it can have, and loads as even as they can be."""

import math
import random
from collections import deque
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from goalsmith.peer.allocate.edges import Edges

_LOOKED_AT = 8
"""How many of the reviewers with the least to do are looked at for one who breaks nothing."""


class Queue:
    """Reviewers by level, the lowest first and in random order among equals, for each group on its own."""

    def __init__(self, edges: Edges, limit: float, rnd: random.Random) -> None:
        """Take reviewers below the level `limit`."""
        self.edges, self.limit, self.rnd = edges, limit, rnd
        self.heaps: list[list[tuple[int, float, int]]] = [[] for _ in edges.problem.classes]
        for reviewer in range(len(edges.level)):
            self._push(reviewer)

    def give(self, author: int) -> None:
        """Let somebody who may read the plan: one with least to do, if possible one who breaks nothing."""
        looked_at: list[int] = []
        best: tuple[float, int] | None = None
        for reviewer in self._next(author, looked_at):
            cost = self.edges.cost(reviewer, author)
            if best is None or cost < best[0]:
                best = cost, reviewer
            if not cost:
                break
        if best is not None:
            self.edges.add(best[1], author)
        for reviewer in looked_at:
            self._push(reviewer)

    def _next(self, author: int, looked_at: list[int]) -> Iterator[int]:
        """A few who may read the plan and have equally little to do; `looked_at` tells who left the queue meanwhile."""
        edges = self.edges
        fitting = [self.heaps[at] for at in edges.problem.classes_for(author)]
        lowest, seen = math.inf, 0
        while seen < _LOOKED_AT and (heap := min(filter(None, fitting), default=None)) and heap[0][0] <= lowest:
            level, _, reviewer = heappop(heap)
            looked_at.append(reviewer)
            if author not in edges.plans[reviewer] and author not in edges.problem.barred[reviewer]:
                lowest, seen = level, seen + 1
                yield reviewer

    def _push(self, reviewer: int) -> None:
        """Put a reviewer (back) in the queue, unless they have enough to do."""
        level = self.edges.level[reviewer]
        if level < self.limit:
            heappush(self.heaps[self.edges.problem.reviewer_class[reviewer]], (level, self.rnd.random(), reviewer))


def fill(edges: Edges, needs: Sequence[int], limit: float, rnd: random.Random) -> None:
    """Give every plan as many reviewers as it needs, round by round, as long as there are some below the level `limit`.

    A plan that finds nobody is passed over.
    """
    queue = Queue(edges, limit, rnd)
    order = rnd.sample(range(len(needs)), len(needs))
    for turn in range(max(needs, default=0)):
        for author in order:
            if turn < needs[author]:
                queue.give(author)


def even_out(edges: Edges, effort: int = 2_000_000) -> bool:
    """Pass reviews along chains of reviewers, from a high level to a low one, until none is left that helps.

    Levels are then as even as they can be: no other choice has a smaller spread (Harvey, Ladner, Lovász & Tamir 2003,
    Semi-matchings for bipartite graphs and load balancing). False when `effort`, in looks at a reviewer and a plan, was
    spent before that was certain.
    """
    left = [effort]
    improved = True
    while improved:
        improved = False
        top = max(edges.level, default=0)
        for low in sorted(range(len(edges.level)), key=edges.level.__getitem__):
            while edges.level[low] <= top - 2 and _relieve(edges, low, left):
                improved = True
            if left[0] <= 0:
                return False
    return True


def _relieve(edges: Edges, low: int, left: list[int]) -> bool:
    """Find a chain that ends with `low` taking a plan and begins with somebody two levels higher giving one."""
    wanted = edges.level[low] + 2
    came: dict[int, tuple[int, int]] = {low: (-1, -1)}
    unseen = set(range(len(edges.readers)))
    queue = deque([low])
    while queue and left[0] > 0:
        taker = queue.popleft()
        left[0] -= len(unseen)
        for author in [plan for plan in unseen if edges.may_take(taker, plan)]:
            unseen.discard(author)
            for giver in edges.readers[author]:
                if giver in came or (giver, author) in edges.fixed:
                    continue
                came[giver] = taker, author
                if edges.level[giver] >= wanted:
                    _pass_along(edges, giver, came)
                    return True
                queue.append(giver)
    return False


def _pass_along(edges: Edges, giver: int, came: dict[int, tuple[int, int]]) -> None:
    taker, author = came[giver]
    while taker >= 0:
        edges.drop(giver, author)
        edges.add(taker, author)
        giver = taker
        taker, author = came[giver]
