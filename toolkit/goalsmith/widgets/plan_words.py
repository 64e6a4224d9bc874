"""A plan cut into stretches of words that a reviewer can read, point at and comment on."""

from dataclasses import dataclass

from goalsmith.model import Case, Goal, Objective, Plan
from goalsmith.widgets.safety_form import PARTS
from goalsmith.widgets.text import clean


@dataclass(frozen=True, slots=True)
class Words:
    """One text of a plan. `place` is a statement's id, or names a field: "g1-o2.due".

    The main text has no `label`. What has no `place`, such as a number, is read and cannot be pointed at.
    """

    place: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page: a problem, a goal, an objective or the safety plan."""

    kind: str
    heading: str
    words: list[Words]


def plan_blocks(plan: Plan, case: Case) -> list[Block]:
    """The plan in the order of the page. Texts that are empty are left out, but a statement's own."""
    known = {problem.id: problem.text for problem in case.presenting_problems}
    blocks = []
    for row in plan.problems:
        if row.decision:
            words = [Words(f"problem {row.id}.reason", "Reason", clean(row.reason))]
            blocks.append(
                Block("problem", f"{row.decision.capitalize()}: {known.get(row.id, 'a problem')}", _written(words))
            )
    for number, goal in enumerate(plan.goals, 1):
        blocks.append(_goal(number, goal, known))
        blocks += [_objective(f"{number}.{at}", step) for at, step in enumerate(goal.objectives, 1)]
    safety = _written(
        [Words(f"safety.{name}", said, clean(getattr(plan.safety, name))) for name, said in PARTS.items()]
    )
    return [*blocks, Block("safety", "Safety", safety)] if safety else blocks


def texts(blocks: list[Block]) -> dict[str, str]:
    """Each text of the page by its place."""
    return {words.place: words.text for block in blocks for words in block.words if words.place}


def names(blocks: list[Block]) -> dict[str, str]:
    """What the page calls each place: "Goal 1", or "Goal 1, review by"."""
    return {
        words.place: f"{block.heading}, {words.label.lower()}" if words.label else block.heading
        for block in blocks
        for words in block.words
        if words.place
    }


def _goal(number: int, goal: Goal, known: dict[str, str]) -> Block:
    measure = goal.measure
    rows = [
        Words("", "Problem", known.get(goal.problem, "")),
        Words(f"{goal.id}.client_words", "Client's words", clean(goal.client_words)),
        Words(f"{goal.id}.agreed_how", "How it was agreed", clean(goal.agreed_how)),
        Words(f"{goal.id} measure.instrument", "Measure", clean(measure.instrument)),
        Words("", "Baseline", "" if measure.baseline is None else f"{measure.baseline:g}"),
        Words("", "Target", "" if measure.target is None else f"{measure.target:g}"),
        Words(f"{goal.id}.review_by", "Review by", clean(goal.review_by)),
        Words("", "Importance", "" if goal.importance is None else f"{goal.importance} of 10"),
        Words("", "Confidence", "" if goal.confidence is None else f"{goal.confidence} of 10"),
    ]
    return Block("goal", f"Goal {number}", [Words(goal.id, "", clean(goal.text)), *_written(rows)])


def _objective(number: str, step: Objective) -> Block:
    words = [Words(f"{step.id}.due", "Due", clean(step.due))]
    words += [
        Words(f"{step.id}.interventions.{at}", "Intervention", clean(one)) for at, one in enumerate(step.interventions)
    ]
    return Block("objective", f"Objective {number}", [Words(step.id, "", clean(step.text)), *_written(words)])


def _written(words: list[Words]) -> list[Words]:
    return [one for one in words if one.text.strip()]
