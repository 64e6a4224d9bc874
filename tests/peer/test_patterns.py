"""What is brought before a supervisor: found where it is, with a reason in words, and hardly ever where it is not."""

import re

import numpy as np
import pytest
from aggregate_helpers import CRITERIA, cohort, table

from goalsmith.peer.aggregate import TOP, ConsensusModel, Table, disputes, patterns

NAMES = [*"SMART", "thread", "fit", "safety"]


def seen(made, given=None, **more):
    given = made.table if given is None else given
    found = ConsensusModel().fit(given, made.known).predict()
    return patterns(given, found, made.owner, **more)


def of_kind(all_seen, kind):
    return {one.reviewers for one in all_seen if one.kind == kind}


def test_among_honest_people_less_than_one_in_a_hundred_is_named():
    named = people = 0
    for seed in range(40):
        made = cohort(n=30, known=seed % 2, seed=seed)
        named += len({one for pattern in seen(made) for one in pattern.reviewers})
        people += 30
    assert named / people < 0.01


def test_careless_reviewers_are_named_with_how_far_off_they_are():
    made = cohort(n=40, known=2, seed=1)
    rows = made.table.reviewer == 9
    drawn = np.random.default_rng(1).integers(0, TOP + 1, (rows.sum(), CRITERIA))
    found = seen(made, made.changed(9, drawn))
    (one,) = [pattern for pattern in found if pattern.kind == "careless"]
    assert one.reviewers == (9,)
    assert re.search(r"in 6 reviews lie \d\.\d levels from what all reviews together say", one.reason)
    assert one.strength > 0.9


def test_the_top_for_everybody_is_named():
    made = cohort(n=40, seed=2)
    (one,) = [pattern for pattern in seen(made, made.changed(9, TOP)) if pattern.kind == "top"]
    assert one.reviewers == (9,)
    assert one.reason == "100 % of the levels in 4 reviews are the highest, whoever the author is."


def test_another_level_for_everybody_is_named_and_so_are_the_same_levels_in_a_row():
    made = cohort(n=40, seed=3)
    assert (9,) in of_kind(seen(made, made.changed(9, 2)), "same")
    assert (9,) in of_kind(seen(made, made.changed(9, [3, 2, 2, 1, 2, 3, 2, 2])), "same")


def test_nearly_the_same_level_for_everybody_is_named_with_its_share():
    made = cohort(n=40, seed=3)
    levels = np.full((4, CRITERIA), 2.0)
    levels[0, 0], levels[3, 5] = 1, 3
    (one,) = [pattern for pattern in seen(made, made.changed(9, levels)) if pattern.kind == "same"]
    assert one.reason == "30 of the 32 levels in 4 reviews are 2, whoever the author is."


def test_a_favour_is_named_with_both_people_and_by_how_much():
    made = cohort(n=40, known=2, seed=4)
    author = int(np.argmin(made.totals[:40]))
    row = int(np.flatnonzero(made.table.plan == author)[1])
    levels = made.table.levels.copy()
    levels[row] = TOP
    found = seen(made, Table(made.table.reviewer, made.table.plan, levels, 40, 42))
    (one,) = [pattern for pattern in found if pattern.kind == "favour"]
    assert one.reviewers == (made.table.reviewer[row], author)
    assert re.search(r"lies [12]\.\d levels above what .* lead one to expect \(\d\.\d standard errors\)", one.reason)


def ring_of(made, people):
    """Whoever of the `people` reviews another of them gives the top."""
    inside = np.isin(made.table.reviewer, people) & np.isin(made.table.plan, people)
    levels = made.table.levels.copy()
    levels[inside] = TOP
    return Table(made.table.reviewer, made.table.plan, levels, made.table.reviewers, made.table.plans)


def test_a_ring_is_named_as_one():
    people = [0, 1, 2, 3, 4]  # in this design each reviews those one, two and four places on
    made = cohort(n=31, k=4, known=1, seed=5)
    lowered = ring_of(made, people)
    reviewer = np.where(lowered.plan == 0, np.where(lowered.reviewer == 30, 4, lowered.reviewer), lowered.reviewer)
    levels = lowered.levels.copy()
    levels[(reviewer == 4) & (lowered.plan == 0)] = TOP
    found = seen(made, Table(reviewer, lowered.plan, levels, 31, 32))
    rings = of_kind(found, "ring")
    assert len(rings) == 1
    (ring,) = rings
    assert 0 in ring
    assert 4 in ring
    assert set(ring) <= set(people)
    (told,) = [one.reason for one in found if one.kind == "ring"]
    assert re.match(rf"These {len(ring)} people gave each other \d\.\d levels more than all other reviews", told)


def test_people_who_review_each_other_fairly_are_no_ring():
    reviews, rng = [], np.random.default_rng(0)
    quality = rng.normal(1.6, 0.7, 12)
    for one in range(12):
        for other in (one ^ 1, (one + 2) % 12, (one + 5) % 12):
            reviews.append((one, other, np.clip(np.round(quality[other] + rng.normal(0, 0.6, CRITERIA)), 0, TOP)))
    given = table(*reviews, reviewers=12, plans=12)
    found = ConsensusModel().fit(given).predict()
    assert not of_kind(patterns(given, found, range(12)), "ring")


def test_plans_of_nobody_in_the_cohort_are_no_favours():
    made = cohort(n=40, seed=4)
    levels = made.table.levels.copy()
    levels[np.flatnonzero(made.table.plan == int(np.argmin(made.totals)))[1]] = TOP
    given = Table(made.table.reviewer, made.table.plan, levels, 40, 40)
    found = ConsensusModel().fit(given).predict()
    assert not of_kind(patterns(given, found, [-1] * 40), "favour")


def test_reviews_that_took_no_time_are_named_where_times_are_known():
    made = cohort(n=12, k=3, seed=6)
    minutes = np.full(len(made.table.plan), 18.0)
    minutes[made.table.reviewer == 2] = [1, 2, 30]
    minutes[made.table.reviewer == 5] = np.nan
    (one,) = [pattern for pattern in seen(made, minutes=minutes, expected=20.0) if pattern.kind == "quick"]
    assert one.reviewers == (2,)
    assert one.reason == "Half of the 3 reviews took no more than 2 minutes; about 20 were expected."


def test_one_review_is_too_little_to_name_anybody():
    given = table((0, 1, 3), (1, 2, 0), (2, 0, 1), reviewers=3, plans=3)
    found = ConsensusModel().fit(given).predict()
    assert not of_kind(patterns(given, found, range(3), minutes=np.ones(3)), "quick")
    assert not patterns(given, found, range(3))


def test_the_strongest_comes_first_and_the_order_is_always_the_same():
    made = cohort(n=40, known=2, seed=7)
    given = made.changed(9, TOP)
    found = seen(made, given, minutes=np.where(given.reviewer == 3, 1.0, 20.0))
    strengths = [one.strength for one in found]
    assert len(found) >= 2
    assert strengths == sorted(strengths, reverse=True)
    assert found == seen(made, given, minutes=np.where(given.reviewer == 3, 1.0, 20.0))


def settled(given, known=None):
    return disputes(given, ConsensusModel().fit(given, known).predict(), NAMES)


def agreed(people=9):
    """Reviews of plans at levels 1 and 2 by people who agree up to a slip here and there."""
    rng, reviews = np.random.default_rng(0), []
    for one in range(people):
        for other in ((one + 1) % people, (one + 2) % people, (one + 4) % people):
            level = np.full(CRITERIA, 1.0 + other % 2)
            level[rng.integers(CRITERIA)] += rng.choice([-1, 1])
            reviews.append((one, other, level))
    return reviews


def test_reviewers_far_apart_are_told_criterion_by_criterion():
    reviews = [(r, p, [0] * 6 + [1, 2] if (r, p) == (2, 4) else levels) for r, p, levels in agreed()]
    reviews = [(r, p, [3] * 6 + [1, 2] if (r, p) == (3, 4) else levels) for r, p, levels in reviews]
    first = settled(table(*reviews, reviewers=9, plans=9))[0]
    assert first.plan == 4
    assert first.reason.startswith("Reviewers are 2 levels or more apart on S (0 to 3), M (0 to 3), ")
    assert "fit" not in first.reason


def test_reviewers_who_agree_leave_nothing_to_settle():
    assert settled(table(*agreed(), reviewers=9, plans=9)) == []


def test_honest_reviewers_send_fewer_than_one_plan_in_four_to_the_supervisor():
    told = [len(settled(cohort(n=40, known=2, seed=seed).table)) / 42 for seed in range(10)]
    assert 0 < np.mean(told) < 0.25


def test_a_plan_with_one_review_is_open_and_says_between_what():
    made = cohort(n=30, seed=8)
    given = made.table.only((made.table.plan != 5) | (made.table.reviewer == 4))
    (one,) = [dispute for dispute in settled(given) if dispute.plan == 5]
    assert re.fullmatch(r"The reviews leave the total anywhere between \d+ and \d+ of 100\.", one.reason)


def test_a_plan_that_nobody_read_is_no_dispute():
    made = cohort(n=30, seed=8)
    assert 5 not in [one.plan for one in settled(made.table.only(made.table.plan != 5))]


def test_a_careless_review_is_no_disagreement_while_two_others_are_left():
    careless = np.random.default_rng(1).integers(0, TOP + 1, (6, CRITERIA))
    reviews = agreed() + [(9, plan, careless[plan]) for plan in range(6)]
    given = table(*reviews, reviewers=10, plans=9)
    found = ConsensusModel().fit(given).predict()
    assert found.honest[9] < 0.1
    assert not [one for one in disputes(given, found, NAMES) if "apart" in one.reason]
    alone = given.only((given.plan != 0) | np.isin(given.reviewer, [8, 9]))
    levels = alone.levels.copy()
    levels[(alone.plan == 0) & (alone.reviewer == 9)] = TOP
    alone = Table(alone.reviewer, alone.plan, levels, 10, 9)
    levels[(alone.plan == 0) & (alone.reviewer == 8)] = 0
    found = ConsensusModel().fit(alone).predict()
    assert "apart" in next(one.reason for one in disputes(alone, found, NAMES) if one.plan == 0)


@pytest.mark.parametrize("seed", range(3))
def test_the_most_urgent_plan_comes_first(seed):
    urgent = [one.urgency for one in settled(cohort(n=40, seed=seed).table)]
    assert urgent == sorted(urgent, reverse=True)
