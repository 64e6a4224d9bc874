"""A text cut into the pieces of words that the network knows, each with its place in the text.

Source: Wu Y et al. (2016), Google's neural machine translation system: the longest piece first, from left to right.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from goalsmith.engine.phrases import Place

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_INSIDE = "##"
_LONGEST = 40
"""A longer word is none; it is told as one unknown piece."""
_CLIENT = ("the", "client")
"""What the network reads in place of the client's name: it is to judge what is planned, not who is called what."""


class Piece(NamedTuple):
    """The number of a piece in the vocabulary, and the place of the word that it is a part of."""

    number: int
    place: Place


class WordPieces:
    """A vocabulary, ready to cut texts by. Pieces that continue a word begin with `##`."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """`vocabulary` lists the pieces in the order of their numbers; `[UNK]`, `[CLS]` and `[SEP]` are among them."""
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown, self.begin, self.end = (self._numbers[sign] for sign in ("[UNK]", "[CLS]", "[SEP]"))
        self._cut = lru_cache(maxsize=5_000)(self._cut_word)

    def cut(self, norm: str, names: Iterable[str] = ()) -> list[Piece]:
        """The pieces of a normalised text; a word in `names` is read as "the client"."""
        called, out = frozenset(names), []
        for match in _WORD.finditer(norm):
            words = _CLIENT if match.group() in called else (match.group(),)
            out += [Piece(number, match.span()) for word in words for number in self._cut(word)]
        return out

    def _cut_word(self, word: str) -> tuple[int, ...]:
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        if len(word) > _LONGEST:
            return (self.unknown,)
        found, start = [], 0
        while start < len(word):
            before = _INSIDE if start else ""
            end = next((e for e in range(len(word), start, -1) if before + word[start:e] in self._numbers), None)
            if end is None:
                return (self.unknown,)
            found.append(self._numbers[before + word[start:end]])
            start = end
        return tuple(found)
