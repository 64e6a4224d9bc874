"""Word lists that are data: many phrases looked for in one pass over the words of a text.

A phrase is words with blanks between; `a|b` is either word (`hand_over|drop`: a blank within one is written `_`), and
`...` skips up to eight words. Words are compared by their stems, so `text ... partner` also finds "texted her partner".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from goalsmith.engine.text import Tokens, in_full, stem, tokenise

GAP = 8
_APART = str.maketrans("|-_", "   ")
_Slot = frozenset[str] | None
_Rest = tuple[tuple[_Slot, ...], str, frozenset[str]]
"""What has to follow a phrase's first word, the phrase's label, and the words of which one has to come last."""
Place = tuple[int, int]


@dataclass(slots=True)
class _Entry:
    """What begins with one word: labels that are found with it alone, and longer phrases by their second word.

    `otherwise` are the phrases with a gap after the first word, which any second word may follow; they stand in each
    list of `by_next` too, in the order of the book.
    """

    labels: dict[str, None] = field(default_factory=dict)
    by_next: dict[str, list[_Rest]] = field(default_factory=dict)
    otherwise: list[_Rest] = field(default_factory=list)

    def add(self, slots: tuple[_Slot, ...], label: str) -> None:
        """Take a phrase of which `slots` follow the first word."""
        if not slots:
            self.labels[label] = None
            return
        rest = (slots, label, slots[-1] or frozenset())
        if slots[0] is None:
            self.otherwise.append(rest)
            for rests in self.by_next.values():
                rests.append(rest)
        else:
            for word in slots[0]:
                self.by_next.setdefault(word, list(self.otherwise)).append(rest)


class PhraseBook:
    """Phrases under labels, ready to be found."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Take for each label its phrases."""
        self._begins: dict[str, _Entry] = {}
        words: set[str] = set()
        for label, phrases in lists.items():
            for phrase in phrases:
                for plain in _written_out(phrase):
                    self._add(label, _slots(plain))
                words.update(phrase.lower().translate(_APART).split())
        self.words = frozenset(word for word in words if word.isalpha())
        """Every word of every phrase, as it is written there."""

    def _add(self, label: str, slots: tuple[_Slot, ...]) -> None:
        for first in slots[0] or ():
            self._begins.setdefault(first, _Entry()).add(slots[1:], label)

    def find(self, tokens: Tokens) -> dict[str, list[Place]]:
        """Return for each label found the places, as (start, end) in code points, in the order of the text."""
        found: dict[str, list[Place]] = {}
        starts, ends, stems = tokens.starts, tokens.ends, tokens.stems
        begins, after, present = self._begins, [*stems[1:], ""], set(stems)
        for at, word in enumerate(stems):
            entry = begins.get(word)
            if entry is None:
                continue
            for label in entry.labels:
                found.setdefault(label, []).append((starts[at], ends[at]))
            for slots, label, ends_with in entry.by_next.get(after[at], entry.otherwise):
                # Most phrases with a gap end in a word that the text does not have, which is quick to see.
                if ends_with.isdisjoint(present):
                    continue
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
