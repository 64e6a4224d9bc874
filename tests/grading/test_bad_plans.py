"""A plan that cannot be read costs its learner the points, tells them what to do, and stops nobody else."""

import pytest
from grading_helpers import CASE, LETTERS, comments, graded, hand_in, plan, scores

from goalsmith.grading import phases

NAME = f"{CASE}.plan.json"

SPOILED = {
    "missing": (lambda folder: (folder / NAME).unlink(), "was not handed in"),
    "empty": (lambda folder: (folder / NAME).write_bytes(b""), "is empty"),
    "damaged": (lambda folder: (folder / NAME).write_text('{"case": "gad-ma'), "is damaged"),
    "huge": (lambda folder: (folder / NAME).write_bytes(b" " * 50_000_000), "50 MB"),
    "wrong-case": (
        lambda folder: (folder / NAME).write_text((folder / NAME).read_text().replace(CASE, "ocd-daniel")),
        "holds a plan for the case ocd-daniel",
    ),
    "no-statement": (lambda folder: (folder / NAME).write_text('{"case": "gad-maya"}'), "holds no goal yet"),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_a_bad_plan_scores_nothing_and_is_told_why(course, kind):
    spoil, words = SPOILED[kind]
    hand_in(course, "amara")
    hand_in(course, "ben", spoil=spoil)
    hand_in(course, "zeno")
    graded(course)
    for letter in LETTERS:
        assert scores(course, "ben")[letter] == (0.0, True)
        assert words in comments(course, "ben")[letter]
        assert "submit" in comments(course, "ben")[letter].lower()
    assert scores(course, "amara")["S"][0] > 0
    assert scores(course, "zeno") == scores(course, "amara")
    (page,) = phases.feedback(course, CASE, "ben")
    assert words in page.read_text()


def test_half_a_character_in_a_text_stops_nobody(course):
    def halve(folder):
        text = plan("Feel better HERE.").model_dump_json().replace("HERE", "\\ud800")
        (folder / NAME).write_text(text)

    hand_in(course, "amara", spoil=halve)
    graded(course)
    assert "Feel better" in phases.feedback(course, CASE, "amara")[0].read_text()
