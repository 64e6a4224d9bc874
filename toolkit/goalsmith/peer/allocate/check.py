"""What an allocation keeps and what it does not, counted from the pairs alone."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from goalsmith.peer.allocate.problem import Pair, Problem


def broken(problem: Problem, pairs: Sequence[Pair], k: int) -> dict[str, int]:
    """How often each guarantee is broken; one that is kept is left out.

    `forbidden` counts self-reviews, conflicts of interest and wrong groups, `twice` reviewers who read a plan twice;
    both must never occur. `reviews` counts missing reviews (of k for each plan), `loads` how much the largest spread of
    loads goes beyond one, `reciprocal` pairs of people who review each other, `sharing` pairs of reviewers with more
    than one plan in common, `connected` the pieces of the graph beyond the first (in each group, where reviews stay
    within groups).
    """
    edges = [(problem.reviewer_of[reviewer], problem.author_of[author]) for reviewer, author in pairs]
    counts = {
        "forbidden": sum(not problem.allowed(*edge) for edge in edges),
        "twice": len(edges) - len(set(edges)),
        "reviews": _missing(problem, edges, k),
        "loads": max(0, _spread(problem, edges) - 1),
        "reciprocal": reciprocal_pairs(pairs),
        "sharing": shared_pairs(edges),
        "connected": pieces(problem, edges),
    }
    return {name: count for name, count in counts.items() if count}


def reciprocal_pairs(pairs: Sequence[Pair]) -> int:
    """Pairs of people who review each other."""
    there = set(pairs)
    return sum((author, reviewer) in there for reviewer, author in pairs if reviewer < author)


def shared_pairs(edges: Sequence[tuple[int, int]]) -> int:
    """Pairs of reviewers who have more than one plan in common."""
    readers: dict[int, list[int]] = defaultdict(list)
    for reviewer, author in edges:
        readers[author].append(reviewer)
    together = Counter(pair for names in readers.values() for pair in combinations(sorted(names), 2))
    return sum(count > 1 for count in together.values())


def pieces(problem: Problem, edges: Sequence[tuple[int, int]]) -> int:
    """How many pieces the graph of reviewers and plans has beyond the one that it should have (per group)."""
    if not edges:
        return 0
    reviewers, authors = np.array(edges).T
    size = len(problem.reviewers)
    total = size + len(problem.authors)
    graph = coo_array((np.ones(len(edges)), (reviewers, authors + size)), shape=(total, total))
    _, label = connected_components(graph, directed=False)
    used = {int(label[node]) for node in {*reviewers.tolist(), *(authors + size).tolist()}}
    wanted = len({problem.groups[problem.authors[a]] for a in authors.tolist()}) if problem.rule == "within" else 1
    return max(0, len(used) - wanted)


def _missing(problem: Problem, edges: Sequence[tuple[int, int]], k: int) -> int:
    got = Counter(author for _, author in edges)
    return sum(max(0, k - got[author]) for author in range(len(problem.authors)))


def _spread(problem: Problem, edges: Sequence[tuple[int, int]]) -> int:
    """The largest difference of loads, within a group where reviews stay within groups."""
    load = Counter(reviewer for reviewer, _ in edges)
    by_group: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(problem.reviewers):
        by_group[problem.groups.get(name, "") if problem.rule == "within" else ""].append(load[number])
    return max((max(loads) - min(loads) for loads in by_group.values()), default=0)
