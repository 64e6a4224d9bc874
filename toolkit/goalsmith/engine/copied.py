"""What a text did not say itself: words to the grader, and words of the rubric, the case, a template or an exemplar.

What speaks to the grader or repeats the rubric is blanked before the text is read, and so is a text that mostly repeats
the case: it can then raise no level. Blanks keep the place of every character. A statement copied from an exemplar is
a good statement, and its levels describe its words; but it is not the learner's, so it is read as it stands and earns
no points until the supervisor says otherwise. A plan's level follows its points, so a copy raises that neither.

All of it goes to the supervisor as flags. They name words, never an intention.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from goalsmith.engine.advice import quote
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.facts import COMMON, FUNCTION, Facts
from goalsmith.engine.phrases import Place
from goalsmith.engine.reading import Reading
from goalsmith.engine.text import Tokens, normalise, tokenise
from goalsmith.model import Case, Rubric, Template

_GRAM = 5
"""Words in a row that have to be the same."""
_RUBRIC_RUN = 7
_CASE_SHARE, _SENTENCE_SHARE = 2 / 3, 0.8
_EXEMPLAR_SHARE = 0.6
_EXEMPLAR_SHORT, _EXEMPLAR_FEW, _EXEMPLAR_MANY, _EXEMPLAR_ROW = 12, 4, 10, 20
_LETTER = r"(?:specific|measurable|achievable|attainable|realistic|relevant|time[- ]?bound|timely|smart)"
_STUFFED = Wording(rf"\b{_LETTER}(?:[ ,;/&.]{{1,3}}(?:(?:and|or|very|fully|also|is) ){{0,2}}{_LETTER}){{2,12}}\b")
_TO_GRADER = Wording(
    r"\b(?:ignore|disregard|forget) (?:[a-z]{1,12} ){0,4}(?:rubric|instructions?|criteria|prompt|grading)\b"
    r"|\b(?:award|give|assign|grant)\b[^.!?\n]{0,40}\b(?:full|maximum|max|top|highest|all) "
    r"(?:marks|points|scores?|credit)\b"
    r"|\b(?:award|score|grade) (?:this|it|me|my \w{1,12}|level)\b[^.!?\n]{0,30}\b(?:3|three|full|high\w{0,3})\b"
    r"|\b(?:dear|hello|hi|attention|note to(?: the)?) (?:grader|rater|marker|ai)\b"
    r"|\bas an ai\b|\bsystem prompt\b|\byou are (?:a|the) (?:grader|rater|examiner)\b|\b(?:full|top|maximum) marks\b"
    r"|\b(?:meets|satisfies|fulfil\w{1,3}) (?:all|every) (?:the )?(?:smart )?(?:criteri\w{1,2}|anchors?|levels?)\b"
    r"|\bthis (?:goal|objective|statement|plan) is (?:fully |very )?(?:specific|measurable|smart)\b",
    signs="rubric instruction* criteri* prompt grading marks* points* score* credit* award grade* level* rater"
    " marker ai examiner meets satisfies fulfil* goal objective statement plan",
)
_SENTENCE = Wording(r"[^.!?;\n]+")
_PLACEHOLDER = re.compile(r"[“\"]?\{[a-z]+\}[”\"]?")


_Gram = tuple[str, ...]


class Own(NamedTuple):
    """A text without what is not its own: `text` has blanks there, at the same places.

    `places` are where they stand in the text as given. `flags` are sentences for the supervisor; `held` is why the
    points wait, or empty; `from_case` says that the case was repeated, and `repeats` what, where nothing else is left.
    """

    text: str
    flags: tuple[str, ...] = ()
    held: str = ""
    from_case: bool = False
    repeats: str = ""
    places: tuple[Place, ...] = ()


class KnownTexts:
    """The texts that a learner has seen or may have seen, ready to be compared with."""

    def __init__(self, rubric: Rubric, facts: Facts | None, exemplars: Iterable[str] = ()) -> None:
        """Take the rubric's sentences, those of the case, and the statements of exemplars where they are at hand."""
        self._rubric, self._whole = _grams(_rubric_texts(rubric)), _wholes(_rubric_texts(rubric))
        self._case = _grams(_case_texts(facts.case)) - _grams([facts.case.client_words]) if facts else frozenset()
        self._exemplars = _grams(exemplars)
        self._all = self._rubric | self._case | self._exemplars
        # A sentence too short for a row of its own is looked for where its longest word stands.
        self._signs = frozenset(max(s, key=len) for s in self._whole if self._rubric.isdisjoint(_rows(s)))
        self._dictated = FUNCTION | COMMON | (facts.case_stems | facts.names if facts else frozenset())

    def own(self, reading: Reading, template: Template | None = None) -> Own:
        """Return what of a text is its own, and what to tell the supervisor; `template` is the one that it still is."""
        if template:
            return Own(reading.text, (_unfitted(reading.text),))
        text, norm, tokens = reading.text, reading.norm, reading.tokens
        grams = _rows(tokens.stems)
        known = not self._all.isdisjoint(grams)
        away, flags = _to_grader(reading), []
        if away:
            flags.append(f"Speaks to the grader: {_quoted(reading, away)}. Those words were not judged.")
        if stuffed := _stuffed(norm):
            flags.append(
                f"Strings the rubric's words together: {_quoted(reading, stuffed)}. Those words were not judged."
            )
        repeated: list[Place] = []
        if known or not self._signs.isdisjoint(tokens.stems):
            repeated = self._from_rubric(norm, tokens, grams)
        if repeated:
            flags.append(f"Uses the rubric's own sentence: {_quoted(reading, repeated)}. Those words were not judged.")
        case = self._from_case(norm, tokens, grams) if known else []
        if case:
            flags.append(f"Repeats the case: {_quoted(reading, case)}. What the case says is no goal yet.")
        held = self._from_exemplar(reading, grams) if known else ""
        if not flags and not held:
            return Own(text)
        places = [reading.given(place) for place in away + stuffed + repeated + case]
        left = _blanked(text, places)
        repeats = "" if not case or any(c.isalnum() for c in left) else quote(text, ())
        return Own(left, tuple([*flags, held] if held else flags), held, bool(case), repeats, tuple(places))

    def _from_rubric(self, norm: str, tokens: Tokens, grams: list[_Gram]) -> list[Place]:
        runs = [r for r in _runs(grams, self._rubric) if r[1] - r[0] >= _RUBRIC_RUN]
        found = [_place(tokens, run) for run in runs]
        for start, end in _sentences(norm):
            at = _between(tokens, start, end)
            if tuple(tokens.stems[at[0] : at[1]]) in self._whole:
                found.append((start, end))
        return found

    def _from_case(self, norm: str, tokens: Tokens, grams: list[_Gram]) -> list[Place]:
        """The sentences that stand in the case, when they make up most of the text.

        A sentence of the case beside a target of the learner's own is a baseline, and stays.
        """
        runs = _runs(grams, self._case)
        if not runs:
            return []
        copied = {i for start, end in runs for i in range(start, end)}
        found, words = [], 0
        for start, end in _sentences(norm):
            first, last = _between(tokens, start, end)
            inside = sum(i in copied for i in range(first, last))
            if inside and inside >= _SENTENCE_SHARE * (last - first):
                found.append((start, end))
                words += last - first
        return found if words >= _CASE_SHARE * len(tokens.stems) else []

    def _from_exemplar(self, reading: Reading, grams: list[_Gram]) -> str:
        """The flag of a statement that shares more with an exemplar than the case dictates, or nothing.

        Figures, function words, common words and those of the case count for nothing: whoever works on the same case
        finds them too. Only in a long row do the words of the case count, since nobody else puts so many in one order.
        """
        runs, tokens = _runs(grams, self._exemplars), reading.tokens
        shared = [i for start, end in runs for i in range(start, end)]
        if len(shared) < _EXEMPLAR_SHORT:
            return ""
        longest = max(runs, key=lambda run: run[1] - run[0])
        telling = _words(tokens.stems, shared) - self._dictated
        if len(shared) < _EXEMPLAR_SHARE * len(tokens.stems):
            copied = len(telling) >= _EXEMPLAR_MANY
        else:
            copied = len(telling) >= _EXEMPLAR_FEW or longest[1] - longest[0] >= _EXEMPLAR_ROW
        if not copied:
            return ""
        words = _quoted(reading, [_place(tokens, longest)])
        return (
            f"Reads like an exemplar plan: {words}. Write it for your client in your own words. "
            "Its points wait for the supervisor."
        )


def _unfitted(text: str) -> str:
    return f"Still a template: “{quote(text, ())}”. It is not fitted to the client, and was not judged."


def _rubric_texts(rubric: Rubric) -> list[str]:
    texts = [text for c in rubric.criteria.values() for text in (c.question, *c.anchors)]
    for check in rubric.checks.values():
        texts += [check.question, check.advice, check.ask, check.goal_advice, check.goal_ask]
    return [part for text in (*texts, *rubric.type_advice.values()) for part in _PLACEHOLDER.split(text) if part]


def _case_texts(case: Case) -> list[str]:
    """What the case says; a goal in the client's own words is no copy, and so these are left out."""
    texts = [p.text for p in case.presenting_problems] + [r.text for r in case.risk]
    return [*texts, *case.strengths, *case.barriers, case.narrative]


def _rows(stems: Sequence[str]) -> list[_Gram]:
    """Every `_GRAM` words in a row."""
    return list(zip(*(stems[n:] for n in range(_GRAM)), strict=False))


def _grams(texts: Iterable[str]) -> frozenset[_Gram]:
    return frozenset(row for text in texts for row in _rows(tokenise(normalise(text)).stems))


def _wholes(texts: Iterable[str]) -> frozenset[_Gram]:
    """The sentences of `texts` as words, those of one word left out."""
    found = (tuple(tokenise(m.group()).stems) for text in texts for m in _SENTENCE.finditer(normalise(text)))
    return frozenset(words for words in found if len(words) > 1)


def _words(stems: list[str], places: Iterable[int]) -> set[str]:
    """The words at `places` that are longer than two letters and no figures."""
    return {s for i in places if (s := stems[i]).isalpha() and len(s) > 2}


def _runs(grams: list[_Gram], known: frozenset[_Gram]) -> list[tuple[int, int]]:
    """The stretches of words, as (first, behind the last), that `known` holds in the same order."""
    runs: list[tuple[int, int]] = []
    for at, gram in enumerate(grams):
        if gram in known:
            if runs and at <= runs[-1][1]:
                runs[-1] = (runs[-1][0], at + _GRAM)
            else:
                runs.append((at, at + _GRAM))
    return runs


def _stuffed(norm: str) -> list[Place]:
    """Where at least three words of the rubric stand in a row."""
    if "relevan" not in norm and "measur" not in norm and "realis" not in norm and "achiev" not in norm:
        return []
    return [m.span() for m in _STUFFED.finditer(norm)]


def _to_grader(reading: Reading) -> list[Place]:
    """From each clause that speaks to the grader to the end of its sentence."""
    norm, found = reading.norm, []
    for first, last in reading.all(_TO_GRADER):
        start = max(norm.rfind(sign, 0, first) for sign in ".!?;,\n") + 1
        ends = [at for sign in (".", "!", "?", "\n") if (at := norm.find(sign, last)) >= 0]
        found.append((start, min(ends, default=len(norm))))
    return found


def _sentences(norm: str) -> list[Place]:
    return [m.span() for m in _SENTENCE.finditer(norm)]


def _between(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The words, as (first, behind the last), that lie between two places."""
    return bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)


def _place(tokens: Tokens, run: tuple[int, int]) -> Place:
    return tokens.starts[run[0]], tokens.ends[run[1] - 1]


def _quoted(reading: Reading, places: list[Place]) -> str:
    start, end = reading.given(places[0])
    return f"“{quote(reading.text[start:end], ())}”"


def _blanked(text: str, places: list[Place]) -> str:
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
