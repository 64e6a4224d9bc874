"""The rooms and what each may know of the others."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import goalsmith

REPOSITORY = Path(__file__).parent.parent
PACKAGE = REPOSITORY / "toolkit" / "goalsmith"

MAY_IMPORT = {
    "errors": set(),
    "data": {"errors"},
    "model": set(),
    "engine": {"model"},
    "store": {"model", "data", "errors"},
    "render": {"model"},
    "widgets": {"model", "engine", "store", "render", "errors"},
    "grading": {"model", "engine", "store", "render", "data", "errors"},
    "peer": {"model", "engine", "store", "render", "grading", "data", "errors"},
    "practice": {"model", "store", "grading", "data", "errors"},
    "demo": {"model", "engine", "store", "render", "grading", "peer", "practice", "data", "errors"},
    "cli": {"model", "engine", "store", "render", "grading", "peer", "practice", "demo", "data", "errors"},
}


def rooms_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the room"
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "goalsmith" else [node.module]
            )
        found |= {name.split(".")[1] for name in names if name.startswith("goalsmith.")}
    return found


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_downward_only(room):
    files = list((PACKAGE / room).rglob("*.py")) or [PACKAGE / f"{room}.py"]
    for path in files:
        upward = rooms_imported(path) - MAY_IMPORT[room] - {room}
        if room == "cli":
            upward -= {"__version__"}
        assert not upward, f"{path.relative_to(REPOSITORY)} imports {sorted(upward)}, which is not below it"


def test_every_room_is_in_the_table():
    rooms = {path.stem for path in PACKAGE.iterdir() if path.is_dir() or path.suffix == ".py"}
    assert rooms - {"__init__", "__main__", "__pycache__", "data"} == set(MAY_IMPORT) - {"data"}


def test_importing_goalsmith_is_light():
    heavy = ["nbgrader", "pandas", "IPython", "ipywidgets", "anywidget", "jupyterlab", "nbconvert", "playwright"]
    code = f"import sys, goalsmith, goalsmith.engine, goalsmith.store; print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_public_face_is_what_it_says():
    assert sorted(goalsmith.__all__, key=str.casefold) == goalsmith.__all__
    assert {"__version__", "data_root"} == set(goalsmith.__all__)


def dirt(notebook: dict) -> list[str]:
    """What a notebook carries that only a run leaves behind."""
    return [
        f"cell {number} has {what}"
        for number, cell in enumerate(notebook["cells"], 1)
        for what in ("outputs", "execution_count")
        if cell.get(what)
    ]


def test_notebooks_in_the_repository_are_clean():
    dirty = {"cells": [{"cell_type": "code", "outputs": [{}], "execution_count": 3}]}
    assert dirt(dirty) == ["cell 1 has outputs", "cell 1 has execution_count"]
    listed = subprocess.run(["git", "ls-files", "*.ipynb"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    for name in listed.stdout.split():
        assert dirt(json.loads((REPOSITORY / name).read_text("utf-8"))) == [], f"{name}: clear its outputs"
