"""Outcome measures in the notebook: the client's answers, adding up, the band, and the score over the sessions."""

import threading
from html import escape
from pathlib import Path

import ipywidgets as w

from goalsmith.errors import GoalsmithError
from goalsmith.model import Measure
from goalsmith.render.chart import chart_svg, scores_table
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.bulletin import listen
from goalsmith.widgets.field_drafts import FieldDrafts
from goalsmith.widgets.fields import button, choice_field, column, row, text_field
from goalsmith.widgets.focus import FocusMover
from goalsmith.widgets.measure_session import INTAKE, MeasureSession, Reading
from goalsmith.widgets.measure_words import (
    answers_html,
    crisis_html,
    next_steps_html,
    sources_html,
    steps_told,
    table_rows,
)
from goalsmith.widgets.notice import notice
from goalsmith.widgets.stage_choice import StageChoice
from goalsmith.widgets.timed_line import TimedLine

_CSS = "".join((Path(__file__).parent / name).read_text("utf-8") for name in ("plan_editor.css", "measure_form.css"))
_NEXT = "What do you do next? Tick everything that you would do."


class MeasureForm(w.VBox):
    """The measures of the assignment in `folder` (default: the notebook's own)."""

    def __init__(self, folder: Path | str | None = None) -> None:
        """Open what was saved. Nothing is written before the learner answers something."""
        self.session: MeasureSession | None = None
        try:
            self.session = MeasureSession(Path(folder or ".").resolve())
        except GoalsmithError as problem:
            super().__init__([notice(str(problem), "problem")])
            return
        names = [(measure.name, measure.name) for measure in self.session.instruments()]
        if not names:
            super().__init__([Arrival(), w.HTML("<p>This case comes without outcome measures.</p>")])
            return
        self._focus, self._drafts = FocusMover(), FieldDrafts(str(self.session.store.path))
        self._saved = TimedLine(key="measures-saved", watch=True)
        self.instrument = choice_field("Outcome measure", names, names[0][1], lambda _: self._changed_instrument())
        self.reading = choice_field("When", [("Intake", INTAKE)], INTAKE, lambda _: self._draw())
        self._body, self._filling = column(name="gs-measure-body"), False
        recovered = [notice(self.session.store.recovered, "recovered")] if self.session.store.recovered else []
        super().__init__(
            [
                w.HTML(f"<style>{_CSS}</style>"),
                Arrival(),
                self._focus,
                *recovered,
                self._drafts,
                row(self.instrument, self.reading, self._saved, name="gs-fields-row"),
                self._body,
            ]
        )
        self.add_class("gs-editor")
        self.add_class("gs-measure-form")
        self._changed_instrument()
        listen(self.session.folder, "stages", self._more_readings)

    # What the learner chooses

    @property
    def measure(self) -> Measure:
        """The instrument that is shown."""
        return next(one for one in self.session.instruments() if one.name == self.instrument.value)

    def current(self) -> Reading:
        """The reading that is shown."""
        readings = self.session.readings(self.measure)
        return next((one for one in readings if one.id == self.reading.value), readings[0])

    def answer_next(self) -> None:
        """Look at the reasons, and go on to adding up when the right steps were chosen."""
        self._asked = True
        if self.steps.locked or self._see_reasons():
            self._look.layout.display = "none"
            self._focus.to(".gs-measure-form .gs-reasons-title")

    def check(self) -> None:
        """Say what is not right yet, or show what the score means."""
        self._checked = True
        hints = self.session.check(self.measure, self.current())
        if hints:
            self._line.say(" ".join(hints), tone="warn")
        else:
            self._pass()
        self._tell_saved()

    def _choose_next(self, measure: Measure, reading: Reading, ids: list[str]) -> None:
        """Keep the choice. The last tick may reach us after the press on the button: it then counts all the same.

        The button stays then, since the focus is on it or among the ticks; whoever presses it goes on to the reasons.
        """
        self.session.choose_next(measure, reading, ids)
        if self._asked and self.session.right_next(measure, reading):
            self._see_reasons()
        self._tell_saved()

    def _enter(self, **given: str) -> None:
        """Keep the total or the band; a last key that comes after the press on the button counts too."""
        self.session.enter(self.measure, self.current(), **given)
        if self._checked and not self.session.check(self.measure, self.current()):
            self._pass()
        self._tell_saved()

    def _see_reasons(self) -> bool:
        measure, reading = self.measure, self.current()
        good, scoring = self.session.answer_next(measure, reading), self.session.scoring(measure, reading)
        self._reasons.value = next_steps_html(measure, scoring)
        self._told.say(steps_told(measure, scoring), tone="done" if good else "warn")
        if good:
            self._asked, self.steps.locked = False, True
            self._body.children = [*self._body.children, *self._scoring_parts(measure, reading)]
        self._tell_saved()
        return good

    def _pass(self) -> None:
        """Total and band are right, or nothing was to give."""
        given = bool(self.current().answers or self.measure.bands)
        self._line.say("That is right." if given else "", tone="done")
        self._show_result()

    # What the page shows

    def _changed_instrument(self) -> None:
        """Show the newest reading of the instrument."""
        self._offer_readings(self.session.readings(self.measure)[-1].id)
        self._draw()

    def _more_readings(self) -> None:
        """A later session was opened: its reading can be chosen, and what is shown stays."""
        if len(self.session.readings(self.measure)) != len(self.reading.options):
            self._offer_readings(self.reading.value)

    def _offer_readings(self, chosen: str) -> None:
        """Offer the readings that are there, in one go, so that nothing is drawn in between."""
        readings = self.session.readings(self.measure)
        self._filling = True
        self.reading.options = [(one.name, one.id) for one in readings]
        self.reading.value = chosen
        self._filling = False
        self.reading.layout.display = None if len(readings) > 1 else "none"

    def _draw(self) -> None:
        if self._filling:
            return
        session, measure, reading = self.session, self.measure, self.current()
        self._asked = self._checked = False
        parts: list[w.Widget] = [w.HTML(answers_html(measure, reading, session.case.client_name))]
        waits = session.asks_what_next(measure, reading) and not session.scoring(measure, reading).seen
        if session.asks_what_next(measure, reading):
            parts.append(self._safety_part(measure, reading))
        self._body.children = parts if waits else [*parts, *self._scoring_parts(measure, reading)]
        self._tell_saved()

    def _safety_part(self, measure: Measure, reading: Reading) -> w.Widget:
        """What comes before adding up, when the item that asks about harm is above 0."""
        items, scoring = measure.items, self.session.scoring(measure, reading)
        told = f"{escape(self.session.case.client_name)} has told you something that comes before adding up."
        self.steps = StageChoice(
            f"next-steps-{reading.id}",
            _NEXT,
            [(step.id, step.text) for step in items.next_steps],
            scoring.next_steps,
            lambda ids: self._choose_next(measure, reading, ids),
            most=len(items.next_steps),
            locked=scoring.seen,
        )
        self._drafts.keep(_key(measure, reading), {"steps": self.steps})
        self._reasons = w.HTML(next_steps_html(measure, scoring) if scoring.seen else "")
        self._told = TimedLine(key="next-told")
        self._look = button("See the reasons", self.answer_next, "gs-primary", "gs-see-reasons")
        self._look.layout.display = "none" if scoring.seen else None
        return column(
            w.HTML(f"<h4>Item {items.safety_item} is above 0</h4><p>{told}</p>"),
            self.steps,
            row(self._look, self._told, name="gs-check-row"),
            self._reasons,
            w.HTML(crisis_html(self.session.assignment.crisis_line)),
            name="gs-safety-item",
        )

    def _scoring_parts(self, measure: Measure, reading: Reading) -> list[w.Widget]:
        """Where the total and the band are given, with room for what they mean; shown again where it is done."""
        scoring, when = self.session.scoring(measure, reading), reading.name.lower()
        self._result, self._chart, self._sources = w.HTML(), w.HTML(), w.HTML()
        self._line = TimedLine(key="measure-line")
        fields: dict[str, w.Widget] = {}
        if reading.answers:
            total = f"Total of the {measure.name}, {when}"
            hint = f"{measure.low:g} to {measure.high:g}"
            fields["total"] = text_field(total, scoring.total, lambda given: self._enter(total=given), hint=hint)
        if measure.bands:
            names = [(one.name, one.name) for one in sorted(measure.bands, key=lambda one: one.low)]
            band = f"Severity band of the {measure.name}, {when}"
            fields["band"] = choice_field(
                band, [("choose …", ""), *names], scoring.band, lambda name: self._enter(band_name=name)
            )
        self._drafts.keep(_key(measure, reading), fields)
        press = button("Check" if fields else "Show what it means", self.check, "gs-primary", "gs-check-score")
        if scoring.done:
            self._show_result()
        given = [row(*fields.values(), name="gs-fields-row")] if fields else []
        shown = column(self._result, self._chart, name="gs-result")
        return [*given, row(press, self._line, name="gs-check-row"), shown, self._sources]

    def _show_result(self) -> None:
        """The table at once; the chart when it has been drawn, which takes a second or two the first time."""
        session, measure, chart = self.session, self.measure, self._chart
        readings, start = session.done(measure), session.readings(measure)[0].total
        table = scores_table(measure, table_rows(measure, readings, start))
        self._result.value = f"<h4>What the score says</h4>{table}"
        self._sources.value = sources_html(measure)
        points, lines = [(one.name, one.total) for one in readings], session.lines(measure)
        if len(points) == 1 and not measure.bands:
            return  # one point on an empty ground shows nothing

        def draw() -> None:
            chart.value = chart_svg(measure, points, *lines)

        self._drawing = threading.Thread(target=draw, daemon=True)
        self._drawing.start()

    def wait(self) -> None:
        """Wait until a chart that is being drawn is there."""
        self._drawing.join()

    def _tell_saved(self) -> None:
        if self.session.problem:
            self._saved.say(f"not saved: {self.session.problem}", tone="warn")
        else:
            self._drafts.saved()
            self._saved.say("saved {time}" if self.session.saved_at else "", at=self.session.saved_at)


def _key(measure: Measure, reading: Reading) -> str:
    """What drafts in the browser call the fields of one reading; it is a part of a CSS class."""
    return f"{measure.name.replace(' ', '-')}.{reading.id}"
