"""What an author is told of later sessions and their key."""

import pytest

from goalsmith.engine.unfolding import check
from goalsmith.model import Case, StageKey
from stage_case import the_case, the_key


@pytest.fixture(scope="module")
def measures(knowledge):
    return knowledge.measures


def case_with(change):
    data = the_case().model_dump(mode="json")
    change(data["stages"])
    return Case.model_validate(data)


def key_with(change):
    data = the_key().model_dump(mode="json")
    change(data["stages"])
    return StageKey.model_validate(data)


def test_nothing_is_wrong_with_a_sound_case(measures):
    assert check(the_case(), the_key(), measures) == []


def test_a_case_without_stages_needs_no_key_and_a_case_with_stages_does(measures):
    plain = the_case().model_copy(update={"stages": []})
    assert check(plain, None, measures) == []
    assert check(plain, the_key(), measures) == [
        "key.yaml: the case has no stages; add them to case.yaml, or take the key away"
    ]
    assert check(the_case(), None, measures) == ["key.yaml: is missing; each stage of case.yaml needs its key"]


def set_in(stages, path, value):
    *way, last = path
    for step in way:
        stages = stages[step]
    stages[last] = value


def drop(place, *path):
    *way, last = path
    for step in way:
        place = place[step]
    del place[last]


FIRST = ["session-8", "choices", "first"]
CASES = [
    (lambda s: set_in(s, [1, "session"], 4), "stages.session-8: session 4 has to come after session 4"),
    (lambda s: set_in(s, [2, "session"], 13), "stages.session-11: session 13 lies beyond the 12 planned ones"),
    (lambda s: set_in(s, [0, "readings", "GAD-7"], 22), "GAD-7 runs from 0 to 21, and 22 is outside"),
    (lambda s: set_in(s, [0, "readings", "XYZ"], 1), "XYZ is in no list of measures"),
    (lambda s: set_in(s, [0, "threads", 0, "problem"], "money"), "threads: money is no problem of the case"),
    (lambda s: set_in(s, [1, "choices"], []), "the session brings up risk, so it needs a choice of the kind first"),
    (lambda s: set_in(s, [0, "choices", 0, "most"], 4), "choices.stands-still: needs options"),
    (
        lambda s: set_in(s, [0, "choices"], []),
        "GAD-7 shows no reliable change while worry is met, so it needs a choice of the kind enquiry",
    ),
    (lambda s: s.pop(), "key.yaml: stages: there is no stage session-11"),
]


@pytest.mark.parametrize(("change", "said"), CASES)
def test_a_wrong_stage_is_told_in_a_sentence(measures, change, said):
    assert any(said in one for one in check(case_with(change), the_key(), measures))


def ruling(verdict, data=""):
    return {"verdict": verdict, "why": "So.", "data": data}


KEYS = [
    (lambda s: s.pop("session-4"), "key.yaml: stages: the stage session-4 has no ruling; add it"),
    (lambda s: drop(s, "session-4", "decisions", "sleep"), "decisions: the thread sleep has no ruling"),
    (lambda s: drop(s, "session-4", "decisions", "sleep", "drop"), "decisions.sleep: the decision drop has no ruling"),
    (lambda s: drop(s, "session-4", "choices", "stands-still"), "choices: the choice stands-still has no ruling"),
    (lambda s: drop(s, *FIRST, "worry-list"), "choices.first: the option worry-list has no ruling"),
    (lambda s: set_in(s, [*FIRST, "more"], ruling("unsupported")), "choices.first: there is no option more"),
    (
        lambda s: set_in(s, ["session-4", "decisions", "sleep", "revise"], ruling("unsupported")),
        "decisions.sleep: needs at least one defensible decision",
    ),
    (
        lambda s: set_in(s, [*FIRST, "worry-list"], ruling("defensible", "the letter from the landlord")),
        "only one option may be defensible",
    ),
    (lambda s: set_in(s, [*FIRST, "say-nothing"], ruling("unsupported")), "at least one option has to be unsafe"),
    (
        lambda s: set_in(s, ["session-4", "decisions", "sleep", "revise"], ruling("defensible", "70 minutes awake")),
        "decisions.sleep.revise: data: 70 stands nowhere in the session or before it",
    ),
    (
        lambda s: set_in(s, ["session-4", "decisions", "sleep", "revise"], ruling("defensible", "her boss said so")),
        "decisions.sleep.revise: data: quotes nothing of the session",
    ),
]


@pytest.mark.parametrize(("change", "said"), KEYS)
def test_a_wrong_key_is_told_in_a_sentence(measures, change, said):
    assert any(said in one for one in check(the_case(), key_with(change), measures))


def test_a_later_sessions_numbers_are_not_known_yet(measures):
    change = lambda s: set_in(  # noqa: E731
        s, ["session-4", "decisions", "worry", "met"], ruling("defensible", "2 evenings in the week of the letter")
    )
    # 2 stands in the change of GAD-7 only as a difference, and the letter comes in session 8.
    assert check(the_case(), key_with(change), measures)


def test_the_key_of_another_case_is_told(measures):
    other = the_key().model_copy(update={"case": "gad-maya"})
    assert "key.yaml: case: is gad-maya, but the case is called ines-unfolds" in check(the_case(), other, measures)
