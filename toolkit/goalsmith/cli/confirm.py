"""`goalsmith confirm`: accept suggested points in bulk."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app


@app.command()
def confirm(
    assignment: Annotated[str, typer.Argument(help="Which assignment, such as gad-maya.")],
    learners: Annotated[list[str] | None, typer.Argument(metavar="[LEARNER]...", help="Whose; default: all.")] = None,
    course: Annotated[Path, typer.Option(help="The course's folder.")] = Path(),
    by: Annotated[str, typer.Option(metavar="NAME", help="Who confirms; default: your user name.")] = "",
) -> None:
    """Confirm the points that the rubric suggested, and record who did.

    Parts that you score by hand stay as they are. The record is confirmations.jsonl in the course's folder.

    Example: goalsmith confirm gad-maya amara ben --by "Dr Okafor"
    """
    from goalsmith.grading.confirm import confirm as confirm_points

    done = confirm_points(course, assignment, learners or [], by or getpass.getuser())
    parts = sum(len(one.parts) for one in done)
    print(f"Confirmed {parts} parts of {len(done)} learners." if done else "There was nothing left to confirm.")
