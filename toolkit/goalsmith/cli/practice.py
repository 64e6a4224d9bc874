"""`goalsmith practice`: the same notebooks for one person, with no course."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.app import app


@app.command()
def practice(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where your practice lies.")] = Path(
        "~/goalsmith-practice"
    ),
    case: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this case; may be given again.")] = None,
    voila: Annotated[bool, typer.Option("--voila", help="Plain pages with no code, in place of JupyterLab.")] = False,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the first page in the browser.")] = True,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="A port on this machine.", show_default="8888 or a free one")
    ] = None,
) -> None:
    """Practise alone: every case in one folder of your own, nobody grades it, nothing leaves this machine.

    Running it again reopens the folder as you left it, and brings the cases up to date.

    Example: goalsmith practice ~/goalsmith-practice --voila
    """
    from goalsmith.practice.folder import make_practice
    from goalsmith.practice.show import open_practice, usable_port

    free = usable_port(port)
    made = make_practice(folder, case or [])
    print(f"Your practice lies in {made.root}: {', '.join(made.cases)}.")
    open_practice(made, free, voila=voila, browser=browser)
