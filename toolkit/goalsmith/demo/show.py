"""The demo on a terminal: progress, a table of what happened, and JupyterLab."""

import webbrowser
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from goalsmith.demo.course import PHASES, DemoCourse, make_demo
from goalsmith.grading.show import show_results
from goalsmith.practice import Lab, free_port


def show_making(folder: Path) -> DemoCourse:
    """Make the demo below a progress bar, and print what happened and who earned what."""
    console = Console()
    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Starting", total=len(PHASES), completed=-1)
        demo = make_demo(folder, lambda phase: bar.update(task, advance=1, description=phase))
    console.print(_steps(demo))
    show_results(demo.course, demo.case)
    console.print(f"A feedback page: {_a_page(demo)}", soft_wrap=True)
    return demo


def open_lab(demo: DemoCourse, port: int) -> None:
    """Run JupyterLab on the demo until it is stopped, and open the learner's notebook in the browser.

    Raises:
        CourseError: it does not come up.
    """
    lab = Lab(demo.root, free_port(port))
    try:
        with lab.running(demo.home) as server:
            notebook = lab.url(f"lab/tree/{demo.notebook.as_posix()}")
            console = Console(soft_wrap=True)
            console.print(f"\nThe learner's notebook:     {notebook}", highlight=False)
            console.print(f"The supervisor's formgrader: {lab.url('formgrader')}", highlight=False)
            console.print("Press Ctrl+C to stop.")
            webbrowser.open(notebook)
            server.wait()
    except KeyboardInterrupt:
        print("\nStopped.")


def _steps(demo: DemoCourse) -> Table:
    table = Table(title=f"The demo in {demo.root}")
    table.add_column("phase")
    table.add_column("what happened")
    table.add_column("seconds", justify="right")
    for step in demo.steps:
        table.add_row(step.name, step.said, f"{step.seconds:.1f}")
    table.add_section()
    table.add_row("all", "", f"{sum(step.seconds for step in demo.steps):.1f}")
    return table


def _a_page(demo: DemoCourse) -> Path:
    return next(iter(sorted((demo.course / "feedback").glob(f"*/{demo.case}/*.html"))))
