"""Making or reopening a folder for practice: what is ours is made anew when it has changed, what is yours stays."""

import contextlib
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat

from goalsmith.data import data_root
from goalsmith.errors import PracticeError
from goalsmith.grading.build import copy_rubrics
from goalsmith.model import Assignment, AssignmentPart, Case, Knowledge
from goalsmith.practice.home import quiet_lab, sign, without_server_parts
from goalsmith.practice.notebook import practice_notebook, with_own_cells
from goalsmith.practice.welcome import welcome_notebook
from goalsmith.store import KEY_FILE, find_case, key_file, list_cases, load_knowledge, save_assignment
from goalsmith.store.atomic import write_atomically

WELCOME = "Start here.ipynb"
_HOME = ".goalsmith"
_BUILT = "built.json"
_COURSE = "practice"
_LAB_PARTS = ("@jupyter/nbgrader", "jupyterlab-jupytext", "@jupyterlab/extensionmanager-extension")
_SERVER_PARTS = tuple(
    f"nbgrader.server_extensions.{part}"
    for part in ("formgrader", "validate_assignment", "assignment_list", "course_list")
)


@dataclass(frozen=True)
class Practice:
    """A folder for practice, ready to be opened."""

    root: Path
    cases: list[str]

    @property
    def home(self) -> Path:
        """Where Jupyter keeps what it writes."""
        return self.root / _HOME

    @property
    def welcome(self) -> Path:
        """The notebook to open first."""
        return self.root / WELCOME


def make_practice(root: Path, cases: Sequence[str] = ()) -> Practice:
    """Make the folder `root`, or reopen it, with the notebooks of the shipped `cases` (default: all of them).

    Plans and notes that lie there stay as they are, and so do the cells that somebody added to a notebook. A notebook
    is written anew only when ours has changed.

    Raises:
        UnknownCase: with the nearest id that exists; nothing is written then.
        PracticeError: the folder cannot be used.
    """
    chosen = [find_case(name) for name in dict.fromkeys(cases)] or list_cases()
    root = root.expanduser().resolve()
    _see_room(root)
    try:
        return _Making(root).run(chosen)
    except OSError as problem:
        raise PracticeError(f"{root} cannot be used ({problem.strerror}); name another folder") from None


def _see_room(root: Path) -> None:
    """See that the folder is free for practice or was made for it."""
    another = "name another folder: goalsmith practice DIR"
    if root.is_relative_to(data_root()):
        raise PracticeError(f"{root} lies inside goalsmith itself; {another}")
    if root.exists() and not root.is_dir():
        raise PracticeError(f"{root} is a file, and practice needs a folder; {another}")
    if (root / _HOME).exists() or (root / WELCOME).exists():
        return
    with contextlib.suppress(PermissionError):
        if root.is_dir() and any(root.iterdir()):
            raise PracticeError(f"{root} is not empty and was not made for practice; {another}")


class _Making:
    """What is written below `root`, with a note of each notebook as we built it last."""

    def __init__(self, root: Path) -> None:
        self.root, self.home = root, root / _HOME
        self.knowledge: Knowledge = load_knowledge()
        self.built = self._read_built()

    def run(self, chosen: list[Case]) -> Practice:
        self.home.mkdir(parents=True, exist_ok=True)
        quiet_lab(self.home, _LAB_PARTS)
        without_server_parts(self.home, _SERVER_PARTS)
        there = {case.id: case for case in list_cases() if (self.root / case.id / f"{case.id}.ipynb").exists()}
        cases = sorted({**there, **{case.id: case for case in chosen}}.values(), key=lambda case: case.id)
        for case in cases:
            self._case(case)
        self._notebook(self.root / WELCOME, welcome_notebook(cases, self.root))
        write_atomically(self.home / _BUILT, json.dumps(self.built, indent=1).encode())
        return Practice(self.root, [case.id for case in cases])

    def _case(self, case: Case) -> None:
        parts: list[AssignmentPart] = ["plan", "followup"] if case.stages else ["plan"]
        for part in parts:
            assignment = Assignment(case=case.id, course=_COURSE, part=part, peer=False, practice=True)
            folder = self.root / assignment.name
            folder.mkdir(exist_ok=True)
            self._files(folder, case, assignment)
            notebook = practice_notebook(case, self.knowledge, assignment)
            self._notebook(folder / f"{assignment.name}.ipynb", notebook)

    def _files(self, folder: Path, case: Case, assignment: Assignment) -> None:
        shipped = data_root() / "case_vignettes" / case.id
        write_atomically(folder / "case.yaml", (shipped / "case.yaml").read_bytes())
        key = key_file(case.id, shipped.parent) if assignment.part == "followup" else None
        if key:
            write_atomically(folder / KEY_FILE, key.read_bytes())
        copy_rubrics(data_root() / "rubrics", folder / "rubrics")
        save_assignment(folder, assignment)

    def _notebook(self, path: Path, notebook: nbformat.NotebookNode) -> None:
        """Write a notebook that is missing or older than ours, and sign it."""
        name = path.relative_to(self.root).as_posix()
        digest = hashlib.sha256(nbformat.writes(notebook).encode()).hexdigest()
        old = _read_notebook(path) if path.exists() else None
        if old is not None:
            if self.built.get(name) == digest:
                return
            notebook = with_own_cells(notebook, old)
        write_atomically(path, (nbformat.writes(notebook) + "\n").encode())
        sign(path, self.home)
        self.built[name] = digest

    def _read_built(self) -> dict[str, str]:
        try:
            found = json.loads((self.home / _BUILT).read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def _read_notebook(path: Path) -> nbformat.NotebookNode | None:
    """The notebook as it lies there; one that cannot be read is set aside."""
    try:
        return nbformat.read(path, as_version=4)
    except Exception:  # a damaged file may fail in any way
        path.replace(path.with_name(f"{path.name}.damaged"))
        return None
