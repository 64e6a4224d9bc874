"""What has to come first, so that a long pattern is tried only where it can match.

A pattern of dozens of alternatives tries every one of them at every place of a text. So each pattern says which words
or signs it can begin with, and is tried at those words alone: `Heads` finds them once for all patterns. `holds_any`
spares a text the whole pattern when none of its signs is there. `tests/engine/test_first.py` derives both from the
patterns.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from goalsmith.engine.phrases import Place
from goalsmith.engine.text import Tokens

_SIGN = re.compile(r"[(<>≤≥~]")
_all: list["Wording"] = []


class Wording:
    """A pattern that is compiled when it is first used: to compile all of them took a quarter of the import."""

    def __init__(self, pattern: str, first: str = "") -> None:
        r"""Take the regular expression, and what it can begin with where it is to be tried there only.

        `first` is words with blanks between: `by` is the whole word, `week*` any word that begins so, `#` a number in
        figures, and `(` the sign itself.
        """
        self.pattern = pattern
        self.first = first
        self.number = len(_all)
        if first:
            _all.append(self)

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

    def opens(self, word: str) -> bool:
        """Whether a match can begin with `word`."""
        for first in self.first.split():
            if word == first or (first == "#" and word[0].isdigit()):
                return True
            if first[-1] == "*" and word.startswith(first[:-1]):
                return True
        return False

    def find(self, norm: str, heads: "Heads") -> list[re.Match[str]]:
        """Every match in `norm`, none inside another, in the order of the text."""
        found: list[re.Match[str]] = []
        end, match = 0, self.match
        for start in heads.get(self.number, ()):
            if start >= end and (m := match(norm, start)):
                found.append(m)
                end = m.end()
        return found

    def places(self, norm: str, heads: "Heads") -> list[Place]:
        """The places of every match."""
        return [m.span() for m in self.find(norm, heads)]


Heads = dict[int, list[int]]
"""For each pattern, by its number, the places where it may begin."""


@lru_cache(maxsize=20_000)
def _opened(word: str) -> tuple[int, ...]:
    return tuple(wording.number for wording in _all if wording.opens(word))


def heads(norm: str, tokens: Tokens) -> Heads:
    """Find where each pattern with first words may begin in `norm`, of which `tokens` are the words."""
    found: Heads = {}
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        # All figures open the same patterns, and there are endlessly many of them.
        for number in _opened("0" if word[0] < ":" else word):
            if number in found:
                found[number].append(start)
            else:
                found[number] = [start]
    for sign in _SIGN.finditer(norm):
        for number in _opened(sign.group()):
            found[number] = sorted([*found.get(number, ()), sign.start()])
    return found


def holds_any(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of `signs` stands anywhere in `text`."""
    for sign in signs:  # noqa: SIM110 - a loop takes half the time of any()
        if sign in text:
            return True
    return False
