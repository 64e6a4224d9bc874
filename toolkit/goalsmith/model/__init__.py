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
from goalsmith.model.assignment import Assignment, AssignmentPart, Live, Receipt, assignment_name
from goalsmith.model.case import Case
from goalsmith.model.complete import SPANS_NEEDED, lacks
from goalsmith.model.criteria import CRITERIA, PlanCriterion, asked
from goalsmith.model.debrief import Debrief, DebriefItem, DebriefPart
from goalsmith.model.exemplar import Exemplar, Exemplars
from goalsmith.model.followup import Appeal, FollowupFile, StepAnswer
from goalsmith.model.glossary import Glossary, Term
from goalsmith.model.harm import HarmNetwork, HarmScores
from goalsmith.model.interview import (
    DIRECT_KINDS,
    POOR_KINDS,
    Exchange,
    Fact,
    Interview,
    InterviewFile,
    Question,
    QuestionKind,
)
from goalsmith.model.interviewing import Interviewing, InterviewSource, KindOfQuestion
from goalsmith.model.knowledge import Knowledge
from goalsmith.model.measure import Items, Measure, Measures, NextStep
from goalsmith.model.measuring import MeasuresFile, Scoring
from goalsmith.model.packet import Packet, PacketPlan, Returned, ReturnedReview, ReturnedScore
from goalsmith.model.plan import Goal, Objective, Plan, RankedProblem, Safety, TargetedMeasure
from goalsmith.model.practice import Practice, Slot, Template
from goalsmith.model.presenting import PresentingProblem, Risk, RiskKind
from goalsmith.model.review import (
    Attempt,
    Calibration,
    CalibrationTry,
    PrivateFlag,
    Review,
    ReviewComment,
    ReviewFile,
)
from goalsmith.model.review_rubric import ReviewRubric
from goalsmith.model.rubric import Check, Criterion, Rubric
from goalsmith.model.stage import (
    DECISIONS,
    Choice,
    Decision,
    ObjectiveReview,
    Reading,
    Ruling,
    Stage,
    StageKey,
    StageRulings,
    StagesFile,
    StageThread,
    StageWork,
)
from goalsmith.model.stage_result import StageItem, StageResult
from goalsmith.model.whole import PARTS, Part, WholeRubric
from goalsmith.model.wording import Wording

__all__ = [
    "CRITERIA",
    "DECISIONS",
    "DIRECT_KINDS",
    "LETTERS",
    "PARTS",
    "POOR_KINDS",
    "SPANS_NEEDED",
    "Advice",
    "Answer",
    "Appeal",
    "Assignment",
    "AssignmentPart",
    "Attempt",
    "Calibration",
    "CalibrationTry",
    "Case",
    "Check",
    "Choice",
    "Criterion",
    "Debrief",
    "DebriefItem",
    "DebriefPart",
    "Decision",
    "Exchange",
    "Exemplar",
    "Exemplars",
    "Fact",
    "FollowupFile",
    "Glossary",
    "Goal",
    "HarmNetwork",
    "HarmScores",
    "Interview",
    "InterviewFile",
    "InterviewSource",
    "Interviewing",
    "Items",
    "KindOfQuestion",
    "Knowledge",
    "Letter",
    "LetterResult",
    "Live",
    "Measure",
    "Measures",
    "MeasuresFile",
    "NextStep",
    "Objective",
    "ObjectiveReview",
    "Packet",
    "PacketPlan",
    "Part",
    "PartResult",
    "Plan",
    "PlanAnswer",
    "PlanAssessment",
    "PlanCriterion",
    "Practice",
    "PresentingProblem",
    "PrivateFlag",
    "Question",
    "QuestionKind",
    "RankedProblem",
    "Reading",
    "Receipt",
    "Returned",
    "ReturnedReview",
    "ReturnedScore",
    "Review",
    "ReviewComment",
    "ReviewFile",
    "ReviewRubric",
    "Risk",
    "RiskKind",
    "Rubric",
    "Ruling",
    "Safety",
    "Scoring",
    "Slot",
    "Span",
    "Stage",
    "StageItem",
    "StageKey",
    "StageResult",
    "StageRulings",
    "StageThread",
    "StageWork",
    "StagesFile",
    "StatementAssessment",
    "StepAnswer",
    "TargetedMeasure",
    "Template",
    "Term",
    "WholeRubric",
    "Wording",
    "asked",
    "assignment_name",
    "lacks",
]
