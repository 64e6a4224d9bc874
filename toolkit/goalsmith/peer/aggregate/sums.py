"""Sums over rows of arrays, made for many rows with few columns."""

from collections.abc import Callable

import numpy as np

from goalsmith.peer.aggregate.table import Floats, Ints

_BLOCK = 1024
"""Rows that are worked on at a time: their arrays stay in the processor's cache, which is three times as fast."""


def total_by(index: Ints, values: Floats, size: int) -> Floats:
    """Sums of `values` over the rows of each number from 0 to `size` - 1 in `index`."""
    return np.bincount(index, values, minlength=size).astype(np.float64)


def across(values: Floats) -> Floats:
    """Sums over the criteria: n from n x C. With so few columns this is several times as fast as `sum`."""
    found: Floats = np.einsum("nc->n", values)
    return found


def to_columns(values: Floats, columns: int) -> Floats:
    """n x `columns` from n. Broadcasting over so few columns is several times as slow as copying first."""
    return np.repeat(values, columns).reshape(len(values), columns)


def in_blocks(rowwise: Callable[..., tuple[Floats, ...]], *arrays: Floats) -> tuple[Floats, ...]:
    """Apply a function that works on each row of `arrays` by itself to some rows at a time."""
    rows = len(arrays[0])
    first = rowwise(*(one[:_BLOCK] for one in arrays))
    if rows <= _BLOCK:
        return first
    found = tuple(np.empty((rows, *part.shape[1:])) for part in first)
    for at in range(0, rows, _BLOCK):
        block = slice(at, at + _BLOCK)
        for whole, part in zip(found, rowwise(*(one[block] for one in arrays)), strict=True):
            whole[block] = part
    return found
