"""Behaviours that a text plans, and things that it leaves out, held against the practices' moves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.polarity import Polarity, Turn
from goalsmith.engine.evidence.words import turning
from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.harm import own
from goalsmith.engine.harm.network import Read, network
from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.engine.reading import Reading
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model import Case, HarmNetwork, Practice
from goalsmith.model.practice import Behaviour, Contraindicated

_NEAR = 75
_HANDFUL, _DOZEN, _MANY_AIMS = 4, 12, 6
_WHEN = ("deadline", "start", "duration", "dose", "frequency")
_EXPERIMENT = Wording(
    r"\bpredict\w*\b|\bprediction\b|\b(?:think|thinks|feared?|expect\w*)\b[^.;]{0,40}\b(?:did|happen(?:s|ed)?)\b",
    signs="predict* did happen*",
)
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
_PARTS = ("does", "leaves", "near", "and_near", "unless")
_USE_UP = ("<symptoms>", "<aids>")
_OTHERS = "<relatives>"
_ALWAYS = (*_USE_UP, _OTHERS)
"""Lists that the reading itself asks for; a practice file may leave them out."""
_STOP = re.compile(r"[.;:!?] ")
_SO_FAR = Wording(
    r"\((?:now|currently|so far|at present|at the moment|baseline|until now|up to now|to date|today)\b[^)]{0,100}\)",
    signs="now currently so present moment baseline until up date today",
)
"""What a bracket tells of the start is not planned: "take the tram alone (now avoided)"."""
_CLIENT = "<client>"
_OWN = "<own>"
"""The names under which a practice asks for what the client is called, and what this client avoids."""
_EVERYBODY = "everybody"
"""The practice that binds every client."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A contraindicated move that a text plans, and where it stands; `sure` if the network tells it alone."""

    move: Contraindicated
    places: tuple[Place, ...]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One behaviour of a move, with the label under which its words are found."""

    move: Contraindicated
    behaviour: Behaviour
    name: str
    label: str


class Moves:
    """The contraindicated moves of a client's practices, ready to be looked for."""

    def __init__(
        self, case: Case, practices: tuple[Practice, ...], vocabulary: dict[str, list[str]], trained: HarmNetwork
    ) -> None:
        """`vocabulary` are the named lists of all practices; those of the client's diagnoses are looked for."""
        named: dict[str, Sequence[str]] = dict.fromkeys(_ALWAYS, ())
        named |= {f"<{name}>": words for name, words in vocabulary.items()}
        self._names = frozenset(tokenise(normalise(f"{case.id} {case.title}")).words)
        self._trained = trained
        self.about = " and ".join(p.name for p in practices if p.disorder != _EVERYBODY).lower()
        self.called = _called(case)
        moves = ((p.disorder, move) for p in practices for move in p.contraindicated)
        self._clear = {f"{disorder}:{move.id}": move for disorder, move in moves if move.certainty == "clear"}
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
        """The clear move that the text plans: one that the network is sure of, or that a practice's rules find."""
        read = self.read(reading)
        if read.score >= self._trained.scores.alone and (move := self._likeliest(read)):
            return Hit(move, read.places, sure=True)
        places = self._book.find(reading.tokens)
        rows = [self._rows[n] for n in sorted({self._cores[label] for label in places if label in self._cores})]
        short = _said(reading) <= _DOZEN
        whole = [row for row in rows if self._counts(row, read.score, short=short) and _complete(row, places)]
        hit = self._planned(reading, places, whole) if whole else None
        return hit if hit and (hit.move.dangerous or not _innocent(reading)) else None

    def read(self, reading: Reading) -> Read:
        """What the network makes of a text, whose score is in log odds."""
        return network(self._trained).read(reading.norm, self.about, self.called)

    def _counts(self, row: _Row, score: float, *, short: bool) -> bool:
        """Whether a move that the rules find counts in a text with this `score`, if the network knows the move."""
        scores = self._trained.scores
        if row.name not in scores.moves:
            return not row.behaviour.tentative
        if row.behaviour.tentative:
            return score >= scores.with_tentative
        if row.move.dangerous:
            return score >= scores.with_dangerous_move
        return score >= (scores.with_plain_move if short else scores.with_move)

    def _likeliest(self, read: Read) -> Contraindicated | None:
        """The clear move of the client's practices that the network finds likeliest."""
        known = {name: move for name, move in self._clear.items() if name in read.moves}
        return known[max(known, key=read.moves.__getitem__)] if known else None

    def _planned(self, reading: Reading, places: dict[str, list[Place]], rows: list[_Row]) -> Hit | None:
        """The first of the moves in `rows` that the text plans."""
        so_far = reading.all(_SO_FAR)
        for label, found in places.items():
            places[label] = [p for p in found if not _STOP.search(reading.norm, p[0], p[1]) and not _inside(p, so_far)]
        polarity = Polarity(reading, places, _spent(reading, places), self._names)
        other = reading.actor == "other" or any(p[0] < _FIRST for p in places.get(_OTHERS, ()))
        for row in rows:
            if rests_on := _planned(row, places, polarity, other=other):
                return Hit(row.move, rests_on)
        return None


def _said(reading: Reading) -> int:
    """How many words a text has besides those for when and how long, which excuse nothing."""
    when = reading.at(*_WHEN)
    places = zip(reading.tokens.starts, reading.tokens.ends, strict=True)
    return sum(not _inside(place, when) for place in places)


def _inside(place: Place, others: list[Place]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in others)


def _innocent(reading: Reading) -> bool:
    """Whether rules say too little: in a handful of words, a list of many aims, a experiment whose outcome is open."""
    commas = reading.norm.count(",") + reading.norm.count(";")
    listed = commas >= _MANY_AIMS and not reading.scores
    return len(reading.tokens.words) <= _HANDFUL or listed or reading.search(_EXPERIMENT) is not None


def _called(case: Case) -> frozenset[str]:
    """What the client is called: by the title, or in a case without one by the last word of an id as "gad-maya"."""
    name = case.client_name.lower() if case.title else case.id.rpartition("-")[2]
    return frozenset({name} if name.isalpha() else ())


def _rows(practices: tuple[Practice, ...]) -> list[_Row]:
    """The behaviours of all clear moves. What may hurt somebody is told before what only does not help."""
    clear = [(p.disorder, m) for p in practices for m in p.contraindicated if m.certainty == "clear"]
    clear.sort(key=lambda pair: not pair[1].dangerous)
    return [
        _Row(move, behaviour, f"{disorder}:{move.id}", f"{disorder}:{move.id}:{number}")
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
