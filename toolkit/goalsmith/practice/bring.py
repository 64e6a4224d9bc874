"""The later sessions begin with the plan that the first ones ended with."""

from pathlib import Path
from typing import Any

from goalsmith.errors import BadPlan
from goalsmith.model import Plan
from goalsmith.store import (
    PlanStore,
    load_assignment,
    plan_digest,
    plan_name,
    read_plan,
    stage_store,
)
from goalsmith.store.atomic import write_atomically

BROUGHT_FILE = ".goalsmith-brought"
"""The digest of the plan as it was brought: as long as it fits, the plan here is nobody's own work yet."""


def bring_plan(folder: Path | str | None = None) -> Any:
    """Bring the plan of the case's first notebook to its follow-up in `folder` (default: the notebook's own).

    It is brought again at each start until it is changed here or a later session has begun. What comes back is a
    sentence to show, with the way to the first notebook.
    """
    from IPython.display import Markdown  # only a notebook shows it

    place = Path(folder or ".").resolve()
    case_id = load_assignment(place).case
    there = f"[the first sessions](../{case_id}/{case_id}.ipynb)"
    first = _plan(place.parent / case_id, case_id)
    if _is_begun(place, case_id):
        return Markdown(f"*The plan here began as the one of {there}; you have worked on it since.*")
    if first is None or not any(row.text.strip() for row in first.statements()):
        return Markdown(f"**There is no plan for this client yet.** Write it in {there}, then open this page again.")
    PlanStore(place, case_id).save(first)
    write_atomically(place / BROUGHT_FILE, plan_digest(first).encode())
    return Markdown(f"*Your plan from {there} has been brought here.*")


def _is_begun(place: Path, case_id: str) -> bool:
    """Whether the person has worked here: on a later session, or on the plan."""
    if stage_store(place, case_id).load().stages:
        return True
    if not (place / plan_name(case_id)).exists():
        return False
    plan, brought = _plan(place, case_id), place / BROUGHT_FILE
    if plan is not None and not any(row.text.strip() for row in plan.statements()):
        return False
    return plan is None or not brought.is_file() or plan_digest(plan) != brought.read_text("ascii", "replace")


def _plan(folder: Path, case_id: str) -> Plan | None:
    """The plan in `folder`, or None where none can be read."""
    try:
        return read_plan(folder / plan_name(case_id), case_id)
    except BadPlan:
        return None
