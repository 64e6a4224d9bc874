"""The table of a round on a terminal, once or kept up to date."""

import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta

from rich import box
from rich.console import Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from goalsmith.peer.rounds.show import count, when
from goalsmith.peer.rounds.status import Standing, Status

EVERY = 5
"""Seconds between two looks."""

_WAITING = {
    "plan-text": ("text of a plan", "texts of plans"),
    "comment-text": ("text of a review", "texts of reviews"),
    "disagreement": ("disagreement", "disagreements"),
    "pattern": ("pattern", "patterns"),
    "flag": ("private flag", "private flags"),
    "appeal": ("appeal", "appeals"),
}


def board(now: Status) -> Group:
    """Phase and deadlines, a line for each learner, and what waits for the supervisor."""
    done, given = now.reviews
    head = f"{now.assignment}: {now.phase}. {done} of {count(given, 'review')} are in."
    times = [f"{name} until {when(moment)} ({left(moment - now.at)})" for name, moment in now.deadlines.items()]
    return Group(Text(head, style="bold"), *map(Text, times), _table(now), *map(Text, _below(now)))


def watching(look: Callable[[], Status]) -> None:
    """Keep the table up to date until the keyboard interrupts."""
    with contextlib.suppress(KeyboardInterrupt), Live(board(look()), refresh_per_second=1) as live:
        while True:
            time.sleep(EVERY)
            live.update(board(look()), refresh=True)


def as_text(now: Status) -> str:
    """The status as JSON."""
    return json.dumps(asdict(now), default=datetime.isoformat, ensure_ascii=False)


def left(span: timedelta) -> str:
    """How long until a deadline, or since when it is over: in days and hours, or in hours and minutes."""
    minutes = abs(int(span.total_seconds())) // 60
    days, hours = minutes // (24 * 60), minutes // 60 % 24
    parts = [count(days, "day"), count(hours, "hour")] if days else [count(hours, "hour")] if hours else []
    said = " ".join(parts if days else [*parts, count(minutes % 60, "minute")])
    return f"{said} left" if span > timedelta() else f"over for {said}"


def _table(now: Status) -> Table:
    shown = Table(box=box.SIMPLE, padding=(0, 1, 0, 0))
    shown.add_column("learner", no_wrap=True)
    shown.add_column("plan")
    for name in ("calibrated", "given", "done", "late", "received", "held"):
        shown.add_column(name, justify="right")
    shown.add_column("")
    for one in now.people:
        shown.add_row(*_row(one), style="dim" if one.note else "")
    return shown


def _row(one: Standing) -> list[Text]:
    got = f"{one.got} of {one.needed}" if one.needed else "·"
    late = Text(str(one.late) if one.late else "·", style="bold red" if one.late else "")
    held = Text(str(one.held) if one.held else "·", style="bold" if one.held else "")
    cells = [one.learner, one.pseudonym, "yes" if one.calibrated else "·", str(one.given), str(one.done)]
    return [*map(Text, cells), late, Text(got), held, Text(one.note)]


def _below(now: Status) -> list[str]:
    lines = [f"{learner}: {why}" for learner, why in now.unread.items()]
    if now.waiting:
        waits = ", ".join(f"{number} {_WAITING[kind][number > 1]}" for kind, number in sorted(now.waiting.items()))
        lines.append(f"Waiting for you: {waits}. Decide with: goalsmith peer adjudicate {now.assignment}")
    if any(one.late for one in now.people):
        lines.append(f"Give late reviews to others with: goalsmith peer reassign {now.assignment} --late")
    return lines
