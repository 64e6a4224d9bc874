"""`goalsmith peer release`: give the results back."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.peer.group import AssignmentName, By, CourseFolder, peer


@peer.command()
def release(
    assignment: AssignmentName,
    answer_by: Annotated[str, typer.Option(metavar="TIME", help="Until when authors answer.")] = "",
    course: CourseFolder = Path(),
    by: By = "",
) -> None:
    """Give each author the reviews of their plan and its settled levels, for the follow-up notebook.

    Example: goalsmith peer release gad-maya --answer-by 2027-05-01
    """
    from goalsmith.peer.rounds.given import parse_time, zone_note
    from goalsmith.peer.rounds.releasing import give_back
    from goalsmith.peer.rounds.told import released_lines

    moment, said = parse_time(answer_by, "--answer-by") if answer_by else (None, True)
    number = give_back(course, assignment, by or getpass.getuser(), answer_by=moment)
    if moment and not said:
        print(zone_note("--answer-by", moment))
    for line in released_lines(assignment, number):
        print(line)
