"""Does a sentence plan what a word of it names, or leave it out, cut it down, or only tell of it?

Words that turn something round (`words/turning.py`) each reach over a stretch of the sentence. A word under an even
number of them is planned, under an odd number left out: "does not avoid the bus" rides it. Everything that makes less
counts once, however often it is said ("cut from 12 to 4").
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from goalsmith.engine.evidence.words import picture
from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.phrases import Place
from goalsmith.engine.reading import Reading
from goalsmith.engine.text import stem

Direction = Literal["planned", "left out", "cut down", "told"]

_HARD = re.compile(r"(?<!\b\w)\.(?!\d)|[;!?()]|\s-\s|--")
_QUOTED = re.compile(r"\"[^\"]{1,200}\"|(?<![^\W_])'(?=[^\s'])[^\"]{1,200}?'(?![^\W_])")
_TURNS = ("not", "without", "give_up", "inside", "gone")
_REACH = 14
_SHORT = 6
_OPENING = 6
"""So many words may stand before a clause that opens a sentence: "*On evenings when* ..."."""
_ITEMS = (3, 6)
"""A row is made of so many things at least, each of so many words at most."""
_NEW_CLAUSE = frozenset(
    listed("""
        but, so, because, until, till, when, whenever, if, unless, then, instead, through,
        via, using, plus, whom, who, what, where, which, how, whether
    """)
)
_PLACE_WORDS = frozenset(listed("on, in, at, by, for, into, onto, inside, near, along, to, with, about, from"))
_TIMES = frozenset(listed("during, before, after, while, until"))
_GOING = frozenset(
    stem(w)
    for w in listed("""
        go, goes, going, attend, enter, part, sit, be, being, stay, travel, ride, walk, join, appear, turn, show, come,
        look, eat, speak, talk, present, set, drive, get, gets, getting, foot, visit, return, trip, contact, have, has,
        need, needs, step, mention, meet, board, back, away, eating, speaking, ever, outing, call, answer, listen, drop
    """)
)
_SUBJECT = frozenset(listed("she, he, they, we, i, it, client, pt, ct, patient"))
_PLAN = frozenset(listed("then, will, shall"))
_FILL = frozenset(listed("then, also, just, simply, always, instead")) | _SUBJECT
_BEFORE_TO = frozenset(
    stem(w)
    for w in listed("""
        have, has, having, need, needs, able, want, wants, ask, try, going, allow, get, start, begin, attempt, used,
        ought, let, refuse, decline, say, says, way, back, next, close, listen, talk, speak, go, goes, going, from, up,
        connection, visit, visits, trip, trips, return, returning, travel, access, answer, reply, right, not
    """)
) | {"has"}
_VERBS = frozenset(
    stem(w)
    for w in (
        *(phrase for phrase in picture.ACT if " " not in phrase),
        *listed("""
            let, lets, feel, remain, notice, take, eat, ride, touch, finish, keep, stay, see, find, continue, carry,
            enter, try, return, say, get, put, lay, show, work, drop, give, make, do, does, has, have, is, are, be,
            can, will, may, live, hear, turn, climb, plate, serve, decide, walk, pass, board, focus, name, accept
        """),
    )
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A word that turns what lies between `start` and `end` round; `place` is the word itself.

    What lies behind `end` and before `far` belongs to what is turned round ("without ringing *to ask her*"), and is
    not itself left out.
    """

    kind: str
    place: Place
    start: int
    end: int
    far: int


class Polarity:
    """The turning words of one text and what each reaches over. `spent` are places at which a turn is used up."""

    def __init__(
        self,
        reading: Reading,
        places: dict[str, list[Place]],
        spent: list[Place],
        names: frozenset[str] = frozenset(),
    ) -> None:
        """`places` holds the labels "turn:..."; `names` are what the client is called."""
        norm, tokens = reading.norm, reading.tokens
        self._norm, self._tokens, self._spent = norm, tokens, spent
        self._hard = [0, *(m.start() for m in _HARD.finditer(norm)), len(norm)]
        self._quoted = [m.span() for m in _QUOTED.finditer(norm)]
        found = [(a, b, label[5:]) for label, at in places.items() if label.startswith("turn:") for a, b in at]
        found = [f for f in found if "," not in norm[f[0] : f[1]]]
        self._found = _longest(found)
        self._falls = [(c.start, c.end) for c in reading.changes if c.target < c.baseline]
        self._subjects = _SUBJECT | names
        self._subject = _subject(self._subjects)

    @cached_property
    def turns(self) -> list[Turn]:
        """Every turning word with its reach, in the order of the text."""
        out = []
        for a, b, kind in self._found:
            if kind == "idle":
                continue
            out.append(Turn(kind, (a, b), *self._reach(a, b, kind)))
        for place in self._falls:
            start, end = self.sentence(place)
            out.append(Turn("less", place, start, end, end))
        return out

    def sentence(self, place: Place) -> Place:
        """The stretch between two full stops or semicolons in which `place` lies."""
        at = bisect_left(self._hard, place[0] + 1)
        return self._hard[at - 1], self._hard[min(at, len(self._hard) - 1)]

    def word(self, turn: Turn) -> str:
        """The turning word as the text has it."""
        return self._norm[turn.place[0] : turn.place[1]]

    def quoted(self, place: Place) -> bool:
        """Whether `place` is somebody's words."""
        return any(a <= place[0] and place[1] <= b for a, b in self._quoted)

    def over(self, place: Place, *, near: bool = False) -> list[Turn]:
        """The turns that reach over `place`, or stand in the middle of it; `near` leaves out what they only touch."""
        a, b = place
        out = []
        for t in self.turns:
            if _part(t.place, place):
                # "stays away from the bar" is found as "stay ... bar".
                longer = t.kind == "give_up" and t.place[0] == a and " " in self.word(t)
                inner = (a < t.place[0] or longer) and t.place[1] < b and t.kind != "when"
            else:
                within = near and t.kind != "inside" and _part(place, t.place)
                inner = t.start <= a < (t.end if near else t.far) and not within
            if inner and not self._taken_back(t):
                out.append(t)
        return out

    def _taken_back(self, turn: Turn) -> bool:
        """Whether what gives up is itself denied: "rather than *staying at home*"."""
        at = turn.place[0]
        return turn.kind == "gone" and any(o.kind in ("not", "without") and o.start <= at < o.far for o in self.turns)

    def direction(self, place: Place, *, spend: bool = False) -> Direction:
        """What the sentence does with what stands at `place`.

        With `spend`, a turn that met another thing on its way ("without *gloves* on the *bus*") does not reach farther.
        """
        if self.quoted(place):
            return "told"
        turns = self.over(place, near=spend)
        if any(t.kind in ("told", "when") for t in turns):
            return "told"
        if spend:
            turns = [t for t in turns if not self._is_spent(t, place)]
        odd = sum(t.kind in _TURNS for t in turns) % 2
        if any(t.kind == "less" for t in turns):
            return "cut down"
        return "left out" if odd else "planned"

    def holds(self, place: Place) -> bool:
        """Whether what stands at `place` is there at all, be it told of, quoted or planned: no "without" reaches it."""
        close = self.over(place, near=True)
        turns = [t for t in self.over(place) if t.kind in ("not", "without") or t in close]
        return self.quoted(place) or sum(t.kind in _TURNS for t in turns) % 2 == 0

    def planned_at_all(self, place: Place) -> bool:
        """Whether what stands at `place` is planned in any amount, be it ever so little."""
        turns = self.over(place)
        if self.quoted(place) or any(t.kind in ("told", "when") for t in turns):
            return False
        return sum(t.kind in _TURNS for t in turns) % 2 == 0

    def idle(self, place: Place) -> bool:
        """Whether `place` is part of a set phrase that means another thing ("on the *phone*")."""
        return any(kind == "idle" and _part(place, (a, b)) for a, b, kind in self._found)

    def _is_spent(self, turn: Turn, place: Place) -> bool:
        left, stop = self.sentence(turn.place)
        if self._main_clause(left, turn.place[1], stop, turn.kind) >= 0:
            return False
        return any(turn.place[1] <= a and b <= place[0] for a, b in self._spent if (a, b) not in self._words)

    @cached_property
    def _words(self) -> set[Place]:
        return {(a, b) for a, b, _ in self._found}

    def _reach(self, start: int, end: int, kind: str) -> tuple[int, int, int]:
        if kind == "inside":
            return start, end, end
        left = self.sentence((start, end))[0]
        if kind == "gone":
            return self._left(start, left), start, start
        right, far = self._right(end, kind)
        if kind == "less" and self._norm[left:start].strip(" .;:!?()-"):
            return self._left(start, left), right, far
        return start, right, far

    def _left(self, start: int, left: int) -> int:
        """Where what is said to become less begins: what stands before, up to the last comma."""
        comma = self._norm.rfind(",", left, start)
        near = comma >= 0 and len(self._norm[comma + 1 : start].split()) > 1
        return left if not near or _is_row(self._norm[left:start]) else comma

    def _right(self, end: int, kind: str) -> tuple[int, int]:
        """Where a turn whose word ends at `end` stops reaching, for what it names and for what belongs to that."""
        tokens, norm = self._tokens, self._norm
        left, stop = self.sentence((end - 1, end))
        if (main := self._main_clause(left, end, stop, kind)) >= 0:
            return main, main
        first, near = bisect_left(tokens.starts, end), -1
        last = min(len(tokens.words), first + (self._short(end, stop) if kind == "less" else _REACH))
        for i in range(first, last):
            start = tokens.starts[i]
            if start >= stop:
                return (near if near >= 0 else stop), stop
            between = norm[tokens.ends[i - 1] : start] if i else ""
            if ":" in between or (i == first and "," in between and kind != "when") or self._ends(i, first, kind):
                return (near if near >= 0 else start), start
            if near < 0 and i > first and self._turns_off(i, first, kind):
                near = start
        far = min(stop, tokens.ends[last - 1]) if last > first else stop
        return (near if near >= 0 else far), far

    def _main_clause(self, left: int, end: int, stop: int, kind: str) -> int:
        """Where the main clause begins after a clause that opens the sentence with this turn, or -1.

        "Instead of lying in, cancelling choir and brooding, *Ruth* dresses by ten": all before Ruth is background.
        """
        if kind not in ("when", "without") or len(self._norm[left:end].split()) > _OPENING:
            return -1
        for subject in self._subject.finditer(self._norm, end, stop):
            return subject.start()
        return -1

    def _short(self, end: int, stop: int) -> int:
        """How many words something that makes less reaches over: a few, or a list of things to its end."""
        return _REACH * 2 if _is_row(self._norm[end:stop]) else _SHORT

    def _ends(self, i: int, first: int, kind: str) -> bool:
        """Whether a new clause begins at word `i`."""
        tokens, word = self._tokens, self._tokens.words[i]
        comma = i > first and "," in self._norm[tokens.ends[i - 1] : tokens.starts[i]]
        if kind == "when":
            return comma or (word in self._subjects and i - first > 1) or word in _PLAN
        if word in _NEW_CLAUSE or (comma and not self._listed(i)):
            return True
        if word in ("without", "w") and kind in ("give_up", "less"):
            return True
        return i > first and word in ("and", "&") and (self._verb_after(i) or self._next_item(i, first))

    def _next_item(self, i: int, first: int) -> bool:
        """Whether "and" goes on with what stands beside the turn itself: "*cancelling* choir and *seeing* nobody"."""
        return self._gerund(first - 1) and not self._gerund(first) and self._gerund(i + 1)

    def _turns_off(self, i: int, first: int, kind: str) -> bool:
        """Whether from word `i` on a place, a time or a purpose is named, which is not itself left out."""
        tokens, word = self._tokens, self._tokens.words[i]
        if kind == "when":
            return False
        if word in _TIMES:
            return True
        if word == "to" and tokens.stems[i - 1] not in _BEFORE_TO and self._is_verb(i + 1):
            return True
        return word in _PLACE_WORDS and i > first + 1 and not self._goes(first, i)

    def _goes(self, first: int, i: int) -> bool:
        """Whether what is turned round is going or being somewhere, so that the place belongs to it."""
        return not _GOING.isdisjoint(self._tokens.stems[first:i])

    def _listed(self, i: int) -> bool:
        """Whether the comma before word `i` goes on with a list: a short item, and then an "and", "or" or comma."""
        tokens = self._tokens
        if self._is_verb(i) and not self._gerund(i):
            return False
        if tokens.words[i] in ("or", "nor", "and", "not", "nobody"):
            return tokens.words[i] in ("or", "nor") or (tokens.words[i] == "and" and not self._verb_after(i))
        for j in range(i + 1, min(i + 4, len(tokens.words))):
            between = self._norm[tokens.ends[j - 1] : tokens.starts[j]]
            if tokens.words[j] in ("or", "and") or "," in between:
                return True
        return False

    def _verb_after(self, i: int) -> bool:
        tokens, j = self._tokens, i + 1
        while j < len(tokens.words) and tokens.words[j] in _FILL:
            if tokens.words[j] in _SUBJECT:
                return True
            j += 1
        return self._is_verb(j) and not self._gerund(j)

    def _is_verb(self, i: int) -> bool:
        return i < len(self._tokens.stems) and self._tokens.stems[i] in _VERBS

    def _gerund(self, i: int) -> bool:
        return i < len(self._tokens.words) and self._tokens.words[i].endswith("ing")


@lru_cache(maxsize=64)
def _subject(words: frozenset[str]) -> re.Pattern[str]:
    """A comma and then one of `words`, with which a main clause begins."""
    return re.compile(rf"(?<=, )(?:{'|'.join(sorted(map(re.escape, words)))})\b")


def _is_row(text: str) -> bool:
    """Whether `text` begins with a row of things: "worry, tension and headaches"."""
    items = text.replace(" and ", ", ").replace(" or ", ", ").split(",")
    least, longest = _ITEMS
    return len(items) >= least and all(len(item.split()) <= longest for item in items[:least])


def _part(inner: Place, outer: Place) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _longest(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of turning words that overlap, the one that begins first, and of those the longest."""
    order = {"idle": 0, "gone": 1, "less": 2, "told": 3, "without": 4, "give_up": 5, "not": 6, "when": 7, "inside": 8}
    out: list[tuple[int, int, str]] = []
    for a, b, kind in sorted(found, key=lambda f: (f[0], -f[1], order[f[2]])):
        if not out or a >= out[-1][1]:
            out.append((a, b, kind))
    return out
