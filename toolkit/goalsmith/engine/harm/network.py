"""What the trained network makes of a text: how much speaks for harm, which move it would be, and which words say so.

The network is a transformer (the lower two thirds of all-mpnet-base-v2: Song K et al. 2020, MPNet; Reimers N, Gurevych
I 2019, Sentence-BERT), trained further by `benchmarks/harm_network.py` on labelled statements of treatment plans.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from goalsmith.engine.harm.wordpiece import Piece, WordPieces
from goalsmith.engine.phrases import Place
from goalsmith.model import HarmNetwork

_LONGEST = 64
"""Pieces that are read: about 300 characters. What lies behind is left to the rules."""
_STATEMENT = 400
"""A longer text, in characters, is no single statement."""
_OF_A_LONG_TEXT = 40
"""Pieces that are read of such a text, so that 1,000 characters stay within 50 ms."""
_SAID = 0.0
"""From this score on, in log odds, a word is one of those that carry the harm."""
_REMEMBERED = 2_000
_STOPS = ",.;:!?\"' "


class Read(NamedTuple):
    """How much speaks for harm, in log odds; the score of each move; the words that carry it, in order."""

    score: float
    moves: dict[str, float]
    places: tuple[Place, ...]


_NOTHING = Read(float("-inf"), {}, ())


class Network:
    """A trained network, ready to read. The runtime is loaded with the first text."""

    def __init__(self, trained: HarmNetwork) -> None:
        """Prepare the vocabulary; takes some milliseconds."""
        # Both take a while, and only who judges a text with a case needs them.
        import numpy as np
        from onnxruntime import InferenceSession, SessionOptions

        self._array = np.array
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # many learners share a machine
        self._session = InferenceSession(trained.network, options, providers=["CPUExecutionProvider"])
        self._pieces = WordPieces(trained.vocabulary)
        self._moves = trained.scores.moves
        self.read = lru_cache(maxsize=_REMEMBERED)(self._read)

    def _read(self, norm: str, about: str, names: frozenset[str]) -> Read:
        """Read a normalised text of a client with the disorders `about`, who is called `names`."""
        pieces = self._pieces.cut(norm, names)[: _LONGEST if len(norm) <= _STATEMENT else _OF_A_LONG_TEXT]
        if not pieces:
            return _NOTHING
        words = self._pieces
        before = [words.begin, *(p.number for p in words.cut(about)), words.end]
        numbers = [*before, *(p.number for p in pieces), words.end]
        parts = [0] * len(before) + [1] * (len(pieces) + 1)
        score, said, moves = self._session.run(
            ["score", "said", "moves"], {"pieces": self._array([numbers]), "parts": self._array([parts])}
        )
        told = said[0, len(before) : -1].tolist()
        places = _places(pieces, told)
        trimmed = tuple(place for p in places if (place := _trimmed(norm, p)))
        return Read(float(score[0]), dict(zip(self._moves, moves[0].tolist(), strict=True)), trimmed or places)


@lru_cache(maxsize=2)
def network(trained: HarmNetwork) -> Network:
    """The network of `trained`: one for all judges of a process."""
    return Network(trained)


def _places(pieces: list[Piece], told: list[float]) -> tuple[Place, ...]:
    """The stretches of words that carry the harm, or the one word that says most of it."""
    carrying = [p.place for p, said in zip(pieces, told, strict=True) if said > _SAID]
    return tuple(_joined(carrying or [pieces[told.index(max(told))].place], pieces))


def _trimmed(norm: str, place: Place) -> Place | None:
    """`place` without the stops and quotes at its ends, or None where nothing else is in it."""
    words = norm[place[0] : place[1]]
    start = place[0] + len(words) - len(words.lstrip(_STOPS))
    end = start + len(words.strip(_STOPS))
    return (start, end) if start < end else None


def _joined(places: Iterable[Place], pieces: list[Piece]) -> list[Place]:
    """`places`, with those that stand side by side made one."""
    after = {a.place[1]: b.place[0] for a, b in pairwise(pieces)}
    out: list[Place] = []
    for start, end in places:
        if out and start <= after.get(out[-1][1], out[-1][1]):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
