"""Typos toward our own vocabulary, forgiven.

A word that nobody here knows is read as the one word of ours that it is a slip of the finger away from: two letters
swapped, one left out, one too many, or, in longer words, one for another. Words are only ever corrected toward our
own vocabulary, and in doubt not at all: a word read wrongly does more harm than a typo left standing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from types import ModuleType

from goalsmith.engine.evidence import words
from goalsmith.engine.evidence.words import common
from goalsmith.engine.phrases import PhraseBook
from goalsmith.engine.text import Change, Tokens, normalise, stem, tokenise
from goalsmith.engine.vocabulary import CAPITALISED, ENGLISH, PATTERNS
from goalsmith.model import Case

SHORTEST = 5
"""Words of fewer letters are left alone: too many others are one letter away."""
_LOOSER = 7
_LONG = 10
_FAR = 3
_ALIKE = frozenset("aeiouy")
_FINISHED = ("ly", "ing", "ed", "s", "less", "able", "ible", "ous", "ful")
_NO_VERB = ("ion", "ness", "ity", "ence", "ance", "ment", "al", "er", "or", "ist", "ive", "ant", "ent", "ic", "ian")
_ENDINGS = (
    "er", "ers", "or", "ors", "r", "rs", "y", "ly", "al", "ally", "ive", "ion", "ions", "ation", "able", "ness", "ful",
    "less", "en", "n", "ment", "ise", "ize", "ish",
)  # fmt: skip
_BEGINNINGS = ("re", "un", "pre", "over", "mis", "dis", "non", "under", "out", "up", "co", "inter")
_TITLES = ("mr.", "mrs.", "ms.", "dr.", "prof.", "st.")
_CAPITALISED = frozenset(CAPITALISED.split())
_CLOSED = _CAPITALISED | common.FUNCTION | frozenset(PATTERNS.split())
_WHOLE = _CLOSED | common.COMMON


class Spelling:
    """Our vocabulary: the phrases of a book, the words that patterns look for and, where there is one, a case."""

    def __init__(self, book: PhraseBook, case: Case | None = None) -> None:
        """Take the vocabulary; what a typo is looked up in is made when the first unknown word comes."""
        self._book = book
        self._words, self._names = _words_of(case) if case else (frozenset(), frozenset())
        self._stems = frozenset(map(stem, book.words | self._words | _listed() | _WHOLE)) | self._names
        self.nearest = lru_cache(maxsize=20_000)(self._nearest)

    def changes(self, text: str, tokens: Tokens) -> list[Change]:
        """The unknown words among `tokens` that are meant for one of ours. `text` shows their capitals."""
        unknown = set(tokens.stems) - self._stems
        if not unknown:
            return []
        return [
            (tokens.starts[at], tokens.ends[at], word)
            for at, s in enumerate(tokens.stems)
            if s in unknown and (word := self.nearest(tokens.words[at])) and not _is_name(text, tokens.starts[at], word)
        ]

    @cached_property
    def _indexes(self) -> tuple["_Index", ...]:
        return _index(self._book.words | _listed()), _index(self._words), _index(_WHOLE)

    def _nearest(self, word: str) -> str:
        """The one word of ours that `word` is a slip of the finger away from, or nothing."""
        base, own = (word[:-2], "'s") if word.endswith("'s") else (word, "")
        if len(base) < SHORTEST or not (base.isascii() and base.isalpha()):
            return ""
        found = {one: slip for one, slip in self._found(base).items() if stem(one) not in self._names}
        if not found or stem(base) in _english() or _derived(base, self._stems):
            return ""
        # Two letters swapped or one doubled is what fingers do most, so it goes before the rest.
        best = {one for one, slip in found.items() if slip == 0} or set(found)
        if len(set(map(stem, best))) > 1:
            return ""
        return min(best, key=lambda one: (found[one], one)) + own

    def _found(self, word: str) -> dict[str, int]:
        """What `word` may be a typo of, each with how far it is."""
        keys = _shortened(word)
        found = {one: slip for index in self._indexes for one in index.near(keys) if (slip := _slip(word, one)) < _FAR}
        if found or len(word) < _LONG:
            return found
        return {one: _FAR for index in self._indexes for one in index.far(word)}


def _is_name(text: str, start: int, meant: str) -> bool:
    """Whether the word at `start` is written as a name is: a capital inside a sentence, and no weekday or month."""
    if not text[start].isupper() or meant in _CAPITALISED or text.isupper():
        return False
    before = text[:start].rstrip(" \t\"'\u201c\u2018(-*")
    return bool(before) and (before[-1] not in ".!?:;\n" or before.lower().endswith(_TITLES))


def _words_of(case: Case) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a case, and the stems of its names."""
    client = case.client
    texts = [p.text for p in case.presenting_problems] + case.strengths + case.barriers
    texts += [client.occupation, client.household, case.client_words, case.diagnosis.name]
    found: set[str] = set()
    names = set(tokenise(normalise(f"{case.id} {case.title}")).stems)
    for text in texts:
        tokens = tokenise(normalise(text))
        places = zip(tokens.words, tokens.starts, strict=True)
        names.update(stem(word) for word, start in places if _is_name(text, start, word))
        found.update(filter(str.isalpha, tokens.words))
    return frozenset(word for word in found if stem(word) not in names), frozenset(names)


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    """The words of all our word lists, of which not every one is in the phrase book."""
    modules = [module for module in vars(words).values() if isinstance(module, ModuleType)]
    lists = [value for module in modules for value in vars(module).values() if isinstance(value, tuple)]
    phrases = [phrase for one in lists for phrase in one if isinstance(phrase, str)]
    return frozenset(word for phrase in phrases for word in phrase.replace("|", " ").split() if word.isalpha())


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(map(stem, ENGLISH.split()))


class _Index:
    """The forms of words under what is left of each when a letter is missing; long ones by their first letter too."""

    def __init__(self, words: frozenset[str]) -> None:
        self._shortened: dict[str, list[str]] = {}
        self._long: dict[str, list[tuple[str, frozenset[str]]]] = {}
        forms = {form for word in words if word.isalpha() for form in _forms(word)}
        for form in sorted(form for form in forms if len(form) >= SHORTEST):
            for key in _shortened(form):
                self._shortened.setdefault(key, []).append(form)
            if len(form) >= _LONG:
                self._long.setdefault(form[0], []).append((form, frozenset(form)))

    def near(self, keys: set[str]) -> set[str]:
        """All that are one step from the word that `keys` are left of, and some others."""
        return {form for key in keys for form in self._shortened.get(key, ())}

    def far(self, word: str) -> list[str]:
        """The long words that are two steps from `word`, and begin as it does.

        Both steps swap, leave out or add: with another letter put in, "comparison" would be "compassion".
        """
        letters, count = frozenset(word), Counter(word)
        alike = [one for one, own in self._long.get(word[0], ()) if len(own ^ letters) <= 2]
        held = [one for one in alike if count <= Counter(one) or Counter(one) <= count]
        return [one for one in held if _steps(word, one) <= 2]


_index = lru_cache(maxsize=64)(_Index)


def _forms(word: str) -> Iterator[str]:
    """`word` and its regular forms."""
    yield word
    if word in _CLOSED or (word.endswith(_FINISHED) and len(word) > SHORTEST):
        return
    base = word[:-1] if word.endswith(("e", "y")) else word
    yield f"{base}ies" if word.endswith("y") else f"{word}s"
    if word.endswith(_NO_VERB):
        return
    bases = [base]
    if re.search(r"[aeiou]l$|^[^aeiou]{0,3}[aeiou][bdgmnprt]$", word):
        bases = [base, base + base[-1]] if word.endswith("l") else [base + base[-1]]
    ends = (f"{base}ied", f"{word}ing") if word.endswith("y") else [one + end for one in bases for end in ("ed", "ing")]
    yield from (form for form in ends if stem(form) == stem(word))


def _derived(word: str, stems: frozenset[str]) -> bool:
    """Whether `word` is made of a word of ours: "walker", "moody", "rebuild"."""
    ends = (word[: -len(end)] for end in _ENDINGS if word.endswith(end) and word[-len(end) - 1] != end)
    if any(stem(base) in stems or f"{base}e" in stems for base in ends):
        return True
    return any(word.startswith(start) and stem(word[len(start) :]) in stems for start in _BEGINNINGS)


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _slip(word: str, meant: str) -> int:
    """How far `word` is from `meant`: 0 two letters swapped or one doubled, 1 one missing or too many, 2 another."""
    start = next((i for i, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), min(len(word), len(meant)))
    rest = min(len(word), len(meant)) - start
    tail = next((i for i in range(rest) if word[-1 - i] != meant[-1 - i]), rest)
    had, has = word[start : len(word) - tail], meant[start : len(meant) - tail]
    if len(had) == 2 and had == has[::-1]:
        return 0
    if len(had) + len(has) == 1:
        if start == 0 and len(word) <= SHORTEST:
            return _FAR
        if had and start and had == word[start - 1]:
            return 0
        return 1 if has or (start and len(word) >= _LOOSER) else _FAR
    alike = len(had) == len(has) == 1 and {had, has} <= _ALIKE
    return 2 if alike and start > 0 and len(word) >= _LOOSER else _FAR


def _steps(word: str, meant: str) -> int:
    """The number of letters swapped, missing, too many or other (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, a in enumerate(word, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(meant, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
            if i > 1 and j > 1 and a == meant[j - 2] and b == word[i - 2]:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
