"""`goalsmith peer open`: begin a round."""

import getpass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.peer.group import AssignmentName, By, CourseFolder, peer


class RuleName(StrEnum):
    """How reviews go with regard to groups."""

    within = "within"
    across = "across"
    either = "either"


@peer.command()
def open(
    assignment: AssignmentName,
    due: Annotated[str, typer.Option(metavar="TIME", help="Until when to review: 2027-04-14T18:00:00+02:00.")],
    reviews: Annotated[int, typer.Option(metavar="K", help="How many reviews each plan gets.")] = 4,
    calibrate_by: Annotated[str, typer.Option(metavar="TIME", help="Until when to calibrate.")] = "",
    settle_by: Annotated[str, typer.Option(metavar="TIME", help="Until when you settle what is open.")] = "",
    known: Annotated[
        list[str] | None, typer.Option(metavar="LEARNER", help="Whose plan, scored by you, everybody reads unmarked.")
    ] = None,
    known_each: Annotated[
        int | None, typer.Option(metavar="N", help="How many known plans a reviewer gets on top; default: all.")
    ] = None,
    minutes: Annotated[int, typer.Option(metavar="N", help="How long one review takes.")] = 20,
    conflicts: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Who must not review whom: columns learner,other.")
    ] = None,
    groups: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Who is in which group: columns learner,group.")
    ] = None,
    rule: Annotated[RuleName, typer.Option(help="Reviews stay within groups, go across, or either.")] = RuleName.either,
    seed: Annotated[int | None, typer.Option(metavar="N", help="For another drawing of the reviewers.")] = None,
    course: CourseFolder = Path(),
    by: By = "",
) -> None:
    """Open a round: freeze the collected plans, draw reviewers, and lay out their packets.

    A time without a zone is understood in this machine's zone, and a date alone as its last minute. Run again with the
    same options, it goes on with an opening that was interrupted.

    Example: goalsmith peer open gad-maya --reviews 4 --due 2027-04-14T18:00:00+02:00 --known ada
    """
    from goalsmith.peer.rounds.given import read_terms
    from goalsmith.peer.rounds.open import open_round
    from goalsmith.peer.rounds.show import bar, opened_lines

    terms, notes = read_terms(
        course,
        assignment,
        due=due,
        reviews=reviews,
        calibrate_by=calibrate_by,
        settle_by=settle_by,
        known=known or [],
        known_each=known_each,
        minutes=minutes,
        conflicts=conflicts,
        groups=groups,
        rule=rule.value,
        seed=seed,
    )
    with bar("Opening") as progress:
        opened = open_round(course, assignment, terms, by or getpass.getuser(), progress)
    for line in [*notes, *opened_lines(opened)]:
        print(line)
