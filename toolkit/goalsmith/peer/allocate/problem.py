"""Ids as numbers, and who may read what."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from goalsmith.peer.allocate.model import Pair, Rule

Numbers = NDArray[np.int64]
"""Edges, shape (reviews, 2), or anything else that is counted."""

Edge = tuple[int, int]
"""A reviewer and an author, by number."""


class Problem:
    """Reviewers and authors by number: their places in `reviewers` and `authors`, which are sorted.

    So the order in which ids are given makes no difference.
    """

    def __init__(
        self,
        submissions: Iterable[str],
        reviewers: Iterable[str],
        conflicts: Iterable[Pair] = (),
        groups: Mapping[str, str] | None = None,
        rule: Rule = "either",
    ) -> None:
        """Take ids as sets; a conflict with somebody who takes no part is no matter.

        Raises:
            ValueError: an id stands twice, or the rule asks for groups and somebody has none.
        """
        self.authors = _once(submissions, "submissions")
        self.reviewers = _once(reviewers, "reviewers")
        self.rule: Rule = rule
        author_of = {name: number for number, name in enumerate(self.authors)}
        reviewer_of = {name: number for number, name in enumerate(self.reviewers)}
        self.author_of, self.reviewer_of = author_of, reviewer_of
        self.own_plan = [author_of.get(name, -1) for name in self.reviewers]
        """The number under which each reviewer is an author, or -1."""
        self.as_reviewer = [reviewer_of.get(name, -1) for name in self.authors]
        """The number under which each author is a reviewer, or -1."""
        self.barred: list[set[int]] = [{own} - {-1} for own in self.own_plan]
        """The plans that each reviewer must never read: their own, and those of people they have a conflict with."""
        self.conflicts = 0
        for pair in {(min(pair), max(pair)) for pair in conflicts}:
            for reviewer, author in (pair, pair[::-1]):
                if reviewer in reviewer_of and author in author_of and reviewer != author:
                    self.barred[reviewer_of[reviewer]].add(author_of[author])
                    self.conflicts += 1
        self.classes = self._classes(groups or {})
        self.open_to_all: set[int] = set()
        """Plans for which the rule on groups is given up."""

    def _classes(self, groups: Mapping[str, str]) -> list[str]:
        """Number the groups; they are empty where groups do not matter."""
        self.reviewer_class = [0] * len(self.reviewers)
        self.author_class = [0] * len(self.authors)
        if self.rule == "either":
            return [""]
        for name in (*self.authors, *self.reviewers):
            if name not in groups:
                raise ValueError(f"groups: {name} has none, but reviews go {self.rule} groups; give everybody one")
        classes = sorted({groups[name] for name in (*self.authors, *self.reviewers)})
        number = {name: at for at, name in enumerate(classes)}
        self.reviewer_class = [number[groups[name]] for name in self.reviewers]
        self.author_class = [number[groups[name]] for name in self.authors]
        return classes

    def fits(self, reviewer: int, author: int) -> bool:
        """Whether reviewer and author belong to groups of which one reviews the other."""
        if self.rule == "either":
            return True
        return (self.reviewer_class[reviewer] == self.author_class[author]) == (self.rule == "within")

    def allowed(self, reviewer: int, author: int) -> bool:
        """Whether the reviewer may read the plan: not their own, no conflict of interest, and the right group."""
        return author not in self.barred[reviewer] and (self.fits(reviewer, author) or author in self.open_to_all)

    def classes_for(self, author: int) -> list[int]:
        """The groups whose members may read the plan."""
        if self.rule == "either" or author in self.open_to_all:
            return list(range(len(self.classes)))
        own = self.author_class[author]
        return [own] if self.rule == "within" else [at for at in range(len(self.classes)) if at != own]

    def readers_possible(self) -> list[int]:
        """For each plan, how many reviewers may read it."""
        sizes = Counter(self.reviewer_class)
        others = {group: len(self.reviewers) - sizes[group] for group in range(len(self.classes))}
        found = [(others if self.rule == "across" else sizes)[group] for group in self.author_class]
        for author in self.open_to_all:
            found[author] = len(self.reviewers)
        for reviewer, plans in enumerate(self.barred):
            for author in plans:
                found[author] -= author in self.open_to_all or self.fits(reviewer, author)
        return found

    def part(self, group: int) -> tuple["Problem", Numbers, Numbers]:
        """The problem of one group alone, with the numbers that its authors and its reviewers have in this one."""
        authors = [at for at, one in enumerate(self.author_class) if one == group]
        reviewers = [at for at, one in enumerate(self.reviewer_class) if one == group]
        conflicts = [(self.reviewers[at], self.authors[author]) for at in reviewers for author in self.barred[at]]
        part = Problem([self.authors[at] for at in authors], [self.reviewers[at] for at in reviewers], conflicts)
        return part, np.array(authors, dtype=np.int64), np.array(reviewers, dtype=np.int64)

    def edges(self, pairs: Iterable[Pair]) -> list[Edge]:
        """Pairs of ids as pairs of numbers."""
        return [(self.reviewer_of[reviewer], self.author_of[author]) for reviewer, author in pairs]

    def pairs(self, edges: Numbers) -> tuple[Pair, ...]:
        """Pairs of numbers, shape (reviews, 2), as pairs of ids, sorted."""
        codes = np.sort(edges[:, 0] * len(self.authors) + edges[:, 1])
        first, second = np.divmod(codes, max(1, len(self.authors)))
        reviewers = map(self.reviewers.__getitem__, first.tolist())
        return tuple(zip(reviewers, map(self.authors.__getitem__, second.tolist()), strict=True))


def _once(names: Iterable[str], what: str) -> Sequence[str]:
    listed = sorted(names)
    for one, other in pairwise(listed):
        if one == other:
            raise ValueError(f"{what}: {one} stands twice; name everybody once")
    return listed
