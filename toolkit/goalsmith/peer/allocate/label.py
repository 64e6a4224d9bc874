"""Who sits where in a circulant design: people change seats until nobody reads what they must not read.

The design itself never changes, so loads, sharing and connectedness stay as they are.
"""

import numpy as np

from goalsmith.peer.allocate.problem import Problem

_TRIES = 200


class Seats:
    """The plans' seats: `plan_at[seat]` is an author. Reviewer `r` sits at seat `r` and reads `plan_at[r + d]`."""

    def __init__(self, problem: Problem, offsets: tuple[int, ...], rng: np.random.Generator) -> None:
        """Seat everybody at random, reviewers and plans alike, so that a person's two seats are the same."""
        self.problem, self.offsets, self.rng = problem, np.array(offsets), rng
        self.n = len(problem.authors)
        self.person_at = rng.permutation(self.n)
        self.seat_of = np.empty(self.n, dtype=int)
        self.seat_of[self.person_at] = np.arange(self.n)
        self.plan_at = self.person_at.copy()

    def pairs(self) -> np.ndarray:
        """All reviews, an array of shape (n * k, 2): reviewer, author."""
        seats = (np.arange(self.n)[:, None] + self.offsets) % self.n
        reviewers = np.repeat(self.person_at, len(self.offsets))
        return np.stack([reviewers, self.plan_at[seats].ravel()], axis=1)

    def settle(self) -> bool:
        """Change seats until every pair is allowed; False when somebody finds no seat."""
        for reviewer, author in sorted(self.problem.forbidden):
            seat = int(self._seat_of_plan(author))
            if self._reads(reviewer, seat) and not self._move(seat):
                return False
        return True

    def _seat_of_plan(self, author: int) -> int:
        seat = int(self.seat_of[author])
        return seat if self.plan_at[seat] == author else int(np.flatnonzero(self.plan_at == author)[0])

    def _reads(self, reviewer: int, seat: int) -> bool:
        return bool(((self.seat_of[reviewer] + self.offsets) % self.n == seat).any())

    def _move(self, seat: int) -> bool:
        for other in self.rng.integers(self.n, size=_TRIES).tolist():
            self.plan_at[[seat, other]] = self.plan_at[[other, seat]]
            if self._fits(seat) and self._fits(other):
                return True
            self.plan_at[[seat, other]] = self.plan_at[[other, seat]]
        return False

    def _fits(self, seat: int) -> bool:
        """Whether the plan at `seat` may be read by all who read it, and its author reads none of theirs."""
        author = int(self.plan_at[seat])
        readers = self.person_at[(seat - self.offsets) % self.n].tolist()
        read = set(self.plan_at[(self.seat_of[author] + self.offsets) % self.n].tolist())
        return all(self.problem.allowed(reader, author) and reader not in read for reader in readers)
