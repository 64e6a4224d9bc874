"""Behaviours that a text plans, and things that it leaves out, held against the practices' moves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from goalsmith.engine.evidence.polarity import Polarity, Turn
from goalsmith.engine.evidence.words import turning
from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.harm import own
from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.engine.reading import Reading
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model import Case, Practice
from goalsmith.model.practice import Behaviour, Contraindicated

_NEAR = 75
_FIRST = 5
_NAME = re.compile(r"<[a-z-]+>")
_LIGHT = frozenset(
    stem(word)
    for word in listed("""
        go, goes, open, opens, take, takes, keep, stay, sit, work, get, gets, let, leave, move, put, hold,
        spend, play, talk, speak, sleep, walk, drive, eat, stand, drop, lie, rest, return, see, seek, do, does,
        enter, use, meet, visit, travel, watch, hear, start, be, wait
    """)
)
"""Verbs that say too little to use up a turn: "never *go* into the room"."""
_STOP = re.compile(r"[.;:!?] ")
_OWN = "<own>"
"""The name under which a practice asks for what this client avoids or has given up."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A contraindicated move that a text plans, and where it stands."""

    move: Contraindicated
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One behaviour of a move, with the label under which its words are found."""

    move: Contraindicated
    behaviour: Behaviour
    label: str


class Moves:
    """The contraindicated moves of a client's practices, ready to be looked for."""

    def __init__(self, case: Case, practices: tuple[Practice, ...], vocabulary: dict[str, list[str]]) -> None:
        """`vocabulary` are the named lists of all practices; those of the client's diagnoses are looked for."""
        named = {f"<{name}>": words for name, words in vocabulary.items()} | {_OWN: own.avoided(case)}
        lists: dict[str, list[str]] = {label: list(words) for label, words in turning.LISTS.items()}
        clear = [(p, m) for p in practices for m in p.contraindicated if m.certainty == "clear"]
        # What may hurt somebody is told before what only does not help.
        clear.sort(key=lambda pair: not pair[1].dangerous)
        self._rows: list[_Row] = []
        for practice, move in clear:
            for number, behaviour in enumerate(move.behaviours):
                label = f"{practice.disorder}:{move.id}:{number}"
                self._rows.append(_Row(move, behaviour, label))
                for part in ("does", "leaves", "near", "and_near", "unless"):
                    if phrases := _spelled(getattr(behaviour, part), named):
                        lists[f"{part}:{label}"] = phrases
        for part in ("symptoms", "aids"):
            lists[f"spent:{part}"] = _spelled([f"<{part}>"], named)
        lists["other"] = _spelled(["<relatives>"], named) if "<relatives>" in named else []
        self._book = PhraseBook(lists)
        self._names = frozenset(tokenise(normalise(f"{case.id} {case.title}")).words)
        numbers = {row.label: at for at, row in enumerate(self._rows)}
        self._cores = {name: numbers[name.partition(":")[2]] for name in lists if name.startswith(("does:", "leaves:"))}

    def find(self, reading: Reading) -> Hit | None:
        """The first clear move that the text plans."""
        places = self._book.find(reading.tokens)
        if places.keys().isdisjoint(self._cores):
            return None
        for label, found in places.items():
            places[label] = [p for p in found if not _STOP.search(reading.norm, p[0], p[1])]
        spent = [
            p
            for label, at in places.items()
            if label.startswith(("does:", "spent:"))
            for p in at
            if stem(reading.norm[p[0] : p[1]]) not in _LIGHT
        ]
        polarity = Polarity(reading, places, spent, self._names)
        other = reading.actor == "other" or any(p[0] < _FIRST for p in places.get("other", ()))
        for number in sorted({self._cores[label] for label in places if label in self._cores}):
            row = self._rows[number]
            if rests_on := _planned(row, places, polarity, other=other):
                return Hit(row.move, rests_on)
        return None


def _spelled(phrases: Iterable[str], named: dict[str, list[str]]) -> list[str]:
    """`phrases` with each name of a list put out in full; within a phrase it stands for all words of its list."""
    out: dict[str, None] = {}
    for phrase in phrases:
        for word in _one(phrase, named):
            out[word] = None
    return list(out)


def _one(phrase: str, named: dict[str, list[str]]) -> list[str]:
    if phrase in named:
        return _spelled(named[phrase], named)
    for name in _NAME.findall(phrase):
        words = (word for word in _spelled(named[name], named) if "..." not in word and "|" not in word)
        phrase = phrase.replace(name, "|".join(word.replace(" ", "_") for word in words))
    return [phrase]


def _planned(row: _Row, places: dict[str, list[Place]], polarity: Polarity, *, other: bool) -> tuple[Place, ...]:
    """The words on which it rests that the text plans this behaviour, or nothing."""
    behaviour, label = row.behaviour, row.label
    cores = [(p, "planned") for p in places.get(f"does:{label}", ())]
    cores += [(p, "left out") for p in places.get(f"leaves:{label}", ())]
    if not cores or any(polarity.holds(p) for p in places.get(f"unless:{label}", ())):
        return ()
    for place, wanted in cores:
        if wanted == "planned" and behaviour.however_little:
            held = polarity.planned_at_all(place)
        else:
            held = polarity.direction(place, spend=wanted == "left out") == wanted
        if not held or (wanted == "planned" and polarity.idle(place)):
            continue
        if wanted == "left out" and other and _no_more(polarity, place):
            # What somebody else no longer does in the client's place is the client's again.
            continue
        beside = _beside(row, place, places, polarity)
        if beside is not None:
            turned = [t.place for t in polarity.over(place)] if wanted == "left out" else []
            return tuple(sorted({place, *beside, *turned}))
    return ()


def _no_more(polarity: Polarity, place: Place) -> bool:
    """Whether what stands at `place` is done no longer, or something else in its place."""
    return all(
        t.kind == "without" or polarity.word(t).startswith(("stop", "no longer", "cease", "quit"))
        for t in polarity.over(place, near=True)
    )


def _beside(row: _Row, core: Place, places: dict[str, list[Place]], polarity: Polarity) -> list[Place] | None:
    """What has to stand near `core`, or None where it is missing."""
    found = []
    for part in ("near", "and_near"):
        if not getattr(row.behaviour, part):
            continue
        near = [p for p in places.get(f"{part}:{row.label}", ()) if _goes_with(core, p, polarity)]
        if not near:
            return None
        found.append(min(near, key=lambda p: abs(p[0] - core[0])))
    return found


def _goes_with(core: Place, place: Place, polarity: Polarity) -> bool:
    """Whether `place` is said of `core`: close by, in the same sentence, and not what is done without."""
    if place == core or max(place[0] - core[1], core[0] - place[1]) > _NEAR:
        return False
    if polarity.sentence(core) != polarity.sentence(place) and not polarity.quoted(place):
        return False
    both = polarity.over(core)
    return not any(t not in both and t.place != core and _undoes(t, polarity) for t in polarity.over(place))


def _undoes(turn: Turn, polarity: Polarity) -> bool:
    """Whether `turn` takes away what stands beside an act: "nobody is ill" may be what one hears, "no wine" is not."""
    return turn.kind in ("without", "give_up", "inside") or polarity.word(turn) in ("no", "not", "never", "no more")
