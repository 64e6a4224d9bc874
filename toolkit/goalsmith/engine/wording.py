"""Remarks that touch neither level nor points: words for a person, a goal said as a loss, a strength left unused."""

from goalsmith.engine.advice import quote
from goalsmith.engine.facts import FUNCTION, Facts
from goalsmith.engine.phrases import PhraseBook
from goalsmith.engine.reading import Reading
from goalsmith.model import Advice, Span, Wording
from goalsmith.model.assessment import Kind

_LESS, _THERE, _UNLESS = "less", "there", "unless:"


class Remarks:
    """The remarks of one `wording.yaml`, ready to be made."""

    def __init__(self, wording: Wording) -> None:
        """Put its phrases into one book."""
        self._wording = wording
        self._notes = {note.id: note for note in wording.person_first}
        lists = {_LESS: wording.approach.less, _THERE: wording.approach.there}
        for note in wording.person_first:
            lists[note.id] = note.words
            lists[_UNLESS + note.id] = note.unless
        self._book = PhraseBook(lists)

    def of(self, reading: Reading, kind: Kind) -> tuple[Advice, ...]:
        """What there is to remark on one statement."""
        found = self._book.find(reading.tokens)
        if not found:
            return ()
        notes = []
        for name, places in found.items():
            if name in self._notes and _UNLESS + name not in found:
                note = self._notes[name]
                spans = (Span(*reading.given(places[0]), "wording"),)
                notes.append(_note(name, note.text, note.ask, reading.text, spans))
        if kind == "goal" and _LESS in found and _THERE not in found:
            approach = self._wording.approach
            notes.append(_note("approach", approach.text, approach.ask, reading.text, ()))
        return tuple(notes)

    def unused_strength(self, facts: Facts, texts: list[Reading]) -> Advice | None:
        """The first strength of the case of which no statement takes up a word."""
        said = {stem for text in texts for stem in text.tokens.stems}
        left = [s for s in facts.case.strengths if (own := _telling(s, facts)) and said.isdisjoint(own)]
        if not said or not left:
            return None
        strength = self._wording.strength
        return Advice("note", "strength", strength.text.replace("{fact}", left[0]), strength.ask, fact=left[0])


def _telling(strength: str, facts: Facts) -> set[str]:
    """The words of a strength that no problem of the case has too."""
    own = {stem for stem, text in facts.strength_stems.items() if text == strength}
    return own - facts.problem_stems.keys() - FUNCTION


def _note(name: str, text: str, ask: str, said: str, spans: tuple[Span, ...]) -> Advice:
    return Advice("note", name, text.replace("{quote}", quote(said, spans)), ask, spans)
