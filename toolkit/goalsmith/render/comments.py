"""What a graded part says to the learner, as Markdown that holds no markup of theirs."""

import re

from goalsmith.model import Goal, Letter, PartResult, Plan, PlanAssessment, Rubric, StatementAssessment, WholeRubric
from goalsmith.render.words import LEVEL_WORDS

MOST_STEPS = 4


def letter_comment(letter: Letter, plan: Plan, assessment: PlanAssessment, rubric: Rubric) -> str:
    """Say what the plan reached on `letter` and list the next steps, at most four, in the order of the plan."""
    criterion = rubric.criteria[letter]
    level = assessment.levels[letter]
    judged = [
        (label, assessment.statements[row_id]) for label, row_id in _labels(plan) if row_id in assessment.statements
    ]
    short = [(label, s) for label, s in judged if s.unsafe or not s.letters[letter].met]
    lines = [
        f"{criterion.name}: {level} of 3, {LEVEL_WORDS[level]}. "
        f"{len(judged) - len(short)} of {len(judged)} statements reach what is expected."
    ]
    lines += [f"- {label}: {_step(letter, s)}" for label, s in short[:MOST_STEPS]]
    if len(short) > MOST_STEPS:
        lines.append(f"- and {len(short) - MOST_STEPS} more, marked in your plan below.")
    lines += [f"- {plain(note)}" for note in assessment.notes]
    return "\n".join(lines)


def part_comment(result: PartResult, assessment: PlanAssessment, rubric: WholeRubric) -> str:
    """Say what the plan reached on a part of the whole, why, and the next step; empty where no level is asked for.

    The remarks that touch no level stand with the thread.
    """
    if result.level is None:
        return ""
    criterion = rubric.criteria[result.part]
    lines = [
        f"{criterion.name}: {result.level} of 3, {LEVEL_WORDS[result.level]}. {plain(criterion.anchors[result.level])}."
    ]
    steps = [result.advice] if result.advice else []
    if result.part == "thread":
        steps += assessment.hints
    return "\n".join([*lines, *(f"- {plain(f'{step.text} {step.ask}')}" for step in steps)])


def plain(text: str) -> str:
    """Escape what Markdown or HTML would read as markup; the words stay as they are."""
    return re.sub(r"([\\`*_{}\[\]<>#|&$~])", r"\\\1", " ".join(text.split()))


def _labels(plan: Plan) -> list[tuple[str, str]]:
    labels: list[tuple[str, str]] = []
    number = 0
    for row in plan.statements():
        if isinstance(row, Goal):
            number, at = number + 1, 0
            labels.append((f"Goal {number}", row.id))
        else:
            at += 1
            labels.append((f"Objective {number}.{at}", row.id))
    return labels


def _step(letter: Letter, judged: StatementAssessment) -> str:
    if judged.unsafe:
        return f"no points. {plain(judged.unsafe)}"
    for advice in judged.advice:
        if advice.criterion == letter:
            return plain(advice.text)
    result = judged.letters[letter]
    return f"{result.reached} of 3, {result.expected} expected."
