"""The gaps of a template in a learner's sentence, such as `[by when]`: where they are, and how a reading skips them.

Only the names that templates use make a gap: "[sic]", "[session 6]" and "(0-10)" are words like any other.
"""

import re
from typing import get_args

from goalsmith.model import Slot, Span

NAMES: tuple[str, ...] = get_args(Slot.model_fields["name"].annotation)
_BEHIND = {name: chr(0xE000 + number) for number, name in enumerate(NAMES)}
_NAMED = {hole: name for name, hole in _BEHIND.items()}
_NAME = "|".join(r"[\s_-]{1,3}".join(name.split()) for name in NAMES)
_OPEN = re.compile(rf"\[[\s_-]{{0,3}}({_NAME})[\s_-]{{0,3}}\]", re.IGNORECASE)
_HOLE = re.compile(rf"([{''.join(_NAMED)}])\1*")
_APART = re.compile(r"[\s_-]+")


def name_of(slot: str) -> str:
    """The name of a slot as templates write it.

    >>> name_of("[By_When ]")
    'by when'
    """
    return _APART.sub(" ", slot.strip("[]")).strip().lower()


def open_slots(text: str) -> list[Span]:
    """The gaps that are still open in `text`, in its order; offsets are code points, kind "slot"."""
    return [Span(*m.span(), "slot") for m in _OPEN.finditer(text)] if "[" in text else []


def next_slot(text: str, after: int) -> Span | None:
    """The first gap that begins at `after` or behind it, else the first of the text, or None where none is open."""
    found = open_slots(text)
    return next((span for span in found if span.start >= after), found[0] if found else None)


def holed(norm: str) -> str:
    """A normalised text with a hole for each gap: signs as long as the gap that are no word, and tell which it was."""
    return _OPEN.sub(_hole, norm) if "[" in norm else norm


def holes(norm: str) -> dict[str, list[tuple[int, int]]]:
    """Where the holes of a text are, by "slot:" and the slot's name."""
    found: dict[str, list[tuple[int, int]]] = {}
    for m in _HOLE.finditer(norm):
        found.setdefault(f"slot:{_NAMED[m.group(1)]}", []).append(m.span())
    return found


def _hole(found: re.Match[str]) -> str:
    return _BEHIND[name_of(found.group())] * len(found.group())
