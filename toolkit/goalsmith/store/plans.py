"""The plan file beside the notebook: `<case>.plan.json` is the truth.

The version before the last save is kept beside it, hidden. Together with the history it stands in for a plan file
that was damaged.
"""

import contextlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from goalsmith.errors import BadPlan, PlanOfAnotherCase
from goalsmith.model import Goal, Objective, Plan
from goalsmith.model.plan import PLAN_FORMAT
from goalsmith.store.atomic import write_atomically
from goalsmith.store.history import History, rows

MAX_PLAN_BYTES = 1_000_000
_AGAIN = "open the notebook, which restores the last good version, and submit again"


def plan_name(case_id: str) -> str:
    """The name of the plan file of a case."""
    return f"{case_id}.plan.json"


def read_plan(path: Path, case_id: str) -> Plan:
    """Read a plan as a grader does: nothing is mended, and what is wrong is said to the learner.

    Raises:
        BadPlan: missing, larger than 1 MB, not JSON, or not a plan.
        PlanOfAnotherCase: a plan, but not for `case_id`.
    """
    try:
        if not path.is_file():
            raise BadPlan(path.name, ["was not handed in; open the notebook, write your plan and press Submit again"])
        if (size := path.stat().st_size) > MAX_PLAN_BYTES:
            limit = f"is {size / 1e6:.0f} MB, and a plan may have {MAX_PLAN_BYTES // 1_000_000} MB at most"
            raise BadPlan(path.name, [f"{limit}; shorten it and submit again"])
        raw = path.read_bytes()
    except OSError as problem:
        raise BadPlan(path.name, [f"cannot be read ({problem.strerror}); submit it again"]) from None
    return _parse(raw, path.name, case_id)


def _parse(raw: bytes, name: str, case_id: str) -> Plan:
    if not raw.strip():
        raise BadPlan(name, [f"is empty; {_AGAIN}"])
    try:
        plan = Plan.model_validate(json.loads(raw))
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(str(step) for step in first["loc"]) or "the file"
        raise BadPlan(name, [f"{field}: {first['msg'].lower()}; {_AGAIN}"]) from None
    except (ValueError, RecursionError):
        raise BadPlan(name, [f"is damaged (not JSON); {_AGAIN}"]) from None
    if plan.case != case_id:
        other = f"holds a plan for the case {plan.case}, not {case_id}"
        raise PlanOfAnotherCase(name, [f"{other}; write one for {case_id} and submit again"])
    if len({row.id for row in plan.statements()}) < len(plan.statements()):
        raise BadPlan(name, [f"has two statements with the same id; {_AGAIN}"])
    return plan


class PlanStore:
    """One learner's plan of one case, in the folder of their notebook.

    After `load`, `recovered` is one sentence when the plan file was damaged and had to be rebuilt, else empty.
    """

    def __init__(self, folder: Path, case_id: str) -> None:
        """Use the plan and history files of `case_id` in `folder`; neither has to exist."""
        self.case_id = case_id
        self.path = folder / plan_name(case_id)
        self.history = History(folder / f"{case_id}.history.jsonl")
        self.recovered = ""
        self._backup = folder / f".{plan_name(case_id)}.before"
        self._saved = Plan(case=case_id)

    def load(self) -> Plan:
        """Return the saved plan, or an empty one.

        A damaged file is set aside as `<name>.damaged` and the plan is rebuilt from the version before it and the
        history.

        Raises:
            PlanOfAnotherCase: which is no damage; the file is left as it is.
        """
        plan = Plan(case=self.case_id)
        if self.path.exists():
            try:
                plan = read_plan(self.path, self.case_id)
            except PlanOfAnotherCase:
                raise
            except BadPlan:
                plan = self._recover()
        self._saved = plan.model_copy(deep=True)
        return plan

    def save(self, plan: Plan) -> datetime:
        """Write the plan and what changed since the last save; return the time, UTC, to the second.

        Raises:
            OSError: the folder cannot be written; the old file stands.
        """
        plan.saved_at = datetime.now(UTC).replace(microsecond=0)
        plan.format = max(plan.format, PLAN_FORMAT)
        self._keep_version_before()
        write_atomically(self.path, (plan.model_dump_json(indent=1) + "\n").encode())
        self.history.append(plan.saved_at, rows(self._saved), rows(plan))
        self._saved = plan.model_copy(deep=True)
        return plan.saved_at

    def _keep_version_before(self) -> None:
        if self.path.exists():
            # A second name for the same file costs no copy; where a file system has none, the history must do.
            with contextlib.suppress(OSError):
                self._backup.unlink(missing_ok=True)
                os.link(self.path, self._backup)

    def _recover(self) -> Plan:
        damaged = self.path.with_name(self.path.name + ".damaged")
        self.path.replace(damaged)
        try:
            plan = read_plan(self._backup, self.case_id)
        except BadPlan:
            plan = Plan(case=self.case_id)
        _apply(self.history.newest(), plan)
        count = sum(bool(row.text.strip()) for row in plan.statements())
        self.recovered = (
            f"The plan file was damaged, so {count} statements were restored from the version before it and the "
            f"history; the damaged file is kept as {damaged.name}. Please check measures and dates."
        )
        return plan


def _apply(newest: dict[str, dict[str, str]], plan: Plan) -> None:
    """Bring the texts of `plan` up to the history: changed, added and deleted statements."""
    known = {row.id: row for row in plan.statements()}
    goals = {goal.id: goal for goal in plan.goals}
    for key, change in sorted(newest.items(), key=lambda item: item[1]["kind"] != "goal"):
        if key in known:
            known[key].text = change["text"]
        elif not change["text"]:
            continue
        elif change["kind"] == "goal":
            goals[key] = Goal(id=key, text=change["text"])
            plan.goals.append(goals[key])
        else:
            if change["goal"] not in goals:
                goals[change["goal"]] = Goal(id=change["goal"])
                plan.goals.append(goals[change["goal"]])
            goals[change["goal"]].objectives.append(Objective(id=key, text=change["text"]))
