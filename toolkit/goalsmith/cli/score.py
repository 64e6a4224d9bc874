"""`goalsmith score`: judge statements or a plan from the command line."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app


@app.command()
def score(
    file: Annotated[str, typer.Argument(help="Statements as JSONL, a *.plan.json, or - for standard input.")] = "",
    cases: Annotated[Path | None, typer.Option(help="A YAML file with the cases; default: the shipped ones.")] = None,
    text: Annotated[str, typer.Option(help="One statement to judge.")] = "",
    kind: Annotated[str, typer.Option(help="What the statement is filed as: goal or objective.")] = "objective",
    case: Annotated[str, typer.Option(help="The id of the statement's case; without it A and R are null.")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="With --text: show how each level came about.")] = False,
) -> None:
    """Judge statements by the SMART rubric: levels, evidence and advice, one JSON line each.

    Examples:

      goalsmith score --text "Fewer texts by session 6" --kind objective --case gad-maya

      goalsmith score --text "Fewer texts by session 6" --case gad-maya --explain

      goalsmith score statements.jsonl --cases cases.yaml > scores.jsonl

      goalsmith score gad-maya.plan.json
    """
    from goalsmith.cli import scoring

    if bool(file) == bool(text):
        raise typer.BadParameter('give either a file or --text "..."; see goalsmith score --help')
    if explain and not text:
        raise typer.BadParameter('--explain follows one statement; give it with --text "...", without a file')
    if kind not in ("goal", "objective"):
        raise typer.BadParameter(f"--kind is {kind}, but only goal or objective can be judged")
    if text:
        scoring.one(text, kind, case, cases, explained=explain)
    elif file.endswith(".plan.json"):
        scoring.plan(Path(file), cases)
    elif scoring.lines(file, cases):
        raise typer.Exit(1)
