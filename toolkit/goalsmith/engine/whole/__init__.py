"""A plan judged as a whole: thread, fit and safety.

Comes in: the rubric of plans, a plan with its judged statements, and the facts of its case. Goes out: for each part a
level with the answers behind it and the next step. The plan is read once into a `PlanView`; `thread`, `fit`, `safety`
and `notes` hold the checks, each under its own name in `base.PLAN_CHECKS`; levels follow from `rubrics/plan.yaml`.
"""

from goalsmith.engine.whole import fit, notes, safety, thread
from goalsmith.engine.whole.assess import assess_whole, unknown_checks
from goalsmith.engine.whole.base import PLAN_CHECKS, Finding

__all__ = ["PLAN_CHECKS", "Finding", "assess_whole", "fit", "notes", "safety", "thread", "unknown_checks"]
