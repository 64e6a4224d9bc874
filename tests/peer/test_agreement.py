"""Agreement: the same figures as the field's own libraries, and an honest "cannot be told" where there is none."""

import math
import warnings

import krippendorff
import numpy as np
import pandas as pd
import pingouin
import pytest
from scipy.stats import f_oneway
from sklearn.metrics import cohen_kappa_score

from goalsmith.peer.agreement import icc, krippendorff_alpha, quadratic_kappa, with_interval

KINDS = ("ICC(1,1)", "ICC(1,k)", "ICC(2,1)", "ICC(2,k)")
# Krippendorff 2011, Computing Krippendorff's alpha-reliability, section C: four observers, twelve units, gaps.
EXAMPLE = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, np.nan, np.nan, np.nan],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, np.nan, 3],
        [np.nan, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, np.nan],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, np.nan],
    ]
).T
# Shrout & Fleiss 1979, table 2: six targets, four judges.
SHROUT = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def rated(rng, units=40, raters=4, gaps=0.0):
    """Levels 0 to 3 of units that differ, by raters who differ too, with a share of gaps."""
    quality = rng.normal(1.5, 0.8, size=(units, 1)) + rng.normal(0, 0.4, size=(1, raters))
    levels = np.clip(np.round(quality + rng.normal(0, 0.6, size=(units, raters))), 0, 3)
    levels[rng.random(levels.shape) < gaps] = np.nan
    return levels


def tidy(levels):
    rows = [(unit, rater, level) for (unit, rater), level in np.ndenumerate(levels) if not np.isnan(level)]
    return pd.DataFrame(rows, columns=["unit", "rater", "level"])


@pytest.mark.parametrize("seed", range(30))
def test_kappa_is_that_of_scikit_learn(seed):
    rng = np.random.default_rng(seed)
    levels = rated(rng, units=int(rng.integers(2, 60)), raters=2)
    expected = cohen_kappa_score(*levels.T.astype(int), weights="quadratic", labels=range(4))
    assert quadratic_kappa(*levels.T).value == pytest.approx(expected, nan_ok=True)


def test_kappa_counts_only_what_both_rated():
    levels = rated(np.random.default_rng(1), raters=2, gaps=0.3)
    both = levels[~np.isnan(levels).any(axis=1)]
    found = quadratic_kappa(*levels.T)
    assert found.n == len(both) < len(levels)
    assert found == quadratic_kappa(*both.T)


@pytest.mark.parametrize("metric", ["ordinal", "interval"])
@pytest.mark.parametrize("gaps", [0.0, 0.3, 0.6])
@pytest.mark.parametrize("seed", range(10))
def test_alpha_is_that_of_the_reference_library(metric, gaps, seed):
    levels = rated(np.random.default_rng(seed), units=25, raters=5, gaps=gaps)
    expected = krippendorff.alpha(reliability_data=levels.T, level_of_measurement=metric)
    assert krippendorff_alpha(levels, metric).value == pytest.approx(expected)


def test_alpha_of_krippendorffs_own_example():
    assert krippendorff_alpha(EXAMPLE, "ordinal").value == pytest.approx(0.815, abs=5e-4)
    assert krippendorff_alpha(EXAMPLE, "interval").value == pytest.approx(0.849, abs=5e-4)
    assert krippendorff_alpha(EXAMPLE).n == 11  # the last unit has one level only


def test_alpha_does_not_mind_which_column_a_review_stands_in():
    rng = np.random.default_rng(4)
    levels = rated(rng, gaps=0.4)
    assert krippendorff_alpha(rng.permuted(levels, axis=1)).value == pytest.approx(krippendorff_alpha(levels).value)


@pytest.mark.parametrize("seed", range(10))
def test_icc_without_gaps_is_that_of_pingouin(seed):
    levels = rated(np.random.default_rng(seed), units=15, raters=3 + seed % 4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = pingouin.intraclass_corr(tidy(levels), targets="unit", raters="rater", ratings="level")
    theirs = dict(zip(table["Type"], table["ICC"], strict=True))
    for kind, name in zip(KINDS, ("ICC(1,1)", "ICC(1,k)", "ICC(A,1)", "ICC(A,k)"), strict=True):
        assert icc(levels, kind).value == pytest.approx(theirs[name]), kind


def test_icc_of_shrout_and_fleiss_own_example():
    found = [round(icc(SHROUT, kind).value, 2) for kind in KINDS]
    assert found == [0.17, 0.44, 0.29, 0.62]


@pytest.mark.parametrize("seed", range(10))
def test_icc_with_gaps_follows_from_the_unbalanced_analysis_of_variance(seed):
    levels = rated(np.random.default_rng(seed), units=30, raters=5, gaps=0.4)
    units = [row[~np.isnan(row)] for row in levels if not np.isnan(row).all()]
    sizes = np.array([len(unit) for unit in units])
    usual = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(units) - 1)
    ratio = (f_oneway(*units).statistic - 1) / usual  # the units' variance in terms of the variance within them
    assert icc(levels, "ICC(1,1)").value == pytest.approx(ratio / (ratio + 1))
    assert icc(levels, "ICC(1,k)").value == pytest.approx(ratio / (ratio + np.mean(1 / sizes)))


def test_icc_with_gaps_finds_the_truth_of_a_round():
    """Six plans in ten lose one or two of five reviews, each by somebody else; half of the variance is the plans'."""
    rng = np.random.default_rng(11)
    levels = rng.normal(0, 1, size=(4000, 1)) + rng.normal(0, 1, size=(4000, 5))
    levels[: 4000 * 6 // 10, 0] = np.nan
    levels[: 4000 * 3 // 10, 1] = np.nan
    assert icc(levels, "ICC(1,1)").value == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize("kind", ["ICC(2,1)", "ICC(2,k)"])
def test_icc_of_crossed_raters_refuses_gaps_and_says_what_fits(kind):
    found = icc(rated(np.random.default_rng(2), gaps=0.2), kind)
    assert math.isnan(found.value)
    assert "ICC(1,1)" in found.why


PERFECT = np.repeat([[0.0], [1.0], [3.0], [2.0]], 3, axis=1)
NOTHING = {
    "one unit": np.array([[1.0, 2.0, 3.0]]),
    "no unit": np.empty((0, 3)),
    "only gaps": np.full((5, 3), np.nan),
    "one level": np.full((6, 3), 2.0),
    "one level and gaps": np.where(np.eye(6, 3), np.nan, 2.0),
    "one rater": np.array([[1.0], [2.0], [0.0]]),
    "never two on a unit": np.where(np.eye(3), [[1.0], [2.0], [3.0]], np.nan),
}
STATISTICS = {
    "kappa": lambda m: quadratic_kappa(m[:, 0], m[:, min(1, m.shape[1] - 1)] if m.shape[1] > 1 else m[:, 0] * np.nan),
    "ordinal": lambda m: krippendorff_alpha(m, "ordinal"),
    "interval": lambda m: krippendorff_alpha(m, "interval"),
    **{kind: lambda m, kind=kind: icc(m, kind) for kind in KINDS},
}


@pytest.mark.parametrize("statistic", STATISTICS.values(), ids=STATISTICS)
def test_perfect_agreement_is_one(statistic):
    assert statistic(PERFECT).value == pytest.approx(1)
    assert statistic(PERFECT).why == ""


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("statistic", STATISTICS.values(), ids=STATISTICS)
@pytest.mark.parametrize("levels", NOTHING.values(), ids=NOTHING)
def test_where_nothing_can_be_told_there_is_a_reason_and_no_number(statistic, levels):
    found = statistic(levels)
    assert math.isnan(found.value)
    assert found.why.endswith(".")
    estimate = with_interval(statistic, levels, seed=1)
    assert math.isnan(estimate.value)
    assert math.isnan(estimate.low)
    assert estimate.why == found.why


@pytest.mark.parametrize("statistic", STATISTICS.values(), ids=STATISTICS)
def test_an_interval_holds_the_value_and_is_the_same_for_the_same_seed(statistic):
    levels = rated(np.random.default_rng(5))
    one = with_interval(statistic, levels, seed=3, resamples=300)
    assert one.low < one.value < one.high
    assert one == with_interval(statistic, levels, seed=3, resamples=300)
    assert one != with_interval(statistic, levels, seed=4, resamples=300)
    wider = with_interval(statistic, levels, level=0.99, seed=3, resamples=300)
    assert wider.low < one.low
    assert one.high < wider.high


def test_a_ninety_percent_interval_holds_the_truth_about_that_often():
    rng = np.random.default_rng(8)
    held = 0
    for seed in range(150):
        levels = rng.normal(0, 1, size=(60, 1)) + rng.normal(0, 1, size=(60, 4))
        found = with_interval(lambda m: icc(m, "ICC(1,1)"), levels, seed=seed, resamples=200)
        held += found.low <= 0.5 <= found.high
    assert 0.80 <= held / 150 <= 0.96


def test_a_value_whose_resamples_mostly_lack_one_comes_without_an_interval():
    # One unit of six differs: a third of the resamples do not hold it.
    found = with_interval(krippendorff_alpha, [[1, 1]] * 5 + [[3, 2]], seed=0)
    assert not math.isnan(found.value)
    assert math.isnan(found.low)
    assert "resamples" in found.why


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: quadratic_kappa([0, 1], [1]), "same length"),
        (lambda: quadratic_kappa([0, 4], [1, 1]), "from 0 to 3"),
        (lambda: quadratic_kappa([0, 1.5], [1, 1]), "whole number"),
        (lambda: krippendorff_alpha([1, 2, 3]), "matrix"),
        (lambda: icc([[1, np.inf], [1, 2]], "ICC(1,1)"), "infinite"),
    ],
)
def test_what_is_no_matrix_of_levels_is_refused(call, said):
    with pytest.raises(ValueError, match=said):
        call()
