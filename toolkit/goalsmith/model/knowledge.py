"""Everything a judgement rests on apart from the case: rubrics, measures and practices."""

from dataclasses import dataclass

from goalsmith.model.measure import Measures
from goalsmith.model.practice import Practice
from goalsmith.model.rubric import Rubric
from goalsmith.model.whole import WholeRubric


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The rubrics of statements and of whole plans, measures and practices.

    `digest` is a hash of the files' bytes, for reproducible scores.
    """

    rubric: Rubric
    whole: WholeRubric
    measures: Measures
    practices: tuple[Practice, ...]
    digest: str

    @property
    def stamp(self) -> str:
        """What is recorded beside a score: rubric id, version and digest."""
        return f"{self.rubric.id} {self.rubric.version} {self.digest}"
