"""What a wording can begin with, so that a long pattern is tried only where one of these words stands.

A pattern of dozens of alternatives tries every one of them at every word of a text. With a look at the word's first
letters in front, it passes over most words at once.
"""

import re
from collections import defaultdict


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
