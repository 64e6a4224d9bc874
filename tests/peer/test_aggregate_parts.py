"""The parts of the consensus against what can be worked out in another way."""

import numpy as np
import pytest
from aggregate_helpers import cohort

from goalsmith.peer.aggregate import TOP, Table, ordinal
from goalsmith.peer.aggregate.certainty import certainty
from goalsmith.peer.aggregate.fitting import Reviews, begin
from goalsmith.peer.aggregate.locating import Step, locate

NOBODY = np.array([], dtype=np.int64)


def like(level, mean, sd):
    return float(ordinal.read(*ordinal.edges(np.array([level])), np.array([mean]), np.array([sd])).like[0])


@pytest.mark.parametrize("sd", [0.3, 0.7, 1.5])
@pytest.mark.parametrize("mean", [-0.4, 0.5, 1.7, 3.3])
def test_the_chances_of_all_levels_add_up_to_one(mean, sd):
    assert sum(np.exp(like(float(level), mean, sd)) for level in range(TOP + 1)) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("level", [0.0, 1.0, 2.0, 3.0])
@pytest.mark.parametrize("mean", [0.2, 1.4, 2.6])
def test_slope_and_bend_are_those_of_the_log_likelihood(level, mean):
    step, sd = 1e-4, 0.6
    found = ordinal.read(*ordinal.edges(np.array([level])), np.array([mean]), np.array([sd]))
    up, here, down = (like(level, mean + by, sd) for by in (step, 0, -step))
    assert found.slope[0] == pytest.approx((up - down) / (2 * step), abs=1e-5)
    assert found.bend[0] == pytest.approx(-(up - 2 * here + down) / step**2, abs=1e-3)


@pytest.mark.parametrize("level", [0.0, 1.0, 3.0])
def test_the_expected_square_is_that_of_impressions_that_give_the_level(level):
    mean, sd = 1.2, 0.8
    drawn = np.random.default_rng(0).normal(mean, sd, 400_000)
    these = drawn[np.clip(np.round(drawn), 0, TOP) == level]
    found = ordinal.read(*ordinal.edges(np.array([level])), np.array([mean]), np.array([sd]))
    assert found.square[0] == pytest.approx(np.mean((these - mean) ** 2), rel=0.01)


def test_a_missing_level_says_nothing():
    found = ordinal.read(*ordinal.edges(np.array([np.nan])), np.array([1.0]), np.array([0.5]))
    assert (found.like[0], found.slope[0], found.bend[0]) == pytest.approx((0, 0, 0))


def test_a_level_that_nobody_would_expect_stays_finite():
    found = ordinal.read(*ordinal.edges(np.array([0.0, 3.0])), np.array([9.0, -9.0]), np.array([0.14, 0.14]))
    assert np.isfinite([found.like, found.slope, found.bend, found.square]).all()


def sure_of(reviewer, plan, weights, reviewers, plans):
    """What is passed along reviews with one criterion and given weights, and the same by inverting the whole matrix."""
    given = Table(np.array(reviewer), np.array(plan), np.ones((len(plan), 1)), reviewers, plans)
    data = Reviews(given, {}, NOBODY)
    now = begin(data)
    now.kinds[:, 0] = 1.0
    nothing = np.zeros((len(plan), 1))
    step = Step(nothing[:, 0], nothing, nothing, nothing[:, 0], np.array(weights)[data.rows], np.zeros((plans, 1)))
    found = None
    for _ in range(10):
        found = certainty(data, now, step, found)
    spread = now.spread
    whole = np.diag([1 / (spread.shared + spread.own)] * plans + [1 / spread.leniency] * reviewers)
    for p, r, weight in zip(data.plan, data.reviewer, step.weight, strict=True):
        clear = weight / (1 + weight * spread.halo * spread.noise)
        both = np.ix_([p, plans + r], [p, plans + r])
        whole[both] += clear
    exact = np.diag(np.linalg.inv(whole))
    return found, exact[:plans], exact[plans:]


def test_certainty_is_exact_where_reviews_form_no_circle():
    found, plans, people = sure_of([0, 0, 1, 1, 2], [0, 1, 1, 2, 2], [3.0, 8.0, 5.0, 2.0, 20.0], 3, 3)
    assert found.plan == pytest.approx(plans)
    assert found.leniency == pytest.approx(people)


def test_certainty_is_nearly_exact_in_a_round():
    given = cohort(n=40, k=4).table
    weights = np.random.default_rng(0).uniform(5, 30, len(given.plan))
    found, plans, people = sure_of(given.reviewer, given.plan, weights, 40, 40)
    assert found.plan == pytest.approx(plans, rel=0.1)
    assert found.leniency == pytest.approx(people, rel=0.1)


def test_a_step_makes_the_reviews_likelier():
    made = cohort(n=30, seed=1)
    data = Reviews(made.table, {}, NOBODY)
    now = begin(data)
    likes = [locate(data, now).like.sum() for _ in range(6)]
    assert likes == sorted(likes)


def test_moving_plans_down_and_reviewers_up_is_settled_at_once_by_what_is_known():
    made = cohort(n=60, known=3, seed=2, mean=0.5)
    data = Reviews(made.table, made.known, NOBODY)
    now = begin(data)
    for _ in range(8):
        locate(data, now)
    assert now.leniency.mean() == pytest.approx(made.leniency.mean(), abs=0.12)
