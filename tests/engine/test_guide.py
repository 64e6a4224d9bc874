"""docs/engine.md says what the engine does: its statement, its picture and its example of a new check are run here."""

import importlib.util
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from goalsmith.engine import Judge
from goalsmith.engine.checks import CHECKS
from goalsmith.model import Rubric, Template
from goalsmith.store import find_case

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "engine.md").read_text("utf-8")
STATEMENT = "Maya sends fewer texts to her partner by session 6"


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def picture():
    spec = importlib.util.spec_from_file_location("engine_picture", DOCS / "engine_picture.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_statement_of_the_guide_has_the_levels_that_it_says(knowledge):
    judged = Judge(knowledge, find_case("gad-maya")).statement(STATEMENT, "objective")
    assert f"*{STATEMENT}*" in GUIDE
    assert {letter: judged.level(letter) for letter in "SMART"} == {"S": 2, "M": 2, "A": 2, "R": 3, "T": 3}
    shown = blocks("")[0]
    for letter in "MT":
        criterion, result = knowledge.rubric.criteria[letter], judged.letters[letter]
        assert f"{letter}  {criterion.name}: {criterion.question}" in shown
        assert f"=> {result.level} of 3, {result.expected} expected: {criterion.anchors[result.level][:60]}" in shown


def test_the_picture_shows_what_the_engine_says_now(picture):
    drawn = (DOCS / "images" / "engine.svg").read_text("utf-8")
    assert picture.TEXT == STATEMENT
    assert drawn == picture.draw(), "run docs/engine_picture.py"
    assert ElementTree.fromstring(drawn).tag.endswith("svg")


def test_the_template_of_the_guide_is_the_shipped_one(knowledge):
    (shown,) = yaml.safe_load(blocks("yaml")[0])
    gad = next(p for p in knowledge.practices if p.disorder == "gad")
    assert Template.model_validate(shown) in gad.templates


@pytest.fixture
def with_example(knowledge):
    """The shipped rubric with the guide's check, entry and rule in it."""
    before = dict(CHECKS)
    exec(compile(blocks("python")[0], "docs/engine.md", "exec"), {})
    entry, rule = (yaml.safe_load(block) for block in blocks("yaml")[1:])
    data = knowledge.rubric.model_dump()
    data["checks"] |= entry
    rules = data["criteria"]["S"]["rules"]
    rules.insert(next(n for n, r in enumerate(rules) if r["all"] == ["pinned"]), rule)
    yield replace(knowledge, rubric=Rubric.model_validate(data))
    CHECKS.clear()
    CHECKS.update(before)


def test_the_guides_check_works_as_the_guide_says(with_example):
    judge = Judge(with_example, find_case("gad-maya"))
    without, with_moment = re.findall(r"\*((?:Maya waits|If Maya)[^*]*)\*", " ".join(GUIDE.split()))
    before, after = judge.statement(without, "objective"), judge.statement(with_moment, "objective")
    assert before.level("S") == 2
    assert any(a.check == "if_then" and "no moment yet" in a.text for a in before.advice)
    assert after.level("S") == 3
    (answer,) = [a for a in after.letters["S"].answers if a.check == "if_then"]
    start, end = answer.spans[0].start, answer.spans[0].end
    assert with_moment[start:end].startswith("If Maya wants to text")
