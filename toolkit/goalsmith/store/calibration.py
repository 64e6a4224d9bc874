"""The record of a finished calibration, kept beside the assignments: it holds for a course until the anchors change."""

import hashlib
import json
from pathlib import Path

from pydantic import ValidationError

from goalsmith.model import Calibration, Knowledge
from goalsmith.store.atomic import write_atomically

RECORD_FILE = ".goalsmith-calibration.json"


def anchors_digest(knowledge: Knowledge) -> str:
    """A hash of what reviewers judge by: names, questions and anchors of the criteria, and nothing else."""
    both = [*knowledge.rubric.criteria.items(), *knowledge.whole.criteria.items()]
    data = [[key, one.name, one.question, one.anchors] for key, one in both]
    return hashlib.sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()[:16]


def kept_calibration(folder: Path, course: str, rubric: str) -> Calibration | None:
    """The finished calibration of `course` by the anchors `rubric`, kept above the assignment's `folder`, or None."""
    try:
        record = json.loads((folder.parent / RECORD_FILE).read_bytes())
        found = Calibration.model_validate(record[course])
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return None
    return found if found.rubric == rubric and found.finished_at else None


def keep_calibration(folder: Path, course: str, done: Calibration) -> None:
    """Keep a finished calibration, so that the next case of the course does not ask for it again."""
    path = folder.parent / RECORD_FILE
    try:
        record = json.loads(path.read_bytes())
    except (OSError, ValueError):
        record = {}
    if not isinstance(record, dict):
        record = {}
    record[course] = done.model_dump(mode="json")
    write_atomically(path, (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())
