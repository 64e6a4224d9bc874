"""`goalsmith peer close`: settle a round."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.peer.group import AssignmentName, By, CourseFolder, peer


@peer.command()
def close(
    assignment: AssignmentName,
    early: Annotated[bool, typer.Option("--early", help="Before the deadline for reviews.")] = False,
    course: CourseFolder = Path(),
    by: By = "",
) -> None:
    """Take in the last reviews, settle levels, and write scores and comments to the gradebook.

    It can be repeated at any time: what is settled is brought up to date.

    Example: goalsmith peer close gad-maya
    """
    from goalsmith.peer.rounds.close import close_round
    from goalsmith.peer.rounds.told import closed_lines

    for line in closed_lines(close_round(course, assignment, by or getpass.getuser(), early=early)):
        print(line)
