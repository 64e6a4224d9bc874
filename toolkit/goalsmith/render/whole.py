"""The levels of a plan's thread, fit and safety, with one next step each."""

from html import escape

from goalsmith.model import Advice, PartResult, PlanAssessment, WholeRubric
from goalsmith.render.words import LEVEL_WORDS


def whole_html(assessment: PlanAssessment, rubric: WholeRubric) -> str:
    """Return a list of the parts that have a level, each with its next step, and the remarks; everything is escaped."""
    rows = "".join(_part(result, rubric) for result in assessment.whole.values() if result.level is not None)
    hints = "".join(f'<li class="gs-hint" data-gs="plan-hint">{_step(hint)}</li>' for hint in assessment.hints)
    return f'<ul class="gs-whole" data-gs="plan-whole">{rows}{hints}</ul>' if rows else ""


def _part(result: PartResult, rubric: WholeRubric) -> str:
    level = result.level or 0
    step = f"<p>{_step(result.advice)}</p>" if result.advice else ""
    name = escape(rubric.criteria[result.part].name)
    return (
        f'<li data-gs="plan-part-{result.part}" data-level="{level}"><b>{name}</b> '
        f"<small>{level} of 3, {LEVEL_WORDS[level]}</small>{step}</li>"
    )


def _step(one: Advice) -> str:
    ask = f" <em>{escape(one.ask)}</em>" if one.ask else ""
    return escape(one.text) + ask
