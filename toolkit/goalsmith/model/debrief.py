"""Looking back on an interview: what came out, what did not, and which questions brought it."""

from dataclasses import dataclass
from typing import Literal

DebriefPart = Literal["risk", "found", "missed", "poor", "kinds"]


@dataclass(frozen=True, slots=True)
class DebriefItem:
    """One thing to take away. `said` is the sentence; `why` what lies behind it, `ask` a question to ask instead.

    `sources` names where a claim comes from. `count` is how often a kind of question was used, or None.
    """

    part: DebriefPart
    about: str
    said: str
    why: str = ""
    ask: str = ""
    sources: tuple[str, ...] = ()
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Debrief:
    """All items in the order in which they matter. `needed` is how many of the needed facts were found, of how many."""

    items: tuple[DebriefItem, ...]
    needed: tuple[int, int]

    def of(self, part: DebriefPart) -> list[DebriefItem]:
        """The items of one part."""
        return [one for one in self.items if one.part == part]
