"""`goalsmith peer status`: how a round stands."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.peer.group import AssignmentName, CourseFolder, peer


@peer.command()
def status(
    assignment: AssignmentName,
    watch: Annotated[bool, typer.Option("--watch", help="Keep the table up to date until Ctrl-C.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    course: CourseFolder = Path(),
) -> None:
    """Collect what was handed in, and show who has what, what is late, and what waits for you.

    Example: goalsmith peer status gad-maya --watch
    """
    from rich.console import Console

    from goalsmith.peer.rounds.board import as_text, board, watching
    from goalsmith.peer.rounds.status import status as look

    if watch:
        watching(lambda: look(course, assignment))
    elif as_json:
        print(as_text(look(course, assignment)))
    else:
        Console().print(board(look(course, assignment)))
