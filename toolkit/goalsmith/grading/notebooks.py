"""A learner's notebook is never graded, only their plan; what is wrong with the notebook is told to them.

A trouble is one word: it is kept in a small file beside the submission and in the graded notebook's metadata, and
`TROUBLES` has the sentence for it.
"""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import nbformat
from nbformat.validator import normalize

from goalsmith.store.atomic import write_atomically

NOTICE_FILE = "goalsmith-notice.txt"
MAX_NOTEBOOK_BYTES = 20_000_000

_KEEP = "Your plan counts in full. To go on working, rename your folder, fetch the assignment again and put"
_BACK = f"{_KEEP} your plan file into the new folder."
TROUBLES = {
    "missing": f"The notebook was not in your submission, so the original was put in its place. {_BACK}",
    "renamed": "Your notebook has another name than the assignment's, so the original was graded in its place. "
    "Your plan counts in full. Give the notebook its old name back before you submit again.",
    "unreadable": f"Your notebook cannot be read (cut off or damaged), so the original was put in its place. {_BACK}",
    "uncollected": "Your submission could not be copied (too large, or with something in it that is no file). Delete "
    "what you added beside the notebook and your plan, and submit again.",
    "duplicated": f"A graded cell stood twice in your notebook; the original notebook was graded. {_BACK}",
    "deleted": f"A cell was deleted from your notebook; the original notebook was graded. {_BACK}",
    "changed": f"A locked cell of your notebook was changed; the original notebook was graded. {_BACK}",
}


def mend(folder: Path, released: Path) -> None:
    """See that the submission in `folder` has a notebook that nbgrader can open.

    A missing, renamed or unreadable one is replaced by `released`, and the trouble noted beside it. Nothing else in
    the submission is touched.
    """
    target = folder / released.name
    if _is_readable(target):
        return
    trouble = noted_trouble(folder) or _trouble(target)
    _clear(target)
    shutil.copyfile(released, target)
    note_trouble(folder, trouble)


def note_trouble(folder: Path, trouble: str) -> None:
    """Keep the trouble beside the submission in `folder`."""
    _clear(folder / NOTICE_FILE)
    write_atomically(folder / NOTICE_FILE, trouble.encode())


def noted_trouble(folder: Path) -> str:
    """The trouble that was noted for the submission in `folder`, or "". A word we do not know counts as none."""
    try:
        word = (folder / NOTICE_FILE).read_bytes()[:40].decode("ascii", "replace").strip()
    except OSError:
        return ""
    return word if word in TROUBLES else ""


def differences(notebook: Any, released: Any) -> str:
    """Say what was done to the locked and graded cells of `released`: duplicated, deleted, changed, or "" for nothing.

    Cells that a learner added are nobody's business.
    """
    before, after = _cells(released), _cells(notebook)
    counts = Counter(grade_id for grade_id, _ in after)
    if any(counts[grade_id] > 1 for grade_id, _ in before):
        return "duplicated"
    if any(not counts[grade_id] for grade_id, _ in before):
        return "deleted"
    return "" if set(before) <= set(after) else "changed"


def _cells(notebook: Any) -> list[tuple[str, str]]:
    cells = [(cell.metadata.get("nbgrader"), cell.source) for cell in notebook.cells]
    return [(str(meta.get("grade_id")), source) for meta, source in cells if isinstance(meta, dict)]


def _trouble(target: Path) -> str:
    if target.is_file():
        return "unreadable"
    return "renamed" if any(target.parent.glob("*.ipynb")) else "missing"


def _is_readable(path: Path) -> bool:
    """Whether nbgrader's converters will get through the file without an error."""
    if not path.is_file() or path.is_symlink() or path.stat().st_size > MAX_NOTEBOOK_BYTES:
        return False
    try:
        notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)
        nbformat.validate(normalize(notebook)[1])
    except Exception:  # a hostile file may fail in any way, and each means: not readable
        return False
    return True


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.exists() or path.is_symlink():
        path.unlink()
