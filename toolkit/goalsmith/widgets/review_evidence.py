"""What the engine read in a plan, criterion by criterion, as HTML. Every word of a learner's is escaped."""

from html import escape

from goalsmith.model import (
    LETTERS,
    Advice,
    Letter,
    LetterResult,
    PartResult,
    PlanAnswer,
    PlanAssessment,
    PlanCriterion,
    StatementAssessment,
)
from goalsmith.render import LEVEL_WORDS
from goalsmith.render.marks import marked_html

MOST_ADVICE = 3


def evidence(assessment: PlanAssessment, names: dict[str, str]) -> dict[PlanCriterion, str]:
    """For each criterion the engine's level in words, its advice and what it marked. `names` are the statements'."""
    found: dict[PlanCriterion, str] = {letter: _letter(letter, assessment, names) for letter in LETTERS}
    found.update({part: _part(result) for part, result in assessment.whole.items() if result.level is not None})
    return found


def unsafe_html(assessment: PlanAssessment, names: dict[str, str]) -> str:
    """The statements that earn no points whatever their letters, each with the reason; empty where there are none."""
    rows = [
        f"<li><b>{escape(names.get(key, key))}</b> {escape(one.unsafe)}</li>"
        for key, one in assessment.statements.items()
        if one.unsafe
    ]
    if not rows:
        return ""
    said = f"<p>The engine would look at this first:</p><ul>{''.join(rows)}</ul>"
    return f'<div class="gs-unsafe" data-gs="engine-unsafe">{said}</div>'


def _letter(letter: Letter, assessment: PlanAssessment, names: dict[str, str]) -> str:
    judged = [(escape(names.get(key, key)), one) for key, one in assessment.statements.items()]
    steps = [
        f"<b>{name}</b> {_step(advice)}" for name, one in judged for advice in one.advice if advice.criterion == letter
    ]
    seen = "".join(_statement(name, one, one.letters[letter]) for name, one in judged)
    return _box(letter, assessment.levels[letter], steps, f"<ul>{seen}</ul>" if seen else "")


def _part(result: PartResult) -> str:
    steps = [_step(result.advice)] if result.advice else []
    seen = "".join(_answer(answer) for answer in result.answers if answer.words or answer.fact)
    return _box(result.part, result.level or 0, steps, f"<ul>{seen}</ul>" if seen else "")


def _box(key: PlanCriterion, level: int, steps: list[str], seen: str) -> str:
    said = f"<p>The engine reads <b>{level} of 3, {LEVEL_WORDS[level]}</b>.</p>"
    rows = "".join(f"<li>{step}</li>" for step in steps[:MOST_ADVICE])
    advice = f"<ul>{rows}</ul>" if rows else ""
    marked = f"<details><summary>What it goes by</summary>{seen}</details>" if seen else ""
    return f'<div class="gs-evidence" data-gs="evidence-{key}" data-level="{level}">{said}{advice}{marked}</div>'


def _statement(name: str, one: StatementAssessment, result: LetterResult) -> str:
    spans = [span for answer in result.answers if answer.yes for span in answer.spans]
    level = "" if result.reached is None else f" <small>{result.reached} of 3, {LEVEL_WORDS[result.reached]}</small>"
    return f'<li><b>{name}</b>{level}<br><span dir="auto">{marked_html(one.text, spans)}</span></li>'


def _answer(answer: PlanAnswer) -> str:
    where = f"<b>{escape(answer.where)}</b> " if answer.where else ""
    words = f"<q>{escape(answer.words)}</q> " if answer.words else ""
    fact = f"<small>of the case: {escape(answer.fact)}</small>" if answer.fact else ""
    return f"<li>{where}{words}{fact}</li>"


def _step(one: Advice) -> str:
    return escape(one.text) + (f" <em>{escape(one.ask)}</em>" if one.ask else "")
