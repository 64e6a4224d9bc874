"""`goalsmith demo`: a whole course to look at."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the demo goes.")] = Path("~/goalsmith-demo"),
    lab: Annotated[bool, typer.Option("--lab/--no-lab", help="Open JupyterLab at the end.")] = True,
    port: Annotated[int, typer.Option(help="JupyterLab's port on this machine.")] = 8888,
) -> None:
    """Make a sample course with a cohort, take it through every phase, and open JupyterLab on it.

    Everything is kept in DIR. Running it again makes the course anew; your own plans in DIR/learner stay.

    Example: goalsmith demo ~/goalsmith-demo --no-lab
    """
    from goalsmith.demo.show import open_lab, show_making

    made = show_making(folder)
    if lab:
        open_lab(made, port)
    else:
        print(f"To open JupyterLab on it: goalsmith demo {made.root}")
