"""The line on top of the editor: how far the plan is, and what it still needs."""

from html import escape

from goalsmith.model import LETTERS, Case, Knowledge, Live, Plan, PlanAssessment, Rubric
from goalsmith.render import LEVEL_WORDS, whole_html


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
    """Return the summary as HTML; levels are left out where the assignment does not show them."""
    needs = missing(case, plan)
    said = "; ".join(needs) if needs else "as many goals and objectives as the case asks for"
    rows = "".join(_level(letter, assessment, knowledge.rubric) for letter in LETTERS) if live == "full" else ""
    levels = f'<ul class="gs-plan-levels" data-gs="plan-levels">{rows}</ul>' if rows else ""
    whole = whole_html(assessment, knowledge.whole) if live == "full" and assessment.statements else ""
    sentence = f"{said[0].upper()}{said[1:]}."
    return (
        f'<h3 class="gs-plan-name">Your plan so far</h3>{levels}'
        f'<p class="gs-missing" data-gs="missing">{escape(sentence)}</p>{whole}'
    )


def _level(letter: str, assessment: PlanAssessment, rubric: Rubric) -> str:
    level = assessment.levels[letter]
    return (
        f'<li data-gs="plan-level-{letter}" data-level="{level}"><b>{letter}</b> '
        f"<span>{escape(rubric.criteria[letter].name)}</span> <small>{level} of 3, {LEVEL_WORDS[level]}</small></li>"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
