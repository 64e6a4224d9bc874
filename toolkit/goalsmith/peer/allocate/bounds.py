"""What no allocation could keep, by counting."""

from collections.abc import Sequence
from math import comb, isqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goalsmith.peer.allocate.model import Guarantee
from goalsmith.peer.allocate.problem import Numbers, Problem

_LARGEST = 500_000
"""Up to how many pairs of a reviewer and a plan everybody's own possibilities are counted."""

Reasons = dict[Guarantee, str]
"""Why a guarantee cannot be kept together with those that are given up later, as the tail of a sentence."""


def must_share(people: int, k: int) -> str:
    """Why `people` who review `k` of each other's plans must share more than one; nothing where they need not.

    With two learners more than k (k - 1), everybody shares a plan with all others but one. The table N of who reads
    what then has det(N N') = k^2 (k - 2)^(n/2 - 1) k^(n/2), and there is none unless that is a square.
    """
    if k * (k - 1) >= people:
        return f"{k} reviews each without that need at least {k * (k - 1) + 1} learners, and there are {people}"
    determinant = k**2 * (k - 2) ** (people // 2 - 1) * k ** (people // 2) if people == k * (k - 1) + 2 else 0
    if isqrt(determinant) ** 2 != determinant:
        return f"no table of {people} learners with {k} reviews each avoids it, as its determinant shows"
    return ""


def unavoidable(problem: Problem, needs: Sequence[int], loads: Sequence[int]) -> Reasons:
    """What cannot be kept where plans get `needs` reviews and reviewers `loads` plans, as even as these can be.

    That counting finds no reason does not mean that there is an allocation.
    """
    if not sum(needs):
        return {}
    counts = _Counts(problem, needs, loads)
    found: Reasons = {
        "sharing": counts.sharing(),
        "connected": counts.connected(),
        "reciprocal": counts.reciprocal(),
    }
    return {name: why for name, why in found.items() if why}


class _Counts:
    def __init__(self, problem: Problem, needs: Sequence[int], loads: Sequence[int]) -> None:
        self.problem = problem
        self.needs, self.loads = np.array(needs, dtype=np.int64), np.array(loads, dtype=np.int64)
        self.allowed = _allowed(problem) if len(needs) * len(loads) <= _LARGEST else None

    def sharing(self) -> str:
        """Counts the readers whom each reviewer meets on all their plans, the plans that meet in readers, and pairs."""
        plans, people = len(self.needs), len(self.loads)
        k, load = int(self.needs.min()), int(self.loads.max())
        if plans == people and k == self.needs.max() == self.loads.min() == load and must_share(people, k):
            return must_share(people, k)
        if self.allowed is None or load < 2:
            return ""
        if lack := _lack(self.loads * (k - 1), _met(self.allowed)):
            return f"{lack.many} reviewers meet {lack.much} others or more, and {lack.few} so many to meet"
        if lack := _lack(self.needs * (int(self.loads.min()) - 1), _met(self.allowed.T)):
            return f"readers of {lack.many} plans read {lack.much} others or more, and {lack.few} so many"
        return self._pairs(self.allowed)

    def _pairs(self, allowed: NDArray[np.bool_]) -> str:
        """Every plan brings pairs of readers together, each pair once; the same for plans that meet in a reader."""
        for at in range(len(self.problem.classes)):
            group = np.array(self.problem.author_class) == at
            readers = int(allowed[:, group].any(axis=1).sum())
            together = sum(comb(need, 2) for need in self.needs[group].tolist())
            if together > comb(readers, 2):
                return (
                    f"plans bring {together} pairs of readers together, and {readers} readers make {comb(readers, 2)}"
                )
        twofold, plans = sum(comb(load, 2) for load in self.loads.tolist()), len(self.needs)
        if twofold > comb(plans, 2):
            return f"reviewers read {twofold} pairs of plans, and {plans} plans make {comb(plans, 2)}"
        return ""

    def connected(self) -> str:
        """A graph of n nodes needs n - 1 edges, and two groups that review each other have no edge between halves."""
        reviews = int(self.needs.sum())
        nodes = int((self.needs > 0).sum() + (self.loads > 0).sum())
        reviewed = {self.problem.author_class[author] for author in np.flatnonzero(self.needs).tolist()}
        if nodes - reviews > (len(reviewed) if self.problem.rule == "within" else 1):
            return f"{reviews} reviews are too few to join {nodes} reviewers and plans"
        if (
            self.problem.rule == "across"
            and len(self.problem.classes) == len(reviewed) == 2
            and not self.problem.open_to_all
        ):
            return "two groups that review each other read nothing in common"
        return ""

    def reciprocal(self) -> str:
        """Nobody may both read and be read by the same person: counted for all pairs, and for each person."""
        both = [(reviewer, own) for reviewer, own in enumerate(self.problem.own_plan) if own >= 0]
        if self.allowed is None or not both:
            return ""
        rows, columns = np.array(both).T
        among = self.allowed[np.ix_(rows, columns)]
        either = among | among.T
        most = int(either.sum()) // 2 + int(self.allowed.sum() - among.sum())
        if (reviews := int(self.needs.sum())) > most:
            return f"{reviews} reviews are more than the {most} pairs of people of whom one may review the other"
        reads, read = self.allowed.sum(axis=1), self.allowed.sum(axis=0)
        partners = either.sum(axis=1) + reads[rows] - among.sum(axis=1) + read[columns] - among.sum(axis=0)
        room = reads.copy()
        room[rows] = partners - self.needs[columns]
        if lack := _lack(self.loads, room):
            can = lack.can or "none"
            return f"{lack.many} people read {lack.much} plans or more, and {can} can without reading a reader's"
        return ""


def _allowed(problem: Problem) -> NDArray[np.bool_]:
    """Who may read what, shape (reviewers, authors)."""
    same = np.equal.outer(problem.reviewer_class, problem.author_class)
    allowed: NDArray[np.bool_] = ~same if problem.rule == "across" else same
    allowed[:, sorted(problem.open_to_all)] = True
    for reviewer, plans in enumerate(problem.barred):
        allowed[reviewer, sorted(plans)] = False
    return allowed


def _met(allowed: NDArray[np.bool_]) -> Numbers:
    """For each row, how many others have a column in common with it."""
    there = allowed.astype(np.float32)
    found: Numbers = ((there @ there.T) > 0).sum(axis=1) - 1
    return found


class _Lack(NamedTuple):
    """As many as `many` need `much` or more, and fewer, `can`, may have that."""

    many: int
    much: int
    can: int

    @property
    def few(self) -> str:
        """How many may, as the middle of a sentence."""
        return f"only {self.can} have" if self.can else "none has"


def _lack(needed: Numbers, room: Numbers) -> _Lack | None:
    """What shows that `needed` cannot be dealt out, in any order, so that nobody gets more than there is room for."""
    over = np.flatnonzero(np.sort(needed) > np.sort(room))
    if not len(over):
        return None
    much = int(np.sort(needed)[over[0]])
    return _Lack(int((needed >= much).sum()), much, int((room >= much).sum()))
