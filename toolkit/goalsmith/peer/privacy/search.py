"""Searching a text for everybody on the roster, in any case and spelling, as whole words.

Three kinds of words are told apart:

- *telling* ones, which are no ordinary words (see `ordinary`): each is a hit wherever it stands, with a possessive, in
  an address or in a handle; so are a first and a last name written as one word;
- *ordinary* ones, such as May or the name of the case's client: a hit only as a full name in capitals ("May Young"),
  as a handle ("@may"), or as a signature at the end of a text ("... — May");
- numbers of fewer than six digits, as ids may be: a hit only behind a word such as "learner" or "ID".

A name of a script that writes no spaces is found inside longer runs too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from goalsmith.peer.privacy.fold import Word, spellings, words
from goalsmith.peer.privacy.hit import Hit
from goalsmith.peer.privacy.ordinary import PARTICLES, ordinary_words
from goalsmith.peer.privacy.patterns import personal_data
from goalsmith.peer.privacy.roster import Person, read_roster

_NEAR = 3
"""How many characters may stand between two words of one name."""
_SPACELESS = "\u2e80"
"""From here on lie the scripts of East Asia, which write no spaces."""
_SIGNED = re.compile(r"(?:[—–~]\s*|\s-{1,2}\s*|\n\s*)$")
_LABEL = re.compile(r"(?i)(?:\b(?:learner|student|trainee|participant|user|id|no|nr|number)\.?|#)\s*[:#-]?\s*$")


@dataclass(frozen=True, slots=True)
class _Needle:
    """A sequence of plain words that names `who`. An ordinary one counts only in company; `full` is a whole name."""

    words: tuple[str, ...]
    what: str
    who: str
    ordinary: bool = False
    full: bool = False


class Searcher:
    """Finds people on a roster, and what looks like personal data, in texts."""

    def __init__(self, roster: Iterable[Person], ordinary: frozenset[str]) -> None:
        """Take everybody whose names to look for, and the words that alone name nobody."""
        self._ordinary = ordinary
        self._by_first: dict[str, list[_Needle]] = defaultdict(list)
        self._inside: list[_Needle] = []
        for needle in dict.fromkeys(one for person in roster for one in self._needles(person)):
            spaceless = len(needle.words) == 1 and min(needle.words[0]) >= _SPACELESS
            (self._inside if spaceless else self._by_first[needle.words[0]]).append(needle)

    def hits(self, text: str) -> list[Hit]:
        """What may name somebody or look like a real person's data, from the left, none inside another."""
        found = [*self._names(text), *self._parts(text), *personal_data(text)]
        found.sort(key=lambda hit: (hit.start, -hit.end))
        kept: list[Hit] = []
        for hit in found:
            if not kept or hit.end > kept[-1].end:
                kept.append(hit)
        return kept

    def _names(self, text: str) -> Iterator[Hit]:
        row = words(text)
        for at, first in enumerate(row):
            for needle in self._by_first.get(first.plain, ()):
                found = _matched(row, at, needle)
                if found and self._counts(text, found, needle):
                    yield _hit(text, found[0].start, found[-1].end, needle)
            if at + 1 < len(row) and "-" in (gap := text[first.end : row[at + 1].start]) and len(gap) <= _NEAR:
                # A name that was broken at the end of a line, or written with a hyphen where it has none.
                for needle in self._by_first.get(first.plain + row[at + 1].plain, ()):
                    if len(needle.words) == 1 and not needle.ordinary:
                        yield _hit(text, first.start, row[at + 1].end, needle)

    def _parts(self, text: str) -> Iterator[Hit]:
        for needle in self._inside:
            for word in words(text) if self._inside else ():
                if needle.words[0] in word.plain:
                    yield _hit(text, word.start, word.end, needle)

    def _counts(self, text: str, found: list[Word], needle: _Needle) -> bool:
        start, end = found[0].start, found[-1].end
        if len(found) == 1 and found[0].plain.isdigit() and len(found[0].plain) < 6:
            return _LABEL.search(text[:start]) is not None
        if not needle.ordinary:
            return True
        if start and text[start - 1] == "@":
            return True
        capital = all(text[word.start].isupper() for word in found if word.plain not in PARTICLES)
        if needle.full:
            return capital
        signed = not text[end:].strip(" .\n") and _SIGNED.search(text[:start]) is not None
        return capital and signed and bool(text[:start].strip(" —–~-\n"))

    def _needles(self, person: Person) -> Iterator[_Needle]:
        who = person.id
        firsts, lasts = spellings(person.first), spellings(person.last)
        for first in firsts:
            for last in lasts:
                yield from self._full(first, last, who)
        for what, ways in (("first name", firsts), ("last name", lasts)):
            for way in ways:
                parts = [(part,) for part in way if len(part) > 1 and part not in PARTICLES]
                yield from (self._needle(one, what, who) for one in dict.fromkeys([*self._joined(way), *parts]))
        local = person.email.partition("@")[0]
        for what, value in (("id", person.id), ("e-mail address", person.email), ("e-mail address", local)):
            yield from (self._needle(one, what, who) for way in spellings(value) for one in self._joined(way))

    def _joined(self, way: tuple[str, ...]) -> list[tuple[str, ...]]:
        """A name as its words, and as one word where its words are no ordinary ones."""
        return [way] if len(way) == 1 or self._needle(way, "", "").ordinary else [way, ("".join(way),)]

    def _full(self, first: tuple[str, ...], last: tuple[str, ...], who: str) -> Iterator[_Needle]:
        for way in (first + last, last + first):
            yield self._needle(way, "full name", who, full=True)
            if not self._needle(way, "", who).ordinary:
                yield _Needle(("".join(way),), "full name", who)
        if not self._needle(last, "", who).ordinary and len("".join(last)) > 2:
            yield _Needle((first[0][0] + "".join(last),), "name", who)

    def _needle(self, way: tuple[str, ...], what: str, who: str, full: bool = False) -> _Needle:
        plain = all(part in self._ordinary or part in PARTICLES or len(part) < 2 for part in way)
        return _Needle(way, what, who, ordinary=plain, full=full)


def searcher(course: Path, source: Path, more: Iterable[str] = ()) -> Searcher:
    """A searcher for the roster of `course` and the ids `more`; `source` has the assignment's case and rubrics."""
    return Searcher(read_roster(course, more), ordinary_words(source))


def _matched(row: list[Word], at: int, needle: _Needle) -> list[Word] | None:
    """The words from `at` on that spell the needle, close together; a full name may have an initial in it."""
    found = [row[at]]
    nxt = at + 1
    for part in needle.words[1:]:
        if needle.full and nxt < len(row) and len(row[nxt].plain) == 1 != len(part):
            nxt += 1
        if nxt >= len(row) or row[nxt].plain != part or row[nxt].start - row[nxt - 1].end > _NEAR:
            return None
        found.append(row[nxt])
        nxt += 1
    return found


def _hit(text: str, start: int, end: int, needle: _Needle) -> Hit:
    said = text[start:end]
    return Hit(start, end, said, f"“{said}” is the {needle.what} of {needle.who} on the roster")
