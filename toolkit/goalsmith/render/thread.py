"""The thread of a plan, drawn: from each problem to its goals, their objectives and their measure."""

from collections.abc import Sequence
from html import escape

from goalsmith.model import Case, Goal, Plan, RankedProblem

_DECISION = {"now": "now", "later": "later", "refer": "referred on"}
_LONGEST = 72


def thread_html(case: Case, plan: Plan) -> str:
    """Return the thread as nested lists with lines between them; what is missing is drawn as an open place.

    Problems come in the order of the learner's ranking. A goal that answers no problem stands at the end.
    """
    decided = {row.id: row for row in plan.problems}
    rows = []
    for number, (key, text) in enumerate(ranked_problems(case, plan), 1):
        goals = [goal for goal in plan.goals if goal.problem == key]
        rows.append(_problem(number, text, decided.get(key), goals, plan))
    known = {problem.id for problem in case.presenting_problems}
    loose = [goal for goal in plan.goals if goal.problem not in known and _written(goal)]
    if loose:
        goals = "".join(_goal(goal, plan) for goal in loose)
        rows.append(f'<li class="gs-knot gs-gap"><span>No problem chosen yet</span><ul>{goals}</ul></li>')
    return f'<ul class="gs-thread" data-gs="thread">{"".join(rows)}</ul>'


def ranked_problems(case: Case, plan: Plan) -> list[tuple[str, str]]:
    """The case's problems (id, text) in the order of the plan's ranks; those without a rank keep the case's order."""
    ranks = {row.id: row.rank for row in plan.problems}
    last = len(ranks) + len(case.presenting_problems)
    order = sorted(case.presenting_problems, key=lambda problem: ranks.get(problem.id) or last)
    return [(problem.id, problem.text) for problem in order]


def _problem(number: int, text: str, row: RankedProblem | None, goals: Sequence[Goal], plan: Plan) -> str:
    decision = _DECISION.get(row.decision or "", "") if row else ""
    said = f' <small class="gs-decided">{decision or "not decided"}</small>'
    inner = "".join(_goal(goal, plan) for goal in goals)
    if not inner and decision == "now":
        inner = '<li class="gs-knot gs-gap"><span>no goal yet</span></li>'
    aside = " gs-aside" if decision in ("later", "referred on") else ""
    body = f"<ul>{inner}</ul>" if inner else ""
    return f'<li class="gs-knot gs-knot-problem{aside}"><span>{number}. {escape(_short(text))}</span>{said}{body}</li>'


def _goal(goal: Goal, plan: Plan) -> str:
    number = [one.id for one in plan.goals].index(goal.id) + 1
    steps = "".join(
        f'<li class="gs-knot gs-knot-step"><span><b>{number}.{at}</b> {escape(_short(step.text))}</span>'
        f"{_due(step.due)}</li>"
        for at, step in enumerate(goal.objectives, 1)
        if step.text.strip()
    )
    steps = steps or '<li class="gs-knot gs-gap"><span>no objective yet</span></li>'
    words = escape(_short(goal.text)) if goal.text.strip() else "not written yet"
    gap = "" if goal.text.strip() else " gs-gap"
    return (
        f'<li class="gs-knot gs-knot-goal{gap}"><span><b>Goal {number}</b> {words}</span>'
        f"<ul>{steps}{_measure(goal)}</ul></li>"
    )


def _measure(goal: Goal) -> str:
    measure = goal.measure
    if not measure.instrument:
        return '<li class="gs-knot gs-gap gs-knot-measure"><span>no measure yet</span></li>'
    scores = [f"{score:g}" if score is not None else "?" for score in (measure.baseline, measure.target)]
    return (
        f'<li class="gs-knot gs-knot-measure"><span>{escape(measure.instrument)}: {scores[0]} to {scores[1]}</span>'
        f"{_due(goal.review_by)}</li>"
    )


def _due(when: str) -> str:
    return f" <small>{escape(_short(when, 24))}</small>" if when.strip() else ""


def _written(goal: Goal) -> bool:
    return bool(goal.text.strip() or any(step.text.strip() for step in goal.objectives))


def _short(text: str, most: int = _LONGEST) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
