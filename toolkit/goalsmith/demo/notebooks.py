"""The demo's own notebook: a word of welcome with the way to the supervisor's side."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_markdown_cell

from goalsmith.practice.home import sign

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
