"""Whether a reason names something of the data, and which numbers stand in a text."""

import re
from collections.abc import Iterable

from goalsmith.engine.evidence.numbers import value
from goalsmith.engine.stems import content
from goalsmith.engine.text import normalise
from goalsmith.engine.unfolding.weights import ALONE, SHARED_WORDS, WITH_DATA, WITH_REASON

# The 9 of PHQ-9 is part of a name. "One" is as often a pronoun as a number.
_FIGURE = r"(?<![\w.,-])\d{1,4}(?:[.,]\d{1,2})?(?![\w]|[.,-]\d)"
_WORD = (
    r"\b(?:twenty[- ]five|zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|twice)\b"
)
_NUMBER = re.compile(rf"{_FIGURE}|{_WORD}")


def numbers(text: str) -> set[float]:
    """The numbers of a text, in figures or as words, without those that are part of a name.

    >>> sorted(numbers("PHQ-9 fell from 17 to 12, on five days"))
    [5.0, 12.0, 17.0]
    """
    return {value(found) for found in _NUMBER.findall(normalise(text))}


def names_data(reason: str, sources: Iterable[str]) -> bool:
    """Whether `reason` holds a number of the `sources`, or two of their words that carry meaning.

    >>> names_data("She kept the slot on 5 days", ["She postponed worry on 5 of 7 days."])
    True
    >>> names_data("It seems right", ["She postponed worry on 5 of 7 days."])
    False
    """
    data = " \n ".join(sources)
    shared = set(content(reason)) & set(content(data))
    return bool(numbers(reason) & numbers(data)) or len(shared) >= SHARED_WORDS


def reason_share(reason: str, sources: Iterable[str]) -> float:
    """What a decision that follows earns by its reason, 0 to 1."""
    if not reason.strip():
        return ALONE
    return WITH_DATA if names_data(reason, sources) else WITH_REASON


def reason_advice(reason: str, sources: Iterable[str]) -> str:
    """What the reason lacks, in a sentence, or nothing."""
    if not reason.strip():
        return "Give the reason too."
    return "" if names_data(reason, sources) else "Name the data in your reason: a number, or what the client told."
