"""`<case>.history.jsonl`: what changed in a plan and when, one changed statement a line, kept below 2 MB."""

import json
from datetime import datetime
from pathlib import Path

from goalsmith.model import Plan
from goalsmith.store.atomic import write_atomically

MAX_HISTORY_BYTES = 2_000_000
Row = tuple[str, str, str]
"""A statement's goal id, kind and text."""


def rows(plan: Plan) -> dict[str, Row]:
    """Each statement's row by its id."""
    found: dict[str, Row] = {}
    for goal in plan.goals:
        found[goal.id] = (goal.id, "goal", goal.text)
        for objective in goal.objectives:
            found[objective.id] = (goal.id, "objective", objective.text)
    return found


class History:
    """The history file of one plan."""

    def __init__(self, path: Path) -> None:
        """Use the file at `path`; it does not have to exist."""
        self.path = path

    def read(self) -> list[dict[str, str]]:
        """The changes, oldest first: `at, id, goal, kind, text`. A line that was cut short is left out."""
        if not self.path.exists():
            return []
        changes = []
        for line in self.path.read_bytes().splitlines():
            try:
                change = json.loads(line)
            except ValueError:
                continue
            if isinstance(change, dict) and {"at", "id", "goal", "kind", "text"} <= change.keys():
                changes.append(change)
        return changes

    def newest(self) -> dict[str, dict[str, str]]:
        """The last change of each statement by its id."""
        return {change["id"]: change for change in self.read()}

    def append(self, at: datetime, before: dict[str, Row], after: dict[str, Row]) -> None:
        """Add a line for each statement that differs; a deleted one gets the empty text."""
        lines = []
        for key in {**before, **after}:
            if before.get(key) != after.get(key):
                goal, kind, text = after.get(key) or (*before[key][:2], "")
                change = {"at": at.isoformat(), "id": key, "goal": goal, "kind": kind, "text": text}
                lines.append(json.dumps(change, ensure_ascii=False))
        if not lines:
            return
        with self.path.open("ab+") as file:
            if file.tell() and not self._ends_with_newline():
                file.write(b"\n")
            file.write(("\n".join(lines) + "\n").encode())
        if self.path.stat().st_size > MAX_HISTORY_BYTES:
            self._thin()

    def _ends_with_newline(self) -> bool:
        with self.path.open("rb") as file:
            file.seek(-1, 2)
            return file.read(1) == b"\n"

    def _thin(self) -> None:
        """Keep every statement's newest line and, of the others, the newest that fill half the room."""
        changes = self.read()
        last = {change["id"]: number for number, change in enumerate(changes)}
        room, kept = MAX_HISTORY_BYTES // 2, []
        for number in range(len(changes) - 1, -1, -1):
            line = json.dumps(changes[number], ensure_ascii=False).encode()
            room -= len(line) + 1
            if room > 0 or last[changes[number]["id"]] == number:
                kept.append(line)
        write_atomically(self.path, b"\n".join(reversed(kept)) + b"\n")
