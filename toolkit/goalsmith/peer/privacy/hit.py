"""What a search finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that may name somebody: `text[start:end]` in code points, and why, in one sentence for the supervisor."""

    start: int
    end: int
    words: str
    reason: str
