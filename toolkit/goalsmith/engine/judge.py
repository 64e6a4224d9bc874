"""The door of the engine: one judge for a rubric and a case."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from goalsmith.engine import advice, kinds, points
from goalsmith.engine.checks import CHECKS, View, Yes
from goalsmith.engine.facts import gather
from goalsmith.engine.levels import Ladder
from goalsmith.engine.lexicon import build, derive
from goalsmith.engine.reading import Reading, read
from goalsmith.engine.spelling import Spelling
from goalsmith.engine.whole import assess_whole, unknown_checks
from goalsmith.model import (
    LETTERS,
    Advice,
    Answer,
    Case,
    Goal,
    Knowledge,
    Letter,
    LetterResult,
    Plan,
    PlanAssessment,
    Span,
    StatementAssessment,
    TargetedMeasure,
)
from goalsmith.model.assessment import Kind
from goalsmith.model.case import Required

_NEEDS_CASE = ("A", "R")
# A span is frozen, and the same places come again and again: an old one serves as well as a new one.
_span = lru_cache(maxsize=20_000)(Span)
_FIRST = {"S": 3, "M": 4, "R": 2, "T": 1, "A": 0}


class Judge:
    """Assesses statements and plans against one rubric and, where one is given, one case. Reusable; keeps nothing."""

    def __init__(self, knowledge: Knowledge, case: Case | None = None) -> None:
        """Prepare word lists and case facts; takes some milliseconds."""
        self.knowledge = knowledge
        self.case = case
        self._rubric = knowledge.rubric
        self._lexicon = build(knowledge)
        self._spelling = Spelling(self._lexicon.book, case)
        self._facts = gather(case, knowledge, self._lexicon.book) if case else None
        practices = self._facts.practices if self._facts else knowledge.practices
        self._own = frozenset(p.disorder for p in practices)
        self._ladders = {letter: Ladder(self._rubric.criteria[letter]) for letter in LETTERS}
        unknown = [name for name in self._rubric.checks if name not in CHECKS] + unknown_checks(knowledge.whole)
        if unknown:
            raise ValueError(f"the rubric asks for checks that the engine does not have: {', '.join(unknown)}")
        # An answer "no" has nothing of the text in it, so one for each check serves every text.
        self._checks = [(name, *CHECKS[name], Answer(name, False)) for name in self._rubric.checks]

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
        view = self._view(text)
        answers = self._answers(view)
        said = _said(answers)
        numbers = {letter: ladder.fired(said) for letter, ladder in self._ladders.items()}
        letters = {letter: self._result(letter, numbers[letter], answers, kind) for letter in LETTERS}
        if text.strip():
            fields = ", ".join(i for i in interventions if i.strip())
            self._raise(letters, kind, text, due if kind == "objective" else review_by, fields, measure)
        return self._assessed(view, kind, letters, numbers, answers, said)

    def plan(self, plan: Plan) -> PlanAssessment:
        """Judge every statement of a plan that is not empty, its share and level for each letter, and the whole."""
        judged: dict[str, StatementAssessment] = {}
        goals: list[StatementAssessment] = []
        objectives: list[list[StatementAssessment]] = []
        for goal in plan.goals:
            rows = [o for o in goal.objectives if o.text.strip()]
            steps = [self.statement(o.text, "objective", due=o.due, interventions=o.interventions) for o in rows]
            judged_goal = self._goal(goal)
            if judged_goal:
                goals.append(judged_goal)
                judged[goal.id] = judged_goal
            judged.update(zip((o.id for o in rows), steps, strict=True))
            if judged_goal or steps:
                objectives.append(steps)
        required = self.case.required if self.case else Required()
        shares = points.shares(goals, objectives, required)
        assessed = PlanAssessment(
            case=plan.case,
            rubric=self.knowledge.stamp,
            statements=judged,
            shares=shares,
            levels={letter: points.level(share) for letter, share in shares.items()},
            notes=_notes(len(goals), objectives, required),
        )
        if self._facts is None:
            return assessed
        whole, hints = assess_whole(self.knowledge.whole, plan, assessed, self._facts, self._view)
        return replace(assessed, whole=whole, hints=hints)

    def _goal(self, goal: Goal) -> StatementAssessment | None:
        if not goal.text.strip():
            return None
        return self.statement(goal.text, "goal", measure=goal.measure, review_by=goal.review_by)

    def _view(self, text: str) -> View:
        reading = read(text, self._lexicon.book, self._lexicon.measures, self._spelling)
        derive(reading.places, self._own)
        return View(reading, self._facts)

    def _answers(self, view: View) -> dict[str, Answer]:
        answers = {}
        for name, function, kind, no in self._checks:
            held = function(view)
            answers[name] = no if held is None else _answer(view.reading, name, held, kind)
        return answers

    def _result(self, letter: Letter, number: int, answers: dict[str, Answer], kind: Kind) -> LetterResult:
        ladder, wanted = self._ladders[letter], self._rubric.criteria[letter].expected
        level = None if self._facts is None and letter in _NEEDS_CASE else ladder.levels[number]
        expected = wanted.goal if kind == "goal" else wanted.objective
        return LetterResult(letter, level, level, expected, tuple(map(answers.__getitem__, ladder.names)))

    def _raise(
        self,
        letters: dict[Letter, LetterResult],
        kind: Kind,
        text: str,
        when: str,
        interventions: str,
        measure: TargetedMeasure | None,
    ) -> None:
        """Let the fields beside the text raise what is reached."""
        if when.strip():
            self._reach(letters, "T", self._level_of("T", f"by {when.strip()}"))
        if kind == "objective" and interventions:
            for letter in ("S", "R"):
                self._reach(letters, letter, self._level_of(letter, f"{text} using {interventions}"))
        if kind == "goal" and measure and measure.instrument.strip():
            self._reach(letters, "M", 2 if measure.target is None else 3)

    def _level_of(self, letter: Letter, text: str) -> int:
        answers = self._answers(self._view(text))
        ladder = self._ladders[letter]
        return ladder.levels[ladder.fired(_said(answers))]

    @staticmethod
    def _reach(letters: dict[Letter, LetterResult], letter: Letter, level: int) -> None:
        reached = letters[letter].reached
        if reached is not None and level > reached:
            letters[letter] = replace(letters[letter], reached=level)

    def _assessed(
        self,
        view: View,
        kind: Kind,
        letters: dict[Letter, LetterResult],
        numbers: dict[Letter, int],
        answers: dict[str, Answer],
        said: set[str],
    ) -> StatementAssessment:
        text = view.reading.text
        type_, key = kinds.type_of(view, said, kind)
        unsafe, told = self._unsafe(view, answers)
        told += self._type_advice(view.reading, type_, key, answers)
        if type_ != "other" and not unsafe:
            for result in sorted(_short(letters), key=_gap, reverse=True):
                names = self._ladders[result.letter].blocking(numbers[result.letter], said)
                one = advice.for_letter(self._rubric, result.letter, names, answers, text, kind)
                told += [one] if one else []
        flags = ("speaks to the grader or repeats the rubric's words",) if view.reading.has("injection") else ()
        return StatementAssessment(text, kind, type_, letters, tuple(told), unsafe, flags)

    def _unsafe(self, view: View, answers: dict[str, Answer]) -> tuple[str, list[Advice]]:
        told = "restates_case" in answers and answers["restates_case"].yes
        hit = None if told else view.against
        if not hit:
            return "", []
        name = "endangers" if hit.move.dangerous else "works_against"
        spans = answers[name].spans if name in answers else ()
        reason = f"{hit.move.why} (Source: {hit.move.source}.)"
        said = f"{reason} Instead: {hit.move.instead}"
        return reason, [Advice("safety", name, said, "What would happen without this step?", spans, hit.move.why)]

    def _type_advice(self, reading: Reading, type_: str, key: str, answers: dict[str, Answer]) -> list[Advice]:
        if not key or not reading.text.strip():
            return []
        name = "not_clients_act" if key in ("therapist", "other") else key
        spans = answers[name].spans if name in answers else ()
        text = self._rubric.type_advice[key].replace("{quote}", advice.quote(reading.text, spans))
        return [Advice("type", name, text, "", spans)]


def _said(answers: dict[str, Answer]) -> set[str]:
    return {name for name, answer in answers.items() if answer.yes}


def _answer(reading: Reading, name: str, yes: Yes, kind: str) -> Answer:
    places = map(reading.given, yes.places) if reading.edits else yes.places
    spans = tuple([_span(start, end, kind) for start, end in dict.fromkeys(places) if start < end])
    return Answer(name, True, spans, yes.fact)


def _short(letters: dict[Letter, LetterResult]) -> list[LetterResult]:
    """The letters that have a level, but not the one that is expected."""
    return [result for result in letters.values() if result.reached is not None and not result.met]


def _gap(result: LetterResult) -> tuple[int, int]:
    """How far a letter is from what is expected; of equal gaps, the one that helps most to speak of comes first."""
    return result.expected - (result.reached or 0), _FIRST[result.letter]


def _notes(goals: int, objectives: list[list[StatementAssessment]], required: Required) -> tuple[str, ...]:
    notes = []
    if goals < required.goals:
        notes.append(f"This case asks for {required.goals} goals; there are {goals}. What is missing counts as zero.")
    short = sum(len(rows) < required.objectives_per_goal for rows in objectives)
    if short:
        each = required.objectives_per_goal
        notes.append(
            f"Each goal needs {each} objective{'s' if each > 1 else ''}; {short} of your goals "
            f"{'have' if short > 1 else 'has'} fewer. What is missing counts as zero."
        )
    return tuple(notes)
