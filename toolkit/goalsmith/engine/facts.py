"""What a case says that a statement can be held against, in a form that is quick to ask."""

from dataclasses import dataclass

from goalsmith.engine import barriers, baselines, calendar
from goalsmith.engine.baselines import Count
from goalsmith.engine.calendar import Calendar
from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.harm import Moves
from goalsmith.engine.phrases import PhraseBook
from goalsmith.engine.stems import COMMON, FUNCTION, content
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model import Case, Knowledge, Measure, Practice

_PALE = COMMON | frozenset(
    map(
        stem,
        listed("""
    weekday, weekend, afternoon, early, late, daily, see, let, ask, said, word, room, term, cover, hand, down, stay,
    left, leave, miss, beside, front, part, show, lead, become, bring, carry, look, sit, stand, turn, send, say,
    write, anything, sure, less, often
"""),
    )
)
"""The same, for a single word that is to tie a statement to the case."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One case, ready to be asked. Stems are as `text.stem` makes them; `moves` work against its treatment.

    `concepts` are the groups of words that its problems show and `interests` those of its strengths, each with the
    sentence that shows it; `fitting` are the disorders whose techniques are in place.
    """

    case: Case
    book: PhraseBook
    practices: tuple[Practice, ...]
    moves: Moves
    concepts: dict[str, str]
    interests: dict[str, str]
    fitting: frozenset[str]
    problem_stems: dict[str, str]
    strength_stems: dict[str, str]
    word_stems: frozenset[str]
    case_stems: frozenset[str]
    names: frozenset[str]
    problem_texts: tuple[frozenset[str], ...]
    baselines: dict[str, float]
    free_minutes: float | None
    free_fact: str
    doubts: tuple[barriers.Doubt, ...]
    counts: tuple[Count, ...]
    absent: tuple[tuple[str, frozenset[str]], ...]
    calendar: Calendar | None


def gather(case: Case, knowledge: Knowledge, book: PhraseBook) -> Facts:
    """Read the case once. `book` knows the labels "concept:...", as `judge.py` makes them."""
    codes = [d.icd10cm for d in (case.diagnosis, *case.comorbid)]
    practices = tuple(p for p in knowledge.practices if any(c.startswith(x) for c in codes for x in p.icd10cm))
    texts = [p.text for p in case.presenting_problems]
    own_life = [*case.barriers, *case.strengths]
    own = frozenset(p.disorder for p in practices)
    concepts = _concepts(texts, book, own)
    shown = {label.split(":")[2] for label in (*concepts, *_concepts(case.barriers, book, own))}
    scores: dict[str, float] = {}
    for name, score in case.measures.items():
        measure: Measure | None = knowledge.measures.find(name)
        if measure:
            scores[measure.name] = score
    everything = [*texts, *case.strengths, *case.barriers, case.client.occupation, case.client.household]
    everything += [case.diagnosis.name, case.client_words, *case.measures]
    free, free_fact = barriers.free_minutes(case.barriers)
    return Facts(
        case=case,
        book=book,
        practices=practices,
        moves=Moves(
            case, practices, {n: w for p in knowledge.practices for n, w in p.vocabulary.items()}, knowledge.harm
        ),
        concepts=concepts,
        interests=_concepts(case.strengths, book, own),
        fitting=frozenset(p.disorder for p in knowledge.practices if p.disorder in own or shown.intersection(p.fits)),
        problem_stems={s: t for t in reversed(texts) for s in content(t) if s not in _PALE},
        strength_stems={s: t for t in own_life for s in content(t) if s not in _PALE},
        word_stems=frozenset(content(case.client_words)) - COMMON,
        names=frozenset(tokenise(normalise(f"{case.id} {case.title}")).stems),
        case_stems=frozenset(s for t in everything for s in content(t)),
        problem_texts=tuple(frozenset(content(t)) for t in texts),
        baselines=scores,
        free_minutes=free,
        free_fact=free_fact,
        doubts=barriers.doubts(case.barriers),
        counts=baselines.of_case(texts),
        absent=baselines.absent(texts),
        calendar=calendar.of_case(case),
    )


def _concepts(texts: list[str], book: PhraseBook, disorders: frozenset[str]) -> dict[str, str]:
    """Each group of problem words of `disorders` that one of `texts` shows, with the text that shows it."""
    shown: dict[str, str] = {}
    for text in texts:
        for label in book.find(tokenise(normalise(text))):
            kind, _, group = label.partition(":")
            if kind == "concept" and group.partition(":")[0] in disorders:
                shown.setdefault(label, text)
    return dict(sorted(shown.items()))


__all__ = ["COMMON", "FUNCTION", "Facts", "content", "gather"]
