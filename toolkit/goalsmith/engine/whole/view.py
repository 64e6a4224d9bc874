"""A plan read once: every statement with its evidence, and which of the client's problems each speaks of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from goalsmith.engine.checks import View
from goalsmith.engine.facts import COMMON, Facts, content
from goalsmith.engine.phrases import PhraseBook, Place
from goalsmith.engine.text import Tokens, normalise, tokenise
from goalsmith.engine.whole.words import LABELS
from goalsmith.model import Case, Goal, Objective, Plan, PlanAssessment, PresentingProblem, StatementAssessment

Read = Callable[[str], View]
_SHORTEST = 4


@cache
def _book() -> PhraseBook:
    return PhraseBook(LABELS)


def listed_in(tokens: Tokens) -> dict[str, list[Place]]:
    """The places of what `words.py` lists in a text, by label."""
    return _book().find(tokens)


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells that a text speaks of one problem: groups of words of the practices, and stems of its own."""

    problem: PresentingProblem
    concepts: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One statement that is not empty. `beside` is the reading of an objective's interventions, or None."""

    label: str
    source: Goal | Objective
    view: View
    beside: View | None
    judged: StatementAssessment
    topics: frozenset[str]

    @property
    def text(self) -> str:
        """The statement's words."""
        return self.source.text

    @property
    def sound(self) -> bool:
        """Whether it is the client's own step or outcome, related to the case and not against treatment."""
        return not self.judged.unsafe and self.judged.type != "other" and self.judged.level("R") != 0

    def has(self, *names: str) -> bool:
        """Whether text or interventions hold evidence of one of the kinds in `names`."""
        return self.view.reading.has(*names) or bool(self.beside and self.beside.reading.has(*names))


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal with its objectives. `row` is None when the goal has no words; `topics` also holds its chosen problem."""

    label: str
    goal: Goal
    row: Row | None
    steps: tuple[Row, ...]
    topics: frozenset[str]


class PlanView:
    """A plan with its readings and the facts of its case, for the checks to ask."""

    def __init__(self, plan: Plan, judged: PlanAssessment, facts: Facts, read: Read) -> None:
        """Read every text of the plan that a check may ask about."""
        self.plan, self.facts, self.read = plan, facts, read
        self.case: Case = facts.case
        self.marks = _marks(facts)
        self._judged = judged.statements
        self._said: dict[str, dict[str, list[Place]]] = {}
        branches = [self._branch(number, goal) for number, goal in enumerate(plan.goals, 1)]
        self.branches = [b for b in branches if b.row or b.steps]

    def rows(self) -> Iterator[Row]:
        """Every statement, in the order of the page."""
        for branch in self.branches:
            if branch.row:
                yield branch.row
            yield from branch.steps

    def steps(self) -> Iterator[Row]:
        """Every objective."""
        for branch in self.branches:
            yield from branch.steps

    @cached_property
    def remarks(self) -> list[tuple[str, View]]:
        """What stands beside the statements, with its place: interventions, how it was agreed, reasons."""
        texts = [(f"Goal {n}, how it was agreed", g.agreed_how) for n, g in enumerate(self.plan.goals, 1)]
        texts += [("Reason for a problem", row.reason) for row in self.plan.problems]
        beside = [(f"{row.label}, interventions", row.beside) for row in self.rows() if row.beside]
        return beside + [(where, self.read(text)) for where, text in texts if text.strip()]

    def views(self) -> Iterator[tuple[str, View]]:
        """Every text of the plan with its place, but for the client's quoted words and the safety part."""
        yield from ((row.label, row.view) for row in self.rows())
        yield from self.remarks

    def own_views(self) -> Iterator[tuple[str, View]]:
        """As `views`, without the statements that work against treatment or are somebody else's act."""
        apart = {row.label for row in self.rows() if not row.sound}
        return ((where, view) for where, view in self.views() if where.partition(",")[0] not in apart)

    def said(self, view: View) -> dict[str, list[Place]]:
        """The places of what `words.py` lists, by label."""
        text = view.reading.text
        if text not in self._said:
            self._said[text] = listed_in(view.reading.tokens)
        return self._said[text]

    def topics(self, view: View) -> frozenset[str]:
        """The ids of the client's problems that a text speaks of."""
        places, stems = view.reading.places, frozenset(view.reading.tokens.stems)
        return frozenset(
            m.problem.id for m in self.marks if not m.concepts.isdisjoint(places) or not m.stems.isdisjoint(stems)
        )

    def _branch(self, number: int, goal: Goal) -> Branch:
        label = f"Goal {number}"
        row = self._row(label, goal) if goal.text.strip() else None
        steps = tuple(
            self._row(f"Objective {number}.{at}", step)
            for at, step in enumerate(goal.objectives, 1)
            if step.text.strip()
        )
        chosen = {goal.problem} & {m.problem.id for m in self.marks}
        return Branch(label, goal, row, steps, (row.topics if row else frozenset()) | chosen)

    def _row(self, label: str, source: Goal | Objective) -> Row:
        view = self.read(source.text)
        said = ", ".join(i for i in source.interventions if i.strip()) if isinstance(source, Objective) else ""
        beside = self.read(said) if said else None
        topics = self.topics(view) | (self.topics(beside) if beside else frozenset())
        return Row(label, source, view, beside, self._judged[source.id], topics)


def _marks(facts: Facts) -> list[Marks]:
    """For each problem what is its own: a word that two problems share tells neither from the other."""
    problems = facts.case.presenting_problems
    concepts = [_concepts(p, facts) for p in problems]
    stems = [frozenset(s for s in content(p.text) if len(s) >= _SHORTEST) - COMMON for p in problems]
    named = {p.id: number for number, p in enumerate(problems)}
    return [
        Marks(
            problem,
            frozenset(
                c
                for c in _own(number, concepts) | {c for c in concepts[number] if _group(c) in named}
                if named.get(_group(c), number) == number
            ),
            _own(number, stems),
        )
        for number, problem in enumerate(problems)
    ]


def _group(concept: str) -> str:
    return concept.rpartition(":")[2]


def _concepts(problem: PresentingProblem, facts: Facts) -> frozenset[str]:
    found = facts.book.find(tokenise(normalise(f"{problem.text}. {problem.id.replace('-', ' ')}")))
    own = {practice.disorder for practice in facts.practices}
    return frozenset(c for c in found if c.startswith("concept:") and c.split(":")[1] in own)


def _own(number: int, sets: list[frozenset[str]]) -> frozenset[str]:
    others = frozenset[str]().union(*(s for n, s in enumerate(sets) if n != number))
    return sets[number] - others
