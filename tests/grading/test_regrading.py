"""Grading again keeps what people did, and asks again where the score moved."""

import time

from grading_helpers import CASE, LETTERS, SUGGESTED, comments, graded, hand_in, plan, scores, set_manual

from goalsmith.grading import phases
from goalsmith.grading.confirm import confirm
from goalsmith.grading.results import results


def test_points_are_a_share_of_the_maximum_and_wait_for_a_person(course):
    hand_in(course, "amara")
    hand_in(course, "ben", plan("Feel better.", "Try harder."))
    graded(course)
    strong, weak = scores(course, "amara"), scores(course, "ben")
    assert all(0 <= strong[letter][0] <= 10 and strong[letter][1] for letter in LETTERS)
    assert sum(strong[letter][0] for letter in LETTERS) > sum(weak[letter][0] for letter in LETTERS)
    assert strong["supervisor"] == strong["peer_review"] == (None, True)
    for part in ("thread", "fit"):
        assert 5 >= strong[part][0] > weak[part][0]
        assert strong[part][1]
    assert strong["safety"] == (0.0, False)


def test_comments_are_there_after_every_grading(course):
    hand_in(course, "amara")
    graded(course)
    before = comments(course, "amara")
    assert all(before[letter] for letter in LETTERS)
    phases.grade(course, CASE, again=True)
    assert comments(course, "amara") == before


def test_a_confirmation_holds_while_the_score_does(course):
    who = hand_in(course, "amara")
    graded(course)
    confirm(course, CASE, ["amara"], "Dr Okafor")
    phases.grade(course, CASE, again=True)
    assert not any(scores(course, "amara")[letter][1] for letter in LETTERS)

    time.sleep(0.01)
    (who.folder / CASE / f"{CASE}.plan.json").write_text(plan("Feel better.", "Try harder.").model_dump_json())
    phases.submit(course, who, CASE)
    before = scores(course, "amara")
    phases.collect(course, CASE)
    phases.grade(course, CASE)
    after = scores(course, "amara")
    moved = [part for part in SUGGESTED if before[part][0] != after[part][0]]
    assert moved
    assert [part for part in SUGGESTED if after[part][1]] == moved


def test_a_supervisors_score_and_comment_stay(course):
    hand_in(course, "amara")
    graded(course)
    set_manual(course, "amara", "S", 4.0, "See objective 1.")
    set_manual(course, "amara", "fit", 3.5)
    phases.grade(course, CASE, again=True)
    assert not scores(course, "amara")["fit"][1]
    table = results(course, CASE)
    assert table.loc["amara", "S"] == 4.0
    assert table.loc["amara", "fit"] == 3.5


def test_what_did_not_change_is_not_graded_twice(course):
    hand_in(course, "amara")
    graded(course)
    hand_in(course, "ben")
    phases.collect(course, CASE)
    result = phases.grade(course, CASE)
    assert (result.graded, result.unchanged) == (["ben"], ["amara"])
