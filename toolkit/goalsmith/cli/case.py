"""`goalsmith case`: what there is, what is wrong with one, and a starting point for a new one."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app

case = typer.Typer(no_args_is_help=True, help="List cases, check them, and begin a new one.")
app.add_typer(case, name="case")


@case.command("check")
def check(
    named: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH|ID]...", help="Case files, folders or ids; default: shipped.")
    ] = None,
) -> None:
    """Say everything that is wrong with a case: its data, its interview, its later sessions and their key.

    One sentence for each problem, with file, line and field. The exit status is 1 where there is any.

    Examples:

      goalsmith case check

      goalsmith case check gad-maya

      goalsmith case check my-cases/alex/case.yaml
    """
    from goalsmith.cli.case_check import case_files, problems

    files = case_files(named or [])
    found = [problem for path in files for problem in problems(path)]
    for problem in found:
        print(problem)
    checked = "1 case file" if len(files) == 1 else f"{len(files)} case files"
    if found:
        print(f"{len(found)} to mend in {checked}.")
        raise typer.Exit(1)
    print(f"Checked {checked}: nothing to mend.")


@case.command("list")
def list_(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="A folder of cases; default: shipped.")] = None,
) -> None:
    """List the cases with what each of them has.

    Example: goalsmith case list
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Column, Table

    from goalsmith.store import list_cases

    named = ("Case", "Title", "Diagnosis", "Risk", "Questions", "Later sessions")
    table = Table(*(Column(name, overflow="fold") for name in named))
    for one in list_cases(folder):
        risk = ", ".join(dict.fromkeys(risk.kind for risk in one.risk)) or "none noted"
        asked = str(len(one.interview.questions)) if one.interview else "no interview"
        diagnosis = f"{one.diagnosis.name} ({one.diagnosis.icd10cm})"
        table.add_row(one.id, escape(one.title), escape(diagnosis), risk, asked, str(len(one.stages)))
    Console().print(table)


@case.command("new")
def new(
    case_id: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and hyphens: sad-alex.")],
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where the case's folder is made.")] = Path(),
) -> None:
    """Write a starting case, with comments, to DIR/ID/case.yaml.

    Example: goalsmith case new sad-alex my-cases
    """
    from goalsmith.cli.case_new import begin_case

    made = begin_case(case_id, folder)
    print(f"Made {made}. Write your case in it; what it still lacks says: goalsmith case check {made}")
