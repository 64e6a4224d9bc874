"""Word lists that are data: many phrases looked for in one pass over the words of a text.

A phrase is words with blanks between; `a|b` is either word (`hand_over|drop`: a blank within one is written `_`), and
`...` skips up to eight words. Words are compared by their stems, so `text ... partner` also finds "texted her partner".
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import count

from goalsmith.engine.text import Tokens, in_full, stem, tokenise

GAP = 8
_APART = str.maketrans("|-_", "   ")
_Slot = frozenset[str] | None
_Rest = tuple[int, tuple[_Slot, ...], str]
"""What has to follow a phrase's first word, behind the phrase's number in the book and before its label."""
_NONE: list[_Rest] = []
Place = tuple[int, int]


class _Longer:
    """The phrases of several words that begin with one word: by their second word, or after a gap by their last.

    A phrase with a gap is so looked at only where the text has the word that it ends in.
    """

    __slots__ = ("after_gap", "by_next", "lasts")

    def __init__(self) -> None:
        self.by_next: dict[str, list[_Rest]] = {}
        self.after_gap: dict[str, list[_Rest]] = {}
        self.lasts: set[str] = set()

    def add(self, rest: _Rest) -> None:
        """Take a phrase by what follows its first word."""
        slots = rest[1]
        if slots[0]:
            for word in slots[0]:
                self.by_next.setdefault(word, []).append(rest)
            return
        for word in slots[-1] or ():
            self.after_gap.setdefault(word, []).append(rest)
            self.lasts.add(word)

    def with_gaps(self, rests: list[_Rest], present: set[str]) -> list[_Rest]:
        """`rests` and the phrases with a gap that can end in a text of the words `present`, in the book's order."""
        lists = [self.after_gap[last] for last in self.lasts & present]
        if len(lists) == 1 and not rests:
            return lists[0]
        # A phrase that may end in one word or another stands in the lists of both.
        found = {rest[0]: rest for one in (rests, *lists) for rest in one}
        return [found[number] for number in sorted(found)]


class PhraseBook:
    """Phrases under labels, ready to be found."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Take for each label its phrases."""
        self._alone: dict[str, dict[str, None]] = {}
        self._longer: dict[str, _Longer] = {}
        words: set[str] = set()
        numbers = count()
        for label, phrases in lists.items():
            for phrase in phrases:
                for plain in _written_out(phrase):
                    self._add(next(numbers), label, _slots(plain))
                words.update(phrase.lower().translate(_APART).split())
        self.words = frozenset(word for word in words if word.isalpha())
        """Every word of every phrase, as it is written there."""

    def _add(self, number: int, label: str, slots: tuple[_Slot, ...]) -> None:
        for first in slots[0] or ():
            if len(slots) == 1:
                self._alone.setdefault(first, {})[label] = None
                continue
            if first not in self._longer:
                self._longer[first] = _Longer()
            self._longer[first].add((number, slots[1:], label))

    def find(self, tokens: Tokens) -> dict[str, list[Place]]:
        """Return for each label found the places, as (start, end) in code points, in the order of the text."""
        found: dict[str, list[Place]] = {}
        _, starts, ends, stems = tokens
        alone, longer = self._alone, self._longer
        after, present = [*stems[1:], ""], set(stems)
        for at, word in enumerate(stems):
            if word in alone:
                place = starts[at], ends[at]
                for label in alone[word]:
                    if label in found:
                        found[label].append(place)
                    else:
                        found[label] = [place]
            if word not in longer:
                continue
            begun = longer[word]
            rests = begun.by_next.get(after[at], _NONE)
            if not begun.lasts.isdisjoint(present):
                rests = begun.with_gaps(rests, present)
            for _, slots, label in rests:
                last = _match(stems, at + 1, slots)
                if last >= 0:
                    found.setdefault(label, []).append((starts[at], ends[last]))
        return found


def _written_out(phrase: str) -> list[str]:
    """`phrase` as often as it has alternatives of several words: "hand_over|drop it" as "hand over it", "drop it"."""
    if "_" not in phrase:
        return [phrase]
    out = [""]
    for part in phrase.split():
        either = part.split("|")
        single = "|".join(word for word in either if "_" not in word)
        forms = [word.replace("_", " ") for word in either if "_" in word] + ([single] if single else [])
        out = [f"{before} {form}".strip() for before in out for form in forms]
    return out


@lru_cache(maxsize=20_000)
def _slots(phrase: str) -> tuple[_Slot, ...]:
    slots: list[_Slot] = []
    for part in phrase.split():
        if part == "...":
            slots.append(None)
        elif part.isalpha():
            slots += [frozenset({word}) for word in _stems(part)]
        else:
            either = [_stems(word) or [word] for word in part.split("|")]
            if len(either) == 1:
                slots += [frozenset({word}) for word in either[0]]
            else:
                slots.append(frozenset(map(_first, either)) | {stem(w) for w in part.split("|") if w.isalpha()})
    return tuple(slots)


def _stems(word: str) -> list[str]:
    plain = in_full(word.lower())
    return [stem(plain)] if plain.isalpha() else tokenise(plain).stems


def _first(words: list[str]) -> str:
    """The word that stands for one way of several: the first, and of a contraction with "not" that one."""
    return "not" if words[-1] == "not" else words[0]


def _match(stems: list[str], at: int, slots: tuple[_Slot, ...]) -> int:
    """The index of the last word when `slots` match from `at` on, else -1. The nearest word after a gap is taken."""
    gap, count = 0, len(stems)
    for slot in slots:
        if slot is None:
            gap = GAP
            continue
        stop = min(count, at + gap + 1)
        while at < stop and stems[at] not in slot:
            at += 1
        if at >= stop:
            return -1
        at, gap = at + 1, 0
    return at - 1
