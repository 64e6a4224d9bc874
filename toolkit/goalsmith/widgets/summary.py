"""The line on top of the editor: how far the plan is, and what it still needs."""

from html import escape

from goalsmith.model import (
    LETTERS,
    Advice,
    Case,
    Knowledge,
    Live,
    PartResult,
    Plan,
    PlanAssessment,
    Rubric,
    WholeRubric,
)
from goalsmith.render import LEVEL_WORDS


def missing(case: Case, plan: Plan) -> list[str]:
    """Return what the plan lacks of the numbers that the case requires; rows without words do not count."""
    needed = case.required
    goals = [goal for goal in plan.goals if goal.text.strip()]
    found = []
    if len(goals) < needed.goals:
        found.append(f"{_count(needed.goals, 'goal')} needed, {len(goals)} written")
    for number, goal in enumerate(plan.goals, 1):
        written = sum(bool(objective.text.strip()) for objective in goal.objectives)
        if goal.text.strip() and written < needed.objectives_per_goal:
            found.append(f"goal {number}: {_count(needed.objectives_per_goal, 'objective')} needed, {written} written")
    return found


def summary_html(case: Case, plan: Plan, assessment: PlanAssessment, live: Live, knowledge: Knowledge) -> str:
    """Return levels, what is missing, and one next step for the plan, as HTML.

    Levels and steps are left out where the assignment does not show them.
    """
    needs = missing(case, plan)
    said = "; ".join(needs) if needs else "as many goals and objectives as the case asks for"
    sentence = f"{said[0].upper()}{said[1:]}."
    shown = ""
    if live == "full":
        rows = [_level(letter, assessment, knowledge.rubric) for letter in LETTERS]
        rows += [_part(result, knowledge.whole) for result in assessment.whole.values() if assessment.statements]
        shown = f'<ul class="gs-plan-levels" data-gs="plan-levels">{"".join(rows)}</ul>'
    first = next_steps(assessment)[:1] if live == "full" else []
    step = "".join(f'<p class="gs-next" data-gs="plan-next"><b>Next:</b> {step_html(one)}</p>' for one in first)
    return (
        f'<h3 class="gs-plan-name">Your plan so far</h3>{shown}'
        f'<p class="gs-missing" data-gs="missing">{escape(sentence)}</p>{step}'
    )


def next_steps(assessment: PlanAssessment) -> list[Advice]:
    """Steps for the plan as a whole, the most important first: safety, the lowest part, then remarks.

    None while nothing has been written.
    """
    if not assessment.statements:
        return []
    parts = [result for result in assessment.whole.values() if result.advice]
    parts.sort(key=lambda result: (result.part != "safety", result.level or 0))
    return [result.advice for result in parts if result.advice] + list(assessment.hints)


def more_html(assessment: PlanAssessment) -> str:
    """Every step after the first, as a list."""
    rows = "".join(f"<li>{step_html(one)}</li>" for one in next_steps(assessment)[1:])
    return f'<ul class="gs-whole" data-gs="plan-more">{rows}</ul>'


def step_html(one: Advice) -> str:
    """One step with the question that leads on; everything is escaped."""
    ask = f" <em>{escape(one.ask)}</em>" if one.ask else ""
    return escape(one.text) + ask


def _part(result: PartResult, rubric: WholeRubric) -> str:
    if result.level is None:
        return ""
    name = escape(rubric.criteria[result.part].name)
    return (
        f'<li data-gs="plan-part-{result.part}" data-level="{result.level}"><b>{name}</b> '
        f"<small>{result.level} of 3, {LEVEL_WORDS[result.level]}</small></li>"
    )


def _level(letter: str, assessment: PlanAssessment, rubric: Rubric) -> str:
    level = assessment.levels[letter]
    return (
        f'<li data-gs="plan-level-{letter}" data-level="{level}"><b>{letter}</b> '
        f"<span>{escape(rubric.criteria[letter].name)}</span> <small>{level} of 3, {LEVEL_WORDS[level]}</small></li>"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
