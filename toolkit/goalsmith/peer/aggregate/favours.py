"""Single favours, and rings of people who do each other favours.

Both rest on `Consensus.surprise`: how far a review lies above what this reviewer's other reviews and the plan's other
reviewers lead one to expect, in standard errors. Where nobody does favours it is about normal.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from goalsmith.peer.aggregate.consensus import Consensus
from goalsmith.peer.aggregate.table import Flags, Floats, Ints, Table

ALONE = 3.3
"""Standard errors from which on one review is told by itself: by chance one review in two thousand."""
TOGETHER = 1.645
"""Standard errors from which on a review can be part of a ring: by chance one review in twenty. With four reviews each,
and nobody reviewing their own reviewer, chance closes a ring of such reviews in about one cohort of a thousand."""


@dataclass(frozen=True, slots=True)
class Favour:
    """One review far above what was to be expected."""

    reviewer: int
    author: int
    reason: str
    strength: float


@dataclass(frozen=True, slots=True)
class Ring:
    """People, two or more, each of whom did another of them a favour and got one back, if on a detour."""

    members: tuple[int, ...]
    reason: str


def single_favours(table: Table, found: Consensus, author: Ints) -> Iterator[Favour]:
    """Reviews that stand out by themselves. `author[p]` is the reviewer who wrote plan `p`, or -1."""
    for row in np.flatnonzero(_among_people(table, found, author) & (found.surprise > ALONE)).tolist():
        reason = (
            f"One review lies {found.above[row]:.1f} levels above what this reviewer's other reviews and the plan's "
            f"other reviewers lead one to expect ({found.surprise[row]:.1f} standard errors)."
        )
        strength = 1 - 1 / float(found.surprise[row])
        yield Favour(int(table.reviewer[row]), int(author[table.plan[row]]), reason, strength)


def rings(table: Table, found: Consensus, author: Ints) -> Iterator[Ring]:
    """Rings: people who all reach each other along reviews that lie above what was to be expected."""
    rows = np.flatnonzero(_among_people(table, found, author) & (found.surprise > TOGETHER))
    reviewer, other = table.reviewer[rows], author[table.plan[rows]]
    size = table.reviewers
    graph = coo_array((np.ones(len(rows)), (reviewer, other)), shape=(size, size))
    _, label = connected_components(graph, connection="strong")
    inside = label[reviewer] == label[other]
    for number in np.unique(label[reviewer[inside]]).tolist():
        members = np.flatnonzero(label == number)
        yield Ring(
            tuple(members.tolist()), _told(found.above[rows[inside & (label[reviewer] == number)]], len(members))
        )


def _told(above: Floats, people: int) -> str:
    return (
        f"These {people} people gave each other {above.mean():.1f} levels more than all other reviews lead one to "
        f"expect, in {len(above)} reviews: each of them gave and got some."
    )


def _among_people(table: Table, found: Consensus, author: Ints) -> Flags:
    """Reviews by honest people of the plan of somebody of the cohort."""
    writer = author[table.plan]
    chosen: Flags = (writer >= 0) & (writer != table.reviewer) & (found.honest[table.reviewer] > 0.5)
    return chosen
