from dataclasses import replace
from pathlib import Path

import pytest

from goalsmith.engine import Judge
from goalsmith.store import load_cases, load_knowledge

CONTEXTS = Path(__file__).parents[2] / "benchmarks" / "contexts.yaml"


@pytest.fixture(scope="session")
def knowledge():
    return load_knowledge()


@pytest.fixture(scope="session")
def judges(knowledge):
    """A judge for each case of the labelled statements, by case id."""
    return {case.id: Judge(knowledge, case) for case in load_cases(CONTEXTS)}


@pytest.fixture(scope="session")
def by_rules(knowledge):
    """The same judges with nothing but the practices' rules to tell harm: the network flags no text by itself."""
    never, always = float("inf"), float("-inf")
    scores = {
        "alone": never,
        "with_move": always,
        "with_plain_move": always,
        "with_dangerous_move": always,
        "with_tentative": never,
    }
    silent = replace(knowledge.harm, scores=knowledge.harm.scores.model_copy(update=scores))
    cases = [*load_cases(CONTEXTS), *load_cases(CONTEXTS.with_name("more_contexts.yaml"))]
    return {case.id: Judge(replace(knowledge, harm=silent), case) for case in cases}


@pytest.fixture(scope="session")
def gad(judges):
    return judges["gad-maya"]


@pytest.fixture(scope="session")
def ocd(judges):
    return judges["ocd-daniel"]


@pytest.fixture(scope="session")
def mdd(judges):
    return judges["mdd-ruth"]
