"""What a typed question is taken to ask.

A direct question on risk, on how often or how long, or on substances gets its straight answer however it is put. Any
other one that leads, stacks or accuses gets none.
"""

from typing import NamedTuple

from goalsmith.engine.interview.form import Poor, form, parts
from goalsmith.engine.interview.match import Match, Matcher
from goalsmith.engine.interview.typos import Mender
from goalsmith.engine.interview.words import COUNT, RISKS, SUBSTANCE, TIME
from goalsmith.engine.text import normalise, tokenise
from goalsmith.model import POOR_KINDS, Interview, Question, QuestionKind

NEAR = 0.4
"""Below this nothing matches."""
CLEAR = 0.1
"""How much nearer than the next one a question has to be, unless it is as near as `SURE`."""
DIRECT_NEAR = 0.3
"""Below this a question that asks for a count, a time or a substance is not taken for a prepared one of that kind."""
SURE = 0.7
"""From here on a question is taken for the one that is meant, however near the next one is."""
_URGENT: tuple[QuestionKind, ...] = ("safety", "substance", "frequency", "duration")


class Understood(NamedTuple):
    """The prepared question that was meant, or None, and how the typed one was poorly put, or None."""

    question: Question | None
    poor: Poor | None


class Listener:
    """Understands what is typed in one interview."""

    def __init__(self, interview: Interview) -> None:
        """Make it ready for the prepared questions of `interview`."""
        self._good = Matcher([one for one in interview.questions if one.kind not in POOR_KINDS])
        self._all = Matcher(interview.questions)
        self._mender = Mender(text for one in interview.questions for text in (one.ask, *one.also))
        self._prepared = {_plain(text): one for one in interview.questions for text in (one.ask, *one.also)}

    def understand(self, text: str) -> Understood:
        """Return what `text` asks."""
        if prepared := self._prepared.get(_plain(text)):
            return Understood(prepared, None)
        text = self._mender.mend(text)
        poor = self._form(text)
        if direct := self._direct(text):
            return Understood(direct, poor)
        if poor:
            best = self._all.rank(text)[0]
            meant = best.question if best.question.kind == poor and best.score >= NEAR else None
            return Understood(meant, None if meant else poor)
        ranked = self._good.rank(text)
        return Understood(ranked[0].question if _clear(ranked) else None, None)

    def nearest(self, text: str, count: int) -> list[Question]:
        """The prepared good questions that are nearest to `text`, however far."""
        return [match.question for match in self._good.rank(self._mender.mend(text))[:count] if match.score > 0]

    def _form(self, text: str) -> Poor | None:
        """The form of `text`; one question in two wordings is no stack."""
        found = form(text)
        if found != "stacked":
            return found
        meant = [self._good.rank(part)[0] for part in parts(text)]
        one = len({match.question.id for match in meant}) == 1 and all(match.score >= NEAR for match in meant)
        return None if one else "stacked"

    def _direct(self, text: str) -> Question | None:
        """The most urgent direct question in `text`; of equally urgent ones the first."""
        asked = [found for part in parts(text) or [text] if (found := self._direct_part(part))]
        return min(asked, key=lambda one: _URGENT.index(one.kind), default=None)

    def _direct_part(self, part: str) -> Question | None:
        ranked = self._good.rank(part)
        if risk := self._risk(part, ranked):
            return risk
        best = ranked[0]
        if best.score >= SURE and best.question.kind in _URGENT:
            return best.question
        if _clear(ranked) and best.question.kind not in _URGENT:
            return None
        for kind, pattern in (("substance", SUBSTANCE), ("duration", TIME), ("frequency", COUNT)):
            if pattern.search(part):
                return next((m.question for m in ranked if m.question.kind == kind and m.score >= DIRECT_NEAR), None)
        return None

    def _risk(self, part: str, ranked: list[Match]) -> Question | None:
        """Whoever asks about a risk in so many words is answered on that risk."""
        for kind, pattern in RISKS.items():
            if pattern.search(normalise(part)):
                return next((m.question for m in ranked if kind in m.question.enquires), None)
        return None


def _clear(ranked: list[Match]) -> bool:
    """Whether the nearest question is near enough, and clearly nearer than the next."""
    best, after = ranked[0].score, ranked[1].score if len(ranked) > 1 else 0.0
    return best >= SURE or (best >= NEAR and best - after >= CLEAR)


def _plain(text: str) -> tuple[str, ...]:
    """The words of `text` alone; signs and capitals make no other question."""
    return tuple(tokenise(normalise(text)).words)
