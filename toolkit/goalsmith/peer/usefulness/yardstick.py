"""What comments are held against: the rubric of reviews, and the texts that a comment may be copied from."""

import re
from collections.abc import Iterable, Sequence

from goalsmith.engine.copied import KnownTexts
from goalsmith.engine.facts import gather
from goalsmith.engine.levels import Ladder
from goalsmith.engine.lexicon import build
from goalsmith.engine.reading import Reading, read
from goalsmith.engine.spelling import Spelling
from goalsmith.engine.text import normalise, tokenise
from goalsmith.model import Case, Knowledge, ReviewRubric
from goalsmith.model.rubric import Check
from goalsmith.peer.usefulness.checks import CHECKS
from goalsmith.peer.usefulness.view import PlanWords, View, book, view

_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|^[A-Z][a-z]+")
_SAME = 6
"""A comment of fewer words may be the same on several plans: "no date" is true of many."""


class Yardstick:
    """One rubric of reviews, made ready. Reusable; keeps nothing of what it is held against."""

    def __init__(
        self, rubric: ReviewRubric, knowledge: Knowledge, case: Case | None = None, seen: Iterable[str] = ()
    ) -> None:
        """Prepare word lists; takes some milliseconds.

        The case tells the names, and what repeats the case. `seen` are texts that every reviewer has read, such as the
        reasons of exemplars; what the rubrics and the toolkit's advice say is known from `knowledge`.

        Raises:
            ValueError: the rubric asks for a check that is not there.
        """
        if unknown := [name for name in rubric.checks if name not in CHECKS]:
            raise ValueError(f"the rubric of reviews asks for checks that are not there: {', '.join(unknown)}")
        self.rubric = rubric
        self.ladder = Ladder(rubric.comment)
        self._spelling = Spelling(book(), case)
        self._names = _names(case) if case else frozenset()
        facts = gather(case, knowledge, build(knowledge).book) if case else None
        whole = [text for one in knowledge.whole.checks.values() for text in _said(one)]
        reviews = [text for one in rubric.checks.values() for text in _said(one)]
        self._known = KnownTexts(knowledge.rubric, facts, [*whole, *reviews, *seen])

    def read(self, text: str) -> Reading:
        """The words of a comment, typos mended."""
        return read(text, book(), {}, self._spelling)

    def view(self, text: str, plan: PlanWords, *, tied: bool, elsewhere: Sequence[str] = ()) -> View:
        """A comment without words that are the rubric's; `elsewhere` are the reviewer's comments on other plans."""
        reading = self.read(text)
        own = self._known.own(reading)
        again = len(reading.tokens.words) >= _SAME and _key(text) in {_key(one) for one in elsewhere}
        if own.text == text:
            return view(reading, plan, self._names, tied=tied, copied=bool(own.held) or again)
        left = view(self.read(own.text), plan, self._names, tied=tied, copied=again)
        says = CHECKS["says_missing"](left) is not None or CHECKS["gives_step"](left) is not None
        return left if says and not own.held else view(reading, plan, self._names, tied=tied, copied=True)


def _names(case: Case) -> frozenset[str]:
    """The stems of the names in a case: words that stand with a capital inside a sentence, and never without."""
    text = f"{case.title}. {case.narrative} {case.context.supports}"
    small = set(re.findall(r"[a-z]+", text))
    return frozenset(tokenise(normalise(" ".join({m for m in _CAPITAL.findall(text) if m.lower() not in small}))).stems)


def _said(check: Check) -> list[str]:
    return [check.question, check.advice, check.ask]


def _key(text: str) -> tuple[str, ...]:
    return tuple(tokenise(normalise(text)).stems)
