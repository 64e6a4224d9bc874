"""The group of commands, and the options that several of them take."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app

peer = typer.Typer(no_args_is_help=True, help="Run a round of peer review, from opening it to its release.")
app.add_typer(peer, name="peer")

AssignmentName = Annotated[str, typer.Argument(metavar="ASSIGNMENT", help="The case's assignment, such as gad-maya.")]
CourseFolder = Annotated[Path, typer.Option("--course", metavar="DIR", help="The course's folder.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it, for the log; default: your user name.")]
