"""`goalsmith grade`: score what a cohort handed in."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app


@app.command()
def grade(
    assignment: Annotated[str, typer.Argument(help="Which assignment, such as gad-maya.")],
    course: Annotated[Path, typer.Option(help="The course's folder.")] = Path(),
    again: Annotated[bool, typer.Option("--again", help="Also what is graded already, as after a new rubric.")] = False,
) -> None:
    """Score the collected plans of an assignment, without running any learner's code.

    The grades are those of `nbgrader autograde`; points are suggestions until they are confirmed.

    Example: goalsmith grade gad-maya --course ~/autumn-course
    """
    from goalsmith.grading.show import grade_with_bar, show_results

    result = grade_with_bar(course, assignment, again)
    show_results(course, assignment)
    print(f"Graded {len(result.graded)} now, {len(result.unchanged)} had not changed.")
    for learner, why in result.failed.items():
        print(f"Could not grade {learner}: {why}")
    if result.failed:
        raise typer.Exit(1)
    print(f"Next: look at the plans in the formgrader, then run: goalsmith confirm {assignment}")
