"""A typed question, and the nearest of those that an author has prepared.

Each wording of a question is a bag of stems. A stem that few questions share weighs much (inverse document
frequency), a function word next to nothing; a stem of nearly the same meaning counts in part. Two wordings are as
near as the cosine of their bags. A turn of phrase that is typical of a kind brings questions of that kind nearer.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from goalsmith.engine.interview.cues import cues
from goalsmith.engine.interview.words import IGNORED, KIN, MARKS
from goalsmith.engine.text import normalise, rewrite, tokenise, unplain
from goalsmith.model import Question, QuestionKind

KINSHIP = 0.6
"""How much a stem of nearly the same meaning counts beside the same one."""
STRANGE = 1.0
"""The weight of a word that no question knows, as a part of the rarest one's."""
FAINT = 0.25
"""What is left of the weight of a word that says nothing of what is asked about: enough to tell equal ones apart."""
WHOLE = 0.6
"""How much all wordings of a question together count beside the nearest single one."""
CUE = 0.35
"""How far a turn of phrase that points to a question's kind brings it nearer."""
AGAINST = 0.35
"""How far one that points to other kinds takes it away."""

Bag = dict[str, float]


class Match(NamedTuple):
    """A prepared question, and how near it is, 0 to 1."""

    question: Question
    score: float


def words_of(text: str) -> list[str]:
    """The stems of `text`, and one word each for what it asks for."""
    norm = normalise(text)
    norm, _ = rewrite(norm, unplain(norm))
    for pattern, mark in MARKS:
        norm = pattern.sub(mark, norm)
    return tokenise(norm).stems


class Matcher:
    """Finds the nearest of `questions`. Made once for an interview."""

    def __init__(self, questions: Sequence[Question]) -> None:
        """Take the wordings of each question apart."""
        self.questions = tuple(questions)
        said = [[words_of(text) for text in (one.ask, *one.also)] for one in self.questions]
        spread = Counter(word for wordings in said for word in {w for words in wordings for w in words})
        self._weight = {
            word: math.log(1 + len(said) / count) * (FAINT if word in IGNORED else 1) for word, count in spread.items()
        }
        self._strange = STRANGE * math.log(1 + len(said))
        self._wordings = [[self._bag(words) for words in wordings] for wordings in said]
        self._together = [self._bag([w for words in wordings for w in words]) for wordings in said]

    def rank(self, text: str) -> list[Match]:
        """Every question, the nearest first; those equally near in the order of the file."""
        bag = self._bag(words_of(text))
        kinds = cues(normalise(text))
        scores = [self._score(bag, at, kinds) for at in range(len(self.questions))]
        order = sorted(range(len(scores)), key=lambda at: -scores[at])
        return [Match(self.questions[at], scores[at]) for at in order]

    def _score(self, bag: Bag, at: int, kinds: frozenset[QuestionKind]) -> float:
        nearest = max((_cosine(bag, wording) for wording in self._wordings[at]), default=0.0)
        score = (nearest + WHOLE * _cosine(bag, self._together[at])) / (1 + WHOLE)
        if kinds:
            return score + CUE * (1 - score) if self.questions[at].kind in kinds else score * (1 - AGAINST)
        return score

    def _bag(self, words: Iterable[str]) -> Bag:
        faint = FAINT * self._strange
        return {word: self._weight.get(word, faint if word in IGNORED else self._strange) for word in words}


def _cosine(one: Bag, other: Bag) -> float:
    if not one or not other:
        return 0.0
    shared = sum(weight * _found(word, weight, other) for word, weight in one.items())
    length = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return min(1.0, shared / length)


def _found(word: str, weight: float, other: Bag) -> float:
    """The weight of `word` in the bag `other`, or a part of that of the nearest in meaning."""
    if word in other:
        return other[word]
    kin = KIN.get(word, frozenset())
    return KINSHIP * max((min(weight, other[one]) for one in kin if one in other), default=0.0)
