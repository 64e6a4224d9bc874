"""Whether an allocation is what it says: for tests, and for a round before it relies on one."""

from collections import Counter
from collections.abc import Iterable, Mapping

from goalsmith.peer.allocate.faults import faults
from goalsmith.peer.allocate.model import ORDER, Allocation, Pair, Rule
from goalsmith.peer.allocate.problem import Problem
from goalsmith.peer.allocate.reasons import said


def check(
    allocation: Allocation,
    submissions: Iterable[str],
    reviewers: Iterable[str],
    k: int,
    conflicts: Iterable[Pair] = (),
    *,
    groups: Mapping[str, str] | None = None,
    rule: Rule = "either",
) -> list[str]:
    """What is wrong with `allocation` for these terms, a sentence each; nothing when it keeps what it says it keeps.

    A broken guarantee is wrong unless `relaxed` says so, with the true number of cases; a self-review, a conflict of
    interest, the same review twice, more than `k` reviews of a plan and somebody who takes no part are always wrong.
    """
    problem = Problem(submissions, reviewers, conflicts, groups, rule)
    strangers = [(r, a) for r, a in allocation.pairs if r not in problem.reviewer_of or a not in problem.author_of]
    if strangers:
        return [f"{reviewer} reviews {author}, but one of them takes no part." for reviewer, author in strangers]
    wrong = _never(problem, allocation, k)
    declared = {one.guarantee: one.cases for one in allocation.relaxed}
    found = faults(problem, problem.edges(allocation.pairs), k)
    for name in ORDER:
        if found.get(name, 0) != declared.get(name, 0):
            wrong.append(f"{said(name, found.get(name, 0))}, but the allocation says {declared.get(name, 0)}.")
    got = Counter(author for _, author in allocation.pairs)
    short = {author: k - got[author] for author in problem.authors if got[author] < k}
    if short != dict(allocation.short):
        wrong.append(f"Reviews lack by author: {short}; but the allocation says {dict(allocation.short)}.")
    return wrong


def _never(problem: Problem, allocation: Allocation, k: int) -> list[str]:
    wrong = []
    for reviewer, author in allocation.pairs:
        if reviewer == author:
            wrong.append(f"{reviewer} reviews their own plan.")
        elif problem.author_of[author] in problem.barred[problem.reviewer_of[reviewer]]:
            wrong.append(f"{reviewer} reviews {author} in spite of a conflict of interest.")
    twice = [pair for pair, count in Counter(allocation.pairs).items() if count > 1]
    wrong += [f"{reviewer} reviews {author} twice." for reviewer, author in twice]
    got = Counter(author for _, author in allocation.pairs)
    return wrong + [f"{author} gets {count} reviews instead of {k}." for author, count in got.items() if count > k]
