"""Patterns in how somebody reviews that a supervisor should look at. Each is a question, never a verdict.

How often they are wrong was measured where everybody is honest (`benchmarks/peer_worlds`): less than one reviewer in a
hundred is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from goalsmith.peer.aggregate.consensus import Consensus
from goalsmith.peer.aggregate.favours import rings, single_favours
from goalsmith.peer.aggregate.table import TOP, Floats, Ints, Table

LIKELY = 0.9
"""From which probability on a reviewer is named careless, or as one who gives everybody the top."""
SAME_PLANS = 3
"""So many plans with the very same levels, on all criteria, are worth a look."""
FLAT, FLAT_LEVELS = 0.9, 16
"""The share of one level among a reviewer's levels from which on they are flat, and how many levels it takes to say."""
QUICK = 0.2
"""The share of the expected minutes below which a review was hardly read."""

Kind = Literal["careless", "top", "favour", "ring", "same", "quick"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What was seen of one or more reviewers (by number), in a sentence with the numbers behind it.

    Of a favour, the reviewer comes first and the author second. `strength`, 0 to 1, orders what a supervisor looks at
    first.
    """

    kind: Kind
    reviewers: tuple[int, ...]
    reason: str
    strength: float


def patterns(
    table: Table, found: Consensus, owner: Sequence[int], minutes: Floats | None = None, expected: float = 20.0
) -> list[Pattern]:
    """Everything worth a look, the strongest first.

    `owner[p]` is the reviewer who wrote plan `p`, or -1; `minutes[i]` how long review `i` took (NaN where unknown),
    `expected` how long one should take.
    """
    reviews = _by_reviewer(table)
    seen = [*_careless(table, found, reviews), *_flat(table, found, reviews)]
    if minutes is not None:
        seen += _quick(minutes, expected, reviews)
    author = np.asarray(owner, dtype=np.int64)
    for one in single_favours(table, found, author):
        seen.append(Pattern("favour", (one.reviewer, one.author), one.reason, one.strength))
    seen += [Pattern("ring", ring.members, ring.reason, 1.0) for ring in rings(table, found, author)]
    return sorted(seen, key=lambda one: (-one.strength, one.reviewers))


def _by_reviewer(table: Table) -> list[Ints]:
    """The rows of each reviewer's delivered reviews."""
    rows = np.flatnonzero(~np.isnan(table.levels).all(axis=1))
    rows = rows[np.argsort(table.reviewer[rows], kind="stable")]
    return np.split(rows, np.searchsorted(table.reviewer[rows], np.arange(1, table.reviewers)))


def _careless(table: Table, found: Consensus, reviews: list[Ints]) -> Iterator[Pattern]:
    for reviewer in np.flatnonzero(found.careless > LIKELY).tolist():
        rows = reviews[reviewer]
        if len(rows) > 1:
            far = float(np.nanmean(np.abs(table.levels[rows] - found.level[table.plan[rows]])))
            reason = (
                f"The levels in {len(rows)} reviews lie {far:.1f} levels from what all reviews together say, now above "
                f"and now below, as if drawn at random ({_percent(found.careless[reviewer])} likely)."
            )
            yield Pattern("careless", (reviewer,), reason, float(found.careless[reviewer]))


def _flat(table: Table, found: Consensus, reviews: list[Ints]) -> Iterator[Pattern]:
    """The same levels for every plan, or hardly any level but one."""
    for reviewer, rows in enumerate(reviews):
        levels = table.levels[rows]
        given = levels[~np.isnan(levels)].astype(np.int64)
        if len(rows) < 2:
            continue
        counts = np.bincount(given, minlength=TOP + 1)
        likely, most = float(found.flat[reviewer]), int(counts.argmax())
        if likely > LIKELY and most == TOP:
            share = _percent(counts[TOP] / len(given))
            reason = f"{share} of the levels in {len(rows)} reviews are the highest, whoever the author is."
            yield Pattern("top", (reviewer,), reason, likely)
        elif len(rows) >= SAME_PLANS and np.array_equal(levels, np.tile(levels[0], (len(rows), 1)), equal_nan=True):
            yield Pattern(
                "same", (reviewer,), f"All {len(rows)} plans got the very same levels on every criterion.", 0.8
            )
        elif likely > LIKELY or (len(given) >= FLAT_LEVELS and counts[most] >= FLAT * len(given)):
            reason = (
                f"{counts[most]} of the {len(given)} levels in {len(rows)} reviews are {most}, whoever the author is."
            )
            yield Pattern("same", (reviewer,), reason, 0.7)


def _quick(minutes: Floats, expected: float, reviews: list[Ints]) -> Iterator[Pattern]:
    for reviewer, rows in enumerate(reviews):
        known = minutes[rows][~np.isnan(minutes[rows])]
        if len(known) >= 2 and np.median(known) < QUICK * expected:
            took = f"{np.median(known):.0f} minutes; about {expected:.0f} were expected"
            yield Pattern("quick", (reviewer,), f"Half of the {len(known)} reviews took no more than {took}.", 0.5)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
