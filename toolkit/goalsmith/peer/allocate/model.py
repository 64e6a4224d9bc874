"""What an allocation answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Pair = tuple[str, str]
"""A reviewer and the author of the plan that they review."""

Rule = Literal["within", "across", "either"]
"""Reviews stay within one's group, go to other groups only, or groups do not matter."""

Guarantee = Literal["sharing", "connected", "reciprocal", "loads", "groups", "reviews"]
"""What is given up where it must be, in this order; self-reviews and conflicts of interest never occur."""

ORDER: tuple[Guarantee, ...] = ("sharing", "connected", "reciprocal", "loads", "groups", "reviews")


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A guarantee that was given up: in how many cases, and what and why in one sentence.

    `certain` says that no allocation at all could keep it together with those that are given up later. Otherwise none
    was found.
    """

    guarantee: Guarantee
    cases: int
    why: str
    certain: bool

    def __str__(self) -> str:
        """The sentence."""
        return self.why


@dataclass(frozen=True, slots=True)
class Allocation:
    """The pairs, sorted by reviewer; what was relaxed, in the order of `ORDER`; missing reviews by author."""

    pairs: tuple[Pair, ...]
    relaxed: tuple[Relaxed, ...] = ()
    short: Mapping[str, int] = field(default_factory=dict)

    def by_reviewer(self) -> dict[str, list[str]]:
        """The authors whose plans each reviewer reads; who reads none is left out."""
        return _grouped(self.pairs)

    def by_author(self) -> dict[str, list[str]]:
        """The reviewers of each author's plan; a plan that nobody reads is left out."""
        return _grouped((author, reviewer) for reviewer, author in self.pairs)


@dataclass(frozen=True, slots=True)
class Reassignment:
    """What changes in a round that runs: pairs to add and to withdraw, and `pairs`, all that stand then.

    `relaxed` says what the added ones break, `short` what plans still lack, by author, and `extra` how many reviews on
    top each reviewer has then.
    """

    added: tuple[Pair, ...]
    withdrawn: tuple[Pair, ...]
    pairs: tuple[Pair, ...]
    extra: Mapping[str, int]
    relaxed: tuple[Relaxed, ...] = ()
    short: Mapping[str, int] = field(default_factory=dict)


def _grouped(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
