"""Word lists that are data: many phrases looked for in one pass over the words of a text.

A phrase is words with blanks between; `a|b` is either word, and `...` skips up to eight words. Words are compared by
their stems, so `text partner` also finds "texted her partner" when written `text ... partner`.
"""

from collections.abc import Iterable, Mapping

from goalsmith.engine.text import Tokens, stem, tokenise

GAP = 8
_Slot = frozenset[str] | None
Place = tuple[int, int]


class PhraseBook:
    """Phrases under labels, ready to be found."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Take for each label its phrases."""
        self._single: dict[str, tuple[str, ...]] = {}
        self._longer: dict[str, list[tuple[tuple[_Slot, ...], str]]] = {}
        self.vocabulary: set[str] = set()
        for label, phrases in lists.items():
            for phrase in phrases:
                self._add(label, _slots(phrase))

    def _add(self, label: str, slots: tuple[_Slot, ...]) -> None:
        self.vocabulary.update(word for slot in slots if slot for word in slot)
        for first in slots[0] or ():
            if len(slots) == 1:
                if label not in self._single.get(first, ()):
                    self._single[first] = (*self._single.get(first, ()), label)
            else:
                self._longer.setdefault(first, []).append((slots[1:], label))

    def find(self, tokens: Tokens) -> dict[str, list[Place]]:
        """Return for each label found the places, as (start, end) in code points, in the order of the text."""
        found: dict[str, list[Place]] = {}
        starts, ends, stems = tokens.starts, tokens.ends, tokens.stems
        for at, word in enumerate(stems):
            for label in self._single.get(word, ()):
                found.setdefault(label, []).append((starts[at], ends[at]))
            for slots, label in self._longer.get(word, ()):
                last = _match(stems, at + 1, slots)
                if last >= 0:
                    found.setdefault(label, []).append((starts[at], ends[last]))
        return found


def _slots(phrase: str) -> tuple[_Slot, ...]:
    slots: list[_Slot] = []
    for part in phrase.split():
        if part == "...":
            slots.append(None)
            continue
        either = [tokenise(word.lower()).stems or [word] for word in part.split("|")]
        if len(either) == 1:
            slots += [frozenset({word}) for word in either[0]]
        else:
            slots.append(frozenset(words[0] for words in either) | {stem(w) for w in part.split("|") if w.isalpha()})
    return tuple(slots)


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
