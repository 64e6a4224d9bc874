"""`goalsmith peer agreement`: how well engine, peers and supervisor agree."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.peer.group import AssignmentName, CourseFolder, peer


@peer.command()
def agreement(
    assignment: AssignmentName,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the figures to a CSV file too.")] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page with a picture of them.")] = None,
    course: CourseFolder = Path(),
) -> None:
    """Print kappa, ICC and alpha of a closed round for each criterion, with 90 % intervals.

    Example: goalsmith peer agreement gad-maya --html agreement.html
    """
    from rich.console import Console

    from goalsmith.peer.rounds.agreement_report import as_csv, as_html, as_table, lines_of

    lines = lines_of(course, assignment)
    # Figures with their intervals need the room; cut off they would say nothing.
    Console(width=max(Console().width, 94)).print(as_table(assignment, lines))
    if csv:
        csv.write_text(as_csv(lines), "utf-8")
        print(f"Written: {csv}")
    if html:
        html.write_text(as_html(assignment, lines), "utf-8")
        print(f"Written: {html}")
