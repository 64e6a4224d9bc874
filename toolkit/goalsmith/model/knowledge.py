"""Everything a judgement rests on apart from the case: rubrics, measures, practices, remarks on wording, harm."""

from dataclasses import dataclass

from goalsmith.model.harm import HarmNetwork
from goalsmith.model.measure import Measures
from goalsmith.model.practice import Practice
from goalsmith.model.rubric import Rubric
from goalsmith.model.whole import WholeRubric
from goalsmith.model.wording import Wording


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """The rubrics of statements and of whole plans, measures, practices, remarks on wording and the network
    that reads for harm.

    `digest` is a hash of the files' bytes, for reproducible scores.
    """

    rubric: Rubric
    whole: WholeRubric
    measures: Measures
    practices: tuple[Practice, ...]
    wording: Wording
    harm: HarmNetwork
    digest: str

    @property
    def stamp(self) -> str:
        """What is recorded beside a score: rubric id, version and digest."""
        return f"{self.rubric.id} {self.rubric.version} {self.digest}"
