"""What the engine says of a statement or a plan.

Named tuples and frozen dataclasses, not pydantic: an assessment is made by us, never read from a stranger's file, and
thousands are made in a second. A statement's many answers are named tuples, made in half a dataclass's time.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from goalsmith.model.whole import Part

Letter = Literal["S", "M", "A", "R", "T"]
LETTERS: tuple[Letter, ...] = ("S", "M", "A", "R", "T")
Kind = Literal["goal", "objective"]
Type = Literal["goal", "objective", "other"]


class Span(NamedTuple):
    """A piece of evidence. `start` and `end` count Unicode code points of the text as given, end excluded."""

    start: int
    end: int
    kind: str


class Answer(NamedTuple):
    """A check's answer with the spans that it rests on. `fact` is the case fact behind it, where one is."""

    check: str
    yes: bool
    spans: tuple[Span, ...] = ()
    fact: str = ""


class Advice(NamedTuple):
    """One message to the learner; `check` is what called for it.

    `criterion` is a letter, a part of the plan, or "type", "safety" or "note".
    """

    criterion: str
    check: str
    text: str
    ask: str = ""
    spans: tuple[Span, ...] = ()
    fact: str = ""


class LetterResult(NamedTuple):
    """The level 0 to 3 of one letter, or None where it needs a case and none was given.

    `level` describes the text alone. `reached` also reads the fields that the letter may be met in (due date,
    interventions, measure, review date) and is what points follow; `expected` is what the kind calls for. `rule` is
    the number, from 0, of the rubric's rule that gave `level`.
    """

    letter: Letter
    level: int | None
    reached: int | None
    expected: int
    answers: tuple[Answer, ...] = ()
    rule: int = -1

    @property
    def met(self) -> bool:
        """Whether what is expected is reached."""
        return self.reached is not None and self.reached >= self.expected


@dataclass(frozen=True, slots=True)
class StatementAssessment:
    """The judgement of one statement. `unsafe` is the reason why it earns no points, or empty.

    `flags` are for the supervisor: words that are not the learner's own. `held` is the one of them for which the points
    wait until the supervisor has looked, or empty. `notes` touch neither level nor points.
    """

    text: str
    kind: Kind
    type: Type
    letters: dict[Letter, LetterResult]
    advice: tuple[Advice, ...]
    unsafe: str = ""
    flags: tuple[str, ...] = ()
    held: str = ""
    notes: tuple[Advice, ...] = ()

    def level(self, letter: Letter) -> int | None:
        """The level of the text for `letter`."""
        return self.letters[letter].level

    def points(self, letter: Letter) -> float:
        """Points from 0 to 1: min(reached, expected) / expected, and 0 for a statement that is unsafe or held."""
        result = self.letters[letter]
        if self.unsafe or self.held or result.reached is None:
            return 0.0
        return min(result.reached, result.expected) / result.expected


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """A check's answer about a whole plan: the `words` of the plan that it rests on, or the `fact` of the case.

    `where` is what the page calls the place of the words, such as "Objective 1.2".
    """

    check: str
    yes: bool
    words: str = ""
    where: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class PartResult:
    """The level 0 to 3 of the plan's thread, fit or safety, or None where the case does not ask for it.

    `advice` is the next step, or None at the highest level.
    """

    part: Part
    level: int | None
    answers: tuple[PlanAnswer, ...] = ()
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class PlanAssessment:
    """The judgement of a plan: each statement by its id, and for each letter the share 0 to 1 and the level 0 to 3.

    `rubric` is "id version hash", so that a score can be traced to the rubric that gave it. `whole` has the plan's
    parts, and is empty where no case was given; `hints` are remarks on the whole plan that touch no level.
    """

    case: str
    rubric: str
    statements: dict[str, StatementAssessment]
    shares: dict[Letter, float]
    levels: dict[Letter, int]
    notes: tuple[str, ...] = field(default=())
    whole: dict[Part, PartResult] = field(default_factory=dict)
    hints: tuple[Advice, ...] = ()
