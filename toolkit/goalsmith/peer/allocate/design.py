"""A permuted circulant design: whoever sits at position i reviews the plans at i + d, for each d of a few offsets.

With n people on both sides every plan gets as many reviews as there are offsets, and every load is the same. Two
reviewers share at most one plan when all differences between offsets are distinct modulo n (a cyclic difference
packing; Golomb rulers are those without the modulus), and the graph is connected when these differences and n have no
common divisor. Nobody reviews their own plan when 0 is no offset, nobody a reviewer of their own when no two offsets
add up to 0.
"""

import math
from collections.abc import Sequence

import numpy as np

_STEPS = 200_000
"""How many offsets are looked at before the search gives up; the largest tight case (21 people, 5 offsets) needs some
thousands."""


def offsets(n: int, k: int, rng: np.random.Generator) -> tuple[int, ...] | None:
    """Return `k` offsets modulo `n` that keep every guarantee, drawn by `rng`, or None where none were found."""
    if k < 1 or k * (k - 1) > n - 1:
        return None
    order: Sequence[int] = rng.permutation(np.arange(1, n))[:_STEPS].tolist()
    budget = [_STEPS]
    found = _extended((), frozenset(), order, 0, n, k, budget)
    return None if found is None else tuple(found)


def _extended(
    chosen: tuple[int, ...], gaps: frozenset[int], order: Sequence[int], start: int, n: int, k: int, budget: list[int]
) -> tuple[int, ...] | None:
    """Extend `chosen`, whose differences are `gaps`, to `k` offsets from `order`, by backtracking."""
    if len(chosen) == k:
        return chosen if k == 1 or math.gcd(n, *(one - chosen[0] for one in chosen)) == 1 else None
    for at in range(start, len(order)):
        budget[0] -= 1
        if budget[0] < 0:
            return None
        new = order[at]
        if 2 * new % n == 0 or any((new + one) % n == 0 for one in chosen):
            continue
        more = {(new - one) % n for one in chosen} | {(one - new) % n for one in chosen}
        if len(more) < 2 * len(chosen) or more & gaps:
            continue
        found = _extended((*chosen, new), gaps | more, order, at + 1, n, k, budget)
        if found is not None:
            return found
    return None


def loose_offsets(n: int, k: int, rng: np.random.Generator, draws: int = 400) -> tuple[int, ...] | None:
    """Return the `k` offsets, of `draws` drawn ones, that break least where nothing perfect exists; None for k >= n.

    Offsets that add up to 0 make people review each other and weigh more than differences that occur twice, which make
    reviewers share plans.
    """
    if k >= n:
        return None
    drawn = [tuple((1 + rng.permutation(n - 1)[:k]).tolist()) for _ in range(draws)]
    return min(drawn, key=lambda chosen: _faults(chosen, n))


def _faults(chosen: tuple[int, ...], n: int) -> tuple[int, int, int]:
    mutual = sum((one + other) % n == 0 for one in chosen for other in chosen)
    gaps = [(one - other) % n for one in chosen for other in chosen if one != other]
    apart = math.gcd(n, *gaps) - 1 if gaps else 0
    return mutual, apart, len(gaps) - len(set(gaps))
