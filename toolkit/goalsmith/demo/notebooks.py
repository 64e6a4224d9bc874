"""The demo's own notebooks: a word of welcome with the way to the supervisor's side, and a signature."""

from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_markdown_cell

_CELL = "demo"
_WELCOME = (
    "**Welcome to the demo.** You are a learner: press *Start* above. To see the supervisor's side: "
    '<button data-commandlinker-command="nbgrader:open-formgrader">Open the formgrader</button>'
)


def greet(path: Path, home: Path) -> None:
    """Put the welcome below the first cell, once, and sign the notebook for the Jupyter whose files lie in `home`."""
    notebook = nbformat.read(path, as_version=4)
    if all(cell.get("id") != _CELL for cell in notebook.cells):
        notebook.cells.insert(1, new_markdown_cell(_WELCOME, id=_CELL, metadata={"editable": False}))
        nbformat.write(notebook, path)
    sign(path, home)


def sign(path: Path, home: Path) -> None:
    """Mark a notebook that we built as trusted, so that its Start button works at the first click."""
    (home / "data").mkdir(parents=True, exist_ok=True)
    notary = NotebookNotary(data_dir=str(home / "data"))
    notary.sign(nbformat.read(path, as_version=4))
    notary.store.close()
