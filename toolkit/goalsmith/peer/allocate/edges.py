"""Reviews as edges between reviewers and authors, with what each one breaks; the workplace of all repairs."""

import math
from collections.abc import Iterable

import numpy as np

from goalsmith.peer.allocate.problem import Problem

Edge = tuple[int, int]
FORBIDDEN, RECIPROCAL, SHARED = 1e6, 1e2, 1.0
"""What a broken guarantee costs: one of a worse kind is never bought with any number of a better kind."""


class Edges:
    """The reviews so far: who reads which plan, both ways round."""

    def __init__(self, problem: Problem, edges: Iterable[Edge]) -> None:
        """Begin with `edges`, pairs of reviewer and author."""
        self.problem = problem
        self.plans_of: list[set[int]] = [set() for _ in problem.reviewers]
        self.reviewers_of: list[set[int]] = [set() for _ in problem.authors]
        self.own_reviewer = [problem.reviewer_of.get(name, -1) for name in problem.authors]
        """The number under which each author reviews, or -1."""
        for reviewer, author in edges:
            self.add(reviewer, author)

    def add(self, reviewer: int, author: int) -> None:
        """Let the reviewer read the plan."""
        self.plans_of[reviewer].add(author)
        self.reviewers_of[author].add(reviewer)

    def drop(self, reviewer: int, author: int) -> None:
        """Take a review back."""
        self.plans_of[reviewer].discard(author)
        self.reviewers_of[author].discard(reviewer)

    def all(self) -> list[Edge]:
        """Every review, sorted."""
        return [(reviewer, author) for reviewer, plans in enumerate(self.plans_of) for author in sorted(plans)]

    def become(self, edges: Iterable[Edge]) -> None:
        """Take these reviews in place of all others."""
        for plans in (*self.plans_of, *self.reviewers_of):
            plans.clear()
        for reviewer, author in edges:
            self.add(reviewer, author)

    def reciprocal(self, reviewer: int, author: int) -> bool:
        """Whether the author reviews, or would review, this reviewer's own plan."""
        mine, theirs = self.problem.same[reviewer], self.own_reviewer[author]
        return mine >= 0 and theirs >= 0 and mine in self.plans_of[theirs]

    def shared(self, reviewer: int, author: int) -> int:
        """With how many other reviewers of this plan the reviewer shares another plan."""
        others = self.reviewers_of[author]
        plans = self.plans_of[reviewer]
        return sum(
            1 for other in others if other != reviewer and any(p != author and p in plans for p in self.plans_of[other])
        )

    def cost(self, reviewer: int, author: int) -> float:
        """What this review breaks."""
        return (
            (0.0 if self.problem.allowed(reviewer, author) else FORBIDDEN)
            + (RECIPROCAL if self.reciprocal(reviewer, author) else 0.0)
            + SHARED * self.shared(reviewer, author)
        )

    def swap(self, one: Edge, other: Edge) -> bool:
        """Let the two reviewers exchange plans, unless one of them would read a plan twice; all loads stay."""
        (r1, a1), (r2, a2) = one, other
        if r1 == r2 or a1 == a2 or a2 in self.plans_of[r1] or a1 in self.plans_of[r2]:
            return False
        self.drop(r1, a1)
        self.drop(r2, a2)
        self.add(r1, a2)
        self.add(r2, a1)
        return True


def mend(edges: Edges, rng: np.random.Generator, tries: int = 40, rounds: int = 60) -> None:
    """Exchange plans between reviewers until nothing is broken, or `rounds` rounds over what is broken are done.

    An exchange that breaks a little more is taken now and then, less and less often, so that tight cases do not get
    stuck in a corner (simulated annealing, Kirkpatrick, Gelatt & Vecchi 1983). The best state is kept.
    """
    best, least = edges.all(), float("inf")
    for number in range(rounds):
        listed = edges.all()
        costs = [edges.cost(*edge) for edge in listed]
        if (total := sum(costs)) < least:
            best, least = listed, total
        bad = [edge for edge, cost in zip(listed, costs, strict=True) if cost]
        if not bad:
            return
        heat = 1.5 * (1 - number / rounds) if len(listed) < 2000 else 0.0
        picks = rng.integers(len(listed), size=(len(bad), tries))
        luck = rng.random((len(bad), tries))
        for edge, row, chance in zip(bad, picks.tolist(), luck.tolist(), strict=True):
            if edge[1] not in edges.plans_of[edge[0]]:
                continue
            for at, odds in zip(row, chance, strict=True):
                other = listed[at]
                if other[1] in edges.plans_of[other[0]] and _better(edges, edge, other, heat, odds):
                    break
    if sum(edges.cost(*edge) for edge in edges.all()) > least:
        edges.become(best)


def _better(edges: Edges, one: Edge, other: Edge, heat: float, odds: float) -> bool:
    """Exchange the plans of two reviews and keep that when it breaks less; whether it was kept."""
    before = edges.cost(*one) + edges.cost(*other)
    if not edges.swap(one, other):
        return False
    new = (one[0], other[1]), (other[0], one[1])
    change = edges.cost(*new[0]) + edges.cost(*new[1]) - before
    if change < 0 or (heat and change < FORBIDDEN and odds < math.exp(-change / heat)):
        return True
    edges.swap(*new)
    return False
