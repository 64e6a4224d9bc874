"""The assignment's facts and the receipt of the last submission, both beside the notebook."""

import hashlib
from pathlib import Path

from pydantic import ValidationError

from goalsmith.errors import BadFile
from goalsmith.model import Assignment, Plan, Receipt
from goalsmith.store.atomic import write_atomically

ASSIGNMENT_FILE = "assignment.json"


def load_assignment(folder: Path) -> Assignment:
    """Read `assignment.json` of the notebook's folder.

    Raises:
        BadFile: missing or not an assignment.
    """
    path = folder / ASSIGNMENT_FILE
    try:
        return Assignment.model_validate_json(path.read_bytes())
    except OSError:
        raise BadFile(path, ["is missing; fetch the assignment again from the Assignment List"]) from None
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(str(step) for step in first["loc"]) or "the file"
        raise BadFile(path, [f"{field}: {first['msg'].lower()}; fetch the assignment again"]) from None


def save_assignment(folder: Path, assignment: Assignment) -> None:
    """Write `assignment.json`, the same bytes for the same assignment."""
    write_atomically(folder / ASSIGNMENT_FILE, (assignment.model_dump_json(indent=1) + "\n").encode())


def plan_digest(plan: Plan) -> str:
    """A hash of what the plan says; when it was saved makes no difference."""
    return hashlib.sha256(plan.model_dump_json(exclude={"saved_at", "format"}).encode()).hexdigest()


def followup_digest(answers: str, plan: str, stages: str = "") -> str:
    """One digest of what a follow-up hands in, from the digest of each; `stages` is empty where none was begun."""
    return hashlib.sha256(f"{answers} {plan} {stages}".strip().encode()).hexdigest()


def load_receipt(folder: Path, assignment: str) -> Receipt | None:
    """The receipt of the last submission of `assignment`, or None when there is none that can be read."""
    try:
        return Receipt.model_validate_json((folder / f"{assignment}.receipt.json").read_bytes())
    except (OSError, ValidationError):
        return None


def save_receipt(folder: Path, receipt: Receipt) -> None:
    """Write the receipt beside the plan."""
    write_atomically(folder / f"{receipt.assignment}.receipt.json", (receipt.model_dump_json(indent=1) + "\n").encode())
