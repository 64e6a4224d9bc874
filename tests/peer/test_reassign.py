"""Reassigning: k reviews again, one more each at most, and an honest shortfall."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from goalsmith.peer.allocate import allocate, reassign

K = 3


def ids(count):
    return [f"p{number:03}" for number in range(count)]


def applied(pairs, change):
    return (set(pairs) - set(change.withdrawn)) | set(change.added)


def on_top(change):
    return Counter(reviewer for reviewer, _ in change.added)


def test_a_drop_outs_reviews_go_to_others_one_each():
    people = ids(14)
    pairs = allocate(people, people, K, seed=1).pairs
    stay = people[1:]
    change = reassign(pairs, [], people, stay, K, seed=1)
    assert {pair for pair in pairs if pair[0] == people[0]} == set(change.withdrawn)
    assert change.short == {}
    assert max(on_top(change).values()) == 1
    got = Counter(author for _, author in applied(pairs, change))
    assert set(got.values()) == {K}


def test_what_was_delivered_is_never_taken_away():
    people = ids(14)
    pairs = allocate(people, people, K, seed=1).pairs
    done = [pair for pair in pairs if pair[0] == people[0]][:2]
    change = reassign(pairs, done, people, people[1:], K, seed=1)
    assert not set(done) & set(change.withdrawn)
    assert len(change.added) == 1


def test_nobody_gets_a_plan_again_that_they_did_not_deliver():
    people = ids(7)
    pairs = allocate(people, people, K, seed=1).pairs
    late = people[3]
    change = reassign(pairs, [], people, [name for name in people if name != late], K, seed=1)
    assert late not in {reviewer for reviewer, _ in change.added}
    assert not set(change.added) & set(pairs)


def test_a_late_joiner_is_reviewed_and_reviews():
    people = ids(14)
    pairs = allocate(people, people, K, seed=1).pairs
    change = reassign(pairs, [], [*people, "late"], [*people, "late"], K, seed=1)
    assert Counter(author for _, author in change.added)["late"] == K
    assert change.short == {}
    assert all(reviewer != "late" for reviewer, author in change.added if author == "late")


def test_the_same_call_again_changes_nothing():
    people = ids(14)
    pairs = allocate(people, people, K, seed=1).pairs
    first = reassign(pairs, [], people, people[2:], K, seed=1)
    again = reassign(applied(pairs, first), [], people, people[2:], K, seed=1, extra=on_top(first))
    assert (again.added, again.withdrawn, dict(again.short)) == ((), (), dict(first.short))


@settings(max_examples=250, deadline=None)
@given(st.integers(4, 30), st.integers(1, 4), st.data())
def test_all_capacity_is_used_before_a_shortfall_is_said(size, k, data):
    people = ids(size)
    pairs = allocate(people, people, k, seed=1).pairs
    gone = data.draw(st.sets(st.sampled_from(people), max_size=size - 2))
    done = data.draw(st.sets(st.sampled_from(pairs), max_size=10)) if pairs else set()
    here = [name for name in people if name not in gone]
    change = reassign(pairs, done, here, here, k, seed=2)
    after = applied(pairs, change)
    got = Counter(author for _, author in after)
    assert {name: k - got[name] for name in here if got[name] < k} == dict(change.short)
    assert max(on_top(change).values(), default=0) <= 1
    assert all(reviewer != author and reviewer in here for reviewer, author in change.added)
    assert not set(change.added) & set(pairs)
    # Nobody who is still free may read a plan that lacks a review: else one more could have been given ...
    free = [name for name in here if not on_top(change)[name]]
    stuck = [
        (r, a) for a in change.short for r in free if r != a and (r, a) not in pairs and (r, a) not in change.added
    ]
    assert not stuck
