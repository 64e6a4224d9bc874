"""Allocations: every guarantee is kept, or what was given up is said truly."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalsmith.peer.allocate import allocate, broken
from goalsmith.peer.allocate.problem import Problem

TIGHT = {3: 7, 4: 13, 5: 21}


def ids(count, prefix="p"):
    return [f"{prefix}{number:03}" for number in range(count)]


@st.composite
def worlds(draw):
    """Authors and reviewers, mostly the same people, with conflicts and groups."""
    size = draw(st.integers(2, 24))
    people = ids(size)
    authors = people[draw(st.integers(0, min(3, size - 1))) :]
    reviewers = people[: len(people) - draw(st.integers(0, min(3, size - 1)))]
    pair = st.tuples(st.sampled_from(people), st.sampled_from(people))
    conflicts = draw(st.lists(pair, max_size=draw(st.sampled_from([0, 2, 12]))))
    rule = draw(st.sampled_from(["either", "either", "within", "across"]))
    groups = {name: draw(st.sampled_from("AB")) for name in people} if rule != "either" else None
    return authors, reviewers, draw(st.integers(1, 6)), conflicts, draw(st.integers(0, 9)), groups, rule


@settings(max_examples=150, deadline=None)
@given(worlds())
def test_what_is_not_kept_is_said_and_what_must_be_kept_is(world):
    authors, reviewers, k, conflicts, seed, groups, rule = world
    found = allocate(authors, reviewers, k, conflicts, seed, groups=groups, rule=rule)
    faults = broken(Problem(authors, reviewers, conflicts, groups, rule), found.pairs, k)
    assert "forbidden" not in faults
    assert "twice" not in faults
    assert {one.guarantee: one.cases for one in found.relaxed} == faults
    assert sum(found.short.values()) == faults.get("reviews", 0)
    assert all(len(str(one)) > 20 for one in found.relaxed)
    got = Counter(author for _, author in found.pairs)
    assert all(got[author] == k - found.short.get(author, 0) for author in authors)


@settings(max_examples=1500, deadline=None)
@given(st.integers(2, 5).flatmap(lambda k: st.tuples(st.just(k), st.integers(k * k + 8, 90))), st.integers(0, 10**6))
def test_with_room_and_no_conflict_everything_is_kept(shape, seed):
    k, size = shape
    found = allocate(ids(size), ids(size), k, seed=seed)
    assert found.relaxed == ()
    assert broken(Problem(ids(size), ids(size)), found.pairs, k) == {}
    assert set(Counter(reviewer for reviewer, _ in found.pairs).values()) == {k}


@pytest.mark.parametrize(("k", "size"), [(k, n) for k, least in TIGHT.items() for n in range(least, least + 12)])
def test_the_smallest_cohorts_keep_everything(k, size):
    if (k, size) == (5, 22):
        # No configuration of 22 points and lines with 5 on each exists (Gropp 1993), so two reviewers must share plans.
        assert [one.guarantee for one in allocate(ids(size), ids(size), k).relaxed] == ["sharing"]
        return
    assert allocate(ids(size), ids(size), k, seed=5).relaxed == ()


@pytest.mark.parametrize(("k", "size"), [(3, 6), (4, 12), (5, 20)])
def test_one_learner_less_shares_plans_first_and_says_what_would_be_needed(k, size):
    (only,) = [one for one in allocate(ids(size), ids(size), k).relaxed if one.guarantee == "sharing"]
    assert f"at least {k * (k - 1) + 1} learners" in only.why


def test_the_order_of_names_makes_no_difference_and_the_seed_does():
    people = ids(30)
    assert allocate(people, people, 3, seed=1) == allocate(people[::-1], people[10:] + people[:10], 3, seed=1)
    assert allocate(people, people, 3, seed=1).pairs != allocate(people, people, 3, seed=2).pairs


def test_many_conflicts_are_respected_without_giving_up_anything():
    people = ids(60)
    couples = list(zip(people[::2], people[1::2], strict=True))
    found = allocate(people, people, 4, couples, seed=3)
    assert found.relaxed == ()
    assert not {frozenset(pair) for pair in found.pairs} & {frozenset(pair) for pair in couples}


def test_reviews_missing_are_only_said_where_no_arrangement_could_have_more():
    # Three of five may read nobody's plan but that of the first two.
    people = ids(5)
    bars = list(combinations(people[2:], 2))
    found = allocate(people, people, 3, bars, seed=0)
    # Each of the last three plans has two possible readers at most.
    assert found.short == dict.fromkeys(people[2:], 1)
    assert "no reviewer is left" in found.relaxed[-1].why


@settings(max_examples=60, deadline=None)
@given(st.integers(3, 8), st.integers(1, 4), st.integers(0, 10**6))
def test_the_shortfall_is_the_smallest_possible(size, k, seed):
    """Against counting: with loads left free, a plan lacks reviews only where fewer than k people may read it."""
    rng = np.random.default_rng(seed)
    people = ids(size)
    bars = [pair for pair in combinations(people, 2) if rng.random() < 0.5]
    may = {
        author: sum(one != author and not {(one, author), (author, one)} & set(bars) for one in people)
        for author in people
    }
    found = allocate(people, people, k, bars, seed=seed)
    assert found.short == {author: k - count for author, count in may.items() if count < k}


def test_reviewers_without_a_plan_of_their_own_take_part():
    found = allocate(ids(20), [*ids(20), "guest-a", "guest-b"], 4, seed=2)
    assert found.relaxed == ()
    assert {len(plans) for plans in found.by_reviewer().values()} <= {3, 4}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"submissions": ["a", "a"], "reviewers": ["b"], "k": 1}, "a stands twice"),
        ({"submissions": ["a"], "reviewers": ["b"], "k": 0}, "at least one review"),
        ({"submissions": ["a"], "reviewers": ["b"], "k": 1, "groups": {"a": "x"}, "rule": "within"}, "b has no group"),
    ],
)
def test_what_cannot_be_meant_is_refused(arguments, said):
    with pytest.raises(ValueError, match=said):
        allocate(**arguments)
