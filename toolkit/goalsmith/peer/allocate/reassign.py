"""Reviews for plans that lack some: after drop-outs, late joiners and reviewers who do not deliver."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from goalsmith.peer.allocate.check import reciprocal_pairs, shared_pairs
from goalsmith.peer.allocate.edges import Edge, Edges
from goalsmith.peer.allocate.flow import most_reviews
from goalsmith.peer.allocate.problem import Pair, Problem, Relaxed, Rule


@dataclass(frozen=True, slots=True)
class Reassignment:
    """Pairs to add and to withdraw, what the added ones break, and the reviews still missing by author."""

    added: tuple[Pair, ...]
    withdrawn: tuple[Pair, ...]
    relaxed: tuple[Relaxed, ...] = ()
    short: Mapping[str, int] = field(default_factory=dict)


def reassign(
    pairs: Iterable[Pair],
    done: Iterable[Pair],
    submissions: Iterable[str],
    reviewers: Iterable[str],
    k: int,
    conflicts: Iterable[Pair] = (),
    seed: int = 0,
    *,
    extra: Mapping[str, int] | None = None,
    groups: Mapping[str, str] | None = None,
    rule: Rule = "either",
) -> Reassignment:
    """Bring every one of `submissions` back to `k` reviews.

    `pairs` are all reviews given so far, `done` those that were delivered, `submissions` and `reviewers` who takes part
    now: a review by anybody else counts only when it is done, and is withdrawn otherwise. A reviewer who reads a plan
    takes at most one review on top, over the whole round: `extra` says how many each was given on top before. One who
    has none yet (a late joiner) takes up to `k`. The result applied, the same call changes nothing.

    Raises:
        ValueError: an id stands twice, or somebody lacks a group.
    """
    finished, given = set(done), set(pairs)
    problem = Problem(submissions, reviewers, conflicts, groups, rule)
    active, open_plans = set(problem.reviewers), set(problem.authors)
    stays = {pair for pair in given if pair in finished or (pair[0] in active and pair[1] in open_plans)}
    counted = [pair for pair in stays if pair[1] in open_plans]
    got = Counter(author for _, author in counted)
    needs = [max(0, k - got[author]) for author in problem.authors]
    load = Counter(reviewer for reviewer, _ in given)
    on_top = extra or {}
    room = [(max(0, 1 - on_top.get(name, 0)) if load[name] else k) for name in problem.reviewers]
    edges = Edges(problem, [_numbers(problem, pair) for pair in counted if pair[0] in active])
    new = _filled(problem, edges, needs, room, given, np.random.default_rng([seed, len(given)]))
    added = tuple(sorted((problem.reviewers[r], problem.authors[a]) for r, a in new))
    got.update(author for _, author in added)
    short = {author: k - got[author] for author in problem.authors if got[author] < k}
    return Reassignment(added, tuple(sorted(given - stays)), _relaxed(problem, counted, added), short)


def _filled(
    problem: Problem, edges: Edges, needs: list[int], room: list[int], given: set[Pair], rng: np.random.Generator
) -> list[Edge]:
    """Pairs that break nothing first; what they leave open, pairs that share plans; then any that are allowed.

    A later step never leaves fewer reviews than could be given at all.
    """
    had = {_numbers(problem, pair) for pair in given if pair[0] in problem.reviewer_of and pair[1] in problem.author_of}

    def may(reviewer: int, author: int) -> bool:
        return problem.allowed(reviewer, author) and (reviewer, author) not in had

    most = len(most_reviews(needs, room, may, rng))
    if not most:
        return []
    found: list[Edge] = []
    for step in (
        lambda r, a: may(r, a) and not edges.cost(r, a),
        lambda r, a: may(r, a) and not edges.reciprocal(r, a),
        may,
    ):
        left = [need - sum(a == at for _, a in found) for at, need in enumerate(needs)]
        free = [size - sum(r == at for r, _ in found) for at, size in enumerate(room)]
        new = [edge for edge in most_reviews(left, free, step, rng) if edge not in found]
        for reviewer, author in new:
            edges.add(reviewer, author)
        found += new
        if len(found) == most:
            return found
    return most_reviews(needs, room, may, rng)


def _relaxed(problem: Problem, before: list[Pair], added: tuple[Pair, ...]) -> tuple[Relaxed, ...]:
    """What the added pairs break beyond what was broken before."""
    known = [pair for pair in before if pair[0] in problem.reviewer_of]
    after = [*known, *added]
    shared = _shared(problem, after) - _shared(problem, known)
    mutual = reciprocal_pairs(after) - reciprocal_pairs(known)
    rows = []
    if shared > 0:
        why = f"{shared} more pairs of reviewers share more than one plan: nobody else was free who shares none."
        rows.append(Relaxed("sharing", shared, why))
    if mutual > 0:
        why = f"{mutual} more pairs of people review each other: nobody else was free."
        rows.append(Relaxed("reciprocal", mutual, why))
    return tuple(rows)


def _shared(problem: Problem, pairs: list[Pair]) -> int:
    return shared_pairs([_numbers(problem, pair) for pair in pairs])


def _numbers(problem: Problem, pair: Pair) -> Edge:
    return problem.reviewer_of[pair[0]], problem.author_of[pair[1]]
