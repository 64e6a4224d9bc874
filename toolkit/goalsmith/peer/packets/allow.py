"""The allow-list: what of a plan may be read by a reviewer. Whatever is not named here stays behind.

Ids of statements are numbered anew, since a learner's file may hold anything in them. Unknown keys, times, the stage
and the history never travel.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from goalsmith.model import Case, Goal, Objective, Plan, RankedProblem, Safety, TargetedMeasure

TRAVELS: Mapping[type[BaseModel], tuple[str, ...]] = {
    RankedProblem: ("rank", "decision", "reason"),
    Goal: ("text", "client_words", "agreed_how", "importance", "confidence", "review_by"),
    TargetedMeasure: ("instrument", "baseline", "target"),
    Objective: ("text", "due", "interventions"),
    Safety: (
        "reassessed_by",
        "reassessed_when",
        "warning_signs",
        "own_coping",
        "people_and_places",
        "helpers",
        "professionals",
        "means",
    ),
}
"""The fields of each record that travel. A problem's id does too where it is one of the case's own."""


def travelling(plan: Plan, case: Case) -> Plan:
    """The part of `plan` that reviewers may read, made anew from the allow-list."""
    known = {problem.id for problem in case.presenting_problems}
    first = {one.id: one for one in reversed(plan.problems) if one.id in known}
    ranked = [RankedProblem(id=name, **_allowed(one)) for name, one in reversed(first.items())]
    goals = [_goal(f"g{number}", goal, known) for number, goal in enumerate(plan.goals, 1)]
    return Plan(case=case.id, problems=ranked, goals=goals, safety=Safety(**_allowed(plan.safety)))


def _goal(new_id: str, goal: Goal, known: set[str]) -> Goal:
    steps = [
        Objective(id=f"{new_id}-o{number}", **_allowed(objective))
        for number, objective in enumerate(goal.objectives, 1)
    ]
    problem = goal.problem if goal.problem in known else ""
    measure = TargetedMeasure(**_allowed(goal.measure))
    return Goal(id=new_id, problem=problem, measure=measure, objectives=steps, **_allowed(goal))


def _allowed(record: BaseModel) -> dict[str, Any]:
    return {name: _clean(getattr(record, name)) for name in TRAVELS[type(record)]}


def _clean(value: Any) -> Any:
    """A value that every file and database can hold: no half characters, control characters or endless numbers."""
    if isinstance(value, str):
        return "".join(
            letter for letter in value if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs")
        )
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value if abs(value) < 1e9 else None  # neither endless nor "not a number"
    return value
