"""What `goalsmith case new` writes."""

import re
from pathlib import Path

from goalsmith.cli.case_check import CASE_FILE
from goalsmith.data import data_root
from goalsmith.errors import BadCase
from goalsmith.store.atomic import write_atomically

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 60


def begin_case(case_id: str, folder: Path) -> Path:
    """Write a starting case into a folder of its own below `folder`; return its file.

    Raises:
        BadCase: the id cannot be one, or there is such a case already.
    """
    path = folder / case_id / CASE_FILE
    if not _SLUG.fullmatch(case_id) or len(case_id) > _LONGEST:
        raise BadCase(folder, [f"{case_id!r} cannot be an id; use small letters, digits and hyphens, as in sad-alex"])
    if path.exists():
        raise BadCase(path, ["is there already; take another id, or go on writing it"])
    template = (data_root() / "course" / "templates" / "new-case.yaml").read_text("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, template.replace("CASE-ID", case_id).replace("CASE-FILE", path.as_posix()).encode())
    return path
