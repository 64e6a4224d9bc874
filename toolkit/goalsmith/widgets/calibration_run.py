"""Calibration without a screen: levels for each sample plan, the reference levels after them, and another try."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from goalsmith.model import Attempt, Calibration, CalibrationTry, Exemplar, PlanCriterion

NEAR = 1
"""Levels that a choice may be away from the reference and still count as near."""
MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """A level that was chosen, beside the reference level and its reason."""

    criterion: PlanCriterion
    chosen: int
    reference: int
    reason: str

    @property
    def far(self) -> bool:
        """Whether the two are two or more apart."""
        return abs(self.chosen - self.reference) > NEAR


class CalibrationRun:
    """The learner's way through the sample plans. Every change goes to `changed`, which saves it.

    An attempt without a time is still open: its levels are being chosen. It is closed by looking at the reference.
    """

    def __init__(
        self,
        record: Calibration,
        exemplars: Sequence[Exemplar],
        asked: Sequence[PlanCriterion],
        changed: Callable[[], bool],
    ) -> None:
        """Go on with `record`. Of `asked`, an exemplar counts those that it has a reference level for."""
        self.record, self.exemplars, self.asked = record, tuple(exemplars), tuple(asked)
        self._changed = changed

    @property
    def finished(self) -> bool:
        """Whether calibration is done, here or on another case of the course."""
        return self.record.finished_at is not None

    @property
    def next(self) -> int:
        """The number, from 0, of the first sample plan that is not done; of the last one when all are."""
        todo = [number for number, one in enumerate(self.exemplars) if not self.done(one)]
        return todo[0] if todo else max(0, len(self.exemplars) - 1)

    def left(self) -> int:
        """How many sample plans are not done."""
        return 0 if self.finished else sum(not self.done(one) for one in self.exemplars)

    def criteria(self, exemplar: Exemplar) -> tuple[PlanCriterion, ...]:
        """What the exemplar is compared on."""
        return tuple(one for one in self.asked if one in exemplar.levels)

    def levels(self, exemplar: Exemplar) -> dict[PlanCriterion, int]:
        """The levels of the newest attempt, open or closed."""
        attempts = self._attempts(exemplar)
        return dict(attempts[-1].levels) if attempts else {}

    def tries(self, exemplar: Exemplar) -> int:
        """How many attempts were closed."""
        return sum(one.at is not None for one in self._attempts(exemplar))

    def comparing(self, exemplar: Exemplar) -> bool:
        """Whether the newest attempt is closed, so that the reference levels are in view."""
        attempts = self._attempts(exemplar)
        return bool(attempts) and attempts[-1].at is not None

    def complete(self, exemplar: Exemplar) -> bool:
        """Whether every criterion has a level in the newest attempt."""
        return set(self.criteria(exemplar)) <= set(self.levels(exemplar))

    def differences(self, exemplar: Exemplar) -> list[Difference]:
        """The newest attempt beside the reference levels, the widest differences first, then the order of the page."""
        levels = self.levels(exemplar)
        found = [
            Difference(one, levels[one], exemplar.levels[one], exemplar.reasons.get(one, ""))
            for one in self.criteria(exemplar)
            if one in levels
        ]
        return sorted(found, key=lambda difference: -abs(difference.chosen - difference.reference))

    def done(self, exemplar: Exemplar) -> bool:
        """Whether one may go on: near the reference everywhere, or after three tries."""
        if not self.comparing(exemplar):
            return False
        return self.tries(exemplar) >= MOST_TRIES or not any(one.far for one in self.differences(exemplar))

    def choose(self, exemplar: Exemplar, criterion: PlanCriterion, level: int | None) -> bool:
        """Set or clear a level of the open attempt; a closed one stays as it is."""
        if self.comparing(exemplar):
            return False
        if self.levels(exemplar).get(criterion) == level:
            return True
        attempts = self._attempts(exemplar) or [Attempt(levels={})]
        levels = {key: value for key, value in attempts[-1].levels.items() if key != criterion}
        attempts[-1] = Attempt(levels=levels if level is None else {**levels, criterion: level})
        return self._keep(exemplar, attempts)

    def compare(self, exemplar: Exemplar) -> bool:
        """Close the attempt and look at the reference levels; False while a level is open."""
        if self.comparing(exemplar) or not self.complete(exemplar):
            return False
        attempts = self._attempts(exemplar)
        attempts[-1] = Attempt(levels=attempts[-1].levels, at=_now())
        self._keep(exemplar, attempts)
        if all(self.done(one) for one in self.exemplars) and not self.finished:
            self.record.finished_at = _now()
            return self._changed()
        return True

    def again(self, exemplar: Exemplar) -> bool:
        """Begin another attempt: near levels stay, those that were far are open again."""
        if not self.comparing(exemplar) or self.done(exemplar):
            return False
        near = {one.criterion: one.chosen for one in self.differences(exemplar) if not one.far}
        return self._keep(exemplar, [*self._attempts(exemplar), Attempt(levels=near)])

    def _attempts(self, exemplar: Exemplar) -> list[Attempt]:
        found = next((one for one in self.record.tries if one.exemplar == exemplar.id), None)
        return list(found.attempts) if found else []

    def _keep(self, exemplar: Exemplar, attempts: list[Attempt]) -> bool:
        found = next((one for one in self.record.tries if one.exemplar == exemplar.id), None)
        if found is None:
            self.record.tries = [*self.record.tries, CalibrationTry(exemplar=exemplar.id, attempts=attempts)]
        else:
            found.attempts = attempts
        return self._changed()


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
