"""What an allocation is asked and what it answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

Rule = Literal["within", "across", "either"]
Pair = tuple[str, str]
"""A reviewer and the author of the plan that they review."""
Guarantee = Literal["sharing", "connected", "reciprocal", "loads", "reviews"]


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A guarantee that could not be kept: in how many cases, and why, in one sentence."""

    guarantee: Guarantee
    cases: int
    why: str

    def __str__(self) -> str:
        """The sentence."""
        return self.why


@dataclass(frozen=True, slots=True)
class Allocation:
    """The pairs, sorted; what was relaxed, in the order in which guarantees are given up; missing reviews by author."""

    pairs: tuple[Pair, ...]
    relaxed: tuple[Relaxed, ...] = ()
    short: Mapping[str, int] = field(default_factory=dict)

    def by_reviewer(self) -> dict[str, list[str]]:
        """The authors whose plans each reviewer reads."""
        return _grouped((reviewer, author) for reviewer, author in self.pairs)

    def by_author(self) -> dict[str, list[str]]:
        """The reviewers of each author's plan."""
        return _grouped((author, reviewer) for reviewer, author in self.pairs)


class Problem:
    """Authors and reviewers by number, with the pairs that are never allowed.

    Reviewer `r` and author `a` are positions in `reviewers` and `authors`, which are sorted, so that the order in which
    ids were given makes no difference.
    """

    def __init__(
        self,
        submissions: Iterable[str],
        reviewers: Iterable[str],
        conflicts: Iterable[Pair] = (),
        groups: Mapping[str, str] | None = None,
        rule: Rule = "either",
    ) -> None:
        """Take ids as sets.

        Raises:
            ValueError: an id stands twice, or the rule asks for groups and somebody has none.
        """
        self.authors: Sequence[str] = _unique(submissions, "submissions")
        self.reviewers: Sequence[str] = _unique(reviewers, "reviewers")
        self.author_of = {name: at for at, name in enumerate(self.authors)}
        self.reviewer_of = {name: at for at, name in enumerate(self.reviewers)}
        self.same = [self.author_of.get(name, -1) for name in self.reviewers]
        """The plan of each reviewer's own, or -1."""
        self.rule: Rule = rule
        everybody = {*self.authors, *self.reviewers}
        if rule != "either" and (lacking := sorted(everybody - set(groups or {}))):
            raise ValueError(f"groups: {lacking[0]} has no group, and reviews go {rule} groups; give everybody one")
        self.groups = {name: (groups or {}).get(name, "") for name in everybody} if rule != "either" else {}
        self.forbidden: set[tuple[int, int]] = set()
        for one, other in conflicts:
            for reviewer, author in ((one, other), (other, one)):
                if reviewer in self.reviewer_of and author in self.author_of:
                    self.forbidden.add((self.reviewer_of[reviewer], self.author_of[author]))

    def allowed(self, reviewer: int, author: int) -> bool:
        """Whether the reviewer may read the plan at all: not their own, no conflict of interest, the right group."""
        if self.same[reviewer] == author or (reviewer, author) in self.forbidden:
            return False
        if self.rule == "either":
            return True
        together = self.groups[self.reviewers[reviewer]] == self.groups[self.authors[author]]
        return together == (self.rule == "within")


def _unique(names: Iterable[str], what: str) -> list[str]:
    listed = sorted(names)
    for one, other in pairwise(listed):
        if one == other:
            raise ValueError(f"{what}: {one} stands twice; name everybody once")
    return listed


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
