"""Reviews for plans that lack some, in a round that runs: late joiners, drop-outs, and reviewers who do not deliver."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from goalsmith.peer.allocate.edges import Edges
from goalsmith.peer.allocate.faults import as_numbers, faults, suspects
from goalsmith.peer.allocate.flow import complete
from goalsmith.peer.allocate.join import join
from goalsmith.peer.allocate.model import Guarantee, Pair, Reassignment, Relaxed, Rule
from goalsmith.peer.allocate.problem import Problem
from goalsmith.peer.allocate.reasons import said
from goalsmith.peer.allocate.search import anneal, repair
from goalsmith.peer.allocate.start import even_out, fill

ON_TOP = 1
"""How many reviews more than the usual somebody may be given over a whole round."""
_SMALL = 2500
"""Up to how many reviews the search looks at all of them; in larger rounds only at what is broken at first."""
_SWEEPS = 100


def reassign(
    pairs: Iterable[Pair],
    done: Iterable[Pair],
    submissions: Iterable[str],
    reviewers: Iterable[str],
    k: int,
    conflicts: Iterable[Pair] = (),
    seed: int = 0,
    *,
    extra: Mapping[str, int] | None = None,
    groups: Mapping[str, str] | None = None,
    rule: Rule = "either",
) -> Reassignment:
    """Bring every plan of `submissions` back to `k` reviews, or as near as can be.

    `pairs` are the reviews that stand, `done` those that were delivered: these stay and count, whoever wrote them. An
    open review is withdrawn when its reviewer is not among `reviewers` (who may still be given some) or its author not
    among `submissions`; all others stay.

    Somebody who was given reviews before gets at most one on top, over the whole round: `extra` says how many each has
    had (none if left out; the answer's `extra` is what to give the next time). What became free because an author left
    may be filled again. Somebody who joins late gets up to k, and one on top. Who has least to do gets reviews first.

    No other choice gives more reviews. Among those that give as many, one is sought in which the new ones break as
    little as possible of what `allocate` keeps; `relaxed` says what they break. The answer applied, the same call
    changes nothing.

    Raises:
        ValueError: k is below 1, an id stands twice, or somebody lacks a group that the rule asks for.
    """
    if k < 1:
        raise ValueError(f"k: is {k}; a plan needs at least one review")
    now = Problem(submissions, reviewers, conflicts, groups, rule)
    round_ = _Round(set(pairs), set(done), now, extra or {}, k)
    edges = round_.begun(conflicts, groups or {})
    needs = [k] * len(now.authors)
    rnd = random.Random(f"{seed} {k}")  # noqa: S311  # draws lots, guards no secret
    fill(edges, [k - len(readers) for readers in edges.readers], ON_TOP, rnd)
    complete(edges, needs, ON_TOP)
    _improve(edges, rnd)
    return round_.answer(edges)


def _improve(edges: Edges, rnd: random.Random) -> None:
    """Let new reviews change hands until levels are even and as little as possible is broken."""
    even_out(edges)
    standing = edges.all()
    if len(standing) <= _SMALL:
        anneal(edges, rnd, _SWEEPS)
    else:
        repair(edges, suspects(edges.problem, standing), rnd)
    join(edges, rnd, ON_TOP)


class _Round:
    """What stands and who takes part. Reviews of plans that are not there any more stay when they are done, no more."""

    def __init__(self, given: set[Pair], done: set[Pair], now: Problem, extra: Mapping[str, int], k: int) -> None:
        self.given, self.now, self.extra, self.k = given | done, now, extra, k
        self.kept = {
            (reviewer, author)
            for reviewer, author in self.given
            if (reviewer, author) in done or (reviewer in now.reviewer_of and author in now.author_of)
        }

    def begun(self, conflicts: Iterable[Pair], groups: Mapping[str, str]) -> Edges:
        """The reviews that stay, fixed. Those who left are among the reviewers, but may read nothing more."""
        names = sorted({*self.now.reviewers, *(reviewer for reviewer, _ in self.given)})
        left = dict.fromkeys({*names} - {*self.now.reviewers}, "")
        problem = Problem(self.now.authors, names, conflicts, {**left, **groups}, self.now.rule)
        everything = set(range(len(problem.authors)))
        for name in left:
            problem.barred[problem.reviewer_of[name]] = everything
        stay = problem.edges(sorted(self._here(self.kept)))
        return Edges(problem, stay, self._base(names), fixed=stay)

    def _here(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The reviews of plans that are still there."""
        return [pair for pair in pairs if pair[1] in self.now.author_of]

    def _base(self, names: Sequence[str]) -> list[int]:
        """Everybody's load here, without what they have on top; k for somebody who joins, no room for who left."""
        load = Counter(reviewer for reviewer, _ in self.given)
        kept, here = (Counter(reviewer for reviewer, _ in pairs) for pairs in (self.kept, self._here(self.kept)))
        usual = {name: load[name] - self.extra.get(name, 0) if load[name] else self.k for name in self.now.reviewers}
        past = {name: kept[name] - here[name] for name in names}
        return [usual[name] - past[name] if name in usual else here[name] - ON_TOP for name in names]

    def answer(self, edges: Edges) -> Reassignment:
        """What changes, in ids."""
        problem = edges.problem
        here = problem.pairs(as_numbers(edges.all()))
        got = Counter(author for _, author in here)
        on_top = {
            name: max(edges.level[problem.reviewer_of[name]], self.extra.get(name, 0)) for name in self.now.reviewers
        }
        return Reassignment(
            added=tuple(pair for pair in here if pair not in self.kept),
            withdrawn=tuple(sorted(self.given - self.kept)),
            pairs=tuple(sorted(self.kept.union(here))),
            extra={name: number for name, number in on_top.items() if number > 0},
            relaxed=self._relaxed(edges),
            short={name: self.k - got[name] for name in self.now.authors if got[name] < self.k},
        )

    def _relaxed(self, edges: Edges) -> tuple[Relaxed, ...]:
        """What is broken beyond what stays, or, of the graph's pieces, beyond what there were before."""
        problem = edges.problem
        before = faults(problem, sorted(edges.fixed), self.k)
        before["connected"] = faults(problem, problem.edges(self._here(self.given)), self.k).get("connected", 0)
        after = faults(problem, edges.all(), self.k)
        names: tuple[Guarantee, ...] = ("sharing", "connected", "reciprocal")
        more = {name: after.get(name, 0) - before.get(name, 0) for name in names}
        return tuple(
            Relaxed(
                name, cases, f"With this change {_small(said(name, cases))}: nobody better was free.", certain=False
            )
            for name, cases in more.items()
            if cases > 0
        )


def _small(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
