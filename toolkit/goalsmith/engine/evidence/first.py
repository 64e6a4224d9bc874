"""What has to come first, so that a long pattern is tried only where it can match.

A pattern of dozens of alternatives tries every one of them at every word of a text. `ahead` puts a look at the word's
first letters in front, so that it passes over most words at once; `holds_any` spares a text the whole pattern when
none of its signs is there. `tests/engine/test_first.py` derives both from the patterns.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property


class Wording:
    """A pattern that is compiled when it is first used: to compile all of them took a quarter of the import."""

    def __init__(self, pattern: str) -> None:
        """Take the regular expression."""
        self.pattern = pattern

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


def ahead(words: str) -> str:
    """A lookahead for `words` with blanks between: `by` is the whole word, `week*` any that begins so, `#` a digit.

    >>> ahead("by before week* # <")
    '(?=b(?:y\\\\b|efore\\\\b)|w(?:eek)|\\\\d|<)'
    """
    rests: dict[str, list[str]] = defaultdict(list)
    signs = []
    for word in words.split():
        if word[0].isalpha():
            rests[word[0]].append(word[1:-1] if word.endswith("*") else rf"{word[1:]}\b")
        else:
            signs.append(r"\d" if word == "#" else re.escape(word))
    # Grouped by letter: one comparison for each letter instead of one for each word.
    groups = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items()]
    return f"(?={'|'.join(groups + signs)})"


def holds_any(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of `signs` stands anywhere in `text`."""
    for sign in signs:  # noqa: SIM110 - a loop takes half the time of any()
        if sign in text:
            return True
    return False
