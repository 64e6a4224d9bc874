"""What a case says that a statement can be held against, in a form that is quick to ask."""

import re
from dataclasses import dataclass, field

from goalsmith.engine.evidence.words import common, direction, picture
from goalsmith.engine.harm import Moves
from goalsmith.engine.phrases import PhraseBook
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model import Case, Knowledge, Measure, Practice

_FREE = re.compile(
    r"only (?:about )?(?:\d+ ?(?:to|-) ?)?(\d+) ?(minutes|min|hours?)\b[^,;]{0,20}(?:free|spare|to (?:her"
    r"|him)self|available)"
)
_DOUBT = re.compile(
    r"\b(?:scepti\w+|skepti\w+|doubt\w*|dislike\w*|refus\w+|hates?|averse|mistrust\w*|distrust\w*"
    r"|unwilling|no faith|does not (?:like|want|believe)|reluctan\w+) ?(?:about|of|towards?|in|to"
    r"|with)? (?:a |the |take |taking )?([a-z ]{3,30})"
)
_ALIKE = (
    ("meditat", "mindfulness", "mindful", "body scan"),
    ("medication", "tablet", "pill", "ssri"),
    ("group",),
    ("homework", "worksheet"),
)
_STRAIN = (
    r"\b(?:run|running|jog\w*|marathon|hik\w+|\d+ miles?|(?:two|three|four|five|six|ten) miles?"
    r"|climb\w*|aerobics|squats)\b"
)
# A barrier of the first kind stands against a step of the second.
_CLASHES = (
    (r"\bpain|injur|arthritis|mobility|wheelchair|bad (?:knee|back|hip)", _STRAIN),
    (r"\bno car|cannot drive|does not drive|no licen[cs]e", r"\bdrives?\b"),
    (r"energy in the morning|tired in the morning|mornings? (?:are|is) (?:hard|worst)",
     r"\b(?:[4567](?:[:.]\d\d)? ?a\.?m\b|at dawn|sunrise)"),
    (r"\bno money|debt|low income|cannot afford", r"\b(?:private|personal trainer|retreat|spa|cruise)\b"),
)  # fmt: skip
_VERBS = (*direction.REDUCE, *direction.RAISE, *picture.STATE_GOAL)
COMMON = frozenset(stem(w) for phrase in (*_VERBS, *common.COMMON) if " " not in phrase for w in phrase.split("|"))
"""Stems that a statement may share with a case by chance."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One case, ready to be asked. Stems are as `text.stem` makes them; `moves` work against its treatment."""

    case: Case
    book: PhraseBook
    practices: tuple[Practice, ...]
    moves: Moves
    concepts: dict[str, str]
    problem_stems: dict[str, str]
    strength_stems: dict[str, str]
    word_stems: frozenset[str]
    case_stems: frozenset[str]
    names: frozenset[str]
    problem_texts: tuple[frozenset[str], ...]
    baselines: dict[str, float]
    free_minutes: float | None
    free_fact: str
    doubts: tuple[tuple[re.Pattern[str], str], ...] = field(default=())


def content(text: str) -> list[str]:
    """The stems of `text` that carry meaning."""
    return [s for s in tokenise(normalise(text)).stems if len(s) > 2 and s not in FUNCTION and not s[0].isdigit()]


FUNCTION = frozenset(stem(w) for w in common.FUNCTION) | common.FUNCTION


def gather(case: Case, knowledge: Knowledge, book: PhraseBook) -> Facts:
    """Read the case once. `book` knows the labels "concept:...", as `judge.py` makes them."""
    codes = [d.icd10cm for d in (case.diagnosis, *case.comorbid)]
    practices = tuple(p for p in knowledge.practices if any(c.startswith(x) for c in codes for x in p.icd10cm))
    texts = [p.text for p in case.presenting_problems]
    baselines: dict[str, float] = {}
    for name, score in case.measures.items():
        measure: Measure | None = knowledge.measures.find(name)
        if measure:
            baselines[measure.name] = score
    everything = [*texts, *case.strengths, *case.barriers, case.client.occupation, case.client.household]
    everything += [case.diagnosis.name, case.client_words, *case.measures]
    free, free_fact = _free(case.barriers)
    return Facts(
        case=case,
        book=book,
        practices=practices,
        moves=Moves(case, practices, {n: words for p in knowledge.practices for n, words in p.vocabulary.items()}),
        concepts=_concepts(texts, book),
        problem_stems={s: t for t in reversed(texts) for s in content(t) if s not in COMMON},
        strength_stems={s: t for t in case.strengths for s in content(t) if s not in COMMON},
        word_stems=frozenset(content(case.client_words)) - COMMON,
        names=frozenset(tokenise(normalise(f"{case.id} {case.title}")).stems),
        case_stems=frozenset(s for t in everything for s in content(t)),
        problem_texts=tuple(frozenset(content(t)) for t in texts),
        baselines=baselines,
        free_minutes=free,
        free_fact=free_fact,
        doubts=tuple(_against(case.barriers)),
    )


def _concepts(texts: list[str], book: PhraseBook) -> dict[str, str]:
    """Each group of problem words that the case shows, with the problem that shows it."""
    shown: dict[str, str] = {}
    for text in texts:
        for label in book.find(tokenise(normalise(text))):
            if label.startswith("concept:"):
                shown.setdefault(label, text)
    return dict(sorted(shown.items()))


def _free(barriers: list[str]) -> tuple[float | None, str]:
    for barrier in barriers:
        if m := _FREE.search(normalise(barrier)):
            return float(m.group(1)) * (60 if m.group(2).startswith("h") else 1), barrier
    return None, ""


def _against(barriers: list[str]) -> list[tuple[re.Pattern[str], str]]:
    """Patterns of steps that a barrier stands against, each with the barrier."""
    out = []
    for barrier in barriers:
        norm = normalise(barrier)
        if m := _DOUBT.search(norm):
            doubted = [s for s in content(m.group(1)) if s not in COMMON][:2]
            for family in _ALIKE:
                if any(d.startswith(f) or f.startswith(d) for d in doubted for f in family):
                    doubted += family
            if doubted:
                out.append((re.compile(r"\b(?:" + "|".join(re.escape(d) for d in doubted) + r")\w*"), barrier))
        out += [(re.compile(step), barrier) for sign, step in _CLASHES if re.search(sign, norm)]
    return out
