"""Adding up item answers, and where an addition may have gone wrong."""

from collections.abc import Sequence

from goalsmith.model import Items


def total(answers: Sequence[int], items: Items) -> int:
    """The sum of the answers, each counted from 0 for the first label.

    Source: Spitzer and others (2006) for the GAD-7, Kroenke and others (2001) for the PHQ-9.

    Raises:
        ValueError: there is not one answer for each item, or an answer has no label.
    """
    if len(answers) != len(items.texts):
        raise ValueError(f"{len(items.texts)} answers are needed, one for each item; there are {len(answers)}")
    if wrong := [answer for answer in answers if not 0 <= answer < len(items.answers)]:
        raise ValueError(f"an answer counts 0 to {len(items.answers) - 1}, not {wrong[0]}")
    return sum(answers)


def missed(answers: Sequence[int], given: float) -> list[int]:
    """The numbers, from 1, of the items of which one may have been left out, or counted twice, in the sum `given`.

    Empty where no single item explains the difference.

    >>> missed([2, 3, 0, 1], 3), missed([2, 3, 0, 1], 8), missed([2, 3, 0, 1], 20)
    ([2], [1], [])
    """
    off = abs(sum(answers) - given)
    return [number for number, answer in enumerate(answers, 1) if answer == off != 0]
