"""What an allocation does not keep, counted from the pairs alone."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from goalsmith.peer.allocate.model import Guarantee
from goalsmith.peer.allocate.problem import Edge, Numbers, Problem


def faults(problem: Problem, edges: ArrayLike, k: int) -> dict[Guarantee, int]:
    """In how many cases each guarantee is broken by `edges`, shape (reviews, 2); a guarantee that is kept is left out.

    sharing: pairs of reviewers with more than one plan in common. connected: pieces of the graph of reviewers and plans
    beyond the first (in each group, where reviews stay within groups). reciprocal: pairs of people who review each
    other. loads: the difference between the largest load and the smallest beyond one. groups: reviews that the rule
    forbids. reviews: those that lack.
    """
    found = as_numbers(edges)
    loads = np.bincount(found[:, 0], minlength=len(problem.reviewers))
    got = np.bincount(found[:, 1], minlength=len(problem.authors))
    counts: dict[Guarantee, int] = {
        "sharing": len(sharing_pairs(problem, found)),
        "connected": spare_pieces(problem, found),
        "reciprocal": int(mutual(problem, found).sum()) // 2,
        "loads": max(0, int(np.ptp(loads)) - 1) if len(loads) else 0,
        "groups": _misfits(problem, found),
        "reviews": int(np.maximum(0, k - got).sum()),
    }
    return {name: count for name, count in counts.items() if count}


def _misfits(problem: Problem, edges: Numbers) -> int:
    if problem.rule == "either":
        return 0
    same = np.array(problem.reviewer_class)[edges[:, 0]] == np.array(problem.author_class)[edges[:, 1]]
    return int(np.count_nonzero(same != (problem.rule == "within")))


def as_numbers(edges: ArrayLike) -> Numbers:
    """Edges as an array of shape (reviews, 2), also where there are none."""
    return np.asarray(edges, dtype=np.int64).reshape(-1, 2)


def suspects(problem: Problem, edges: ArrayLike) -> list[Edge]:
    """The reviews that have to do with a pair of reviewers who share too much, or of people who review each other."""
    found = as_numbers(edges)
    found = found[np.argsort(found[:, 1], kind="stable")]
    bad = mutual(problem, found)
    first, second = _read_together(found)
    codes = _codes(problem, found, first, second)
    twice = np.isin(codes, sharing_pairs(problem, found))
    bad[first[twice]] = bad[second[twice]] = True
    return [(reviewer, author) for reviewer, author in found[bad].tolist()]


def sharing_pairs(problem: Problem, edges: Numbers) -> Numbers:
    """Pairs of reviewers with more than one plan in common, each pair as one number."""
    edges = edges[np.argsort(edges[:, 1], kind="stable")]
    codes = np.sort(_codes(problem, edges, *_read_together(edges)))
    return np.unique(codes[1:][codes[1:] == codes[:-1]])


def _codes(problem: Problem, edges: Numbers, first: Numbers, second: Numbers) -> Numbers:
    one, other = edges[first, 0], edges[second, 0]
    codes: Numbers = np.minimum(one, other) * len(problem.reviewers) + np.maximum(one, other)
    return codes


def _read_together(edges: Numbers) -> tuple[Numbers, Numbers]:
    """The places of any two reviews of one plan; `edges` are sorted by plan."""
    first, second = [], []
    places = np.arange(len(edges))
    step = 1
    while len(hit := places[step:][edges[step:, 1] == edges[: len(edges) - step, 1]]):
        second.append(hit)
        first.append(hit - step)
        step += 1
    empty = np.empty(0, dtype=np.int64)
    return np.concatenate([empty, *first]), np.concatenate([empty, *second])


def mutual(problem: Problem, edges: Numbers) -> NDArray[np.bool_]:
    """For each review, whether its author reviews its reviewer."""
    own = np.array(problem.own_plan, dtype=np.int64)[edges[:, 0]]
    theirs = np.array(problem.as_reviewer, dtype=np.int64)[edges[:, 1]]
    both = np.flatnonzero((own >= 0) & (theirs >= 0))
    # A pair of people is told by the lower number of a plan and the higher, whoever reviews whom.
    own, other = own[both], edges[both, 1]
    pair = np.minimum(own, other) * len(problem.authors) + np.maximum(own, other)
    order = np.argsort(pair)
    twice = np.flatnonzero(pair[order][1:] == pair[order][:-1])
    found = np.zeros(len(edges), dtype=np.bool_)
    found[both[order[twice]]] = found[both[order[twice + 1]]] = True
    return found


def spare_pieces(problem: Problem, edges: Numbers) -> int:
    """How many pieces the graph has beyond those that it should have: one, or one for each group with reviews."""
    if not len(edges):
        return 0
    wanted = len({problem.author_class[author] for author in edges[:, 1].tolist()}) if problem.rule == "within" else 1
    pieces = int(np.count_nonzero(np.bincount(labels(problem, edges)[edges[:, 0]])))
    return max(0, pieces - wanted)


def labels(problem: Problem, edges: Numbers) -> Numbers:
    """The number of the piece that each reviewer belongs to, then of each author's."""
    size = len(problem.reviewers) + len(problem.authors)
    graph = coo_array((np.ones(len(edges)), (edges[:, 0], edges[:, 1] + len(problem.reviewers))), shape=(size, size))
    found: Numbers = connected_components(graph, directed=False)[1]
    return found
