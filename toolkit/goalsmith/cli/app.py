"""The command's root: its verbs, and how an error becomes one clear sentence."""

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from goalsmith import __version__
from goalsmith.errors import GoalsmithError


class _Group(TyperGroup):
    """Prints an error that a person can mend as its own sentence, and exits with 1."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except GoalsmithError as error:
            print(error, file=sys.stderr)
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Practice, SMART feedback and grading for mental-health treatment plans.",
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"goalsmith {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Practice, SMART feedback and grading for mental-health treatment plans."""
