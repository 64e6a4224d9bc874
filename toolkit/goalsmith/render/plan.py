"""A plan as a page: every statement with its levels in words, its evidence and the first steps of advice."""

from html import escape

from goalsmith.model import Case, Goal, Objective, Plan, PlanAssessment, StatementAssessment, WholeRubric
from goalsmith.render.marks import marked_html
from goalsmith.render.whole import whole_html
from goalsmith.render.words import level_text

MOST_ADVICE = 3
_SAFETY = {
    "reassessed_by": "Who reassesses",
    "reassessed_when": "When",
    "warning_signs": "Warning signs",
    "own_coping": "Own coping",
    "people_and_places": "People and places",
    "helpers": "Helpers",
    "professionals": "Professionals",
    "means": "Access to means",
}


def plan_html(
    case: Case, plan: Plan, assessment: PlanAssessment | None = None, rubric: WholeRubric | None = None
) -> str:
    """Return the plan as HTML; with an `assessment`, levels, marks and advice too. Everything is escaped.

    With the `rubric` of plans as well, the levels of the whole stand on top.
    """
    goals = "".join(_goal(number, goal, assessment) for number, goal in enumerate(plan.goals, 1))
    empty = '<p class="gs-empty">No goal has been written yet.</p>'
    whole = _whole(assessment, rubric) if assessment and rubric else ""
    return f'<article class="gs-plan">{whole}{_problems(case, plan)}{goals or empty}{_safety(plan)}</article>'


def _whole(assessment: PlanAssessment, rubric: WholeRubric) -> str:
    levels = whole_html(assessment, rubric)
    return f'<section class="gs-whole-part"><h4>The whole plan</h4>{levels}</section>' if levels else ""


def _problems(case: Case, plan: Plan) -> str:
    texts = {problem.id: problem.text for problem in case.presenting_problems}
    decided = [row for row in plan.problems if row.decision]
    if not decided:
        return ""
    rows = "".join(
        f'<tr><td>{escape(texts.get(row.id, row.id))}</td><td class="gs-decision">{escape(row.decision or "")}</td>'
        f"<td>{escape(row.reason)}</td></tr>"
        for row in decided
    )
    return (
        '<table class="gs-problems"><caption>Problems</caption><thead><tr><th scope="col">Problem</th>'
        f'<th scope="col">Decision</th><th scope="col">Reason</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _goal(number: int, goal: Goal, assessment: PlanAssessment | None) -> str:
    steps = "".join(
        _statement(f"Objective {number}.{at}", step, _objective_facts(step), assessment)
        for at, step in enumerate(goal.objectives, 1)
    )
    head = _statement(f"Goal {number}", goal, _goal_facts(goal), assessment)
    return f'<section class="gs-goal">{head}<div class="gs-objectives">{steps}</div></section>'


def _goal_facts(goal: Goal) -> list[tuple[str, str]]:
    measure = goal.measure
    scores = " to ".join(f"{score:g}" for score in (measure.baseline, measure.target) if score is not None)
    return [
        ("Client's words", goal.client_words),
        ("Agreed", goal.agreed_how),
        ("Importance", _of_ten(goal.importance)),
        ("Confidence", _of_ten(goal.confidence)),
        ("Measure", f"{measure.instrument} {scores}".strip()),
        ("Review by", goal.review_by),
    ]


def _of_ten(rating: int | None) -> str:
    return "" if rating is None else f"{rating} of 10"


def _objective_facts(objective: Objective) -> list[tuple[str, str]]:
    return [("Due", objective.due), ("Interventions", "; ".join(objective.interventions))]


def _statement(
    label: str, row: Goal | Objective, facts: list[tuple[str, str]], assessment: PlanAssessment | None
) -> str:
    judged = assessment.statements.get(row.id) if assessment else None
    spans = [s for r in judged.letters.values() for a in r.answers if a.yes for s in a.spans] if judged else []
    text = marked_html(row.text, spans) if row.text.strip() else '<em class="gs-empty">empty</em>'
    shown = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    details = f'<dl class="gs-fields">{shown}</dl>' if shown else ""
    kind = "goal" if isinstance(row, Goal) else "objective"
    return (
        f'<div class="gs-statement gs-is-{kind}"><h4>{escape(label)}</h4><p class="gs-text" dir="auto">{text}</p>'
        f"{details}{_levels(judged) if judged else ''}</div>"
    )


def _levels(judged: StatementAssessment) -> str:
    items = "".join(
        f'<li class="gs-level-{"x" if r.reached is None else r.reached} {"gs-met" if r.met else "gs-short"}">'
        f"<b>{letter}</b> {escape(level_text(r))}</li>"
        for letter, r in judged.letters.items()
    )
    reasons = [a.text for a in judged.advice if a.criterion == "safety"] or [judged.unsafe]
    unsafe = f'<p class="gs-unsafe">No points: {escape(reasons[0])}</p>' if judged.unsafe else ""
    others = [a for a in judged.advice if a.criterion != "safety"]
    advice = "".join(f"<li>{escape(a.text)}</li>" for a in others[:MOST_ADVICE])
    steps = f'<ul class="gs-advice">{advice}</ul>' if advice else ""
    return f'{unsafe}<ul class="gs-levels">{items}</ul>{steps}{_flags(judged)}{_notes(judged)}'


def _flags(judged: StatementAssessment) -> str:
    """What the supervisor should look at. The learner reads it too: it names words, never an intention."""
    rows = "".join(f"<li>{escape(flag)}</li>" for flag in judged.flags)
    return f'<ul class="gs-flags" aria-label="To look at together">{rows}</ul>' if rows else ""


def _notes(judged: StatementAssessment) -> str:
    rows = "".join(f"<li>{escape(note.text)} <em>{escape(note.ask)}</em></li>" for note in judged.notes)
    return f'<ul class="gs-notes" aria-label="On wording, without points">{rows}</ul>' if rows else ""


def _safety(plan: Plan) -> str:
    rows = "".join(
        f"<dt>{label}</dt><dd>{escape(getattr(plan.safety, key))}</dd>"
        for key, label in _SAFETY.items()
        if getattr(plan.safety, key)
    )
    return f'<section class="gs-safety"><h4>Safety</h4><dl class="gs-fields">{rows}</dl></section>' if rows else ""
