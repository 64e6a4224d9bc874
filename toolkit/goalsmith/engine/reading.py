"""All evidence of one text, gathered once, for the checks to ask."""

from dataclasses import dataclass

from goalsmith.engine.evidence import actor, quantity, score, time
from goalsmith.engine.evidence.first import heads
from goalsmith.engine.evidence.quantity import Change, Dose
from goalsmith.engine.evidence.score import Score
from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.engine.spelling import Edit, Spelling, given
from goalsmith.engine.text import Tokens, normalise, tokenise
from goalsmith.model import Measure

LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Reading:
    """One text with its evidence: places by name, and what has a value.

    Every place is one of `norm`, in which typos are corrected; `given` says where in `text` it is.
    """

    text: str
    norm: str
    tokens: Tokens
    places: dict[str, list[Place]]
    changes: list[Change]
    doses: list[Dose]
    scores: list[Score]
    actor: str
    actor_place: Place | None
    edits: tuple[Edit, ...] = ()

    def given(self, place: Place) -> Place:
        """Where in the text as given `place` is."""
        return given(place, self.edits) if self.edits else place

    def at(self, *names: str) -> list[Place]:
        """The places of all kinds of evidence in `names`."""
        found: list[Place] = []
        for name in names:
            if name in self.places:
                found += self.places[name]
        return found

    def has(self, *names: str) -> bool:
        """Whether there is any evidence of one of the kinds in `names`."""
        return not self.places.keys().isdisjoint(names)


def read(text: str, book: PhraseBook, measures: dict[str, Measure], spelling: Spelling | None = None) -> Reading:
    """Gather the evidence of `text`. What lies behind the first 4,000 characters is not read.

    `measures` maps the book's labels "instrument:..." to their measures; `spelling` reads typos as what they mean.
    """
    norm = normalise(text[:LONGEST])
    tokens, edits = tokenise(norm), ()
    if spelling:
        norm, tokens, edits = spelling.correct(text, norm, tokens)
    places = book.find(tokens)
    named = _instruments(places, measures)
    bare = time.mask(norm, [place for _, place in named])
    begins = heads(norm, tokens)
    times = time.find(bare, begins)
    masked = time.mask(bare, [p for name in ("past", "deadline", "start", "duration") for p in times.get(name, ())])
    amounts = quantity.find(masked, begins)
    doses = quantity.doses(masked, begins)
    moves = quantity.changes(masked, begins)
    unfrequent = time.mask(masked, amounts.get("counted", []))
    scores = score.find(norm, unfrequent, named, moves)
    places.update(times)
    places.update(amounts)
    if doses:
        places["dose"] = [(d.start, d.end) for d in doses]
    if moves:
        places["change"] = [(c.start, c.end) for c in moves]
    who, where = actor.find(norm)
    return Reading(text, norm, tokens, places, moves, doses, scores, who, where, edits)


def _instruments(places: dict[str, list[Place]], measures: dict[str, Measure]) -> list[tuple[Measure, Place]]:
    named = [(measures[label], place) for label, found in places.items() if label in measures for place in found]
    named.sort(key=lambda pair: (pair[1][0], -pair[1][1]))
    out: list[tuple[Measure, Place]] = []
    for measure, place in named:
        if not out or place[0] >= out[-1][1][1]:
            out.append((measure, place))
    return out
