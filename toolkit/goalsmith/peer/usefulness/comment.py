"""How useful one comment is, by the anchors of the rubric of reviews."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goalsmith.engine.advice import quote
from goalsmith.model import Advice, Answer, PlanCriterion, Span
from goalsmith.peer.usefulness.checks import CHECKS
from goalsmith.peer.usefulness.view import PlanWords, View
from goalsmith.peer.usefulness.yardstick import Yardstick

_TOP = 3
_FLAGS = ("unkind", "to_grader", "copied")


@dataclass(frozen=True, slots=True)
class CommentLevel:
    """The level 0 to 3 of one comment, the checks behind it, and one next step for the reviewer (None at level 3).

    Spans count code points of the comment as given. `flags` names what a person should see: "unkind", "to_grader" and
    "copied".
    """

    level: int
    answers: tuple[Answer, ...]
    advice: Advice | None
    flags: tuple[str, ...] = ()

    def says(self, check: str) -> bool:
        """Whether a check says yes."""
        return any(answer.yes for answer in self.answers if answer.check == check)


def judge_comment(
    text: str,
    quotes: Sequence[str],
    by: Yardstick,
    plan: PlanWords | Iterable[str] = (),
    *,
    criterion: PlanCriterion | None = None,
    elsewhere: Sequence[str] = (),
) -> CommentLevel:
    """Judge one comment.

    `quotes` are the words of the plan that the comment is tied to, and `plan` the texts that it may quote; make it with
    `PlanWords.of` when many comments are about one plan. `criterion` is what the reviewer chose it to be about: that
    names a letter, whatever the text says. `elsewhere` are the same reviewer's comments on other plans.
    """
    words = plan if isinstance(plan, PlanWords) else PlanWords.of([*plan, *quotes])
    tied = any(one.strip() for one in quotes)
    seen = by.view(text, words, tied=tied, elsewhere=elsewhere)
    answers = {name: _answer(name, seen) for name in by.ladder.names}
    if criterion and any(c.isalpha() for c in seen.own):
        answers["names_criterion"] = Answer("names_criterion", True)
    said = {name for name, answer in answers.items() if answer.yes}
    number = by.ladder.fired(said)
    level = by.ladder.levels[number]
    advice = None if level == _TOP else _advice(by, number, said, answers, text)
    return CommentLevel(level, tuple(answers.values()), advice, tuple(name for name in _FLAGS if name in said))


def _answer(name: str, seen: View) -> Answer:
    found = CHECKS[name](seen)
    if found is None:
        return Answer(name, False)
    places = sorted({seen.reading.given(place) for place in found})
    return Answer(name, True, tuple(Span(start, end, name) for start, end in places))


def _advice(by: Yardstick, number: int, said: set[str], answers: dict[str, Answer], text: str) -> Advice | None:
    """The first thing that keeps the comment where it is, said to the reviewer."""
    for name in by.ladder.blocking(number, said):
        check, answer = by.rubric.checks[name], answers[name]
        if check.advice and answer.yes == (check.when == "yes"):
            words = quote(text, answer.spans)
            return Advice("comment", name, check.advice.replace("{quote}", words), check.ask, answer.spans)
    return None
