"""What a case says that a statement can be held against, in a form that is quick to ask."""

import re
from dataclasses import dataclass, field

from goalsmith.engine.evidence.words import common, direction, picture
from goalsmith.engine.evidence.words.listed import listed
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
    """One case, ready to be asked. Stems are as `text.stem` makes them; `harms` are labels of the phrase book.

    `concepts` are the groups of words that its problems show and `interests` those of its strengths, each with the
    sentence that shows it; `fitting` are the disorders whose techniques are in place.
    """

    case: Case
    book: PhraseBook
    practices: tuple[Practice, ...]
    harms: frozenset[str]
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
    own_life = [*case.barriers, *case.strengths]
    own = frozenset(p.disorder for p in practices)
    concepts = _concepts(texts, book, own)
    shown = {label.split(":")[2] for label in (*concepts, *_concepts(case.barriers, book, own))}
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
        harms=frozenset(f"harm:{p.disorder}:{move.id}" for p in practices for move in p.contraindicated),
        concepts=concepts,
        interests=_concepts(case.strengths, book, own),
        fitting=frozenset(p.disorder for p in knowledge.practices if p.disorder in own or shown.intersection(p.fits)),
        problem_stems={s: t for t in reversed(texts) for s in content(t) if s not in _PALE},
        strength_stems={s: t for t in own_life for s in content(t) if s not in _PALE},
        word_stems=frozenset(content(case.client_words)) - COMMON,
        names=frozenset(tokenise(normalise(f"{case.id} {case.title}")).stems),
        case_stems=frozenset(s for t in everything for s in content(t)),
        problem_texts=tuple(frozenset(content(t)) for t in texts),
        baselines=baselines,
        free_minutes=free,
        free_fact=free_fact,
        doubts=tuple(_against(case.barriers)),
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
