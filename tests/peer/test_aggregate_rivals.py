"""The rivals of the benchmark, worked out by hand: a comparison is worth what its other side is."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from aggregate_helpers import table

from goalsmith.peer.aggregate import Table

FOLDER = Path(__file__).parents[2] / "benchmarks" / "peer_worlds"


def module(name):
    spec = importlib.util.spec_from_file_location(f"peer_worlds_{name}", FOLDER / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


rivals = module("rivals")


def test_ora2_takes_the_median_and_rounds_the_middle_of_two_up():
    three = table((0, 0, 0), (1, 0, 1), (2, 0, 3), reviewers=4, plans=1)
    four = table((0, 0, 0), (1, 0, 1), (2, 0, 2), (3, 0, 3), reviewers=4, plans=1)
    assert rivals.ora2(three, {})[0][0].tolist() == [1] * 8
    assert rivals.ora2(four, {})[0][0].tolist() == [2] * 8


def test_moodle_gives_two_reviewers_of_a_plan_everything_and_the_author_the_mean():
    two = table((0, 0, 0), (1, 0, 3), reviewers=2, plans=1)
    levels, off = rivals.moodle(two, {})
    assert levels[0].tolist() == [1.5] * 8
    assert off.tolist() == [0, 0]


def test_moodle_grades_by_the_cube_of_the_distance_over_the_variance():
    given = Table(np.array([0, 1, 2]), np.array([0, 0, 0]), np.array([[1.0], [1.0], [3.0]]), 3, 1)
    variance = np.var([100 / 3, 100 / 3, 100])
    apart = (200 / 3) ** 3 / (5 * variance)
    assert rivals.moodle(given, {})[1] == pytest.approx([0, 0, min(apart, 100)])


def test_vancouver_passes_what_others_say_and_weighs_by_one_over_the_variance():
    reviews = [(0, 0, 2), (1, 0, 2), (2, 0, 0), (0, 1, 1), (1, 1, 1), (2, 1, 3)]
    given = table(*reviews, reviewers=3, plans=2)
    after_one = rivals.vancouver(given, {}, rounds=1, least=0.0)
    # To reviewers 0 and 1 the others say (2 + 0) / 2 and (1 + 3) / 2: one level off each; to reviewer 2 they say 2
    # and 1: two levels off. Reviewers' variances so are 1, 1 and 4.
    assert after_one[1] == pytest.approx([1, 1, 4])
    assert after_one[0][:, 0] == pytest.approx([(2 + 2 + 0 / 4) / 2.25, (1 + 1 + 3 / 4) / 2.25])


def test_the_ridge_keeps_known_plans_and_takes_leniency_away():
    reviews = [(i, (i + d) % 7, 2 if i == 0 else 1) for i in range(7) for d in (1, 2, 4)]
    reviews += [(i, 7, 2 if i == 0 else 1) for i in range(7)]
    levels, _ = rivals.ridge(table(*reviews, reviewers=7, plans=8), {7: np.ones(8)})
    assert levels[7].tolist() == [1] * 8
    assert np.abs(levels[:7] - 1).max() < 0.1


def test_worlds_are_what_they_say():
    worlds = module("worlds")
    for kind in worlds.WORLDS:
        world = worlds.make(kind, 30, 4, 1, seed=3)
        assert np.array_equal(worlds.make(kind, 30, 4, 1, seed=3).table.levels, world.table.levels)
        pairs = set(zip(world.table.reviewer.tolist(), world.table.plan.tolist(), strict=True))
        assert len(pairs) == len(world.table.plan)
        assert not any(one == other for one, other in pairs)
        if kind != "drop-out":
            assert np.bincount(world.table.plan).tolist() == [4] * 30 + [30]
    rings = worlds.make("rings", 30, 4, 0, seed=3)
    members = np.flatnonzero(rings.ring == 0)
    inside = np.isin(rings.table.reviewer, members) & np.isin(rings.table.plan, members)
    assert len(members) == 5
    assert inside.sum() >= 10
    assert (rings.table.levels[inside] == 3).all()
    spoilt = worlds.make("adversarial", 30, 4, 0, seed=3)
    assert (spoilt.careless.sum(), spoilt.generous.sum()) == (3, 3)
    assert (spoilt.table.levels[spoilt.generous[spoilt.table.reviewer]] == 3).all()
