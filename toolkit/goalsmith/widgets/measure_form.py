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
from goalsmith.widgets.measure_session import MeasureSession, Reading, client_name
from goalsmith.widgets.measure_words import answers_html, crisis_html, next_steps_html, sources_html
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
        self.reading = choice_field("Reading", [("Intake", "intake")], "intake", lambda _: self._draw())
        self._body = column(name="gs-measure-body")
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
        good = self.session.answer_next(self.measure, self.current())
        self._reasons.value = next_steps_html(self.measure, self.session.scoring(self.measure, self.current()))
        if good:
            self._draw()
            self._focus.to(".gs-measure-form .gs-total input")
        self._tell_saved()

    def check(self) -> None:
        """Say what is not right yet, or show what the score means."""
        hints = self.session.check(self.measure, self.current())
        self._line.say(" ".join(hints) if hints else "That is right.", tone="warn" if hints else "done")
        if not hints:
            self._show_result()
        self._tell_saved()

    # What the page shows

    def _changed_instrument(self) -> None:
        readings = self.session.readings(self.measure)
        chosen = self.reading.value
        self.reading.options = [(one.name, one.id) for one in readings]
        self.reading.value = chosen if chosen in {one.id for one in readings} else readings[0].id
        self._draw()

    def _more_readings(self) -> None:
        """A later session was opened: its reading can be chosen, and what is shown stays."""
        chosen = self.reading.value
        readings = self.session.readings(self.measure)
        if [one.id for one in readings] != [key for _, key in self.reading.options]:
            self.reading.options = [(one.name, one.id) for one in readings]
            self.reading.value = chosen

    def _draw(self) -> None:
        session, measure, reading = self.session, self.measure, self.current()
        scoring = session.scoring(measure, reading)
        self._result, self._chart = w.HTML(), w.HTML()
        self._chart.add_class("gs-chart")
        self._line = TimedLine(key="measure-line")
        parts: list[w.Widget] = [w.HTML(answers_html(measure, reading, client_name(session.case)))]
        waits = session.asks_what_next(measure, reading) and not scoring.seen
        if session.asks_what_next(measure, reading):
            parts += self._safety_parts(measure, reading)
        if not waits:
            parts += [*self._scoring_parts(measure, reading), self._result, self._chart]
        self._body.children = parts
        if scoring.done and not waits:
            self._show_result()
        self._tell_saved()

    def _safety_parts(self, measure: Measure, reading: Reading) -> list[w.Widget]:
        items, scoring = measure.items, self.session.scoring(measure, reading)
        client = client_name(self.session.case)
        told = f"{escape(client)} has told you something that comes before adding up."
        head = f"<h4>Item {items.safety_item} is above 0</h4><p>{told}</p>"
        self.steps = StageChoice(
            "next-steps",
            _NEXT,
            [(step.id, step.text) for step in items.next_steps],
            scoring.next_steps,
            lambda ids: self.session.choose_next(measure, reading, ids),
            most=len(items.next_steps),
            locked=scoring.seen,
        )
        self._reasons = w.HTML(next_steps_html(measure, scoring) if scoring.seen else "")
        look = button("See the reasons", self.answer_next, "gs-primary", "gs-see-reasons")
        look.layout.display = "none" if scoring.seen else None
        box = column(
            w.HTML(head),
            self.steps,
            row(look),
            self._reasons,
            w.HTML(crisis_html(self.session.assignment.crisis_line)),
            name="gs-safety-item",
        )
        return [box]

    def _scoring_parts(self, measure: Measure, reading: Reading) -> list[w.Widget]:
        session, scoring = self.session, self.session.scoring(measure, reading)
        fields: dict[str, w.Widget] = {}
        if session.needs_total(reading):
            of = f"Total of the {measure.name}, {reading.name.lower()}"
            fields["total"] = text_field(
                of, scoring.total, lambda v: self._enter(total=v), hint=f"{measure.low:g} to {measure.high:g}"
            )
            fields["total"].add_class("gs-total")
        if measure.bands:
            bands = [("choose …", ""), *((one.name, one.name) for one in sorted(measure.bands, key=lambda b: b.low))]
            fields["band"] = choice_field(
                f"Severity band of the {measure.name}, {reading.name.lower()}",
                bands,
                scoring.band,
                lambda v: self._enter(band_name=v),
            )
        self._drafts.keep(f"{measure.name.replace(' ', '-')}.{reading.id}", fields)
        press = button("Check" if fields else "Show what it means", self.check, "gs-primary", "gs-check-score")
        return [row(*fields.values(), name="gs-fields-row"), row(press, self._line, name="gs-check-row")]

    def _enter(self, **given: str) -> None:
        self.session.enter(self.measure, self.current(), **given)
        self._tell_saved()

    def _show_result(self) -> None:
        """The table at once; the chart when it has been drawn, which takes a second or two the first time."""
        session, measure = self.session, self.measure
        readings = session.done(measure)
        self._result.value = scores_table(measure, session.rows(measure, readings)) + sources_html(measure)
        points, at, chart = [(one.name, one.total) for one in readings], session.reliable_from(measure), self._chart
        self._drawing = threading.Thread(
            target=lambda: setattr(chart, "value", chart_svg(measure, points, at)), daemon=True
        )
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
