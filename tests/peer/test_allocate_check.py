"""The check of an allocation finds each thing that can be wrong with one."""

import pytest
from allocate_judge import ids

from goalsmith.peer.allocate import Allocation, allocate, check

PEOPLE = ids(16)
GROUPS = {name: "AB"[at % 2] for at, name in enumerate(PEOPLE)}
GOOD = allocate(PEOPLE, PEOPLE, 3, seed=1)


def verdict(pairs, **terms):
    allocation = Allocation(tuple(sorted(pairs)), GOOD.relaxed, GOOD.short)
    return " ".join(check(allocation, PEOPLE, PEOPLE, 3, **terms))


def test_a_good_allocation_has_nothing_wrong():
    assert verdict(GOOD.pairs) == ""


def without(reviewer):
    return [pair for pair in GOOD.pairs if pair[0] != reviewer]


FIRST = GOOD.by_reviewer()["p000"]
REVIEWER_OF_FIRST = GOOD.by_author()["p000"][0]
STRANGER_TO_FIRST = next(name for name in PEOPLE[1:] if name not in FIRST and name not in GOOD.by_author()["p000"])


@pytest.mark.parametrize(
    ("pairs", "terms", "said"),
    [
        (without("p000"), {}, "3 reviews can be given to nobody, but the allocation says 0"),
        (without("p000"), {}, "Some review 3 plans more than others"),
        ([*GOOD.pairs, ("p000", "p000")], {}, "p000 reviews their own plan"),
        ([*GOOD.pairs, GOOD.pairs[5]], {}, "twice"),
        ([*GOOD.pairs, ("p000", STRANGER_TO_FIRST)], {}, f"{STRANGER_TO_FIRST} gets 4 reviews instead of 3"),
        ([*GOOD.pairs, ("p000", REVIEWER_OF_FIRST)], {}, "1 pair of people review each other"),
        ([*GOOD.pairs, ("p000", "nobody")], {}, "one of them takes no part"),
        (GOOD.pairs, {"conflicts": [(FIRST[0], "p000")]}, "in spite of a conflict of interest"),
        (GOOD.pairs, {"groups": GROUPS, "rule": "within"}, "break the rule on groups"),
        (
            [pair for pair in GOOD.pairs if pair not in [("p000", one) for one in FIRST[1:]]]
            + [("p000", one) for one in GOOD.by_reviewer()[GOOD.by_author()[FIRST[0]][1]][:2] if one != FIRST[0]],
            {},
            "share more than one plan",
        ),
    ],
)
def test_what_is_wrong_is_said(pairs, terms, said):
    assert said in verdict(pairs, **terms)


def test_a_piece_apart_is_found():
    halves = [pair for half in (PEOPLE[:8], PEOPLE[8:]) for pair in allocate(half, half, 3, seed=2).pairs]
    assert "fall into 1 piece more than they should" in verdict(halves)


def test_a_relaxation_that_is_not_there_is_found_too():
    tight = allocate(ids(12), ids(12), 4)
    assert check(tight, ids(12), ids(12), 4) == []
    untrue = Allocation(GOOD.pairs, tight.relaxed, {})
    assert "0 pairs of reviewers share more than one plan" in " ".join(check(untrue, PEOPLE, PEOPLE, 3))


def test_a_shortfall_that_is_not_said_is_found():
    found = allocate(["a", "b"], ["a", "b"], 2)
    assert found.short == {"a": 1, "b": 1}
    silent = Allocation(found.pairs, found.relaxed, {})
    assert "Reviews lack by author" in " ".join(check(silent, ["a", "b"], ["a", "b"], 2))
