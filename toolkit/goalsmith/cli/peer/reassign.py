"""`goalsmith peer reassign`: mend a round that is under way."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.peer.group import AssignmentName, By, CourseFolder, peer


@peer.command()
def reassign(
    assignment: AssignmentName,
    drop: Annotated[list[str] | None, typer.Option(metavar="LEARNER", help="Who has dropped out.")] = None,
    late: Annotated[bool, typer.Option("--late", help="Give reviews that are past the deadline to others.")] = False,
    due: Annotated[str, typer.Option(metavar="TIME", help="A new deadline for reviews.")] = "",
    course: CourseFolder = Path(),
    by: By = "",
) -> None:
    """Add who handed in since, take out who dropped out, and restore the number of reviews of each plan.

    Nobody who reviews gets more than one review on top. It can be repeated at any time.

    Example: goalsmith peer reassign gad-maya --drop ben --late --due 2027-04-18
    """
    from goalsmith.peer.rounds.given import parse_time, zone_note
    from goalsmith.peer.rounds.reassign import reassign_round
    from goalsmith.peer.rounds.show import bar, reassigned_lines

    moment, said = parse_time(due, "--due") if due else (None, True)
    with bar("Reassigning") as progress:
        done = reassign_round(
            course, assignment, by or getpass.getuser(), drop=drop or [], late=late, due=moment, progress=progress
        )
    if moment and not said:
        print(zone_note("--due", moment))
    for line in reassigned_lines(done):
        print(line)
