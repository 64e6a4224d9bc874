"""The door of the engine: one judge for a rubric and a case."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from goalsmith.engine import advice, kinds, points, templates
from goalsmith.engine.checks import CHECKS, View, Yes
from goalsmith.engine.checks.told import has_been
from goalsmith.engine.copied import KnownTexts, Own
from goalsmith.engine.facts import gather
from goalsmith.engine.harm import Moves
from goalsmith.engine.levels import Ladder
from goalsmith.engine.lexicon import build, derive
from goalsmith.engine.reading import Reading, read
from goalsmith.engine.spelling import Spelling
from goalsmith.engine.whole import assess_whole, unknown_checks
from goalsmith.engine.wording import Remarks
from goalsmith.model import (
    LETTERS,
    Advice,
    Answer,
    Case,
    Knowledge,
    Letter,
    LetterResult,
    Part,
    PartResult,
    Plan,
    PlanAssessment,
    Span,
    StatementAssessment,
    TargetedMeasure,
)
from goalsmith.model.assessment import Kind
from goalsmith.model.case import Required

_NEEDS_CASE = ("A", "R")
_HIGHEST = 3
_BATCH = 64
_Read = Callable[[str], View]
_SPOKEN_LAST_TO_FIRST: tuple[Letter, ...] = ("A", "T", "R", "M", "S")
# A span is frozen, and the same places come again and again: an old one serves as well as a new one.
_span = lru_cache(maxsize=20_000)(Span)
_OWN = ("act", "symptom", "technique_any", "general_tool")


class Judge:
    """Assesses statements and plans against one rubric and, where one is given, one case. Reusable; keeps nothing."""

    def __init__(self, knowledge: Knowledge, case: Case | None = None, known: Iterable[str] = ()) -> None:
        """Prepare word lists and case facts; takes some milliseconds.

        `known` are the statements of exemplar plans, so that a copied one is seen; whoever grades has them.
        """
        self.knowledge = knowledge
        self.case = case
        self._rubric = knowledge.rubric
        self._lexicon = build(knowledge)
        self._spelling = Spelling(self._lexicon.book, case)
        self._facts = gather(case, knowledge, self._lexicon.book) if case else None
        self._own = self._facts.fitting if self._facts else frozenset(p.disorder for p in knowledge.practices)
        self._remarks = Remarks(knowledge.wording)
        self._templates = templates.of_knowledge(knowledge)
        self._known = KnownTexts(self._rubric, self._facts, known)
        self._ladders = {letter: Ladder(self._rubric.criteria[letter]) for letter in LETTERS}
        # A check that several letters ask is spoken of under the first of them, so that nothing is said twice.
        self._home = {name: letter for letter in _SPOKEN_LAST_TO_FIRST for name in self._ladders[letter].names}
        unknown = [name for name in self._rubric.checks if name not in CHECKS] + unknown_checks(knowledge.whole)
        if unknown:
            raise ValueError(f"the rubric asks for checks that the engine does not have: {', '.join(unknown)}")
        # An answer "no" has nothing of the text in it, so one for each check serves every text.
        self._checks = [(name, *CHECKS[name]) for name in self._rubric.checks]
        self._no = {name: Answer(name, False) for name in self._rubric.checks}

    def statement(
        self,
        text: str,
        kind: Kind,
        *,
        due: str = "",
        interventions: Iterable[str] = (),
        measure: TargetedMeasure | None = None,
        review_by: str = "",
    ) -> StatementAssessment:
        """Judge one statement. The fields count for `reached` only; `level` is of the text alone."""
        row = _Row(text, kind, due if kind == "objective" else review_by, _joined(interventions), measure)
        return self._judged([row], self._view)[0]

    def statements(self, rows: Iterable[tuple[str, Kind]]) -> Iterator[StatementAssessment]:
        """Judge many statements, given as text and kind, in their order; faster than one by one."""
        left = iter(rows)
        while batch := [_Row(text, kind) for text, kind in islice(left, _BATCH)]:
            yield from self._judged(batch, self._view)

    def _judged(self, rows: Sequence["_Row"], read: _Read) -> list[StatementAssessment]:
        """The judgements of `rows`, whose texts `read` reads."""
        views = [read(row.text) for row in rows]
        answered = zip(rows, views, self._answers(views), strict=True)
        return [self._concluded(row, view, answers, read) for row, view, answers in answered]

    def _concluded(self, row: "_Row", view: View, answers: dict[str, Answer], read: _Read) -> StatementAssessment:
        """The judgement that follows from the answers of all checks."""
        text, kind = row.text, row.kind
        own = self._known.own(view.reading, view.template)
        if own.text != text:
            view, answers = self._without(own, view, answers)
        said = _said(answers)
        numbers = {letter: ladder.fired(said) for letter, ladder in self._ladders.items()}
        letters = {letter: self._result(letter, numbers[letter], answers, kind) for letter in LETTERS}
        if own.text.strip() and not view.template:
            self._raise(letters, row, own.text, read)
        gaps = self._gaps(answers) if view.reading.holes else []
        letters |= {letter: _below(letters[letter]) for letter, _ in gaps}
        return self._assessed(text, own, view, kind, letters, numbers, answers, said, gaps)

    def plan(self, plan: Plan) -> PlanAssessment:
        """Judge every statement of a plan that is not empty, its share and level for each letter, and the whole."""
        read = lru_cache(maxsize=None)(self._view)  # for this plan only, whose texts are asked for several times
        judged: dict[str, StatementAssessment] = {}
        goals: list[StatementAssessment] = []
        objectives: list[list[StatementAssessment]] = []
        for goal in plan.goals:
            rows = [_Row(goal.text, "goal", goal.review_by, measure=goal.measure)] if goal.text.strip() else []
            goals_here = len(rows)
            filled = [o for o in goal.objectives if o.text.strip()]
            rows += [_Row(o.text, "objective", o.due, _joined(o.interventions)) for o in filled]
            results = self._judged(rows, read)
            goals += results[:goals_here]
            names = [goal.id] * goals_here + [o.id for o in filled]
            judged.update(zip(names, results, strict=True))
            if results:
                objectives.append(results[goals_here:])
        required = self.case.required if self.case else Required()
        shares = points.shares(goals, objectives, required)
        assessed = PlanAssessment(
            case=plan.case,
            rubric=self.knowledge.stamp,
            statements=judged,
            shares=shares,
            levels={letter: points.level(share) for letter, share in shares.items()},
            notes=points.missing(len(goals), objectives, required),
        )
        if self._facts is None:
            return assessed
        whole, hints = assess_whole(self.knowledge.whole, plan, assessed, self._facts, read)
        return replace(assessed, whole=whole, hints=(*hints, *self._strength(plan, assessed, whole, read)))

    def _strength(
        self, plan: Plan, assessed: PlanAssessment, whole: dict[Part, PartResult], read: _Read
    ) -> tuple[Advice, ...]:
        """A strength that the plan leaves unused, unless the advice on its fit speaks of one already."""
        advice = whole["fit"].advice
        if self._facts is None or not assessed.statements or (advice and advice.check == "uses_strength"):
            return ()
        steps = (text for goal in plan.goals for o in goal.objectives for text in (o.text, *o.interventions))
        texts = [read(text).reading for text in (*(g.text for g in plan.goals), *steps)]
        note = self._remarks.unused_strength(self._facts, texts)
        return (note,) if note else ()

    def harm_score(self, text: str) -> float:
        """How much speaks for harm in a text, in log odds, as the network reads it.

        Raises:
            ValueError: the judge has no case.
        """
        return self._moves.read(self._view(text).reading).score

    def for_harm(self, text: str) -> tuple[Reading, str, frozenset[str]]:
        """What the network is given of a text: its reading, the disorders, and what the client is called.

        Raises:
            ValueError: the judge has no case.
        """
        return self._view(text).reading, self._moves.about, self._moves.called

    @property
    def _moves(self) -> Moves:
        if self._facts is None:
            raise ValueError("harm is read for a case; give the judge one")
        return self._facts.moves

    def _view(self, text: str) -> View:
        reading = read(text, self._lexicon.book, self._lexicon.measures, self._spelling)
        derive(reading.places, self._own)
        return View(reading, self._facts, self._templates.unedited(text, reading.tokens.stems))

    def _answers(self, views: list[View]) -> list[dict[str, Answer]]:
        """What all checks say of each view.

        Each check is asked of all views in turn: what it needs is then at hand, which saves a quarter of the time.
        """
        answered = [self._no.copy() for _ in views]
        for name, function, kind in self._checks:
            for view, answers in zip(views, answered, strict=True):
                if (held := function(view)) is not None:
                    answers[name] = _answer(view.reading, name, held, kind)
        return answered

    def _without(self, own: Own, view: View, answers: dict[str, Answer]) -> tuple[View, dict[str, Answer]]:
        """What the checks say of a text once the words are taken out that are not its own."""
        left = self._view(own.text)
        if own.repeats:
            return left, {**self._answers([left])[0], **_empty("restates_case", own, answers)}
        if own.from_case or left.reading.scores or left.reading.has(*_OWN):
            return left, self._answers([left])[0]
        return view, {**answers, **_empty("rubric_words", own, answers)}

    def _result(self, letter: Letter, number: int, answers: dict[str, Answer], kind: Kind) -> LetterResult:
        ladder, wanted = self._ladders[letter], self._rubric.criteria[letter].expected
        level = None if self._facts is None and letter in _NEEDS_CASE else ladder.levels[number]
        expected = wanted.goal if kind == "goal" else wanted.objective
        return LetterResult(letter, level, level, expected, tuple(map(answers.__getitem__, ladder.names)), number)

    def _gaps(self, answers: dict[str, Answer]) -> list[tuple[Letter, Answer]]:
        """The letters for which a gap of a template is open, with each answer that has such a place."""
        asked = ((letter, answers[n]) for letter, ladder in self._ladders.items() for n in ladder.names)
        return [(letter, one) for letter, one in asked if one.spans and CHECKS[one.check][1] == "slot"]

    def _raise(self, letters: dict[Letter, LetterResult], row: "_Row", text: str, read: _Read) -> None:
        """Let the fields beside the text raise what is reached."""
        if row.when.strip():
            self._reach(letters, self._levels(letters, ("T",), f"by {row.when.strip()}", read))
        if row.kind == "objective" and row.interventions:
            self._reach(letters, self._levels(letters, ("S", "R"), f"{text} using {row.interventions}", read))
        if row.kind == "goal" and row.measure and row.measure.instrument.strip():
            self._reach(letters, {"M": 2 if row.measure.target is None else 3})

    def _levels(
        self, letters: dict[Letter, LetterResult], wanted: tuple[Letter, ...], text: str, read: _Read
    ) -> dict[Letter, int]:
        """The levels of `text` for those letters that can rise, for which only their own checks are asked."""
        ladders = {letter: self._ladders[letter] for letter in wanted if (letters[letter].reached or 0) < _HIGHEST}
        if not ladders:
            return {}
        view, names = read(text), {name for ladder in ladders.values() for name in ladder.names}
        said = {name for name, function, _ in self._checks if name in names and function(view) is not None}
        return {letter: ladder.levels[ladder.fired(said)] for letter, ladder in ladders.items()}

    @staticmethod
    def _reach(letters: dict[Letter, LetterResult], levels: dict[Letter, int]) -> None:
        for letter, level in levels.items():
            reached = letters[letter].reached
            if reached is not None and level > reached:
                letters[letter] = letters[letter]._replace(reached=level)

    def _assessed(
        self,
        text: str,
        own: Own,
        view: View,
        kind: Kind,
        letters: dict[Letter, LetterResult],
        numbers: dict[Letter, int],
        answers: dict[str, Answer],
        said: set[str],
        gaps: list[tuple[Letter, Answer]],
    ) -> StatementAssessment:
        type_, key = kinds.type_of(view, said, kind)
        if gaps and key in ("is_goal", "is_objective"):  # what it will be is not to be told yet
            type_, key = kind, ""
        unsafe, told = self._unsafe(view, answers)
        typed = self._type_advice(text, key, answers)
        next_gaps = advice.for_gaps(self._rubric, gaps, text, kind, self._templates.hint)
        told += typed + next_gaps if view.template else next_gaps + typed
        if type_ != "other" and not unsafe:
            for result in advice.short(letters, {letter for letter, _ in gaps}):
                names = self._ladders[result.letter].blocking(numbers[result.letter], said)
                names.sort(key=lambda name: self._home[name] != result.letter)
                one = advice.for_letter(self._rubric, result.letter, names, answers, text, kind)
                told += [one] if one else []
        notes = self._remarks.of(view.reading, kind)
        return StatementAssessment(text, kind, type_, letters, tuple(told), unsafe, own.flags, own.held, notes)

    def _unsafe(self, view: View, answers: dict[str, Answer]) -> tuple[str, list[Advice]]:
        """Why the text is unsafe. What it tells of how things are is no plan, unless the network is sure that it is."""
        told = "restates_case" in answers and answers["restates_case"].yes
        hit = None if view.template else view.against
        if not hit or (told and (has_been(view) or not hit.sure)):
            return "", []
        name = "endangers" if hit.move.dangerous else "works_against"
        spans = answers[name].spans if name in answers else ()
        reason = f"{hit.move.why} (Source: {hit.move.source}.)"
        said = f"{reason} Instead: {hit.move.instead}"
        return reason, [Advice("safety", name, said, "What would happen without this step?", spans, hit.move.why)]

    def _type_advice(self, said: str, key: str, answers: dict[str, Answer]) -> list[Advice]:
        if not key or not said.strip():
            return []
        name = "not_clients_act" if key in ("therapist", "other") else key
        spans = answers[name].spans if name in answers else ()
        text = self._rubric.type_advice[key].replace("{quote}", advice.quote(said, spans))
        return [Advice("type", name, text, "", spans)]


class _Row(NamedTuple):
    """A statement with what stands beside it: a date, interventions as one text, a measure."""

    text: str
    kind: Kind
    when: str = ""
    interventions: str = ""
    measure: TargetedMeasure | None = None


def _joined(interventions: Iterable[str]) -> str:
    return ", ".join(i for i in interventions if i.strip())


def _empty(name: str, own: Own, answers: dict[str, Answer]) -> dict[str, Answer]:
    """The answers that say of a text that nothing of it is the learner's own."""
    spans = tuple(_span(start, end, "vague") for start, end in own.places)
    said = {n: Answer(n, n == name, spans if n == name else (), own.repeats) for n in ("restates_case", "rubric_words")}
    return {n: answer for n, answer in said.items() if n in answers}


def _said(answers: dict[str, Answer]) -> set[str]:
    return {name for name, answer in answers.items() if answer.yes}


def _answer(reading: Reading, name: str, yes: Yes, kind: str) -> Answer:
    places = map(reading.given, yes.places) if reading.edits else yes.places
    spans = tuple([_span(start, end, kind) for start, end in dict.fromkeys(places) if start < end])
    return Answer(name, True, spans, yes.fact)


def _below(result: LetterResult) -> LetterResult:
    """`result` short of what is expected, whatever the fields beside the text say."""
    return result._replace(reached=None if result.reached is None else min(result.reached, result.expected - 1))
