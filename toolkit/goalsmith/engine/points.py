"""From statements to a plan: points, shares and levels, as the rubric's "what grading expects" says."""

import math
from collections.abc import Sequence

from goalsmith.model import LETTERS, Letter, StatementAssessment
from goalsmith.model.case import Required


def mean(points: Sequence[float], at_least: int) -> float:
    """The mean of `points`, where a shortfall to `at_least` counts as zeros.

    >>> mean([1.0, 0.5], 3)
    0.5
    """
    return sum(points) / max(len(points), at_least, 1)


def shares(
    goals: list[StatementAssessment], objectives: list[list[StatementAssessment]], required: Required
) -> dict[Letter, float]:
    """For each letter the share 0 to 1: goals and objectives weigh the same.

    `objectives` holds one list for each goal, empty rows left out. A goal short of the required number of objectives
    adds zeros, and so does each goal that is missing.
    """
    flat = [o for rows in objectives for o in rows]
    missing = sum(max(0, required.objectives_per_goal - len(rows)) for rows in objectives)
    missing += max(0, required.goals - len(objectives)) * required.objectives_per_goal
    return {
        letter: (
            mean([g.points(letter) for g in goals], required.goals)
            + mean([o.points(letter) for o in flat], len(flat) + missing)
        )
        / 2
        for letter in LETTERS
    }


def level(share: float) -> int:
    """The level 0 to 3 of a share: round(3 x share), half up.

    >>> [level(s) for s in (0.0, 0.16, 0.5, 1.0)]
    [0, 0, 2, 3]
    """
    return min(3, math.floor(3 * share + 0.5 + 1e-9))


def missing(goals: int, objectives: list[list[StatementAssessment]], required: Required) -> tuple[str, ...]:
    """What a plan of so many `goals` lacks of what the case requires, in a sentence each."""
    notes = []
    if goals < required.goals:
        notes.append(f"This case asks for {required.goals} goals; there are {goals}. What is missing counts as zero.")
    short = sum(len(rows) < required.objectives_per_goal for rows in objectives)
    if short:
        each = required.objectives_per_goal
        notes.append(
            f"Each goal needs {each} objective{'s' if each > 1 else ''}; {short} of your goals "
            f"{'have' if short > 1 else 'has'} fewer. What is missing counts as zero."
        )
    return tuple(notes)
