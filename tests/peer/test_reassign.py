"""Reassigning: k reviews again, at most one on top for each reviewer, and an honest shortfall."""

import random
from collections import Counter
from itertools import product

import numpy as np
import pytest
from allocate_judge import counted, ids, in_common, may_read, pieces
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_flow

from goalsmith.peer.allocate import allocate, reassign

K = 3
PEOPLE = ids(14)
PAIRS = allocate(PEOPLE, PEOPLE, K, seed=2).pairs


def loads(pairs):
    return Counter(reviewer for reviewer, _ in pairs)


def reviews(pairs):
    return Counter(author for _, author in pairs)


def test_a_drop_outs_reviews_go_to_others_one_each():
    stay = PEOPLE[1:]
    change = reassign(PAIRS, [], PEOPLE, stay, K, seed=1)
    assert set(change.withdrawn) == {pair for pair in PAIRS if pair[0] == PEOPLE[0]}
    assert change.short == {}
    assert set(reviews(change.pairs).values()) == {K}
    assert sorted(loads(change.pairs).values()) == [3] * 10 + [4] * 3
    assert change.extra == dict.fromkeys(loads(change.added), 1)
    assert change.relaxed == ()
    assert counted(change.pairs, PEOPLE, stay, K) == {}


def test_what_was_delivered_is_never_taken_away():
    done = [pair for pair in PAIRS if pair[0] == PEOPLE[0]][:2]
    change = reassign(PAIRS, done, PEOPLE, PEOPLE[1:], K, seed=1)
    assert set(done) < set(change.pairs)
    assert len(change.added) == len(change.withdrawn) == 1


def test_open_reviews_of_a_plan_that_is_gone_are_withdrawn_and_their_reviewers_free_for_others():
    gone, late = PEOPLE[0], PEOPLE[7]
    here = [name for name in PEOPLE if name not in (gone, late)]
    done = [pair for pair in PAIRS if pair[1] == gone][:1]
    change = reassign(PAIRS, done, here, here, K, seed=1)
    assert set(done) < set(change.pairs)
    assert reviews(change.pairs)[gone] == 1
    assert all(reviews(change.pairs)[name] == K for name in here)
    freed = {reviewer for reviewer, author in change.withdrawn if author == gone} - {late}
    # Whoever has one less to do is asked before anybody gets one on top.
    assert freed <= set(loads(change.added))


def test_nobody_gets_the_plan_again_that_they_did_not_deliver():
    late = PEOPLE[3]
    change = reassign(PAIRS, [], PEOPLE, [name for name in PEOPLE if name != late], K, seed=1)
    assert late not in loads(change.added)
    assert not set(change.added) & set(PAIRS)


def test_a_late_joiner_is_reviewed_and_reviews():
    dropped = PEOPLE[4]
    rest = [name for name in PEOPLE if name != dropped]
    change = reassign(PAIRS, [], [*PEOPLE, "late"], [*rest, "late"], K, seed=1)
    assert reviews(change.pairs)["late"] == K
    assert change.short == {}
    assert 1 <= loads(change.pairs)["late"] <= K
    assert max(loads(change.pairs).values()) == K + 1


def test_many_late_joiners_are_not_left_to_themselves():
    late = [f"late{number:02}" for number in range(10)]
    change = reassign(PAIRS, PAIRS, [*PEOPLE, *late], [*PEOPLE, *late], K, seed=1)
    assert change.short == {}
    assert pieces(change.pairs) == 1
    assert "connected" not in {one.guarantee for one in change.relaxed}


def test_with_nobody_to_spare_the_shortfall_is_said_by_author():
    few = PEOPLE[:4]
    change = reassign(PAIRS, [], PEOPLE, few, K, seed=1)
    lacking = sum(change.short.values())
    assert lacking == len(PEOPLE) * K - len(change.pairs) > 0
    assert all(K - count == change.short.get(name, 0) for name, count in reviews(change.pairs).items())
    assert set(loads(change.pairs).values()) == {K + 1}


def test_what_the_new_reviews_break_is_said():
    people = ids(7)
    pairs = allocate(people, people, K, seed=1).pairs
    change = reassign(pairs, [], people, people[1:], K, seed=1)
    said = {one.guarantee: one.cases for one in change.relaxed}
    kept = [pair for pair in pairs if pair not in change.withdrawn]
    sharing = [sum(plans > 1 for plans in in_common(some).values()) for some in (kept, change.pairs)]
    assert said["sharing"] == sharing[1] - sharing[0] > 0
    assert all(str(one).startswith("With this change ") and not one.certain for one in change.relaxed)


@pytest.mark.parametrize(("size", "k"), [(14, 3), (20, 4)])
def test_new_reviews_break_something_only_where_no_choice_of_them_would_not(size, k):
    people = ids(size)
    broken = 0
    for seed in range(12):
        pairs = allocate(people, people, k, seed=seed).pairs
        kept = [pair for pair in pairs if pair[0] != people[0]]
        change = reassign(pairs, [], people, people[1:], k, seed=seed)
        broken += bool(change.relaxed)
        assert bool(change.relaxed) != harmless(kept, [author for reviewer, author in pairs if reviewer == people[0]])
    assert size == 14 or broken


def harmless(kept, plans):
    """Whether each of `plans` can have one more reviewer, another one each, so that nothing is broken."""
    people = sorted(loads(kept))
    ways = [[(one, plan) for one in people if unbroken([*kept, (one, plan)])] for plan in plans]
    return any(len(loads(some)) == len(plans) and unbroken([*kept, *some]) for some in product(*ways))


def unbroken(pairs):
    fine = len(set(pairs)) == len(pairs) and all(reviewer != author for reviewer, author in pairs)
    there = set(pairs)
    return fine and max(in_common(pairs).values()) == 1 and not any(pair[::-1] in there for pair in pairs)


@st.composite
def rounds(draw):
    """A round under way: some reviews are done, some people have left or do not deliver, some have joined."""
    people = ids(draw(st.integers(2, 30)))
    rnd = random.Random(draw(st.integers(0, 10**6)))
    size, joined = len(people), ["late1", "late2"][: draw(st.integers(0, 2))]
    authors, reviewers = people[rnd.randint(0, min(2, size - 1)) :], people[: size - rnd.randint(0, min(2, size - 1))]
    terms = {
        "conflicts": [tuple(rnd.sample(people, 2)) for _ in range(draw(st.sampled_from([0, 0, 3, size])))],
        "groups": {name: rnd.choice("AB") for name in [*people, *joined]},
        "rule": draw(st.sampled_from(["either", "either", "within", "across"])),
    }
    k = draw(st.integers(1, 5))
    pairs = allocate(authors, reviewers, k, seed=1, **terms).pairs
    done = [pair for pair in pairs if rnd.random() < 0.4]
    gone, idle = set(rnd.sample(people, size // 4)), set(rnd.sample(people, size // 5))
    plans = [name for name in authors if name not in gone] + joined
    active = [name for name in reviewers if name not in gone | idle] + joined
    return pairs, done, plans, active, k, terms


def most_reviews(kept, plans, active, k, room, terms):
    """How many reviews can be added at all: a maximum flow from plans to reviewers."""
    got, end = reviews(kept), len(plans) + len(active) + 1
    edges = [(0, 1 + at, max(0, k - got[name])) for at, name in enumerate(plans)]
    edges += [(1 + len(plans) + at, end, room[name]) for at, name in enumerate(active)]
    for at, author in enumerate(plans, 1):
        for to, reviewer in enumerate(active, 1 + len(plans)):
            if (reviewer, author) not in kept and may_read(reviewer, author, **terms):
                edges.append((at, to, 1))
    rows, columns, capacity = (np.array(one, dtype=np.int32) for one in zip(*edges, strict=True))
    graph = coo_array((capacity, (rows, columns)), shape=(end + 1, end + 1)).tocsr()
    return maximum_flow(graph, 0, end).flow_value


@settings(max_examples=400, deadline=None)
@given(rounds())
def test_everybody_keeps_what_they_have_and_no_plan_lacks_a_review_that_somebody_could_write(round_):
    pairs, done, plans, active, k, terms = round_
    change = reassign(pairs, done, plans, active, k, seed=2, **terms)
    kept = {pair for pair in pairs if pair in done or (pair[0] in active and pair[1] in plans)}
    assert set(change.withdrawn) == set(pairs) - kept
    assert set(change.pairs) == kept | set(change.added)
    for reviewer, author in change.added:
        assert reviewer in active
        assert author in plans
        assert (reviewer, author) not in pairs
        assert may_read(reviewer, author, **terms)
    usual = {name: loads(pairs)[name] or k for name in active}
    assert all(loads(change.pairs)[name] <= usual[name] + 1 for name in active)
    assert change.short == {name: k - reviews(change.pairs)[name] for name in plans if reviews(change.pairs)[name] < k}
    room = {name: usual[name] + 1 - loads(kept)[name] for name in active}
    assert len(change.added) == most_reviews(kept, plans, active, k, room, terms)


@settings(max_examples=200, deadline=None)
@given(rounds())
def test_the_same_call_on_its_own_answer_changes_nothing(round_):
    pairs, done, plans, active, k, terms = round_
    first = reassign(pairs, done, plans, active, k, seed=2, **terms)
    again = reassign(first.pairs[::-1], done, plans[::-1], active[::-1], k, seed=2, extra=first.extra, **terms)
    assert (again.added, again.withdrawn, again.relaxed) == ((), (), ())
    assert (again.pairs, again.short, again.extra) == (first.pairs, first.short, first.extra)


def test_a_thousand_reviewers_less_among_ten_thousand():
    people = ids(10_000)
    pairs = allocate(people, people, 5, seed=1).pairs
    gone = set(random.Random(3).sample(people, 1000))
    stay = [name for name in people if name not in gone]
    change = reassign(pairs, [], people, stay, 5, seed=1)
    assert change.short == {}
    assert change.relaxed == ()
    assert set(loads(change.pairs).values()) == {5, 6}
    assert counted(change.pairs, people, stay, 5) == {}


@pytest.mark.parametrize(
    ("k", "terms", "said"),
    [
        (0, {}, "at least one review"),
        (1, {"groups": {"a": "x"}, "rule": "within"}, "b has none"),
    ],
)
def test_what_cannot_be_meant_is_refused(k, terms, said):
    with pytest.raises(ValueError, match=said):
        reassign([], [], ["a"], ["b"], k, **terms)
