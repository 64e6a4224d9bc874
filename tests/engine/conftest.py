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
def gad(judges):
    return judges["gad-maya"]


@pytest.fixture(scope="session")
def ocd(judges):
    return judges["ocd-daniel"]


@pytest.fixture(scope="session")
def mdd(judges):
    return judges["mdd-ruth"]
