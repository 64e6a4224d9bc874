"""A comment made ready for the checks: its sentences, what it asks and offers, and which words are the plan's own."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.engine.reading import Reading
from goalsmith.engine.stems import FUNCTION
from goalsmith.engine.text import Tokens, normalise, tokenise
from goalsmith.peer.usefulness.words import LISTS
from goalsmith.peer.usefulness.words.about import GENERIC

_RUN = 5
"""So many words in a row that stand in the plan are the plan's."""
_POINTING = 3
"""So many words in a row show which words of the plan are meant."""
_BESIDE = 3
"""So near behind words of the plan, "could be" says what they may mean and offers nothing."""
_QUOTED = re.compile(r"\"([^\"]{2,300})\"|(?<![a-z0-9])'([^'\"]{2,300})'(?![a-z0-9])")
# A point inside "e.g." or "10.30" ends no sentence.
_SENTENCE_END = re.compile(r"(?<!e\.g)(?<!i\.e)(?<! eg)(?<! min)(?<! vs)[.!?;]+(?=[\s\"')]|$)|\?+|\.\.+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words, which phrases stand where, and whether it asks."""

    start: int
    end: int
    tokens: Tokens
    places: dict[str, list[Place]]
    asks: bool

    @property
    def place(self) -> Place:
        """From its first word to its last."""
        return self.tokens.starts[0], self.tokens.ends[-1]

    def at(self, label: str) -> list[Place]:
        """The places of the phrases under `label`."""
        return self.places.get(label, [])

    def opens(self, place: Place, within: int = 1) -> bool:
        """Whether `place` begins with one of the first words of the sentence, or of a part after a comma."""
        return bisect_left(self.tokens.starts, place[0]) < within


@dataclass(frozen=True, slots=True)
class View:
    """A comment. Places count in `reading.norm`; `own` is that text with blanks where the plan's words stand."""

    reading: Reading
    own: str
    sentences: tuple[Sentence, ...]
    quoted: tuple[Place, ...]
    """Where words of the plan are quoted, or stand in a row without quotation marks."""
    offered: tuple[Place, ...]
    """Where something else is quoted: words that the author might use."""
    tied: bool
    copied: bool


@lru_cache(maxsize=1)
def book() -> PhraseBook:
    """All phrases of `words`, each under the name of its list; made when the first comment comes."""
    return PhraseBook(LISTS)


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The words of a plan, ready to be found in comments: its texts, and its rows of words."""

    texts: tuple[str, ...]
    rows: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "PlanWords":
        """Take the texts of a plan."""
        norms = tuple(normalise(text) for text in texts if text.strip())
        stems = [tokenise(norm).stems for norm in norms]
        rows = {tuple(one[i : i + n]) for one in stems for n in (_POINTING, _RUN) for i in range(len(one) - n + 1)}
        whole = {tuple(one) for one in stems if one}
        return cls(norms, frozenset(rows | whole))


def view(
    reading: Reading, plan: PlanWords, names: frozenset[str] = frozenset(), *, tied: bool = False, copied: bool = False
) -> View:
    """Cut a comment into sentences and set apart what it quotes. `names` are the stems of the case's names."""
    norm, tokens = reading.norm, reading.tokens
    inside, outside = _quotations(norm, plan)
    rows = _rows(tokens, plan, _RUN)
    own = _blank(norm, [*inside, *rows])
    pointing = (*inside, *(rows or _rows(tokens, plan, _POINTING)))
    return View(reading, own, _sentences(own, names), pointing, tuple(outside), tied, copied)


def _quotations(norm: str, plan: PlanWords) -> tuple[list[Place], list[Place]]:
    """Quoted words that stand in the plan, and those that do not."""
    inside: list[Place] = []
    outside: list[Place] = []
    for m in _QUOTED.finditer(norm):
        group = 1 if m.group(1) is not None else 2
        said = m.group(group).strip(" .,!?…")
        known = len(said) > 2 and any(said in text for text in plan.texts)
        (inside if known else outside).append(m.span(group))
    return inside, outside


def _rows(tokens: Tokens, plan: PlanWords, length: int) -> list[Place]:
    """Where so many words in a row stand in the plan too; a whole text of the plan counts however short it is."""
    stems, found = tokens.stems, list[Place]()
    if tuple(stems) in plan.rows:
        return [(tokens.starts[0], tokens.ends[-1])]
    for i in range(len(stems) - length + 1):
        if tuple(stems[i : i + length]) in plan.rows and any(len(s) > 3 for s in stems[i : i + length]):
            found.append((tokens.starts[i], tokens.ends[i + length - 1]))
    return found


def _blank(norm: str, places: Sequence[Place]) -> str:
    for start, end in places:
        norm = norm[:start] + " " * (end - start) + norm[end:]
    return norm


def _sentences(own: str, names: frozenset[str]) -> tuple[Sentence, ...]:
    found, start, tokens = list[Sentence](), 0, tokenise(own)
    stems = ["client" if stem in names else stem for stem in tokens.stems]
    for end, sign in [*((m.end(), m.group()) for m in _SENTENCE_END.finditer(own)), (len(own), "")]:
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        if first < last:
            cut = slice(first, last)
            part = Tokens(tokens.words[cut], tokens.starts[cut], tokens.ends[cut], stems[cut])
            found.append(Sentence(start, end, part, book().find(part), "?" in sign))
        start = end
    return tuple(found)


def behind_quoted(view: View, start: int) -> bool:
    """Whether words of the plan are quoted right before a place."""
    return any(0 <= start - end <= _BESIDE for _, end in view.quoted)


def telling(view: View, start: int, end: int) -> set[str]:
    """The stems between two places that not every comment uses."""
    tokens = view.reading.tokens
    cut = slice(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))
    return {
        stem
        for stem in tokens.stems[cut]
        if len(stem) > 2 and stem.isalpha() and stem not in GENERIC and stem not in FUNCTION
    }
