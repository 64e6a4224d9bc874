"""What a check of a whole plan is, and the register of all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from goalsmith.engine.whole.view import PlanView, Row


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer with what it rests on: `words` of the plan, found at `where`, or a `fact` of the case."""

    yes: bool
    words: str = ""
    where: str = ""
    fact: str = ""


def held(words: str = "", where: str = "", fact: str = "") -> Finding:
    """The answer yes."""
    return Finding(True, words, where, fact)


def lacks(words: str = "", where: str = "", fact: str = "") -> Finding:
    """The answer no."""
    return Finding(False, words, where, fact)


def at(row: Row, *, yes: bool, fact: str = "") -> Finding:
    """An answer that rests on one statement."""
    return Finding(yes, row.text, row.label, fact)


PlanCheck = Callable[[PlanView], Finding]
PLAN_CHECKS: dict[str, PlanCheck] = {}
"""Each check by the name that rubrics use."""


def check(function: PlanCheck) -> PlanCheck:
    """Register a check under its own name."""
    PLAN_CHECKS[function.__name__] = function
    return function
