"""An assessment as the message that a statement's text box draws."""

from typing import Any

from goalsmith.model import Advice, LetterResult, Live, Rubric, Span, StatementAssessment
from goalsmith.render import LEVEL_WORDS
from goalsmith.render.marks import SPAN_TITLES

Message = dict[str, Any]


def feedback(assessment: StatementAssessment | None, live: Live, rubric: Rubric) -> Message:
    """Return `{spans, levels, advice, notes, unsafe}` with what the assignment lets the learner see while writing.

    `spans` are `[start, end, kind, title]` in code points, in order and apart from each other. An empty statement has
    nothing to show.
    """
    shown: Message = {"spans": [], "levels": [], "advice": [], "notes": [], "unsafe": ""}
    if assessment is None or live == "off":
        return shown
    shown["spans"] = [[s.start, s.end, s.kind, SPAN_TITLES.get(s.kind, s.kind)] for s in _evidence(assessment)]
    if live == "full":
        shown["levels"] = [_level(result, rubric) for result in assessment.letters.values()]
        shown["advice"] = [_advice(one) for one in assessment.advice]
        shown["notes"] = [_advice(one) for one in assessment.notes]
        shown["unsafe"] = assessment.unsafe
    return shown


def _evidence(assessment: StatementAssessment) -> list[Span]:
    found = {span for r in assessment.letters.values() for a in r.answers if a.yes for span in a.spans}
    apart: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end, s.kind)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def _level(result: LetterResult, rubric: Rubric) -> Message:
    reached = result.reached
    return {
        "letter": result.letter,
        "name": rubric.criteria[result.letter].name,
        "question": rubric.criteria[result.letter].question,
        "level": reached,
        "words": "needs a case" if reached is None else f"{reached} of 3, {LEVEL_WORDS[reached]}",
        "outcome": "reached" if result.met else f"{result.expected} expected",
        "met": result.met,
    }


def _advice(one: Advice) -> Message:
    return {"criterion": one.criterion, "text": one.text, "ask": one.ask}
