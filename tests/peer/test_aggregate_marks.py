"""Marks that nobody can raise by what they write of others or leave unwritten."""

import numpy as np
import pytest
from aggregate_helpers import CRITERIA, cohort, table

from goalsmith.peer.aggregate import TOP, ConsensusModel, Table, cross_fitted, review_credits, reviewing_shares

NAN = float("nan")


def marked(made, given=None, assigned=None):
    given = made.table if given is None else given
    each = np.bincount(made.table.reviewer, minlength=given.reviewers) if assigned is None else assigned
    return cross_fitted(given, made.owner, each, made.known)


@pytest.mark.parametrize("seed", range(12))
def test_leaving_reviews_out_never_raises_the_own_plan_or_the_own_share(seed):
    rng = np.random.default_rng(seed)
    n, known = int(rng.integers(5, 16)), int(rng.integers(0, 3))
    made = cohort(n=n, k=min(3, n // 2), known=known, seed=seed)
    before, shares = marked(made)
    who = int(rng.integers(n))
    rows = np.flatnonzero(made.table.reviewer == who)
    gone = rng.choice(rows, size=int(rng.integers(1, len(rows) + 1)), replace=False)
    emptied = made.table.levels.copy()
    emptied[gone] = NAN
    empty = Table(made.table.reviewer, made.table.plan, emptied, n, n + known)
    for given in (made.without(gone), empty):
        after, fewer = marked(made, given)
        assert after.total[who] == before.total[who]
        assert np.array_equal(after.level[who], before.level[who])
        assert fewer[who] <= shares[who]


@pytest.mark.parametrize("seed", range(6))
def test_leaving_levels_out_never_raises_the_own_share(seed):
    made = cohort(n=10, k=3, seed=seed)
    rng = np.random.default_rng(seed)
    shares = marked(made)[1]
    who = int(rng.integers(10))
    given = made.table.levels.copy()
    mine = (made.table.reviewer == who)[:, None] & (rng.random(given.shape) < 0.4)
    given[mine] = NAN
    assert marked(made, Table(made.table.reviewer, made.table.plan, given, 10, 10))[1][who] <= shares[who]


def test_whatever_somebody_writes_of_others_their_own_plan_is_judged_the_same():
    made = cohort(n=20, known=1, seed=1)
    totals = [marked(made, made.changed(5, level))[0].total[5] for level in (0, 1, 3)]
    assert totals == [marked(made)[0].total[5]] * 3


def test_in_a_cohort_of_more_people_than_fits_the_own_reviews_do_not_count_either():
    made = cohort(n=70, seed=2)
    assert marked(made, made.changed(66, 0))[0].total[66] == marked(made)[0].total[66]


def test_a_plan_whose_only_reviewer_is_judged_together_with_its_author_is_open_rather_than_unread():
    made = cohort(n=70, seed=3)
    only = made.table.only((made.table.plan != 64) | (made.table.reviewer == 62))
    moved = Table(np.where(only.plan == 64, 4, only.reviewer), only.plan, only.levels, 70, 70)
    found = marked(made, moved)[0]
    assert found.read[64] == 1
    assert found.total_high[64] - found.total_low[64] > 2 * np.median(found.total_high - found.total_low)


def test_most_plans_are_judged_as_by_all_reviews():
    made = cohort(n=40, known=1, seed=4)
    whole = ConsensusModel().fit(made.table, made.known).predict()
    assert np.abs(marked(made)[0].total - whole.total).mean() < 0.01


def test_a_missing_review_counts_nothing_in_its_owners_mean():
    made = cohort(n=12, k=3, seed=5)
    shares, more = marked(made, assigned=[3] * 12)[1], marked(made, assigned=[6] * 12)[1]
    assert more == pytest.approx(shares / 2)
    nobody = marked(made, made.table.only(made.table.reviewer != 4), assigned=[3] * 12)[1]
    assert nobody[4] == 0


def test_more_reviews_than_assigned_do_not_earn_more_than_everything():
    made = cohort(n=12, k=3, seed=6)
    assert marked(made, assigned=[1] * 12)[1].max() <= 1


def test_who_was_assigned_nothing_and_wrote_nothing_has_no_share():
    made = cohort(n=12, k=3, seed=6)
    silent = made.table.only(made.table.reviewer != 4)
    assert np.isnan(marked(made, silent, assigned=[0 if who == 4 else 3 for who in range(12)])[1][4])


def test_reviewers_who_read_well_earn_more_than_who_draws_levels_or_gives_the_top():
    made = cohort(n=40, known=2, seed=7)
    rng = np.random.default_rng(0)
    levels = made.table.levels.copy()
    careless, generous = np.isin(made.table.reviewer, [3, 4, 5]), np.isin(made.table.reviewer, [6, 7, 8])
    levels[careless] = rng.integers(0, TOP + 1, (careless.sum(), CRITERIA))
    levels[generous] = TOP
    shares = marked(made, Table(made.table.reviewer, made.table.plan, levels, 40, 42))[1]
    others = np.setdiff1d(np.arange(40), np.arange(3, 9))
    assert shares[others].mean() > 0.65
    assert shares[[3, 4, 5]].mean() < 0.4
    assert shares[[6, 7, 8]].mean() < 0.4


def test_on_a_known_plan_the_supervisors_levels_are_what_counts():
    reviews = [(i, (i + d) % 7, 2) for i in range(7) for d in (1, 2, 4)] + [(0, 7, 1), (1, 7, 3)]
    given = table(*reviews, reviewers=7, plans=8)
    found = ConsensusModel().fit(given, {7: np.full(CRITERIA, 1.0)}, without=[0, 1]).predict()
    first, second = review_credits(given, found)[-2:]
    assert first == 1
    assert second == 0


def test_shares_are_means_of_credits():
    given = table((0, 1, 2), (0, 2, 2), (1, 2, 2), reviewers=3, plans=3)
    shares = reviewing_shares(given, np.array([1.0, 0.5, NAN]), [4, 1, 0])
    assert shares[:2].tolist() == [1.5 / 4, 0]
    assert np.isnan(shares[2])


def test_a_criterion_that_only_one_reviewer_gave_a_level_is_theirs_and_moves_nobody_else():
    made = cohort(n=10, k=3, seed=8)
    levels = made.table.levels.copy()
    levels[(made.table.plan == 6) & (made.table.reviewer != 5), 7] = NAN
    one = Table(made.table.reviewer, made.table.plan, levels, 10, 10)
    without = levels.copy()
    without[:, 7][(made.table.plan == 6)] = NAN
    other = Table(made.table.reviewer, made.table.plan, without, 10, 10)
    (first, share), (second, less) = marked(made, one), marked(made, other)
    assert first.total[5] == second.total[5]
    assert share[5] >= less[5]
