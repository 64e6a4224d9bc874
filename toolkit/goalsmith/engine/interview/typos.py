"""Typed words that nobody has prepared, read as the nearest ones by their letters."""

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache

from goalsmith.engine.interview.words import ALWAYS_KNOWN, IGNORED, KIN
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.engine.vocabulary import ENGLISH

NEAR_ENOUGH = 0.8
"""How much of the letters of two words have to be the same, in order (difflib's ratio)."""
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+(?![^\W\d_]*')")  # "weren't" and "Walter's" are no typos


class Mender:
    """Forgives typos against the words of `texts` and those that ask about risk, counts and times."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Know the words of `texts`."""
        words = {word for text in texts for word in tokenise(normalise(text)).words} | ALWAYS_KNOWN
        self._known = {stem(word) for word in words} | words | _english()
        self._long = sorted(word for word in words if len(word) >= _SHORTEST and word.isalpha())
        self._near = lru_cache(maxsize=2_000)(self._nearest)

    def mend(self, text: str) -> str:
        """Return `text`, normalised, with unknown words replaced by near ones that begin alike."""
        return _WORD.sub(lambda found: self._near(found.group()), normalise(text))

    def _nearest(self, word: str) -> str:
        base = stem(word)
        if len(word) < _SHORTEST or {word, base} & self._known or {word, base} & IGNORED or base in KIN:
            return word
        alike = [one for one in self._long if one[0] == word[0]]
        return next(iter(difflib.get_close_matches(word, alike, n=1, cutoff=NEAR_ENOUGH)), word)


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """Common words, and their stems, which are no typos."""
    return frozenset(ENGLISH.split()) | frozenset(map(stem, ENGLISH.split()))
