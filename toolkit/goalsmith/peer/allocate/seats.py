"""Who sits where in a design: people change places until nobody reads what they must not read.

The design does not change when people do, so every other guarantee stays as it was.
"""

import random

import numpy as np

from goalsmith.peer.allocate.problem import Numbers, Problem

_TRIES = 100
"""How many places are tried for somebody who reads, or is read by, one with whom they have a conflict."""


class Seats:
    """Places of people who are both authors and reviewers, by the same numbers."""

    def __init__(self, problem: Problem, reads: Numbers, rnd: random.Random) -> None:
        """Seat everybody at random in the design `reads`: the places that each place reads, shape (n, k)."""
        self.reads, self.rnd, self.n = reads, rnd, len(reads)
        self.person = rnd.sample(range(self.n), self.n)
        self.place = np.argsort(self.person).tolist()
        self.foes = {person: plans - {person} for person, plans in enumerate(problem.barred) if len(plans) > 1}
        k = reads.shape[1]
        read_by = np.argsort(reads.ravel(), kind="stable").reshape(self.n, k) // k
        self.partners = np.concatenate([reads, read_by], axis=1)
        """The places that have to do with each place, shape (n, 2k)."""

    def settle(self, rounds: int = 20) -> bool:
        """Change places until nobody has to do with one they have a conflict with; whether that was reached."""
        free = self.n - 1 - self.partners.shape[1]
        if any(len(foes) > free for foes in self.foes.values()):
            return False
        for _ in range(rounds):
            bad = [person for person in self.foes if self._clashes(person)]
            if not bad:
                return True
            for person in bad:
                self._move(person)
        return False

    def edges(self) -> Numbers:
        """All reviews, shape (n * k, 2): reviewer and author."""
        person = np.array(self.person, dtype=np.int64)
        return np.stack([np.repeat(person, self.reads.shape[1]), person[self.reads].ravel()], axis=1)

    def _clashes(self, person: int) -> int:
        foes = self.foes.get(person)
        if not foes:
            return 0
        return sum(self.person[place] in foes for place in self.partners[self.place[person]].tolist())

    def _move(self, person: int) -> None:
        """Let the person change places with others as long as they clash, whenever fewer clash then."""
        for _ in range(_TRIES):
            other = int(self.rnd.random() * self.n)
            before = self._clashes(person) + self._clashes(other)
            if not before:
                return
            self._swap(person, other)
            if self._clashes(person) + self._clashes(other) >= before:
                self._swap(person, other)

    def _swap(self, one: int, other: int) -> None:
        here, there = self.place[one], self.place[other]
        self.place[one], self.place[other] = there, here
        self.person[here], self.person[there] = other, one
