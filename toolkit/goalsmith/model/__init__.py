"""What every other room speaks of: cases, plans, rubrics, measures and assessments.

Plain data with validation. Comes in: dictionaries from YAML and JSON. Goes out: typed objects. No I/O here, and
nothing of ours is imported. Author files (case, rubric, measures, practices) refuse unknown keys; a learner's plan
keeps them, so that a plan written by a newer version never becomes zero points.
"""

from goalsmith.model.assessment import (
    LETTERS,
    Advice,
    Answer,
    Letter,
    LetterResult,
    PartResult,
    PlanAnswer,
    PlanAssessment,
    Span,
    StatementAssessment,
)
from goalsmith.model.assignment import Assignment, Live, Receipt
from goalsmith.model.case import Case, PresentingProblem, Risk
from goalsmith.model.exemplar import Exemplar, Exemplars
from goalsmith.model.knowledge import Knowledge
from goalsmith.model.measure import Measure, Measures
from goalsmith.model.plan import Goal, Objective, Plan, RankedProblem, Safety, TargetedMeasure
from goalsmith.model.practice import Practice
from goalsmith.model.rubric import Check, Criterion, Rubric
from goalsmith.model.whole import PARTS, Part, WholeRubric

__all__ = [
    "LETTERS",
    "PARTS",
    "Advice",
    "Answer",
    "Assignment",
    "Case",
    "Check",
    "Criterion",
    "Exemplar",
    "Exemplars",
    "Goal",
    "Knowledge",
    "Letter",
    "LetterResult",
    "Live",
    "Measure",
    "Measures",
    "Objective",
    "Part",
    "PartResult",
    "Plan",
    "PlanAnswer",
    "PlanAssessment",
    "Practice",
    "PresentingProblem",
    "RankedProblem",
    "Receipt",
    "Risk",
    "Rubric",
    "Safety",
    "Span",
    "StatementAssessment",
    "TargetedMeasure",
    "WholeRubric",
]
