"""Reviews as edges between reviewers and authors, with what each of them breaks: the workplace of the search."""

from collections.abc import Iterable, Sequence

from goalsmith.peer.allocate.problem import Edge, Problem

RECIPROCAL = 8.0
"""What a pair of people who review each other costs the search, in pairs of reviewers who share one plan more."""


Move = tuple[list[Edge], list[Edge]]
"""Reviews that are taken back, and reviews that are given instead."""


class Edges:
    """Who reads which plan, both ways round, with the level of each reviewer's load.

    The level is the load beyond `base` (0 unless given): what is to be as even as can be. `fixed` reviews stay.
    """

    def __init__(
        self,
        problem: Problem,
        edges: Iterable[Edge] = (),
        base: Sequence[int] | None = None,
        fixed: Iterable[Edge] = (),
    ) -> None:
        """Begin with `edges`; `fixed` ones among them are never moved."""
        self.problem = problem
        self.plans: list[set[int]] = [set() for _ in problem.reviewers]
        self.readers: list[set[int]] = [set() for _ in problem.authors]
        self.level = [-load for load in base] if base is not None else [0] * len(problem.reviewers)
        self.fixed = set(fixed)
        for reviewer, author in edges:
            self.add(reviewer, author)

    def add(self, reviewer: int, author: int) -> None:
        """Let the reviewer read the plan."""
        self.plans[reviewer].add(author)
        self.readers[author].add(reviewer)
        self.level[reviewer] += 1

    def drop(self, reviewer: int, author: int) -> None:
        """Take a review back."""
        self.plans[reviewer].remove(author)
        self.readers[author].remove(reviewer)
        self.level[reviewer] -= 1

    def all(self) -> list[Edge]:
        """Every review, sorted."""
        return [(reviewer, author) for reviewer, plans in enumerate(self.plans) for author in sorted(plans)]

    def movable(self) -> list[Edge]:
        """Every review that may be moved, sorted."""
        return [edge for edge in self.all() if edge not in self.fixed] if self.fixed else self.all()

    def may_take(self, reviewer: int, author: int) -> bool:
        """Whether the reviewer may read the plan and does not yet."""
        return author not in self.plans[reviewer] and self.problem.allowed(reviewer, author)

    def mutual(self, reviewer: int, author: int) -> bool:
        """Whether the author reads this reviewer's own plan."""
        mine, theirs = self.problem.own_plan[reviewer], self.problem.as_reviewer[author]
        return mine >= 0 and theirs >= 0 and mine in self.plans[theirs]

    def shared(self, reviewer: int, author: int) -> int:
        """How many other plans the reviewer shares with the other readers of this one, counted reader by reader."""
        mine, readers = self.plans[reviewer], self.readers[author]
        plans = self.plans
        total = sum([len(mine & plans[other]) for other in readers])
        return total - len(mine) - len(readers) + 1 if reviewer in readers else total

    def cost(self, reviewer: int, author: int) -> float:
        """What this review breaks, or would break."""
        return self.shared(reviewer, author) + (RECIPROCAL if self.mutual(reviewer, author) else 0.0)

    def change(self, drops: Sequence[Edge], adds: Sequence[Edge]) -> float:
        """Take some reviews back and give others, and say what that costs more."""
        cost = 0.0
        for edge in drops:
            cost -= self.cost(*edge)
            self.drop(*edge)
        for edge in adds:
            cost += self.cost(*edge)
            self.add(*edge)
        return cost

    def undo(self, drops: Sequence[Edge], adds: Sequence[Edge]) -> None:
        """Take a change back."""
        for edge in adds:
            self.drop(*edge)
        for edge in drops:
            self.add(*edge)
