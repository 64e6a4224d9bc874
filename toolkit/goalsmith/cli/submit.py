"""`goalsmith submit`: hand in one assignment folder."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app


@app.command()
def submit(
    folder: Annotated[Path, typer.Argument(help="The assignment's folder, with notebook and plan.")],
    json: Annotated[bool, typer.Option("--json", help="Print the receipt as JSON.")] = False,
) -> None:
    """Hand in your plan through nbgrader, and keep a receipt beside it.

    Example: goalsmith submit gad-maya
    """
    from goalsmith.grading.submit import submit_folder

    receipt = submit_folder(folder)
    if json:
        print(receipt.model_dump_json())
    else:
        print(f"Handed in {receipt.assignment} at {receipt.submitted_at:%Y-%m-%d %H:%M:%S} UTC.")
