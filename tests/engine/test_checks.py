"""Every check's own examples hold."""

import re

import pytest

from goalsmith.engine import Judge
from goalsmith.engine.checks import CHECKS
from goalsmith.engine.checks.base import View
from goalsmith.store import find_case, load_knowledge

CASE = {
    "(OCD)": "ocd-daniel",
    "(alcohol)": "aud-mdd-carla",
    "loved singing": "mdd-ruth",
    "Y-BOCS": "ocd-daniel",
    "PHQ-9 from 17": "mdd-ruth",
    "Lose": "mdd-ruth",
}
DATED = "a case with a calendar"


def examples():
    for name, (function, _) in CHECKS.items():
        for answer in ("Yes", "No"):
            line = re.search(rf"^    {answer}: (.*)$", function.__doc__, re.M)
            yield pytest.param(name, answer, line.group(1) if line else "", id=f"{name}-{answer}")


@pytest.mark.parametrize(("name", "answer", "line"), list(examples()))
def test_examples_of_the_docstring(judges, name, answer, line):
    texts = re.findall(r'"([^"]+)"', line)
    assert texts, f"{name}: the docstring has no example for {answer}"
    case = next((c for sign, c in CASE.items() if sign in line), "gad-maya")
    for text in texts:
        judge = Judge(load_knowledge(), find_case("mdd-ruth")) if DATED in line else judges[case]
        view = judge._view(text)
        assert isinstance(view, View)
        assert bool(CHECKS[name][0](view)) == (answer == "Yes"), text


def test_the_rubric_asks_only_for_checks_that_exist(knowledge):
    assert set(knowledge.rubric.checks) == set(CHECKS)


def test_every_check_says_where_it_comes_from():
    for name, (function, kind) in CHECKS.items():
        assert "Source:" in function.__doc__, name
        assert kind in [
            "behaviour",
            "vague",
            "metric",
            "instrument",
            "target",
            "deadline",
            "frequency",
            "dose",
            "context",
            "technique",
            "problem",
            "actor",
            "absolute",
            "hedge",
            "harm",
            "slot",
        ]
