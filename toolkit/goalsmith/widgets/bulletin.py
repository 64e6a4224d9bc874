"""How the widgets of one notebook hear of each other: what happened, in which folder. They share one kernel."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

Topic = Literal["interview", "stages", "plan", "answers"]
_listeners: dict[tuple[Path, Topic], list[Callable[[], None]]] = {}


def listen(folder: Path, topic: Topic, hear: Callable[[], None]) -> None:
    """Call `hear` whenever something of `topic` was saved in `folder`."""
    _listeners.setdefault((folder.resolve(), topic), []).append(hear)


def tell(folder: Path, topic: Topic) -> None:
    """Say that something of `topic` was saved in `folder`."""
    for hear in _listeners.get((folder.resolve(), topic), []):
        hear()
