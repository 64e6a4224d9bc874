"""What a text has to hold, so that a long pattern is tried only where it can match.

A pattern of dozens of alternatives tries every one of them at every place of a text. So a pattern says which words or
signs it can begin with, and is tried at those alone; or of which every match has one, and a text without them is not
looked at. `heads` looks at each word once for all patterns. `tests/engine/test_first.py` derives both from the
patterns.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from goalsmith.engine.phrases import Place
from goalsmith.engine.text import Tokens

_SIGN = re.compile(r"[(<>≤≥~%/→]")
_PART = re.compile(r"['.]|(?<=\d)(?=\D)|(?<=\D)(?=\d)")
_openings: dict[str, list[int]] = defaultdict(list)
_signs: dict[str, int] = defaultdict(int)
_ANY = 1
"""The bit of every text; each pattern that needs a sign has another."""


class Wording:
    """A pattern that is compiled when it is first used: to compile all of them took a quarter of the import."""

    _count = 0

    def __init__(self, pattern: str, first: str = "", signs: str = "") -> None:
        r"""Take the regular expression, what it can begin with, and what every match has one of.

        With `first`, the pattern is tried at such words only; with `signs`, in a text that has one of them. Both are
        words with blanks between: `by` is the whole word, `week*` any word that begins so, `#` a number in figures,
        and `(` the sign itself.
        """
        self.pattern = pattern
        self.first = first
        self.signs = signs or first
        self.bit = _ANY
        if self.signs:
            Wording._count += 1
            self.bit = 1 << Wording._count
        self.number = Wording._count if first else 0
        for word in first.split():
            _openings[word].append(self.number)
        for word in self.signs.split():
            _signs[word] |= self.bit

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.match`."""
        return re.compile(self.pattern).match

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.search`."""
        return re.compile(self.pattern).search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As `re.Pattern.finditer`."""
        return re.compile(self.pattern).finditer

    def find(self, norm: str, heads: "Heads") -> list[re.Match[str]]:
        """Every match in `norm`, none inside another, in the order of the text."""
        return [m for start, _ in self.places(norm, heads) if (m := self.match(norm, start))]

    def places(self, norm: str, heads: "Heads") -> list[Place]:
        """The places of every match, none inside another, in the order of the text."""
        found: list[Place] = []
        if not heads.signs & self.bit:
            return found
        end, match = 0, self.match
        for start in heads.starts.get(self.number, ()):
            if start >= end and (m := match(norm, start)):
                end = m.end()
                found.append((m.start(), end))
        return found


class Heads(NamedTuple):
    """For each pattern, by its number, the places where it may begin; and the bits of those that a text may hold."""

    starts: dict[int, list[int]]
    signs: int


def opened(word: str) -> frozenset[int]:
    """The numbers of the patterns that can begin with `word`."""
    return frozenset(number for key in _keys(word) for number in _openings.get(key, ()))


def _keys(word: str) -> Iterator[str]:
    """All ways to speak of `word` in a list of words."""
    yield word
    if word[0].isdigit():
        yield "#"
    yield from (f"{word[:end]}*" for end in range(1, len(word) + 1))


@lru_cache(maxsize=20_000)
def _clues(word: str) -> tuple[tuple[int, ...], int]:
    """The patterns that `word` may open, and the bits of those that it is a sign of."""
    signs = 0
    for part in {word, *filter(None, _PART.split(word))}:
        for key in _keys(part):
            signs |= _signs.get(key, 0)
    return tuple(sorted(opened("0" if word[0] < ":" else word))), signs


def heads(norm: str, tokens: Tokens) -> Heads:
    """Find where each pattern with first words may begin in `norm`, of which `tokens` are the words."""
    starts: dict[int, list[int]] = defaultdict(list)
    signs = _ANY
    for clues, start in zip(map(_clues, tokens.words), tokens.starts, strict=True):
        numbers, bits = clues
        signs |= bits
        for number in numbers:
            starts[number].append(start)
    for sign in _SIGN.finditer(norm):
        signs |= _signs.get(sign.group(), 0)
        for number in _openings.get(sign.group(), ()):
            starts[number] = sorted([*starts[number], sign.start()])
    return Heads(starts, signs)


def holds_any(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of `signs` stands anywhere in `text`."""
    for sign in signs:  # noqa: SIM110 - a loop takes half the time of any()
        if sign in text:
            return True
    return False
