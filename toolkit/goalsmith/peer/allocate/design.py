"""Designs: who reads whom, told by places, for people who all wrote a plan and all review.

Most are circulant: whoever sits at place i of n reviews the plans at the places i + d, for each d of a few offsets.
Every plan gets as many reviews as there are offsets, and all loads are the same. Two reviewers share at most one plan
when all differences between offsets are distinct modulo n (a modular Golomb ruler; Buratti & Stinson 2021, New results
on modular Golomb rulers, say for which n and k there is one). The graph is connected when these differences and n have
no common divisor, nobody reviews their own plan when 0 is no offset, and nobody a reviewer of their own when no two
offsets, or one twice, add up to n.
"""

import math
import random
from collections import Counter
from math import comb

import numpy as np

from goalsmith.peer.allocate.bounds import must_share
from goalsmith.peer.allocate.problem import Numbers

_STEPS = 30_000
"""How many places for a mark are tried before the search for a ruler gives up."""
_DRAWS = 300
"""How many sets of offsets are drawn for the one that comes nearest to a ruler; most that are drawn are as good."""
_TWO_CIRCLES = {
    (8, 3): (((1,), (0, 1)), ((1, 2), (3,))),
    (14, 4): (((1,), (0, 1, 3)), ((2, 3, 5), (6,))),
}
"""Where no ruler keeps every guarantee: people sit in two circles, and those of one read at some offsets in the first
circle and at others in the second; so do, at offsets of their own, those of the other. Found by trying all."""


def design(n: int, k: int, rnd: random.Random) -> Numbers | None:
    """The places that each of `n` places reads, shape (n, k), so that every guarantee is kept.

    Where sharing must be given up, that as little as can be. None where nothing was found.
    """
    if (n, k) in _TWO_CIRCLES:
        return _two_circles(n, k)
    offsets = _near_offsets(n, k, rnd) if must_share(n, k) else _offsets(n, k, rnd)
    if offsets is None:
        return None
    reads: Numbers = (np.arange(n)[:, None] + np.array(offsets)) % n
    return reads


def _two_circles(n: int, k: int) -> Numbers:
    size = n // 2
    circles = [
        np.concatenate(
            [at + (np.arange(size)[:, None] + np.array(own[to])) % size for to, at in enumerate((0, size))], 1
        )
        for own in _TWO_CIRCLES[n, k]
    ]
    return np.concatenate(circles)


def _offsets(n: int, k: int, rnd: random.Random) -> tuple[int, ...] | None:
    return _Ruler(n, k, rnd).extended((0,), 0, 0)


def _near_offsets(n: int, k: int, rnd: random.Random) -> tuple[int, ...] | None:
    """Draw offsets that keep every guarantee but sharing, and that as nearly as can be; None below 2k + 1 people."""
    best: tuple[int, tuple[int, ...]] | None = None
    half = range(1, (n + 1) // 2)
    for _ in range(_DRAWS if k <= len(half) else 0):
        drawn = tuple(one if rnd.random() < 0.5 else n - one for one in rnd.sample(half, k))
        if k > 1 and math.gcd(n, *(one - drawn[0] for one in drawn)) > 1:
            continue
        shared = _shared_twice(drawn, n)
        if best is None or shared < best[0]:
            best = shared, drawn
    return best[1] if best else None


def _shared_twice(offsets: tuple[int, ...], n: int) -> int:
    """Pairs of plans that two reviewers share, summed over everybody."""
    times = Counter((one - other) % n for one in offsets for other in offsets if one != other)
    return sum(n * comb(count, 2) for count in times.values()) // 2


class _Ruler:
    """Backtracking over the marks of a ruler, in random order. Its first mark is 0; it is shifted when it is whole."""

    def __init__(self, n: int, k: int, rnd: random.Random) -> None:
        self.n, self.k, self.rnd = n, k, rnd
        self.order = rnd.sample(range(1, n), min(n - 1, _STEPS))
        self.left = _STEPS

    def extended(self, marks: tuple[int, ...], used: int, start: int) -> tuple[int, ...] | None:
        """Extend `marks`, the bits of whose differences are `used`, by marks of the order from `start` on."""
        if len(marks) == self.k:
            return self._shifted(marks)
        for at in range(start, len(self.order)):
            self.left -= 1
            if self.left < 0:
                return None
            new = self._differences(marks, self.order[at])
            if new and not new & used:
                found = self.extended((*marks, self.order[at]), used | new, at + 1)
                if found is not None:
                    return found
        return None

    def _differences(self, marks: tuple[int, ...], mark: int) -> int:
        """The differences of a new mark to all others as bits; 0 when one comes twice."""
        bits = 0
        for other in marks:
            gap = (mark - other) % self.n
            both = 1 << gap | 1 << self.n - gap
            if 2 * gap == self.n or both & bits:
                return 0
            bits |= both
        return bits

    def _shifted(self, marks: tuple[int, ...]) -> tuple[int, ...] | None:
        """Shift all marks so that nobody reads their own plan or that of a reader of theirs, if some shift does so."""
        n = self.n
        if self.k > 1 and math.gcd(n, *marks) > 1:
            return None
        taken = {-(one + other) % n for one in marks for other in marks}
        for shift in self.rnd.sample(range(n), min(n, len(taken) * 4 + 8)):
            if 2 * shift % n not in taken:
                return tuple((mark + shift) % n for mark in marks)
        return None
