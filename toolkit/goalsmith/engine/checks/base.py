"""What a check is, and the register of all of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from goalsmith.engine.evidence import actor
from goalsmith.engine.evidence.words import picture, report, scale, wish
from goalsmith.engine.facts import COMMON, FUNCTION, Facts
from goalsmith.engine.harm import Hit
from goalsmith.engine.phrases import Place
from goalsmith.engine.reading import Reading
from goalsmith.engine.text import stem, tokenise
from goalsmith.model import Template


class Yes(NamedTuple):
    """A check that holds, with the places that it rests on and the case fact behind it."""

    places: tuple[Place, ...] = ()
    fact: str = ""


def yes(places: Iterable[Place | None] = (), fact: str = "") -> Yes:
    """A `Yes` with `places`, of which those that are None are left out."""
    return Yes(tuple(p for p in places if p), fact)


def found(places: list[Place], fact: str = "") -> Yes | None:
    """A `Yes` when there is a place at all."""
    return Yes(tuple(places), fact) if places else None


def _stems(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(s for phrase in phrases if " " not in phrase for s in tokenise(phrase).stems)


_LOOSE = ("fewer", "less", "more", "lower", "higher", "most", "often")
_PALE = (
    _stems(
        (
            *picture.GENERIC,
            *picture.VAGUE,
            *report.RUBRIC,
            *report.RUBRIC_PALE,
            *scale.HEDGE,
            *wish.METAPHOR,
            *_LOOSE,
        )
    )
    | _stems(picture.WEAK_ACT)
    | FUNCTION
)


@dataclass(slots=True)
class View:
    """A reading with the facts of its case, or None, the template that it still is, and what several checks ask for."""

    reading: Reading
    facts: Facts | None
    template: Template | None = None
    _concrete: list[Place] | None = field(default=None)
    _against: Hit | Literal[False] | None = field(default=None)

    wish: list[Place] | None = field(default=None)
    """What `checks.wish.wishful` found, once it was asked."""

    def __post_init__(self) -> None:
        """Read the subject again with the client's name: only the case tells whose act "Jean will ring" is."""
        names = self.facts.names if self.facts else frozenset()
        if self.reading.actor == "client" and names and (place := actor.named(self.reading.text[:200], names)):
            self.reading = self.reading._replace(actor="other", actor_place=place)

    @property
    def against(self) -> Hit | None:
        """The move against treatment that the text plans."""
        if self._against is None:
            self._against = (self.facts.moves.find(self.reading) if self.facts else None) or False
        return self._against or None

    @property
    def concrete(self) -> list[Place]:
        """The words that name something that can be pictured: not function words, not vague, not generic."""
        if self._concrete is None:
            tokens = self.reading.tokens
            names = self.facts.names if self.facts else ()
            self._concrete = [
                (tokens.starts[i], tokens.ends[i])
                for i, s in enumerate(tokens.stems)
                if len(s) > 2 and s not in _PALE and s not in names and not s[0].isdigit()
            ]
        return self._concrete


Check = Callable[[View], Yes | None]
CHECKS: dict[str, tuple[Check, str]] = {}
"""Each check by the name that rubrics use, with the kind that its spans are shown as."""


def check(kind: str) -> Callable[[Check], Check]:
    """Register a check under its own name; `kind` is how the editor shows its spans."""

    def register(function: Check) -> Check:
        if function.__name__ in CHECKS:
            raise ValueError(f"two checks are called {function.__name__}; give each a name of its own")
        CHECKS[function.__name__] = (function, kind)
        return function

    return register


__all__ = ["CHECKS", "COMMON", "Check", "View", "Yes", "check", "found", "stem", "yes"]
