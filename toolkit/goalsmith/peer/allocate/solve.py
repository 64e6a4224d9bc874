"""From a problem to reviews: a design where there is one, else a search."""

import random
from collections.abc import Sequence

import numpy as np

from goalsmith.peer.allocate.bounds import Reasons, unavoidable
from goalsmith.peer.allocate.design import design
from goalsmith.peer.allocate.edges import Edges
from goalsmith.peer.allocate.faults import as_numbers, faults, suspects
from goalsmith.peer.allocate.join import join
from goalsmith.peer.allocate.model import ORDER
from goalsmith.peer.allocate.problem import Edge, Numbers, Problem
from goalsmith.peer.allocate.search import anneal, repair
from goalsmith.peer.allocate.seats import Seats
from goalsmith.peer.allocate.start import even_out, fill

_SMALL = 2500
"""Up to how many reviews the search looks at all of them; in larger rounds only at what is broken at first."""
_EFFORT = 50_000
"""How many reviews, times the reviews of a plan, are looked at before a small round's search gives up."""
_LEAST = 2_000
"""The same for each of many small groups."""
_START = 100
"""What a start costs, in the same measure."""
_SWEEPS = 50
"""How often the shortest search of a small round goes over all that is broken."""
_DESIGNS = 6
"""How many designs are tried before conflicts are left to the search."""


def solve(problem: Problem, k: int, rnd: random.Random, share: float = 1.0) -> tuple[Numbers, Reasons]:
    """Give every plan `k` reviews, or as many as people may read it; with what was proven that cannot be kept.

    `share` is the share of the effort that may be spent on this problem, where it is one of several.
    """
    needs = [min(k, possible) for possible in problem.readers_possible()]
    designed = _designed(problem, k, rnd) if min(needs, default=0) == k else None
    if designed is not None:
        return designed, unavoidable(problem, needs, needs)
    return _searched(problem, needs, k, rnd, max(_LEAST, int(_EFFORT * share)) if sum(needs) <= _SMALL else 0)


def _designed(problem: Problem, k: int, rnd: random.Random) -> Numbers | None:
    """A design in which everybody has a place that suits them, or None."""
    if problem.authors != problem.reviewers or len(problem.classes) > 1:
        return None
    for _ in range(_DESIGNS):
        found = design(len(problem.authors), k, rnd)
        if found is None:
            return None
        seats = Seats(problem, found, rnd)
        if seats.settle():
            return seats.edges()
    return None


def _searched(
    problem: Problem, needs: Sequence[int], k: int, rnd: random.Random, effort: int
) -> tuple[Numbers, Reasons]:
    """The best of several starts; how long each may go on follows Luby, Sinclair & Zuckerman 1993."""
    start, best, kept = 0, None, as_numbers([])
    proven: Reasons = {}
    while best is None or effort > 0:
        start += 1
        edges, even = _begun(problem, needs, k, rnd)
        if start == 1:
            proven = unavoidable(problem, needs, [len(plans) for plans in edges.plans]) | even
        if effort:
            effort -= anneal(edges, rnd, _SWEEPS * _luby(start), effort / k) * k + _START
        else:
            repair(edges, suspects(problem, edges.all()), rnd)
        join(edges, rnd)
        numbers = as_numbers(edges.all())
        broken = faults(problem, numbers, k)
        key = [broken.get(name, 0) for name in reversed(ORDER)]
        if best is None or key < best:
            best, kept = key, numbers
        if broken.keys() <= {"groups", "reviews", *proven}:
            break
    return kept, proven


def _begun(problem: Problem, needs: Sequence[int], k: int, rnd: random.Random) -> tuple[Edges, Reasons]:
    """A start with all the reviews that there can be and loads as even as they can be, and why they are not more so."""
    fixed = _forced(problem)
    edges = Edges(problem, fixed, fixed=fixed)
    for reviewer, author in _nearly(problem, k, rnd):
        if edges.may_take(reviewer, author) and len(edges.readers[author]) < needs[author]:
            edges.add(reviewer, author)
    fill(edges, [need - len(edges.readers[author]) for author, need in enumerate(needs)], float("inf"), rnd)
    return edges, {"loads": "who may read whose plan leaves no way to even that out"} if even_out(edges) else {}


def _nearly(problem: Problem, k: int, rnd: random.Random) -> list[Edge]:
    """A design for all authors and reviewers together, less what these cannot do; nothing where there is no design."""
    people = sorted({*problem.authors, *problem.reviewers})
    found = design(len(people), k, rnd)
    if found is None:
        return []
    conflicts = [(problem.reviewers[r], problem.authors[a]) for r, plans in enumerate(problem.barred) for a in plans]
    seats = Seats(Problem(people, people, conflicts), found, rnd)
    seats.settle()
    reviewer_of = np.array([problem.reviewer_of.get(name, -1) for name in people])
    author_of = np.array([problem.author_of.get(name, -1) for name in people])
    edges = np.stack([reviewer_of[seats.edges()[:, 0]], author_of[seats.edges()[:, 1]]], axis=1)
    return [(reviewer, author) for reviewer, author in edges[(edges >= 0).all(axis=1)].tolist()]


def _forced(problem: Problem) -> list[Edge]:
    """The reviews that a plan open to all gets from its right groups: all there can be."""
    return [
        (reviewer, author)
        for author in sorted(problem.open_to_all)
        for reviewer in range(len(problem.reviewers))
        if problem.fits(reviewer, author) and problem.allowed(reviewer, author)
    ]


def _luby(n: int) -> int:
    """1, 1, 2, 1, 1, 2, 4, ..."""
    size = n.bit_length()
    return 1 << size - 1 if n == (1 << size) - 1 else _luby(n - (1 << size - 1) + 1)
