"""Grading on a terminal: a progress bar, and the results as a short table."""

from pathlib import Path

import pandas as pd
from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from goalsmith.grading.cohort import Graded, grade_cohort
from goalsmith.grading.results import results


def grade_with_bar(course: Path, assignment: str, again: bool) -> Graded:
    """Grade the cohort below a progress bar, which is drawn on standard error."""
    columns = (
        TextColumn("Grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[who]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("grade", total=None, who="")

        def moved(learner: str, total: int) -> None:
            bar.update(task, total=total, advance=1, who=learner)

        return grade_cohort(course, assignment, again=again, progress=moved)


def show_results(course: Path, assignment: str) -> None:
    """Print who has how many points on which part. A dot is a part that nobody scored yet."""
    table = results(course, assignment)
    shown = Table(title=f"{assignment}: points", box=box.SIMPLE, padding=(0, 0, 0, 1))
    shown.add_column("learner", no_wrap=True, min_width=min(24, max(len(str(name)) for name in table.index)))
    for name in table.columns:
        shown.add_column(str(name), justify="right", no_wrap=True)
    for learner, row in table.iterrows():
        shown.add_row(str(learner), *("·" if pd.isna(value) else f"{value:g}" for value in row.round(1)))
    Console().print(shown)
