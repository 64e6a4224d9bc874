"""An assessment as the message that a statement's text box draws."""

from typing import Any

from goalsmith.model import Advice, LetterResult, Live, Rubric, Span, StatementAssessment
from goalsmith.render import LEVEL_WORDS
from goalsmith.render.marks import HOLDING_BACK, SPAN_TITLES

Message = dict[str, Any]
_SAYS_MOST = ("harm", "absolute", "hedge", "slot", "vague", "instrument", "target", "frequency", "dose", "metric",
              "technique", "deadline", "context", "behaviour", "problem")  # fmt: skip


def feedback(assessment: StatementAssessment | None, live: Live, rubric: Rubric) -> Message:
    """Return `{spans, levels, advice, notes, unsafe}` with what the assignment lets the learner see while writing.

    `spans` are `[start, end, kind, title]` in code points, in order and apart from each other. An empty statement has
    nothing to show.
    """
    shown: Message = {"spans": [], "levels": [], "advice": [], "notes": [], "unsafe": ""}
    if assessment is None or live == "off":
        return shown
    shown["spans"] = [[s.start, s.end, s.kind, _meaning(s, assessment, rubric)] for s in _evidence(assessment)]
    if live == "full":
        shown["levels"] = [_level(result, rubric) for result in assessment.letters.values()]
        shown["advice"] = [_advice(one) for one in assessment.advice]
        shown["notes"] = [_advice(one) for one in assessment.notes]
        shown["unsafe"] = assessment.unsafe
    return shown


def _evidence(assessment: StatementAssessment) -> list[Span]:
    """The pieces to mark, in order and apart from each other. Where they overlap, the kind that says most shows."""
    found = {span for r in assessment.letters.values() for a in r.answers if a.yes for span in a.spans}
    apart: list[Span] = []
    for span in sorted(found, key=lambda s: (_rank(s), s.start - s.end, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in apart):
            apart.append(span)
    return sorted(apart)


def _rank(span: Span) -> int:
    return _SAYS_MOST.index(span.kind) if span.kind in _SAYS_MOST else len(_SAYS_MOST)


def _meaning(span: Span, assessment: StatementAssessment, rubric: Rubric) -> str:
    """What a marked piece is, and which letters rest on it."""
    letters = [
        rubric.criteria[result.letter].name
        for result in assessment.letters.values()
        if any(answer.yes and span in answer.spans for answer in result.answers)
    ]
    title = SPAN_TITLES.get(span.kind, span.kind)
    verb = "it holds back" if span.kind in HOLDING_BACK else "it counts for"
    return f"{title}; {verb} {_listed(letters)}" if letters else title


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


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
