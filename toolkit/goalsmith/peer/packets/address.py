"""Where a learner's files lie in the exchange: an address that only the secret of their own submission leads to.

nbgrader hands out feedback in the same way: a folder that nobody can list, and names in it that nobody can guess.
"""

import hashlib
import hmac
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

SECRET_FILE = "submission_secret.txt"  # noqa: S105 - the name of nbgrader's file
LEAST_SECRET, MOST_SECRET = 32, 1000
"""Characters. nbgrader writes 128; what is shorter than 32 could be guessed."""

What = Literal["packet", "returned"]
FOLDERS: Mapping[What, str] = {"packet": "packets", "returned": "returned"}


def address(secret: str, course: str, assignment: str, what: What) -> str:
    """The address, 64 hexadecimal digits: HMAC-SHA256 of course, assignment and `what`, keyed by the secret."""
    message = "\n".join((course, assignment, what))
    return hmac.new(secret.encode(), message.encode(), hashlib.sha256).hexdigest()


def read_secret(submission: Path) -> str | None:
    """The secret of a submission, collected or in the learner's cache; None where there is none that can be used."""
    path = submission / SECRET_FILE
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_SECRET:
            return None
        secret = path.read_text("ascii").strip()
    except (OSError, ValueError):
        return None
    return secret if len(secret) >= LEAST_SECRET else None
