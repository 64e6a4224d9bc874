"""Submit, the receipt, and whether the work has changed since."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import ipywidgets as w

from goalsmith.model import Receipt
from goalsmith.widgets.fields import button
from goalsmith.widgets.timed_line import TimedLine

PATIENCE = 180
"""Seconds that a submission may take; nbgrader needs two to five."""


class Work(Protocol):
    """What one assignment's folder hands in: a plan, reviews, or answers."""

    folder: Path

    def receipt(self) -> Receipt | None:
        """The receipt of the last submission, or None."""

    def changed_since_submission(self) -> bool | None:
        """Whether the work differs from what was last submitted; None before the first submission."""


class SubmitBar(w.HBox):
    """A Submit button and a line that says how the last submission stands.

    The `goalsmith submit` command does the work, as a process of its own, so that writing goes on meanwhile.
    """

    def __init__(
        self,
        session: Work,
        save: Callable[[], bool],
        *,
        what: str = "plan",
        before: str = "Not submitted yet. Your drafts are handed in with the plan.",
        practice: bool = False,
    ) -> None:
        """Show the last receipt, or the sentence `before` there is one.

        `save` is asked to save before each submission; `what` is the word for that which is handed in. In `practice`
        nothing is handed in: the bar only says where the work is kept.
        """
        self._session = session
        self._save = save
        self._what, self._before, self._practice = what, before, practice
        self._thread: threading.Thread | None = None
        self.submit = button("Submit", self.start, "gs-primary", "gs-submit", tooltip=f"Submit your {what}")
        self.line = TimedLine(key="receipt")
        super().__init__([self.submit, self.line])
        self.add_class("gs-submit-bar")
        if practice:
            self.submit.layout.display = "none"
            self.line.say(f"Your {what} is kept on this computer as you write. Nothing is handed in.")
        self.refresh()

    def start(self) -> None:
        """Save, then submit in the background."""
        if self.submit.disabled:
            return
        if not self._save():
            return self.line.say(f"Not submitted: the {self._what} could not be saved.", tone="warn")
        self.submit.disabled = True
        self.line.say("Submitting…", tone="busy")
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until a submission that is under way has ended."""
        if self._thread is not None:
            self._thread.join()

    def refresh(self) -> None:
        """Show the receipt, and whether the plan has changed since; a submission under way is left alone."""
        if self.submit.disabled or self._practice:
            return
        receipt = self._session.receipt()
        if receipt is None:
            text, at, tone = self._before, 0.0, "calm"
        else:
            at = receipt.submitted_at.timestamp()
            text, tone = f"Submitted {{time}}, receipt {receipt.plan_digest[:8]}", "done"
            if self._session.changed_since_submission():
                text, tone = f"{text}. Changed since submission: submit again to hand in what stands here now.", "warn"
        if (text, at) != (self.line.text, self.line.at):
            self.line.say(text, at=at, tone=tone)

    def _run(self) -> None:
        problem = _submit(str(self._session.folder))
        self.submit.disabled = False
        if problem:
            self.line.say(f"Not submitted. {problem}", tone="warn")
        else:
            self.refresh()


def _submit(folder: str) -> str:
    """Run the command on `folder`; return the sentence that it ends with when it fails, else nothing."""
    command = [sys.executable, "-m", "goalsmith", "submit", "--json", folder]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603 - our own command
    except subprocess.TimeoutExpired:
        return f"There was no answer within {PATIENCE} seconds; try again, and tell your supervisor if it stays so."
    if done.returncode == 0:
        return ""
    said = done.stderr.strip().splitlines()
    return said[-1] if said else "The command gave no reason; try again, and tell your supervisor if it stays so."
