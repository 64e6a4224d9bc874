"""`goalsmith peer adjudicate`: what waits for the supervisor, and their decisions."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.peer.group import AssignmentName, By, CourseFolder, peer


@peer.command()
def adjudicate(
    assignment: AssignmentName,
    learner: Annotated[str, typer.Argument(help="Show everything behind this learner's score.")] = "",
    levels: Annotated[
        list[str] | None, typer.Option("--set", metavar="CRITERION=LEVEL", help="Set a level of the learner's plan.")
    ] = None,
    matter: Annotated[int | None, typer.Option(metavar="N", help="Decide this matter of the list.")] = None,
    release: Annotated[bool, typer.Option("--release", help="The text of the matter may travel as it is.")] = False,
    redact: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The words of the matter are replaced; '' leaves […].")
    ] = None,
    withhold: Annotated[bool, typer.Option("--withhold", help="The text of the matter travels to nobody.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="The matter was looked at; everything stays.")] = False,
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason; it is kept in the log.")] = "",
    course: CourseFolder = Path(),
    by: By = "",
) -> None:
    """List what waits for you, look behind a score, or decide.

    Examples: goalsmith peer adjudicate gad-maya

    goalsmith peer adjudicate gad-maya ben --set S=2 --set fit=3 --why "The barrier is in objective 1.2."

    goalsmith peer adjudicate gad-maya --matter 3 --redact "my client" --why "A name."
    """
    from goalsmith.peer.rounds.deciding import Choice, decide_matter, look_behind, open_list, set_plan_levels

    who = by or getpass.getuser()
    if matter is not None:
        choice = Choice(release=release, redact=redact, withhold=withhold, accept=accept)
        lines = decide_matter(course, assignment, matter, choice, by=who, why=why)
    elif levels:
        lines = set_plan_levels(course, assignment, learner, levels, by=who, why=why)
    elif learner:
        lines = look_behind(course, assignment, learner)
    else:
        lines = open_list(course, assignment)
    for line in lines:
        print(line)
