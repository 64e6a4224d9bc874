"""A button that gets what a round of peer review has for this learner, and a line that says what came."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import ipywidgets as w

from goalsmith.widgets.fields import button
from goalsmith.widgets.timed_line import TimedLine

PATIENCE = 120
"""Seconds that fetching may take; it needs two to five, nearly all of them for starting."""
_SLOW = f"There was no answer within {PATIENCE} seconds; try again, and tell your supervisor if it stays so."
_SILENT = "The command gave no reason; try again, and tell your supervisor if it stays so."


class FetchBar(w.HBox):
    """The button and its line. `fetched` is called, in another thread, after something new has come.

    The `goalsmith peer fetch` command does the work, as a process of its own, so that writing goes on meanwhile.
    """

    def __init__(self, label: str, folder: Path, fetched: Callable[[], None]) -> None:
        """Fetch into `folder` when the button, called `label`, is pressed."""
        self._folder, self._fetched = folder, fetched
        self._thread: threading.Thread | None = None
        self.fetch = button(label, self.start, "gs-primary", "gs-fetch")
        self.line = TimedLine(key="fetched")
        super().__init__([self.fetch, self.line])
        self.add_class("gs-fetch-bar")

    def start(self) -> None:
        """Fetch in the background."""
        if self.fetch.disabled:
            return
        self.fetch.disabled = True
        self.line.say("Looking…", tone="busy")
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until a fetch that is under way has ended."""
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            sentence, fine = _fetch(str(self._folder))
        except (ValueError, LookupError):
            sentence, fine = _SILENT, False
        self.fetch.disabled = False
        self.line.say(sentence, tone="done" if fine else "warn")
        if fine:
            self._fetched()


def _fetch(folder: str) -> tuple[str, bool]:
    """Run the command on `folder`; return the sentence that it ends with, and whether it went well."""
    command = [sys.executable, "-m", "goalsmith", "peer", "fetch", "--json", folder]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603 - our own command
    except subprocess.TimeoutExpired:
        return (
            f"There was no answer within {PATIENCE} seconds; try again, and tell your supervisor if it stays so.",
            False,
        )
    if done.returncode == 0:
        # Something that the command imports may have printed before it.
        return str(json.loads(done.stdout.strip().splitlines()[-1])["sentence"]), True
    said = done.stderr.strip().splitlines()
    return said[
        -1
    ] if said else "The command gave no reason; try again, and tell your supervisor if it stays so.", False
