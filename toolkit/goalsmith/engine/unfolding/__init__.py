"""An unfolding case: what follows from the data of a later session, and whether a learner's decisions do.

Comes in: a case, one of its stages with the key, and a learner's work on it. Goes out: a `StageResult`, or for an
author what is wrong with a case's stages and key. Pure functions; the plans before and after are compared, no more.
"""

from goalsmith.engine.unfolding.check import check
from goalsmith.engine.unfolding.objective import under_review
from goalsmith.engine.unfolding.reading import asked_readings
from goalsmith.engine.unfolding.revision import changed
from goalsmith.engine.unfolding.score import score_stage

__all__ = ["asked_readings", "changed", "check", "score_stage", "under_review"]
