"""The yes/no questions. Each check is a small function of a `View`; `CHECKS` has them by name.

Levels are made of their answers by the rules of the rubric (`rubrics/smart.yaml`), never here.
"""

from goalsmith.engine.checks import (
    achievable,
    barriers,
    gaps,
    impossible,
    leaps,
    measurable,
    planned_time,
    relevant,
    specific,
    targets,
    timebound,
    told,
)
from goalsmith.engine.checks.base import CHECKS, View, Yes

__all__ = [
    "CHECKS",
    "View",
    "Yes",
    "achievable",
    "barriers",
    "gaps",
    "impossible",
    "leaps",
    "measurable",
    "planned_time",
    "relevant",
    "specific",
    "targets",
    "timebound",
    "told",
]
