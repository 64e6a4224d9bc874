"""`goalsmith course`: begin a course, and build its notebooks."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app

course = typer.Typer(no_args_is_help=True, help="Begin a course, and build its notebooks from text.")
app.add_typer(course, name="course")


@course.command("new")
def new(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The course's folder; it is made.")]) -> None:
    """Begin a course with every case that is shipped.

    Example: goalsmith course new ~/autumn-course
    """
    from goalsmith.grading.course import COURSE_FILE, new_course

    made = new_course(folder)
    print(f"Made the course {made.course_id} with {len(made.assignments)} cases in {folder}.")
    print(f"Set titles and due dates in {folder / COURSE_FILE}, then run: goalsmith course build {folder}")


@course.command("build")
def build(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The course's folder.")] = Path(),
    case: Annotated[str | None, typer.Option(help="Only this case, with its review and follow-up.")] = None,
) -> None:
    """Write the notebooks and their files to DIR/source/.

    Example: goalsmith course build ~/autumn-course --case gad-maya
    """
    from goalsmith.grading.build import build_course

    for made in build_course(folder, case):
        print(f"Built {made}. Next, in {folder}: nbgrader generate_assignment {made.name}")
