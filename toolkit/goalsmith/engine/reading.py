"""All evidence of one text, gathered once, for the checks to ask."""

import re
from typing import NamedTuple

from goalsmith.engine.evidence import actor, quantity, score, time
from goalsmith.engine.evidence.first import Wording, heads
from goalsmith.engine.evidence.quantity import Change, Dose
from goalsmith.engine.evidence.score import Score
from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.engine.slots import holed, holes
from goalsmith.engine.spelling import Spelling
from goalsmith.engine.text import Edit, Tokens, given, normalise, rewrite, tokenise, unplain
from goalsmith.model import Measure

LONGEST = 4000


class Reading(NamedTuple):
    """One text with its evidence: places by name, and what has a value.

    Every place is one of `norm`, which is without typos, contractions and spare spaces; `given` leads back to `text`.
    `holes` says that gaps of a template are still open: `places` has them as "slot:...", and their words are not read.
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
    edits: tuple[tuple[Edit, ...], ...] = ()
    signs: int = 0
    holes: bool = False

    def given(self, place: Place) -> Place:
        """Where in the text as given `place` is."""
        for edits in self.edits:
            place = given(place, edits)
        return place

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

    def search(self, wording: Wording) -> re.Match[str] | None:
        """The first match of `wording`, which is not looked for where the text has none of its signs."""
        return wording.search(self.norm) if self.signs & wording.bit else None

    def all(self, wording: Wording) -> list[Place]:
        """The places of all matches of `wording`."""
        return [m.span() for m in wording.finditer(self.norm)] if self.signs & wording.bit else []


def read(text: str, book: PhraseBook, measures: dict[str, Measure], spelling: Spelling | None = None) -> Reading:
    """Gather the evidence of `text`. What lies behind the first 4,000 characters is not read.

    `measures` maps the book's labels "instrument:..." to their measures; `spelling` reads typos as what they mean.
    """
    norm, tokens, edits = _words(text[:LONGEST], spelling)
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
    places.update(open_ := holes(norm) if "[" in text else {})
    who, where = actor.find(norm)
    return Reading(text, norm, tokens, places, moves, doses, scores, who, where, edits, begins.signs, bool(open_))


def _words(text: str, spelling: Spelling | None) -> tuple[str, Tokens, tuple[tuple[Edit, ...], ...]]:
    """The text to be read and its words, and what was changed for that: typos, and before them what is not plain."""
    norm = holed(normalise(text))
    edits: tuple[tuple[Edit, ...], ...] = ()
    if changes := unplain(norm):
        norm, made = rewrite(norm, changes)
        text, edits = rewrite(text, changes)[0], (made,)
    tokens = tokenise(norm)
    if spelling and (changes := spelling.changes(text, tokens)):
        norm, made = rewrite(norm, changes)
        tokens, edits = tokenise(norm), (made, *edits)
    return norm, tokens, edits


def _instruments(places: dict[str, list[Place]], measures: dict[str, Measure]) -> list[tuple[Measure, Place]]:
    named = [(measures[label], place) for label, found in places.items() if label in measures for place in found]
    named.sort(key=lambda pair: (pair[1][0], -pair[1][1]))
    out: list[tuple[Measure, Place]] = []
    for measure, place in named:
        if not out or place[0] >= out[-1][1][1]:
            out.append((measure, place))
    return out
