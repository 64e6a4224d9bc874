"""Every change of a plan, one after the other, and the way back and forth."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from goalsmith.model import Goal, Objective, Plan

MOST = 200
"""Steps that can be taken back."""
ONE_GO = 4.0
"""Seconds within which changes of one field are one step: typing a sentence is not fifty of them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step. `what` is a sentence about it, such as "Goal 2 deleted"; `plan` is the other side of it as JSON."""

    place: str
    what: str
    plan: str


class Timeline:
    """The changes of one plan. `seen` is the plan, as JSON, after the last of them."""

    def __init__(self, plan: Plan, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with `plan`, of which nothing can be taken back."""
        self._clock = clock
        self._seen = _json(plan)
        self._past: list[Change] = []
        self._future: list[Change] = []
        self._last_at = float("-inf")

    @property
    def undoes(self) -> Change | None:
        """What `undo` would take back."""
        return self._past[-1] if self._past else None

    @property
    def redoes(self) -> Change | None:
        """What `redo` would do again."""
        return self._future[-1] if self._future else None

    def saw(self, plan: Plan) -> None:
        """Keep what changed since the last look. Changes of one field in one go are one step."""
        now = _json(plan)
        if now == self._seen:
            return
        place, what = described(Plan.model_validate_json(self._seen), plan)
        at = self._clock()
        same = self._past and self._past[-1].place == place and not place.startswith("rows")
        if not (same and not self._future and at - self._last_at < ONE_GO):
            self._past = [*self._past[-MOST + 1 :], Change(place, what, self._seen)]
        self._last_at, self._seen, self._future = at, now, []

    def undo(self) -> tuple[Change, Plan] | None:
        """The step taken back and the plan before it, or None."""
        return self._step(self._past, self._future)

    def redo(self) -> tuple[Change, Plan] | None:
        """The step done again and the plan after it, or None."""
        return self._step(self._future, self._past)

    def _step(self, source: list[Change], target: list[Change]) -> tuple[Change, Plan] | None:
        if not source:
            return None
        change = source.pop()
        target.append(Change(change.place, change.what, self._seen))
        self._seen, self._last_at = change.plan, float("-inf")
        return change, Plan.model_validate_json(change.plan)


def described(before: Plan, after: Plan) -> tuple[str, str]:
    """The place of the first difference, for joining steps, and a sentence about it."""
    old, new = labels(before), labels(after)
    for key, label in old.items():
        if key not in new:
            return f"rows {key}", f"{label} deleted"
    for key, label in new.items():
        if key not in old:
            return f"rows {key}", f"{label} added"
    if list(old) != list(new):
        moved = next(key for key in new if old[key] != new[key])
        return f"rows {moved}", f"{old[moved]} moved"
    rows = {row.id: row for row in before.statements()}
    for row in after.statements():
        if fields := _differing(rows[row.id], row):
            return f"{row.id} {fields[0]}", f"{new[row.id]} changed"
    for problem in after.problems:
        if problem not in before.problems:
            return f"problem {problem.id}", "A decision on a problem changed"
    return "rest", "Safety changed" if before.safety != after.safety else "The plan changed"


def labels(plan: Plan) -> dict[str, str]:
    """What the page calls each statement, by its id and in the order of the page.

    >>> labels(Plan(case="x", goals=[Goal(id="g1", objectives=[Objective(id="o1")])]))
    {'g1': 'Goal 1', 'o1': 'Objective 1.1'}
    """
    found = {}
    for number, goal in enumerate(plan.goals, 1):
        found[goal.id] = f"Goal {number}"
        for at, step in enumerate(goal.objectives, 1):
            found[step.id] = f"Objective {number}.{at}"
    return found


def _differing(before: Goal | Objective, after: Goal | Objective) -> list[str]:
    old, new = (row.model_dump(exclude={"objectives"}) for row in (before, after))
    return [name for name in new if old.get(name) != new[name]]


def _json(plan: Plan) -> str:
    return plan.model_dump_json(exclude={"saved_at"})
