"""The made-up interview that the tests share."""

from pathlib import Path

from goalsmith.engine.interview import answer, deflect
from goalsmith.model import Case, Exchange
from goalsmith.store import load_cases

FOLDER = Path(__file__).parent / "interviewing"
CASE = "sleep-noor"


def the_case() -> Case:
    return load_cases(FOLDER / "case.yaml")[0]


def asked(case: Case, *questions: str) -> list[Exchange]:
    """A conversation in which the prepared `questions` were picked one after the other."""
    exchanges: list[Exchange] = []
    for one in questions:
        exchanges.append(answer(case.interview.question(one), exchanges))
    return exchanges


def changed(case: Case, **fields: object) -> Case:
    """The case with other fields in its interview."""
    return case.model_copy(update={"interview": case.interview.model_copy(update=fields)})


__all__ = ["CASE", "FOLDER", "answer", "asked", "changed", "deflect", "the_case"]
