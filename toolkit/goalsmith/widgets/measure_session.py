"""Outcome measures given to the client of one assignment, without a screen: readings, adding up, bands."""

from dataclasses import dataclass
from pathlib import Path

from goalsmith.engine.outcomes import band, change, range_of, reliable_at, remitted
from goalsmith.model import Case, Measure, MeasuresFile, Scoring
from goalsmith.store import load_assignment, load_folder, measures_store, stage_store
from goalsmith.widgets.text import clean

INTAKE = "intake"
CHANGE_WORDS = {
    "improved": "a reliable improvement",
    "worse": "a reliable worsening",
    "no-reliable-change": "less than a reliable change: neither progress nor decline",
    "no-criterion": "no reliable change is published",
}


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

    def answer_next(self, measure: Measure, reading: Reading) -> bool:
        """See the reasons; whether every right step and no wrong one was chosen. Saves."""
        items, scoring = measure.items, self.scoring(measure, reading)
        if items is None or not scoring.next_steps:
            return False
        right = {step.id for step in items.next_steps if step.right}
        scoring.seen = scoring.seen or set(scoring.next_steps) == right
        self.save()
        return set(scoring.next_steps) == right

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
        hints = [
            hint for hint in (self._total_hint(reading, scoring), self._band_hint(measure, reading, scoring)) if hint
        ]
        scoring.done = scoring.done or not hints
        self.save()
        return hints

    def needs_total(self, reading: Reading) -> bool:
        """Whether there are answers to add up; a total alone is given to the learner."""
        return bool(reading.answers)

    def done(self, measure: Measure) -> list[Reading]:
        """The readings whose total and band are right, in the order of the sessions."""
        return [one for one in self.readings(measure) if self.scoring(measure, one).done]

    def rows(self, measure: Measure, readings: list[Reading]) -> list[tuple[str, float, str, str]]:
        """What a table says of each reading: its name, score, band, and the change since intake in words."""
        start = self.readings(measure)[0].total
        return [
            (one.name, one.total, self._band_words(measure, one), self._change(measure, start, one)) for one in readings
        ]

    def reliable_from(self, measure: Measure) -> float | None:
        """The score from which the change since intake is a reliable improvement."""
        return reliable_at(measure, self.readings(measure)[0].total)

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

    def _total_hint(self, reading: Reading, scoring: Scoring) -> str:
        if not self.needs_total(reading):
            return ""
        try:
            given = float(scoring.total.replace(",", "."))
        except ValueError:
            return "Write the total as a number."
        if given == reading.total:
            return ""
        off = "more" if given < reading.total else "less"
        how = "Each answer counts what stands in brackets; add them once more."
        return f"The answers add up to {off} than {given:g}. {how}"

    def _band_hint(self, measure: Measure, reading: Reading, scoring: Scoring) -> str:
        right = band(measure, reading.total)
        if right is None or scoring.band == right:
            return ""
        if not scoring.band:
            return "Choose the severity band."
        chosen = f"{scoring.band[0].upper()}{scoring.band[1:]}"
        return f"“{chosen}” is from {range_of(measure, scoring.band)}. In which one does the total lie?"

    def _band_words(self, measure: Measure, reading: Reading) -> str:
        name = band(measure, reading.total) or "no bands published"
        return f"{name}, in remission" if remitted(measure, reading.total) else name

    def _change(self, measure: Measure, start: float, reading: Reading) -> str:
        if reading.id == INTAKE:
            return "the start"
        by = reading.total - start
        said = f"{abs(by):g} {'lower' if by < 0 else 'higher'}" if by else "the same score"
        return f"{said}: {CHANGE_WORDS[change(measure, start, reading.total)]}"


def client_name(case: Case) -> str:
    """What to call the client in a sentence: the first word of the title, else "the client"."""
    first = case.title.split(" ")[0].strip(",") if case.title else ""
    return first if first and first.lower() not in ("the", "an", "a", "one") else "The client"
