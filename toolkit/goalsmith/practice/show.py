"""Practice on a terminal: a server on the folder until it is stopped, and the first page in the browser."""

import webbrowser

from rich.console import Console

from goalsmith.practice.folder import WELCOME, Practice
from goalsmith.practice.lab import Lab
from goalsmith.practice.server import Server, exact_port, free_port
from goalsmith.practice.voila import Voila

USUAL_PORT = 8888


def usable_port(asked: int | None) -> int:
    """The port that was asked for by its number, or else the usual one, or any free one where that is taken.

    Raises:
        PracticeError: the port that was asked for is taken.
    """
    return free_port(USUAL_PORT) if asked is None else exact_port(asked)


def open_practice(practice: Practice, port: int, *, voila: bool, browser: bool) -> None:
    """Serve the folder until Ctrl+C, in JupyterLab or as plain pages; open the first page unless told not to.

    Raises:
        CourseError: the server does not come up.
    """
    server: Server = Voila(practice.root, port) if voila else Lab(practice.root, port)
    place = server.url(f"voila/render/{WELCOME}" if voila else f"lab/tree/{WELCOME}")
    console = Console(soft_wrap=True)
    console.print("Starting; this takes a few seconds ...", highlight=False)
    try:
        with server.running(practice.home) as process:
            console.print(f"Open this address: {place}", highlight=False)
            console.print("Press Ctrl+C to stop. What you wrote is saved.", highlight=False)
            if browser:
                webbrowser.open(place)
            process.wait()
    except KeyboardInterrupt:
        print("\nStopped.")
