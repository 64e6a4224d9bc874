"""The sample cohort is large enough, differs in quality, and is the same at every run."""

import pytest

from goalsmith.demo import load_cohort
from goalsmith.engine import Judge
from goalsmith.store import find_case, load_knowledge


@pytest.fixture(scope="module")
def cohort():
    return load_cohort()


def test_at_least_sixteen_learners_hand_in_a_plan(cohort):
    assert sum(learner.handed_in == "plan" for learner in cohort.learners) >= 15
    assert len(cohort.learners) >= 16


def test_plans_are_the_same_at_every_run_and_differ_between_learners(cohort):
    texts = [tuple(row.text for row in cohort.plan(learner).statements()) for learner in cohort.learners]
    assert texts == [tuple(row.text for row in load_cohort().plan(learner).statements()) for learner in cohort.learners]
    assert len(set(texts)) == len(texts)


def test_better_plans_earn_more(cohort):
    judge = Judge(load_knowledge(), find_case(cohort.case))
    shares = {quality: [] for quality in range(4)}
    for learner in cohort.learners:
        judged = judge.plan(cohort.plan(learner))
        shares[learner.quality].append(sum(judged.shares.values()) / 5)
    means = [sum(values) / len(values) for _, values in sorted(shares.items())]
    assert means == sorted(means)
    assert means[3] - means[0] > 0.5
