"""Every plan gets its reviews: from ids to pairs."""

import random
from collections.abc import Iterable, Mapping

import numpy as np

from goalsmith.peer.allocate.bounds import Reasons
from goalsmith.peer.allocate.faults import as_numbers, faults
from goalsmith.peer.allocate.model import Allocation, Guarantee, Pair, Rule
from goalsmith.peer.allocate.problem import Numbers, Problem
from goalsmith.peer.allocate.reasons import relaxed
from goalsmith.peer.allocate.solve import solve


def allocate(
    submissions: Iterable[str],
    reviewers: Iterable[str],
    k: int,
    conflicts: Iterable[Pair] = (),
    seed: int = 0,
    *,
    groups: Mapping[str, str] | None = None,
    rule: Rule = "either",
    leave_groups: bool = False,
) -> Allocation:
    """Give the plan of each of `submissions` (authors' ids) `k` reviews by different `reviewers` (ids).

    Never: a review of one's own plan, or between two people of a pair in `conflicts`, either way. With `rule` "within"
    people review in their own group only, with "across" in other groups only; `groups` then names everybody's.

    Kept where it can be, and given up in this order, each time with a sentence in `relaxed`:

    1. sharing: two reviewers have at most one plan in common;
    2. connected: the graph of reviewers and plans is one piece (one in each group, where reviews stay within);
    3. reciprocal: nobody reviews their own reviewer;
    4. loads: reviewers have the same number of plans, or one more;
    5. groups: only with `leave_groups`, plans that too few of the right groups may read are read by others too;
    6. reviews: a plan that fewer than `k` people may read gets as many as it can; `short` says how many it lacks.

    The same ids, in whatever order, with the same `seed` and terms give the same pairs.

    Raises:
        ValueError: k is below 1, an id stands twice, or somebody lacks a group that the rule asks for.
    """
    if k < 1:
        raise ValueError(f"k: is {k}; a plan needs at least one review")
    problem = Problem(submissions, reviewers, conflicts, groups, rule)
    if leave_groups:
        problem.open_to_all = {at for at, possible in enumerate(problem.readers_possible()) if possible < k}
    rnd = random.Random(f"{seed} {k}")  # noqa: S311  # draws lots, guards no secret
    edges, reasons = _solved(problem, k, rnd)
    got = np.bincount(edges[:, 1], minlength=len(problem.authors))
    short = {problem.authors[at]: k - int(got[at]) for at in np.flatnonzero(got < k).tolist()}
    return Allocation(problem.pairs(edges), relaxed(problem, faults(problem, edges, k), reasons, k), short)


def _solved(problem: Problem, k: int, rnd: random.Random) -> tuple[Numbers, Reasons]:
    """Solve each group on its own where reviews stay within groups, else everybody at once."""
    if problem.rule != "within" or problem.open_to_all:
        return solve(problem, k, rnd)
    found = [as_numbers([])]
    reasons: Reasons = {"loads": "groups differ in how many plans there are for each reviewer"}
    unproven: set[Guarantee] = set()
    for group in range(len(problem.classes)):
        part, authors, reviewers = problem.part(group)
        edges, why = solve(part, k, rnd, 1 / len(problem.classes))
        found.append(np.stack([reviewers[edges[:, 0]], authors[edges[:, 1]]], axis=1))
        reasons = why | reasons
        unproven |= faults(part, edges, k).keys() - why.keys()
    return np.concatenate(found), {name: why for name, why in reasons.items() if name not in unproven}
