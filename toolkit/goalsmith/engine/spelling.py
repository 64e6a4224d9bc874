"""Typos toward our own vocabulary, forgiven.

A word that nobody here knows is read as the one word of ours that it is a slip of the finger away from: two letters
swapped, one left out, one too many, or, in longer words, one for another. Words are only ever corrected toward our
own vocabulary, and in doubt not at all: a word read wrongly does more harm than a typo left standing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goalsmith.engine.evidence.words import common
from goalsmith.engine.neighbours import ENGLISH
from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.engine.text import Tokens, normalise, stem, tokenise
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
_CAPITALISED = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mondays",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays",
        "saturdays",
        "sundays",
        "christmas",
        "easter",
        "thanksgiving",
    ]
)
_PATTERNS = frozenset(
    [
        "weekday",
        "weekdays",
        "weekend",
        "weekends",
        "weeknight",
        "weeknights",
        "morning",
        "mornings",
        "afternoon",
        "afternoons",
        "evening",
        "evenings",
        "night",
        "nights",
        "fortnight",
        "fortnightly",
        "month",
        "months",
        "week",
        "weeks",
        "session",
        "sessions",
        "appointment",
        "appointments",
        "visit",
        "visits",
        "meeting",
        "meetings",
        "years",
        "minute",
        "minutes",
        "hours",
        "second",
        "seconds",
        "shift",
        "shifts",
        "quarter",
        "summer",
        "autumn",
        "winter",
        "spring",
        "birthday",
        "anniversary",
        "midnight",
        "tonight",
        "tomorrow",
        "today",
        "three",
        "seven",
        "eight",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "dozen",
        "couple",
        "twice",
        "thrice",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "percent",
        "points",
        "pounds",
        "miles",
        "times",
        "daily",
        "nightly",
        "weekly",
        "monthly",
        "hourly",
        "every",
        "regularly",
        "often",
        "frequently",
        "consistently",
        "sometimes",
        "usually",
        "rarely",
        "occasionally",
        "fewer",
        "lower",
        "least",
        "below",
        "under",
        "above",
        "between",
        "within",
        "before",
        "until",
        "during",
        "through",
        "throughout",
        "across",
        "after",
        "again",
        "starting",
        "beginning",
        "commencing",
        "following",
        "coming",
        "next",
        "previous",
        "final",
        "initial",
        "upcoming",
        "remaining",
        "currently",
        "baseline",
        "current",
        "present",
        "presently",
        "instead",
        "moment",
        "maximum",
        "minimum",
        "exceed",
        "exceeding",
        "about",
        "around",
        "approximately",
        "roughly",
        "nearly",
        "almost",
        "consecutive",
        "straight",
        "another",
        "planned",
        "scheduled",
        "ongoing",
        "eventually",
        "gradually",
        "someday",
        "future",
        "discharge",
        "termination",
        "treatment",
        "therapy",
        "program",
        "programme",
        "completion",
        "whenever",
        "continue",
        "continued",
        "single",
        "exception",
        "exceptions",
        "without",
        "completely",
        "totally",
        "review",
        "reviewed",
        "check",
        "checked",
        "therapist",
        "clinician",
        "counsellor",
        "psychologist",
        "psychiatrist",
        "provider",
        "manager",
        "worker",
        "nurse",
        "physician",
        "doctor",
        "practitioner",
        "supervisor",
        "staff",
        "partner",
        "husband",
        "spouse",
        "flatmate",
        "roommate",
        "housemate",
        "daughter",
        "mother",
        "father",
        "parent",
        "parents",
        "family",
        "brother",
        "sister",
        "employer",
        "teacher",
        "colleague",
        "colleagues",
        "friend",
        "friends",
        "boyfriend",
        "girlfriend",
        "school",
        "children",
        "neighbour",
        "everyone",
        "everybody",
        "others",
        "nobody",
        "people",
        "client",
        "patient",
        "reduce",
        "increase",
        "decrease",
        "score",
        "scores",
        "total",
        "level",
        "average",
    ]
)
"""Words that the patterns of time, amount and actor look for, and that stand in no word list."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One corrected word: where it stands in the corrected text and where in the text as given."""

    start: int
    end: int
    given: Place


Corrected = tuple[str, Tokens, tuple[Edit, ...]]
"""A normalised text with its typos corrected, its words, and what was corrected, in the order of the text."""


class Spelling:
    """Our vocabulary: the phrases of a book, the words that patterns look for and, where there is one, a case."""

    def __init__(self, book: PhraseBook, case: Case | None = None) -> None:
        """Take the vocabulary; what a typo is looked up in is made when the first unknown word comes."""
        self._book = book
        self._words = _words_of(case) if case else frozenset()
        self._names = frozenset(tokenise(f"{case.id} {case.title}".lower()).stems) if case else frozenset()
        self._stems = frozenset(map(stem, book.words | self._words)) | _closed() | self._names
        self.nearest = lru_cache(maxsize=20_000)(self._nearest)

    def correct(self, text: str, norm: str, tokens: Tokens) -> Corrected:
        """Read each unknown word of `norm` as the word of ours that it is meant for. `text` shows its capitals."""
        stems = self._stems
        if stems.issuperset(tokens.stems):
            return norm, tokens, ()
        meant = {
            at: word
            for at, s in enumerate(tokens.stems)
            if s not in stems
            and (word := self.nearest(tokens.words[at]))
            and not _is_name(text, tokens.starts[at], word)
        }
        return _rewritten(norm, tokens, meant) if meant else (norm, tokens, ())

    def _nearest(self, word: str) -> str:
        """The one word of ours that `word` is a slip of the finger away from, or nothing."""
        if len(word) < SHORTEST or not (word.isascii() and word.isalpha()) or stem(word) in _english():
            return ""
        if _derived(word, self._stems):
            return ""
        indexes = _index(self._book.words), _index(self._words), _index(_WHOLE)
        found = {one: slip for index in indexes for one in index.near(word) if (slip := _slip(word, one)) < _FAR}
        if not found and len(word) >= _LONG:
            found = {one: _FAR for index in indexes for one in index.far(word)}
        # Two letters swapped or one doubled is what fingers do most, so it goes before the rest.
        best = {one for one, slip in found.items() if slip == 0} or set(found)
        return min(best, key=lambda one: (found[one], one)) if len(set(map(stem, best))) == 1 else ""


def given(place: Place, edits: tuple[Edit, ...]) -> Place:
    """Where in the text as given a place of the corrected text is; a part of a corrected word is all of it."""
    start, end = place
    ahead = behind = 0
    for edit in edits:
        if edit.start <= start < edit.end:
            ahead = edit.given[0] - start
        elif edit.end <= start:
            ahead = edit.given[1] - edit.end
        if edit.start < end <= edit.end:
            behind = edit.given[1] - end
        elif edit.end < end:
            behind = edit.given[1] - edit.end
    return start + ahead, end + behind


def _rewritten(norm: str, tokens: Tokens, meant: dict[int, str]) -> Corrected:
    parts, edits, copied, length = [], [], 0, 0
    for at, word in meant.items():
        place = tokens.starts[at], tokens.ends[at]
        length += place[0] - copied
        edits.append(Edit(length, length + len(word), place))
        parts += [norm[copied : place[0]], word]
        length, copied = length + len(word), place[1]
    rewritten = "".join([*parts, norm[copied:]])
    return rewritten, tokenise(rewritten), tuple(edits)


def _is_name(text: str, start: int, meant: str) -> bool:
    """Whether the word at `start` is written as a name is: a capital inside a sentence, and no weekday or month."""
    if not text[start].isupper() or meant in _CAPITALISED or text.isupper():
        return False
    before = text[:start].rstrip(" \t\"'\u201c\u2018(-*")
    return bool(before) and before[-1] not in ".!?:;\n"


def _words_of(case: Case) -> frozenset[str]:
    client = case.client
    texts = [p.text for p in case.presenting_problems] + case.strengths + case.barriers
    texts += [client.occupation, client.household, case.client_words, case.diagnosis.name]
    return frozenset(word for text in texts for word in tokenise(normalise(text)).words if word.isalpha())


_WHOLE = _PATTERNS | _CAPITALISED


@lru_cache(maxsize=1)
def _closed() -> frozenset[str]:
    return frozenset(map(stem, _WHOLE | common.FUNCTION | frozenset(common.COMMON)))


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(map(stem, ENGLISH.split()))


class _Index:
    """The forms of words under what is left of each when a letter is missing; long ones by their first letter too."""

    def __init__(self, words: frozenset[str]) -> None:
        self._shortened: dict[str, list[str]] = {}
        self._long: dict[str, list[str]] = {}
        for form in {form for word in words if len(word) >= SHORTEST - 1 and word.isalpha() for form in _forms(word)}:
            for key in _shortened(form):
                self._shortened.setdefault(key, []).append(form)
            if len(form) >= _LONG:
                self._long.setdefault(form[0], []).append(form)

    def near(self, word: str) -> set[str]:
        """All that are one step from `word`, and some others."""
        return {form for key in _shortened(word) for form in self._shortened.get(key, ())}

    def far(self, word: str) -> list[str]:
        """The long words that are two steps from `word`, and begin as it does.

        Both steps swap, leave out or add: with another letter put in, "comparison" would be "compassion".
        """
        letters, found = Counter(word), []
        for one in self._long.get(word[0], ()):
            few = abs(len(one) - len(word)) <= 2 and (letters <= (other := Counter(one)) or other <= letters)
            if few and _steps(word, one) <= 2:
                found.append(one)
        return found


_index = lru_cache(maxsize=64)(_Index)


def _forms(word: str) -> Iterator[str]:
    """`word` and its regular forms."""
    yield word
    if word in _WHOLE or word.endswith(_FINISHED):
        return
    base = word[:-1] if word.endswith(("e", "y")) else word
    yield f"{base}ies" if word.endswith("y") else f"{word}s"
    if word.endswith(_NO_VERB):
        return
    if len(base) <= SHORTEST and re.search(r"[^aeiou][aeiou][bdgmnprt]$", word):
        base += base[-1]
    for form in (f"{base}ied", f"{word}ing") if word.endswith("y") else (f"{base}ed", f"{base}ing"):
        if stem(form) == stem(word):
            yield form


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
        return 1 if has or len(word) >= _LOOSER else _FAR
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
