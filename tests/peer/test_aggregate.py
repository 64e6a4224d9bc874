"""The consensus on made cohorts whose truth is known, and on rounds too small to tell much."""

import numpy as np
import pytest
from aggregate_helpers import CRITERIA, cohort, error, table

from goalsmith.peer.aggregate import TOP, ConsensusModel, Table

NAN = float("nan")


def fitted(made, **changes):
    return ConsensusModel().fit(changes.get("table", made.table), changes.get("known", made.known)).predict()


def mean_totals(given: Table) -> np.ndarray:
    sums = np.bincount(given.plan, given.levels.mean(axis=1), minlength=given.plans)
    return sums / np.bincount(given.plan, minlength=given.plans) / TOP


def test_leniency_is_found_where_known_plans_tell():
    made = cohort(n=60, known=3, seed=1)
    found = fitted(made)
    assert error(found.leniency, made.leniency) < 0.2
    assert np.corrcoef(found.leniency, made.leniency)[0, 1] > 0.93


def test_without_known_plans_who_is_more_lenient_than_others_is_found():
    made = cohort(n=60, seed=2)
    assert np.corrcoef(fitted(made).leniency, made.leniency)[0, 1] > 0.8


@pytest.mark.parametrize("known", [0, 2])
def test_nine_intervals_of_ten_hold_the_truth(known):
    inside, each = [], []
    for seed in range(20):
        made = cohort(n=40, known=known, seed=seed)
        found = fitted(made)
        inside.append((found.total_low <= made.totals) & (made.totals <= found.total_high))
        each.append((found.low <= made.quality) & (made.quality <= found.high))
    assert 0.85 < np.mean(inside) < 0.95
    assert 0.85 < np.mean(each) < 0.95


def test_reviewers_who_differ_cost_less_than_with_the_mean_and_nobody_differing_costs_nothing():
    for spread, most in ((0.45, 0.95), (0.0, 1.02)):
        ours, means = [], []
        for seed in range(20):
            made = cohort(n=40, seed=seed, mean=0.0, spread=spread)
            ours.append(error(fitted(made).total, made.totals))
            means.append(error(mean_totals(made.table), made.totals))
        assert np.mean(ours) < most * np.mean(means)


def test_a_generous_cohort_is_seen_by_what_the_supervisor_knows():
    made = cohort(n=40, known=2, seed=3, mean=0.6, spread=0.2)
    others = np.arange(40)
    off = (fitted(made, known={}).total - made.totals)[others].mean()
    assert off > 0.1
    assert abs((fitted(made).total - made.totals)[others].mean()) < off / 4


def test_a_known_plan_stays_near_what_the_supervisor_gave():
    made = cohort(n=30, known=1, seed=4)
    plan = 30
    given = {plan: np.clip(made.quality[plan] - 1, 0, TOP)}
    few = made.table.only((made.table.plan != plan) | (made.table.reviewer < 3))
    assert error(fitted(made, table=few, known=given).level[plan], given[plan]) < 0.5


def test_careless_levels_hardly_move_a_plan_and_are_told_from_others():
    made = cohort(n=40, known=2, seed=5)
    rng = np.random.default_rng(0)
    rows = made.table.reviewer == 7
    drawn = made.changed(7, rng.integers(0, TOP + 1, (rows.sum(), CRITERIA)))
    again = made.changed(7, rng.integers(0, TOP + 1, (rows.sum(), CRITERIA)))
    first, second = fitted(made, table=drawn), fitted(made, table=again)
    assert first.careless[7] > 0.9
    assert first.reliability[7] < 0.1 < np.median(first.reliability)
    moved, of_means = np.abs(first.total - second.total), np.abs(mean_totals(drawn) - mean_totals(again))
    assert moved[:40].max() < of_means[:40].max() / 3


@pytest.mark.parametrize("level", [2, 3])
def test_who_gives_everybody_the_same_level_does_not_weigh(level):
    made = cohort(n=40, known=2, seed=6)
    found = fitted(made, table=made.changed(7, level))
    assert found.flat[7] > 0.9
    assert found.honest[7] < 0.1


def test_a_favour_is_one_review_and_the_reviewer_still_counts():
    made = cohort(n=40, known=2, seed=7)
    low = int(np.argmin(made.totals[:40]))
    row = int(np.flatnonzero(made.table.plan == low)[0])
    levels = made.table.levels.copy()
    levels[row] = TOP
    changed = Table(made.table.reviewer, made.table.plan, levels, 40, 42)
    found = fitted(made, table=changed)
    assert found.favour[row] > 0.9
    assert found.surprise[row] > 3
    assert found.honest[made.table.reviewer[row]] > 0.9
    assert abs(found.total[low] - fitted(made).total[low]) < 0.05


def test_plans_at_the_top_are_not_pulled_down_by_the_ceiling():
    reviews = [(i, (i + d) % 9, TOP if (i + d) % 9 == 0 else 1) for i in range(9) for d in (1, 2, 4)]
    assert ConsensusModel().fit(table(*reviews, reviewers=9, plans=9)).predict().total[0] > 0.95


def test_the_order_of_reviews_does_not_matter():
    made = cohort(n=30, known=1, seed=8)
    shuffled = np.random.default_rng(0).permutation(len(made.table.plan))
    given = made.table
    other = Table(given.reviewer[shuffled], given.plan[shuffled], given.levels[shuffled], 30, 31)
    one, two = fitted(made), fitted(made, table=other)
    assert np.array_equal(one.level, two.level)
    assert np.array_equal(one.surprise[shuffled], two.surprise)


def test_who_has_which_number_does_not_matter():
    made = cohort(n=30, known=1, seed=9)
    rng = np.random.default_rng(0)
    people, plans = rng.permutation(30), rng.permutation(31)
    given = made.table
    renamed = Table(people[given.reviewer], plans[given.plan], given.levels, 30, 31)
    known = {int(plans[plan]): levels for plan, levels in made.known.items()}
    one, two = fitted(made), fitted(made, table=renamed, known=known)
    assert np.allclose(one.total, two.total[plans], atol=1e-9)
    assert np.allclose(one.leniency, two.leniency[people], atol=1e-9)


def test_the_same_reviews_give_the_same_bytes():
    made = cohort(n=30, known=1, seed=10)
    assert fitted(made).level.tobytes() == fitted(made).level.tobytes()


@pytest.mark.parametrize("seed", range(10))
def test_the_smallest_round_is_judged(seed):
    found = fitted(cohort(n=7, k=3, seed=seed))
    assert ((found.low >= 0) & (found.low <= found.level)).all()
    assert ((found.level <= found.high) & (found.high <= TOP)).all()
    assert ((found.total_low >= 0) & (found.total_low <= found.total)).all()
    assert ((found.total <= found.total_high) & (found.total_high <= 1)).all()


def test_one_review_says_something_and_not_much():
    found = ConsensusModel().fit(table((0, 1, 2), reviewers=3, plans=3)).predict()
    assert found.total[1] == pytest.approx(2 / 3, abs=0.05)
    assert found.total_high[1] - found.total_low[1] > 0.3
    assert found.read.tolist() == [0, 1, 0]


def test_a_plan_that_nobody_read_has_no_level():
    found = ConsensusModel().fit(table((0, 1, 2), reviewers=3, plans=3)).predict()
    assert np.isnan(found.level[[0, 2]]).all()
    assert np.isnan(found.total[[0, 2]]).all()


def test_no_review_at_all_is_no_accident():
    found = ConsensusModel().fit(table(reviewers=3, plans=2)).predict()
    assert np.isnan(found.total).all()
    assert found.leniency.tolist() == [0, 0, 0]


def test_a_review_without_any_level_is_as_if_it_were_not_there():
    reviews = [(i, (i + d) % 7, 1 + (i + d) % 2) for i in range(7) for d in (1, 2, 4)]
    one = ConsensusModel().fit(table(*reviews, reviewers=8, plans=7)).predict()
    two = ConsensusModel().fit(table(*reviews, (7, 3, NAN), reviewers=8, plans=7)).predict()
    assert np.array_equal(one.total, two.total)
    assert two.read.tolist() == [3] * 7
    assert two.surprise[-1] == 0


def test_a_criterion_that_is_not_asked_has_no_level_and_does_not_count_in_the_total():
    reviews = [(i, (i + d) % 7, [3] * 7 + [NAN]) for i in range(7) for d in (1, 2, 4)]
    found = ConsensusModel().fit(table(*reviews, reviewers=7, plans=7)).predict()
    assert np.isnan(found.level[:, 7]).all()
    assert found.total.min() > 0.95


def test_somebody_who_reviewed_nothing_is_an_ordinary_reviewer_until_they_do():
    made = cohort(n=20, seed=11)
    silent = fitted(made, table=made.table.only(made.table.reviewer != 4))
    assert silent.leniency[4] == pytest.approx(silent.spread.mean_leniency, abs=0.01)
    assert silent.honest[4] > 0.5
    assert silent.leniency_shrinkage[4] == pytest.approx(1, abs=1e-3)


def test_what_rests_on_little_is_shrunk_more():
    made = cohort(n=30, seed=12)
    fewer = made.table.only((made.table.plan != 5) | (made.table.reviewer == 4))
    found = fitted(made, table=fewer)
    assert found.shrinkage[5] > found.shrinkage[np.arange(30) != 5].max()
    assert ((found.shrinkage > 0) & (found.shrinkage < 1)).all()


def test_more_reviews_make_surer():
    widths = [
        np.median(np.ptp([f.total_low, f.total_high], axis=0)) for f in (fitted(cohort(n=60, k=k)) for k in (3, 5, 7))
    ]
    assert widths[0] > widths[1] > widths[2]


def test_some_plans_alone_can_be_asked_for():
    made = cohort(n=20, seed=13)
    model = ConsensusModel().fit(made.table)
    some, every = model.predict(np.array([7, 2])), model.predict()
    assert np.array_equal(some.level, every.level[[7, 2]])
    assert some.leniency is every.leniency


def test_reviews_that_are_left_out_of_a_fit_are_as_if_never_written():
    made = cohort(n=20, seed=14)
    gone = ConsensusModel().fit(made.table.only(made.table.reviewer != 3)).predict()
    ignored = ConsensusModel().fit(made.table, without=[3]).predict()
    assert np.array_equal(gone.level, ignored.level)


@pytest.mark.parametrize(
    ("reviewer", "plan", "levels", "said"),
    [
        ([0, 1], [0], [[1.0]], "one row for each review"),
        ([3], [0], [[1.0]], "reviewer's number"),
        ([0], [-1], [[1.0]], "plan's number"),
        ([0], [0], [[4.0]], "whole number from 0 to 3"),
        ([0], [0], [[1.5]], "whole number from 0 to 3"),
        ([0], [0], [[float("inf")]], "whole number from 0 to 3"),
    ],
)
def test_a_table_that_cannot_be_is_refused_in_a_sentence(reviewer, plan, levels, said):
    with pytest.raises(ValueError, match=said):
        Table(np.array(reviewer), np.array(plan), np.array(levels), 3, 3)
