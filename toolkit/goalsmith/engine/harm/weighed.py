"""How much the words of a text speak for harm: a sum of weights, each of which can be read in `harm.yaml`."""

from collections.abc import Iterator

from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.text import Tokens
from goalsmith.model import HarmWords

_NUMBERS = frozenset(
    listed("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty")
)


class WordWeights:
    """The weights of `harm.yaml`, ready to be added up for a client who is called `names`."""

    def __init__(self, harm: HarmWords, names: frozenset[str]) -> None:
        """Put the words of all weights into one table."""
        self._weights = {word: row.weight for row in harm.weights for word in row.words}
        self._names = names
        self._harm = harm

    def enough(self, score: float, *, tentative: bool) -> bool:
        """Whether a move that is found counts in a text with this `score`."""
        return score + (self._harm.tentative if tentative else self._harm.planned) >= self._harm.threshold

    def strong(self, score: float) -> bool:
        """Whether a text with this `score` speaks for harm by its words alone."""
        return score >= self._harm.threshold

    def score(self, tokens: Tokens) -> float:
        """The sum of the weights of the words and pairs that `tokens` hold, each counted once."""
        weights = self._weights
        return sum([weights[gram] for gram in set(grams(tokens, self._names)) if gram in weights])


def grams(tokens: Tokens, names: frozenset[str]) -> Iterator[str]:
    """The words of a text and its pairs of neighbours, as `harm.yaml` writes them."""
    before = "^"
    for word, stem in zip(tokens.words, tokens.stems, strict=True):
        if word in names or word.removesuffix("'s") in names:
            stem = "<client>"
        elif word in _NUMBERS or word[0].isdigit():
            stem = "<number>"
        yield stem
        yield f"{before} {stem}"
        before = stem
    yield f"{before} $"
