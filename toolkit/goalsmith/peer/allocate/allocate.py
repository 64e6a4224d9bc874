"""Every plan gets its reviews: the whole way from ids to pairs."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from goalsmith.peer.allocate.check import broken, pieces
from goalsmith.peer.allocate.design import loose_offsets, offsets
from goalsmith.peer.allocate.edges import FORBIDDEN, Edge, Edges, mend
from goalsmith.peer.allocate.flow import most_reviews
from goalsmith.peer.allocate.label import Seats
from goalsmith.peer.allocate.problem import Allocation, Guarantee, Pair, Problem, Relaxed, Rule

_STARTS = 6
"""How often a small allocation is begun anew before a guarantee is given up."""
_SMALL = 400


def allocate(
    submissions: Iterable[str],
    reviewers: Iterable[str],
    k: int,
    conflicts: Iterable[Pair] = (),
    seed: int = 0,
    *,
    groups: Mapping[str, str] | None = None,
    rule: Rule = "either",
) -> Allocation:
    """Give each of `submissions` (by their authors' ids) `k` reviews by `reviewers`.

    Kept always: nobody reads their own plan, a plan of somebody with whom they have a conflict (`conflicts`,
    both ways), or one that the `rule` on `groups` bars (reviews stay within one's group, go across, or either).

    Kept where possible, and given up in this order, each with a sentence in `relaxed`: two reviewers share at most one
    plan; the graph of reviewers and plans is connected (within each group, where reviews stay within); nobody reviews
    their own reviewer; loads differ by at most one; and last, k reviews of each plan (`short` says where some lack).

    The same ids (in any order), `seed` and options give the same pairs.

    Raises:
        ValueError: k is below 1, an id stands twice, or somebody lacks a group.
    """
    if k < 1:
        raise ValueError(f"k: is {k}; a plan needs at least one review")
    problem = Problem(submissions, reviewers, conflicts, groups, rule)
    rng = np.random.default_rng([seed, k])
    edges = _parts(problem, k, rng)
    pairs = tuple(sorted((problem.reviewers[r], problem.authors[a]) for r, a in edges))
    got = Counter(author for _, author in pairs)
    short = {author: k - got[author] for author in problem.authors if got[author] < k}
    return Allocation(pairs, _relaxed(problem, pairs, k), short)


def _parts(problem: Problem, k: int, rng: np.random.Generator) -> list[Edge]:
    """Allocate each group on its own where reviews stay within groups, else everybody at once."""
    if problem.rule != "within":
        return _whole(problem, k, rng)
    edges: list[Edge] = []
    for group in sorted({problem.groups[name] for name in problem.authors}):
        authors = [name for name in problem.authors if problem.groups[name] == group]
        reviewers = [name for name in problem.reviewers if problem.groups[name] == group]
        barred = [(problem.reviewers[r], problem.authors[a]) for r, a in problem.forbidden]
        part = Problem(authors, reviewers, barred)
        edges += [
            (problem.reviewer_of[part.reviewers[r]], problem.author_of[part.authors[a]])
            for r, a in _whole(part, k, rng)
        ]
    return edges


def _whole(problem: Problem, k: int, rng: np.random.Generator) -> list[Edge]:
    everybody = problem.authors == problem.reviewers and problem.rule != "across"
    designed = _designed(problem, k, rng, offsets) if everybody else None
    if designed is not None:
        return designed
    loose = _designed(problem, k, rng, loose_offsets) if everybody and len(problem.authors) <= _SMALL else None
    return _searched(problem, k, rng, loose)


def _designed(
    problem: Problem,
    k: int,
    rng: np.random.Generator,
    draw: Callable[[int, int, np.random.Generator], tuple[int, ...] | None],
) -> list[Edge] | None:
    """A circulant design with everybody in a seat that suits them, or None."""
    for _ in range(_STARTS if len(problem.authors) <= _SMALL else 1):
        found = draw(len(problem.authors), k, rng)
        if found is None:
            return None
        seats = Seats(problem, found, rng)
        if seats.settle():
            return [(int(r), int(a)) for r, a in seats.pairs().tolist()]
    return None


def _searched(problem: Problem, k: int, rng: np.random.Generator, loose: list[Edge] | None) -> list[Edge]:
    """The best of a few beginnings, `loose` or random ones, each mended by exchanges of plans."""
    best: list[Edge] = []
    least = float("inf")
    # Below this number of learners some plans must be shared, and beginning anew helps little.
    tight = len(problem.reviewers) <= k * (k - 1) or len(problem.authors) > _SMALL
    for number in range(1 if tight else _STARTS):
        edges = Edges(problem, loose if loose is not None and number == 0 else _beginning(problem, k, rng))
        mend(edges, rng)
        _join(problem, edges, rng)
        listed = edges.all()
        cost = sum(edges.cost(*edge) for edge in listed) + pieces(problem, listed) * 10
        cost += FORBIDDEN * (k * len(problem.authors) - len(listed))
        if cost < least:
            best, least = listed, cost
        if not cost:
            break
    return best


def _beginning(problem: Problem, k: int, rng: np.random.Generator) -> list[Edge]:
    """Pairs that are all allowed, with loads as even as can be: by a flow, whose room grows until everything fits."""
    needs = [k] * len(problem.authors)
    size = len(problem.reviewers)
    if not size or not needs:
        return []
    total = k * len(needs)
    base, more = divmod(total, size)
    room = [base] * size
    for reviewer in rng.permutation(size)[:more].tolist():
        room[reviewer] += 1
    if len(needs) > _SMALL:
        return _drawn(needs, room, rng)
    found = most_reviews(needs, room, problem.allowed, rng)
    if len(found) < total:
        # The places of the larger loads may lie with the wrong people, so all may have one before loads grow apart.
        for free in (base + (more > 0), *range(base + 2, k * len(needs) + 1)):
            found = most_reviews(needs, [free] * size, problem.allowed, rng)
            if len(found) == total or free > len(needs):
                break
    return found


def _drawn(needs: list[int], room: list[int], rng: np.random.Generator) -> list[Edge]:
    """Places of reviewers and of plans shuffled together; what this breaks is mended by exchanges."""
    places = np.repeat(np.arange(len(room)), room)
    plans = np.repeat(np.arange(len(needs)), needs)
    for _ in range(50):
        edges = {(int(r), int(a)) for r, a in zip(rng.permutation(places), plans, strict=True)}
        if len(edges) == len(plans):
            return sorted(edges)
    return _without_doubles(rng.permutation(places), plans, rng)


def _without_doubles(places: np.ndarray, plans: np.ndarray, rng: np.random.Generator) -> list[Edge]:
    """Exchange the places of those who would read a plan twice."""
    seen: set[Edge] = set()
    order = places.tolist()
    authors = plans.tolist()
    for at, author in enumerate(authors):
        while (order[at], author) in seen:
            other = int(rng.integers(at, len(order)))
            order[at], order[other] = order[other], order[at]
            if other == at:
                break
        seen.add((order[at], author))
    return sorted(seen)


def _join(problem: Problem, edges: Edges, rng: np.random.Generator) -> None:
    """Exchange plans between pieces of the graph until it is one, where that breaks nothing else."""
    listed = edges.all()
    lost = pieces(problem, listed)
    for _ in range(40 * lost):
        if not lost:
            return
        one, other = (listed[at] for at in rng.integers(len(listed), size=2).tolist())
        before = edges.cost(*one) + edges.cost(*other)
        if edges.swap(one, other):
            new = (one[0], other[1]), (other[0], one[1])
            worse = edges.cost(*new[0]) + edges.cost(*new[1]) > before
            left = pieces(problem, edges.all())
            if worse or left >= lost:
                edges.swap(*new)
            else:
                lost = left
                listed = edges.all()


_ORDER: tuple[Guarantee, ...] = ("sharing", "connected", "reciprocal", "loads", "reviews")


def _relaxed(problem: Problem, pairs: tuple[Pair, ...], k: int) -> tuple[Relaxed, ...]:
    found = broken(problem, pairs, k)
    return tuple(Relaxed(name, found[name], _why(name, found[name], problem, k)) for name in _ORDER if name in found)


def _why(name: Guarantee, cases: int, problem: Problem, k: int) -> str:
    people = len(problem.reviewers)
    bars = f" and {len(problem.forbidden)} barred pairs" if problem.forbidden else ""
    group = f" and reviews only {problem.rule} groups" if problem.rule != "either" else ""
    here = f"with {people} reviewers, {len(problem.authors)} plans, {k} reviews each{bars}{group}"
    needed = k * (k - 1) + 1
    if name == "sharing":
        least = f"; {k} reviews each need at least {needed} learners for that" if people < needed else ""
        return f"{_count(cases, 'pair')} of reviewers share more than one plan: {here} none was found without{least}."
    if name == "connected":
        return (
            f"The graph of reviewers and plans falls into {cases + 1} pieces more than it should: {here}, no way was \
found to join them, so leniency cannot be compared across them."
        )
    if name == "reciprocal":
        return f"{_count(cases, 'pair')} of people review each other: {here} none was found without."
    if name == "loads":
        return f"Loads differ by {cases + 1} reviews: {here} nobody else may read what is left."
    return f"{_count(cases, 'review')} could not be given to anybody: {here} no reviewer is left who may."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
