"""The plan file beside the notebook, and its history.

`<case>.plan.json` is the truth. `<case>.history.jsonl` keeps changes, one changed statement a line, and stands in
for a plan file that was damaged: each line has where the statement stood, so the texts can be put back.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from goalsmith.errors import BadPlan
from goalsmith.model import Goal, Objective, Plan
from goalsmith.model.plan import PLAN_FORMAT
from goalsmith.store.atomic import write_atomically

MAX_PLAN_BYTES = 1_000_000
MAX_HISTORY_BYTES = 2_000_000


def plan_name(case_id: str) -> str:
    """The name of the plan file of a case."""
    return f"{case_id}.plan.json"


def read_plan(path: Path, case_id: str) -> Plan:
    """Read a plan as a grader does: nothing is mended, and what is wrong is said to the learner.

    Raises:
        BadPlan: missing, larger than 1 MB, not JSON, not a plan, or of another case.
    """
    try:
        if not path.is_file():
            raise BadPlan(path.name, ["was not handed in; open the notebook, write your plan and press Submit again"])
        if (size := path.stat().st_size) > MAX_PLAN_BYTES:
            raise BadPlan(
                path.name,
                [f"is {size / 1e6:.0f} MB, and a plan may have 1 MB at most; shorten it and submit again"],
            )
        raw = path.read_bytes()
    except OSError as problem:
        raise BadPlan(path.name, [f"cannot be read ({problem.strerror}); submit it again"]) from None
    return parse_plan(raw, path, case_id)


def parse_plan(raw: bytes, path: Path, case_id: str) -> Plan:
    """Make a plan of the bytes of a plan file, with the errors of `read_plan`."""
    again = "open the notebook, which restores the last good version, and submit again"
    if not raw.strip():
        raise BadPlan(path.name, [f"is empty; {again}"])
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadPlan(path.name, [f"is damaged (not JSON); {again}"]) from None
    try:
        plan = Plan.model_validate(data)
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(str(step) for step in first["loc"]) or "the file"
        raise BadPlan(path.name, [f"{field}: {first['msg'].lower()}; {again}"]) from None
    if plan.case != case_id:
        raise BadPlan(
            path.name,
            [f"holds a plan for the case {plan.case[:60]}, not {case_id}; write one for {case_id} and submit again"],
        )
    ids = [row.id for row in plan.statements()]
    if len(set(ids)) < len(ids):
        raise BadPlan(path.name, [f"has two statements with the same id; {again}"])
    return plan


class PlanStore:
    """One learner's plan of one case, in the folder of their notebook."""

    def __init__(self, folder: Path, case_id: str) -> None:
        """Use the plan and history files of `case_id` in `folder`; neither has to exist."""
        self.path = folder / plan_name(case_id)
        self.history_path = folder / f"{case_id}.history.jsonl"
        self.case_id = case_id
        self.recovered = ""
        self._saved: Plan | None = None

    def load(self) -> Plan:
        """Return the saved plan, or an empty one.

        A damaged file is set aside as `<name>.damaged`, the plan is rebuilt from the history, and `recovered` says
        so in one sentence.

        Raises:
            BadPlan: the file holds a plan of another case, which is not damage and is left as it is.
        """
        plan = Plan(case=self.case_id)
        if self.path.exists():
            try:
                plan = read_plan(self.path, self.case_id)
            except BadPlan as problem:
                if "holds a plan for the case" in str(problem):
                    raise
                plan = self._recover()
        self._saved = plan.model_copy(deep=True)
        return plan

    def save(self, plan: Plan) -> datetime:
        """Write the plan and what changed since the last save; return the time, UTC, to the second."""
        now = datetime.now(UTC).replace(microsecond=0)
        plan.saved_at = now
        plan.format = max(plan.format, PLAN_FORMAT)
        before = _rows(self._saved) if self._saved else {}
        write_atomically(self.path, (plan.model_dump_json(indent=1) + "\n").encode())
        self._append_history(now, before, _rows(plan))
        self._saved = plan.model_copy(deep=True)
        return now

    def history(self) -> list[dict[str, str]]:
        """The changes, oldest first: `at, id, goal, kind, text`. A half-written last line is left out."""
        if not self.history_path.exists():
            return []
        changes = []
        for line in self.history_path.read_bytes().splitlines():
            try:
                change = json.loads(line)
            except ValueError:
                continue
            if isinstance(change, dict) and {"at", "id", "goal", "kind", "text"} <= change.keys():
                changes.append(change)
        return changes

    def _append_history(self, now: datetime, before: dict[str, "_Row"], after: dict[str, "_Row"]) -> None:
        changed = [
            (key, after.get(key, (*before[key][:2], "")))
            for key in {**before, **after}
            if before.get(key) != after.get(key)
        ]
        if not changed:
            return
        lines = [
            json.dumps(
                {"at": now.isoformat(), "id": key, "goal": goal, "kind": kind, "text": text},
                ensure_ascii=False,
            )
            for key, (goal, kind, text) in changed
        ]
        with self.history_path.open("ab") as file:
            if file.tell() and not self._ends_with_newline():
                file.write(b"\n")
            file.write(("\n".join(lines) + "\n").encode())
        if self.history_path.stat().st_size > MAX_HISTORY_BYTES:
            self._thin()

    def _ends_with_newline(self) -> bool:
        with self.history_path.open("rb") as file:
            file.seek(-1, 2)
            return file.read(1) == b"\n"

    def _thin(self) -> None:
        """Keep every statement's newest line and, of the older ones, the newer half of what fits."""
        changes = self.history()
        newest = {change["id"]: number for number, change in enumerate(changes)}
        room, kept = MAX_HISTORY_BYTES // 2, []
        for number in range(len(changes) - 1, -1, -1):
            line = json.dumps(changes[number], ensure_ascii=False).encode()
            room -= len(line) + 1
            if room > 0 or newest[changes[number]["id"]] == number:
                kept.append(line)
        write_atomically(self.history_path, b"\n".join(reversed(kept)) + b"\n")

    def _recover(self) -> Plan:
        damaged = self.path.with_suffix(".json.damaged")
        self.path.replace(damaged)
        newest: dict[str, dict[str, str]] = {}
        for change in self.history():
            newest[change["id"]] = change
        goals: dict[str, Goal] = {}
        for key, change in newest.items():
            if change["text"] and change["kind"] == "goal":
                goals[key] = Goal(id=key, text=change["text"])
        for key, change in newest.items():
            if change["text"] and change["kind"] == "objective":
                goal = goals.setdefault(change["goal"], Goal(id=change["goal"]))
                goal.objectives.append(Objective(id=key, text=change["text"]))
        self.recovered = (
            f"The plan file was damaged. {sum(bool(c['text']) for c in newest.values())} statements were restored from "
            f"the history; the damaged file is kept as {damaged.name}. Check dates, measures and decisions."
        )
        return Plan(case=self.case_id, goals=list(goals.values()))


_Row = tuple[str, str, str]


def _rows(plan: Plan) -> dict[str, _Row]:
    """Each statement's (goal id, kind, text) by its id."""
    rows: dict[str, _Row] = {}
    for goal in plan.goals:
        rows[goal.id] = (goal.id, "goal", goal.text)
        for objective in goal.objectives:
            rows[objective.id] = (goal.id, "objective", objective.text)
    return rows
