"""Behaviours that a text plans, and things that it leaves out, held against the practices' moves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goalsmith.engine.evidence.polarity import Polarity, Turn
from goalsmith.engine.evidence.words import turning
from goalsmith.engine.evidence.words.common import FUNCTION
from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.harm import own
from goalsmith.engine.harm.weighed import WordWeights
from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.engine.reading import Reading
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model import Case, HarmWords, Practice
from goalsmith.model.practice import Behaviour, Contraindicated

_NEAR = 75
_FIRST = 5
_MORE = 1.0
"""How much more, in log odds, the words have to speak for harm where what is planned is told by a light verb alone."""
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
_PARTS = ("does", "leaves", "near", "and_near", "unless")
_USE_UP = ("<symptoms>", "<aids>")
_OTHERS = "<relatives>"
_ALWAYS = (*_USE_UP, _OTHERS)
"""Lists that the reading itself asks for; a practice file may leave them out."""
_STOP = re.compile(r"[.;:!?] ")
_CLIENT = "<client>"
_OWN = "<own>"
"""The names under which a practice asks for what the client is called, and what this client avoids."""


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

    def __init__(
        self, case: Case, practices: tuple[Practice, ...], vocabulary: dict[str, list[str]], words: HarmWords
    ) -> None:
        """`vocabulary` are the named lists of all practices; those of the client's diagnoses are looked for."""
        named: dict[str, Sequence[str]] = dict.fromkeys(_ALWAYS, ())
        named |= {f"<{name}>": words for name, words in vocabulary.items()}
        self._names = frozenset(tokenise(normalise(f"{case.id} {case.title}")).words)
        self._words = WordWeights(words, self._names)
        named |= {_OWN: own.avoided(case), _CLIENT: sorted(self._names)}
        self._rows = _rows(practices)
        lists: dict[str, list[str]] = {label: list(words) for label, words in turning.LISTS.items()}
        for row in self._rows:
            for part in _PARTS:
                if phrases := _spelled(getattr(row.behaviour, part), named):
                    lists[f"{part}:{row.label}"] = phrases
        lists |= {f"spent:{name}": _spelled([name], named) for name in _USE_UP}
        lists[_OTHERS] = _spelled([_OTHERS], named)
        self._book = PhraseBook(lists)
        numbers = {row.label: at for at, row in enumerate(self._rows)}
        self._cores = {name: numbers[name.partition(":")[2]] for name in lists if name.startswith(("does:", "leaves:"))}

    def find(self, reading: Reading) -> Hit | None:
        """The clear move that the text plans, as far as its words speak for harm at all.

        Where they speak for it strongly, a move of which only the core is told is enough.
        """
        places = self._book.find(reading.tokens)
        rows = [self._rows[n] for n in sorted({self._cores[label] for label in places if label in self._cores})]
        if not rows:
            return None
        words, score = self._words, self._words.score(reading.tokens)
        enough = {tentative for tentative in (False, True) if words.enough(score, tentative=tentative)}
        whole = [row for row in rows if row.behaviour.tentative in enough and _complete(row, places)]
        partly = rows if words.strong(score) else []
        return self._first(reading, places, whole, partly) if whole or partly else None

    def _first(
        self, reading: Reading, places: dict[str, list[Place]], whole: list[_Row], partly: list[_Row]
    ) -> Hit | None:
        """The first of the moves in `whole` that is planned, or else the one of `partly` that is told of best."""
        for label, found in places.items():
            places[label] = [p for p in found if not _STOP.search(reading.norm, p[0], p[1])]
        polarity = Polarity(reading, places, _spent(reading, places), self._names)
        other = reading.actor == "other" or any(p[0] < _FIRST for p in places.get(_OTHERS, ()))
        for row in whole:
            if rests_on := _planned(row, places, polarity, other=other):
                return Hit(row.move, rests_on)
        told = [(row, core) for row in partly if (core := _core(row, places, polarity, other=other))]
        if not self._words.strong(self._words.score(reading.tokens) - _MORE):
            # "Is" or "stay" alone explains little, so that the other words have to say more.
            told = [(row, core) for row, core in told if not _light(reading.norm[core[0] : core[1]])]
        if not told:
            return None
        row, core = max(told, key=lambda pair: (not pair[0].move.dangerous, _parts(pair[0], places)))
        return Hit(row.move, (core,))


def _rows(practices: tuple[Practice, ...]) -> list[_Row]:
    """The behaviours of all clear moves. What may hurt somebody is told before what only does not help."""
    clear = [(p.disorder, m) for p in practices for m in p.contraindicated if m.certainty == "clear"]
    clear.sort(key=lambda pair: not pair[1].dangerous)
    return [
        _Row(move, behaviour, f"{disorder}:{move.id}:{number}")
        for disorder, move in clear
        for number, behaviour in enumerate(move.behaviours)
    ]


def _complete(row: _Row, places: dict[str, list[Place]]) -> bool:
    """Whether there is anything at all of what has to stand near."""
    return all(f"{part}:{row.label}" in places for part in ("near", "and_near") if getattr(row.behaviour, part))


def _spent(reading: Reading, places: dict[str, list[Place]]) -> list[Place]:
    """Where an act, an aid or a symptom is named, which uses up a turn."""
    return [
        place
        for label, found in places.items()
        if label.startswith(("does:", "spent:"))
        for place in found
        if stem(reading.norm[place[0] : place[1]]) not in _LIGHT
    ]


def _light(words: str) -> bool:
    """Whether `words` are all verbs or function words that say too little by themselves."""
    return all(word in FUNCTION or stem(word) in _LIGHT for word in words.split())


def _spelled(phrases: Iterable[str], named: Mapping[str, Sequence[str]]) -> list[str]:
    """`phrases` with each name of a list put out in full; within a phrase it stands for all words of its list."""
    out: dict[str, None] = {}
    for phrase in phrases:
        for word in _one(phrase, named):
            out[word] = None
    return list(out)


def _one(phrase: str, named: Mapping[str, Sequence[str]]) -> list[str]:
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
        if not _meant(place, wanted, behaviour, polarity, other=other):
            continue
        beside = _beside(row, place, places, polarity)
        if beside is not None:
            turned = [t.place for t in polarity.over(place)] if wanted == "left out" else []
            return tuple(sorted({place, *beside, *turned}))
    return ()


def _core(row: _Row, places: dict[str, list[Place]], polarity: Polarity, *, other: bool) -> Place | None:
    """The words for the behaviour itself, where the text plans it; what has to stand near may be missing."""
    label = row.label
    cores = [(p, "planned") for p in places.get(f"does:{label}", ())]
    cores += [(p, "left out") for p in places.get(f"leaves:{label}", ())]
    if any(polarity.holds(p) for p in places.get(f"unless:{label}", ())):
        return None
    return next((p for p, wanted in cores if _meant(p, wanted, row.behaviour, polarity, other=other)), None)


def _parts(row: _Row, places: dict[str, list[Place]]) -> int:
    """How many of the lists that have to stand near are there."""
    return sum(f"{part}:{row.label}" in places for part in ("near", "and_near"))


def _meant(place: Place, wanted: str, behaviour: Behaviour, polarity: Polarity, *, other: bool) -> bool:
    """Whether the sentence does with what stands at `place` what makes it harmful."""
    if wanted == "left out":
        # What somebody else no longer does in the client's place is the client's again.
        return polarity.direction(place, spend=True) == wanted and not (other and _no_more(polarity, place))
    if polarity.idle(place):
        return False
    return polarity.planned_at_all(place) if behaviour.however_little else polarity.direction(place) == wanted


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
