"""Outcome measures given to the client of one assignment, without a screen: readings, adding up, bands."""

from dataclasses import dataclass
from pathlib import Path

from goalsmith.engine.outcomes import reliable_lines
from goalsmith.model import Measure, MeasuresFile, Scoring
from goalsmith.store import load_assignment, load_folder, measures_store, stage_store
from goalsmith.widgets.measure_hints import band_hint, total_hint
from goalsmith.widgets.text import clean

INTAKE = "intake"


@dataclass(frozen=True)
class Reading:
    """One instrument at one time: the total that is right, and the item answers where the case has them."""

    id: str
    name: str
    total: float
    answers: tuple[int, ...] = ()


class MeasureSession:
    """The measures of the case in `folder`. Every change is saved at once.

    `problem` is a sentence when the last save failed, else empty.
    """

    def __init__(self, folder: Path) -> None:
        """Open what was saved.

        Raises:
            BadFile: the folder lacks an assignment, its case or its rubrics.
        """
        self.folder = folder
        self.assignment = load_assignment(folder)
        self.case, self.knowledge = load_folder(folder)
        self.store = measures_store(folder, self.case.id)
        self.written: MeasuresFile = self.store.load()
        self.problem = ""

    @property
    def saved_at(self) -> float:
        """When the scorings were last saved, in seconds since 1970, or 0 for never."""
        return self.written.saved_at.timestamp() if self.written.saved_at else 0.0

    def instruments(self) -> list[Measure]:
        """The case's measures that the toolkit knows."""
        found = (self.knowledge.measures.find(name) for name in self.case.measures)
        return [measure for measure in found if measure is not None]

    def readings(self, measure: Measure) -> list[Reading]:
        """The readings that are there by now: intake, and in a follow-up those of sessions that have been opened."""
        case, name = self.case, self._name(measure)
        rows = [Reading(INTAKE, "Intake", case.measures[name], tuple(case.item_answers.get(name, ())))]
        for stage in case.stages[: self._open_stages()]:
            if name in stage.readings:
                answers = tuple(stage.item_answers.get(name, ()))
                rows.append(Reading(stage.id, f"Session {stage.session}", stage.readings[name], answers))
        return rows

    def scoring(self, measure: Measure, reading: Reading) -> Scoring:
        """What the learner did with one reading."""
        return self.written.of(measure.name, reading.id)

    # The item that asks about harm

    def asks_what_next(self, measure: Measure, reading: Reading) -> bool:
        """Whether the safety item is above 0, so that something comes before adding up."""
        items = measure.items
        if items is None or items.safety_item is None or len(reading.answers) < items.safety_item:
            return False
        return reading.answers[items.safety_item - 1] > 0

    def choose_next(self, measure: Measure, reading: Reading, chosen: list[str]) -> None:
        """Keep what the learner would do next. Saves."""
        self.scoring(measure, reading).next_steps = chosen
        self.save()

    def right_next(self, measure: Measure, reading: Reading) -> bool:
        """Whether every right step is chosen and no wrong one."""
        right = {step.id for step in (measure.items.next_steps if measure.items else []) if step.right}
        return set(self.scoring(measure, reading).next_steps) == right

    def answer_next(self, measure: Measure, reading: Reading) -> bool:
        """See the reasons; whether the choice was right, now or before. Saves."""
        scoring = self.scoring(measure, reading)
        scoring.seen = scoring.seen or self.right_next(measure, reading)
        self.save()
        return scoring.seen

    # Adding up

    def enter(
        self, measure: Measure, reading: Reading, *, total: str | None = None, band_name: str | None = None
    ) -> None:
        """Keep the total, or the band, that the learner gives. Saves."""
        scoring = self.scoring(measure, reading)
        if total is not None:
            scoring.total = clean(total)[:20]
        if band_name is not None:
            scoring.band = band_name
        self.save()

    def check(self, measure: Measure, reading: Reading) -> list[str]:
        """What is not right yet, each with a hint; an empty list when all is right. Saves."""
        scoring = self.scoring(measure, reading)
        found = (total_hint(reading.answers, scoring.total), band_hint(measure, reading.total, scoring.band))
        hints = [hint for hint in found if hint]
        scoring.done = scoring.done or not hints
        self.save()
        return hints

    def done(self, measure: Measure) -> list[Reading]:
        """The readings that may be shown scored, in the order of the sessions: those whose total and band are right.

        A follow-up begins with intake, which was scored before the plan.
        """
        known = {INTAKE} if self.assignment.part == "followup" else set()
        return [one for one in self.readings(measure) if one.id in known or self.scoring(measure, one).done]

    def lines(self, measure: Measure) -> tuple[float | None, float | None]:
        """The scores from which the change since intake is reliable, for the better and for the worse."""
        return reliable_lines(measure, self.readings(measure)[0].total)

    def save(self) -> bool:
        """Save the scorings; False, with `problem` set, when the folder cannot be written."""
        try:
            self.store.save(self.written)
        except OSError as error:
            self.problem = f"your answers cannot be written ({error.strerror})"
            return False
        self.problem = ""
        return True

    # Helpers

    def _name(self, measure: Measure) -> str:
        """What the case calls a measure."""
        return next(name for name in self.case.measures if self.knowledge.measures.find(name) is measure)

    def _open_stages(self) -> int:
        """How many later sessions the learner has opened; none outside of a follow-up."""
        if self.assignment.part != "followup":
            return 0
        works = {one.id: one for one in stage_store(self.folder, self.case.id).load().stages}
        return sum(bool(works.get(stage.id) and works[stage.id].before) for stage in self.case.stages)
