"""Nothing is given up that need not be: tiny rounds against all allocations there are, small ones against a solver."""

import math
import random
from itertools import combinations

import numpy as np
import pytest
from allocate_judge import best_worth, ids, may_read, worth
from scipy.optimize import Bounds, LinearConstraint, milp

from goalsmith.peer.allocate import allocate

BY_WORTH = {"reciprocal": 2, "connected": 3, "sharing": 4}


def drawn(rnd, smallest, largest, most):
    """A round of a few people, of whom one may not review and another has no plan."""
    people = ids(rnd.randint(smallest, largest))
    authors = people[rnd.randint(0, 1) :]
    reviewers = people[: len(people) - rnd.randint(0, 1)]
    conflicts = [tuple(rnd.sample(people, 2)) for _ in range(rnd.choice([0, 0, 1, 2, 4]))]
    rule = rnd.choice(["either", "either", "across"])
    groups = {name: rnd.choice("AB") for name in people}
    return authors, reviewers, rnd.randint(1, most), conflicts, groups, rule


def ways(authors, reviewers, k, conflicts, groups, rule):
    """How many allocations there are."""
    possible = [sum(may_read(r, a, conflicts, groups, rule) for r in reviewers) for a in authors]
    return math.prod(math.comb(number, min(k, number)) for number in possible)


@pytest.mark.parametrize("seed", range(4))
def test_no_allocation_at_all_gives_up_less(seed):
    rnd = random.Random(seed)
    tried = 0
    while tried < 60:
        authors, reviewers, k, conflicts, groups, rule = world = drawn(rnd, 2, 6, 3)
        if not authors or not reviewers or ways(*world) > 4000:
            continue
        tried += 1
        found = allocate(authors, reviewers, k, conflicts, tried, groups=groups, rule=rule)
        mine, best = worth(found.pairs, authors, reviewers, k), best_worth(*world)
        assert mine[:2] == best[:2], world
        # Of how many cases there must be, the search comes near; whether there must be any, it knows.
        assert [count > 0 for count in mine] == [count > 0 for count in best], world
        for one in found.relaxed:
            at = BY_WORTH.get(one.guarantee)
            if one.certain and at:
                assert best[at] > 0, world


def feasible(authors, reviewers, k, conflicts, keep):
    """Whether some allocation with even loads keeps `keep` (reciprocal, sharing): a mixed-integer programme."""
    pairs = [(r, a) for r in reviewers for a in authors if may_read(r, a, conflicts)]
    at = {pair: number for number, pair in enumerate(pairs)}
    least, more = divmod(k * len(authors), len(reviewers))
    rows = [([pair for pair in pairs if pair[1] == author], k, k) for author in authors]
    rows += [([pair for pair in pairs if pair[0] == one], least, least + (more > 0)) for one in reviewers]
    if "reciprocal" in keep:
        rows += [([pair, pair[::-1]], 0, 1) for pair in pairs if pair[0] < pair[1] and pair[::-1] in at]
    if "sharing" in keep:
        for some, plans in ((s, p) for s in combinations(reviewers, 2) for p in combinations(authors, 2)):
            corner = [(r, a) for r in some for a in plans]
            rows += [(corner, 0, 3)] if all(pair in at for pair in corner) else []
    table = np.zeros((len(rows), len(pairs)))
    for number, (members, _, _) in enumerate(rows):
        table[number, [at[pair] for pair in members]] = 1
    limits = LinearConstraint(table, [low for _, low, _ in rows], [high for _, _, high in rows])
    return milp(np.zeros(len(pairs)), constraints=limits, integrality=1, bounds=Bounds(0, 1)).status == 0


@pytest.mark.parametrize("seed", range(4))
def test_a_solver_agrees_that_what_was_given_up_had_to_be(seed):
    rnd = random.Random(100 + seed)
    given_up = 0
    for number in range(25):
        authors, reviewers, k, conflicts, _, _ = drawn(rnd, 7, 10, 4)
        found = allocate(authors, reviewers, k, conflicts, number)
        names = {one.guarantee for one in found.relaxed}
        if "reviews" in names:
            continue
        given_up += len(names)
        even = feasible(authors, reviewers, k, conflicts, ())
        assert even == ("loads" not in names)
        if even:
            both_ways = feasible(authors, reviewers, k, conflicts, {"reciprocal"})
            assert both_ways == ("reciprocal" not in names)
            if both_ways and "connected" not in names:
                assert feasible(authors, reviewers, k, conflicts, {"reciprocal", "sharing"}) == ("sharing" not in names)
    assert given_up > 5
