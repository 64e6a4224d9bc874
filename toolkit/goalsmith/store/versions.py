"""The versions of a plan, made from its history: what stood in it after each go at writing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from goalsmith.model import Goal, Objective, Plan

ONE_GO = timedelta(seconds=45)
"""Changes of one statement that follow each other within this time are one version."""


@dataclass(frozen=True, slots=True)
class Version:
    """The words of every statement at one time. Fields other than words are not in the history."""

    at: datetime
    plan: Plan


def versions(changes: Iterable[dict[str, str]], case_id: str) -> list[Version]:
    """The versions that lie behind `changes` (as `History.read` gives them), the oldest first."""
    rows = [(datetime.fromisoformat(change["at"]), change) for change in changes]
    plan = Plan(case=case_id)
    found: list[Version] = []
    ends = {number for number, (old, new) in enumerate(pairwise(rows)) if not _same_go(old, new)} | {len(rows) - 1}
    for number, (at, change) in enumerate(rows):
        _apply(plan, change)
        if number in ends and (not found or _words(plan) != _words(found[-1].plan)):
            found.append(Version(at, plan.model_copy(deep=True)))
    return found


def _words(plan: Plan) -> list[tuple[str, str]]:
    """What is written in a plan; an empty row more or less makes no version."""
    return [(row.id, row.text) for row in plan.statements() if row.text.strip()]


def _same_go(old: tuple[datetime, dict[str, str]], new: tuple[datetime, dict[str, str]]) -> bool:
    if old[0] == new[0]:
        return True  # one save of several statements
    return old[1]["id"] == new[1]["id"] and new[0] - old[0] < ONE_GO


def _apply(plan: Plan, change: dict[str, str]) -> None:
    """Change, add or take out one statement; an objective may come before its goal."""
    goals = {goal.id: goal for goal in plan.goals}
    if change["kind"] == "goal":
        if change["id"] in goals:
            goals[change["id"]].text = change["text"]
        else:
            plan.goals.append(Goal(id=change["id"], text=change["text"]))
        return
    if change["goal"] not in goals:
        plan.goals.append(Goal(id=change["goal"]))
    goal = next(one for one in plan.goals if one.id == change["goal"])
    for step in goal.objectives:
        if step.id == change["id"]:
            step.text = change["text"]
            return
    goal.objectives.append(Objective(id=change["id"], text=change["text"]))
