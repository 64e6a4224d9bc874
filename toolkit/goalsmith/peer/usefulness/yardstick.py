"""What comments are held against: the rubric of reviews, and the texts that a comment may be copied from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from goalsmith.engine.copied import KnownTexts
from goalsmith.engine.facts import gather
from goalsmith.engine.levels import Ladder
from goalsmith.engine.lexicon import build
from goalsmith.engine.reading import Reading, read
from goalsmith.engine.spelling import Spelling
from goalsmith.engine.text import normalise, tokenise
from goalsmith.model import Case, Knowledge, ReviewRubric
from goalsmith.peer.usefulness.checks import CHECKS
from goalsmith.peer.usefulness.view import PlanWords, View, book, view

_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|^[A-Z][a-z]+")
_ROW, _MOSTLY = 5, 0.6
"""A comment is copied when so large a share of its words stands in rows of so many that are known."""
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
        checks = [*knowledge.rubric.checks.values(), *knowledge.whole.checks.values(), *rubric.checks.values()]
        advice = [text for one in checks for text in (one.question, f"{one.advice} {one.ask}", one.goal_advice)]
        self._known = KnownTexts(knowledge.rubric, facts)
        self._seen = _grams(tokenise(normalise(one)).stems for one in [*advice, *seen])

    def read(self, text: str) -> Reading:
        """The words of a comment, typos mended."""
        return read(text, book(), {}, self._spelling)

    def view(self, text: str, plan: PlanWords, *, tied: bool, elsewhere: Sequence[str] = ()) -> View:
        """A comment without words that are the rubric's; `elsewhere` are the reviewer's comments on other plans."""
        reading = self.read(text)
        stems = reading.tokens.stems
        again = len(stems) >= _SAME and _key(text) in {_key(one) for one in elsewhere}
        whole = view(reading, plan, self._names, tied=tied, copied=again or self._has_seen(stems))
        own = self._known.own(reading)
        if own.text == text or whole.copied or CHECKS["to_grader"](whole) is not None:
            return whole
        left = view(self.read(own.text), plan, self._names, tied=tied)
        says = CHECKS["says_missing"](left) is not None or CHECKS["gives_step"](left) is not None
        return left if says else replace(whole, copied=True)

    def _has_seen(self, stems: Sequence[str]) -> bool:
        """Whether most of a comment's words stand in the same rows in what reviewers have seen."""
        rows = [i for i, row in enumerate(_rows(stems)) if row in self._seen]
        return len({i + n for i in rows for n in range(_ROW)}) >= _MOSTLY * max(len(stems), _SAME)


def _names(case: Case) -> frozenset[str]:
    """The stems of the names in a case: words that stand with a capital inside a sentence, and never without."""
    text = f"{case.title}. {case.narrative} {case.context.supports}"
    small = set(re.findall(r"[a-z]+", text))
    return frozenset(tokenise(normalise(" ".join({m for m in _CAPITAL.findall(text) if m.lower() not in small}))).stems)


def _key(text: str) -> tuple[str, ...]:
    return tuple(tokenise(normalise(text)).stems)


def _rows(stems: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(stems[n:] for n in range(_ROW)), strict=False)


def _grams(texts: Iterable[Sequence[str]]) -> frozenset[tuple[str, ...]]:
    return frozenset(row for stems in texts for row in _rows(stems))
