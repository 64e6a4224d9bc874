"""What to say: short, kind sentences from the rubric, each backed by the learner's words or a fact of the case."""

import re
from collections.abc import Callable

from goalsmith.model import Advice, Answer, Letter, LetterResult, Rubric, Span
from goalsmith.model.assessment import Kind
from goalsmith.model.rubric import Check

_WORDS = 7
_LONGEST_QUOTE = 60
_FIRST = {"S": 3, "M": 4, "R": 2, "T": 1, "A": 0}
_BLANKS = re.compile(r"  +")


def quote(text: str, spans: tuple[Span, ...]) -> str:
    """The learner's own words to speak of: the first span, at its longest, or the opening of the text."""
    if spans:
        start = spans[0].start
        end = max(span.end for span in spans if span.start == start)
        said = " ".join(text[start:end].split())
        if 2 < len(said) <= _LONGEST_QUOTE:
            return said
    words = text.split()
    short = " ".join(words[:_WORDS])[:_LONGEST_QUOTE].strip(" ,;:.")
    return short if len(words) <= _WORDS else f"{short} …"


def short(letters: dict[Letter, LetterResult], spoken: set[Letter]) -> list[LetterResult]:
    """The letters that have a level below what is expected, without those `spoken` of; the furthest from it first."""
    found = [r for r in letters.values() if r.reached is not None and not r.met and r.letter not in spoken]
    return sorted(found, key=_gap, reverse=True)


def _gap(result: LetterResult) -> tuple[int, int]:
    """How far a letter is from what is expected; of equal gaps, the one that helps most to speak of comes first."""
    return result.expected - (result.reached or 0), _FIRST[result.letter]


def for_letter(
    rubric: Rubric, letter: Letter, names: list[str], answers: dict[str, Answer], text: str, kind: Kind
) -> Advice | None:
    """The one thing to say about a letter that is below what is expected, or None where nothing fits.

    `names` are the checks that block it, the first to speak of first.
    """
    for name in names:
        check, answer = rubric.checks[name], answers[name]
        if answer.yes != (check.when == "yes") or not message(check, kind)[0]:
            continue
        return make(letter, name, check, answer, answers, text, kind)
    return None


def for_gaps(
    rubric: Rubric, gaps: list[tuple[Letter, Answer]], text: str, kind: Kind, hint: Callable[[str, str], str]
) -> list[Advice]:
    """For each of `gaps` one that is not yet spoken of, in the order of the text; `hint` tells what belongs there."""
    found: dict[Span, Advice] = {}
    for letter, answer in gaps:
        span = min((s for s in answer.spans if s not in found), default=None)
        if span and rubric.checks[answer.check].advice:
            said = answer._replace(spans=(span,), fact=hint(text, text[span.start : span.end]))
            found[span] = make(letter, answer.check, rubric.checks[answer.check], said, {}, text, kind)
    return [found[span] for span in sorted(found)]


def message(check: Check, kind: Kind) -> tuple[str, str]:
    """The advice and the question of a check for a kind of statement."""
    if kind == "goal" and check.goal_advice:
        return check.goal_advice, check.goal_ask or check.ask
    return check.advice, check.ask


def make(
    criterion: Letter, name: str, check: Check, answer: Answer, answers: dict[str, Answer], text: str, kind: Kind
) -> Advice:
    """Fill a check's message with the learner's words."""
    said, ask = message(check, kind)
    spans = answer.spans or _near(criterion, answers)
    words = quote(text, spans)
    return Advice(criterion, name, _fill(said, words, answer.fact), _fill(ask, words, answer.fact), spans, answer.fact)


_BEST = {
    "S": ("names_behaviour", "names_area"),
    "M": ("partial_metric", "observable"),
    "A": ("already_met", "out_of_range"),
    "R": ("general_symptom",),
    "T": ("bounded", "open_time"),
}


def _near(criterion: Letter, answers: dict[str, Answer]) -> tuple[Span, ...]:
    """The words to quote when a check says no: those that come nearest to what is asked."""
    for name in _BEST[criterion]:
        if name in answers and answers[name].yes and answers[name].spans:
            return answers[name].spans[:1]
    return ()


def _fill(sentence: str, words: str, fact: str) -> str:
    return _BLANKS.sub(" ", sentence.replace("{quote}", words).replace("{fact}", fact)).strip()
