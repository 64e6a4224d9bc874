"""The scores up to a session: a table, and a chart for whoever asks for it."""

import ipywidgets as w

from goalsmith.engine.outcomes import reliable_lines
from goalsmith.model import Measure, Stage
from goalsmith.render import readings_html
from goalsmith.widgets.fields import button, row
from goalsmith.widgets.stage_session import StageSession


class StageScores(w.VBox):
    """The table, with a button that draws a chart of each measure that the learner is asked about.

    With `lines` the chart shows from where a change is reliable; before the session is committed that is the question.
    """

    def __init__(self, session: StageSession, stage: Stage, *, lines: bool) -> None:
        """Show the table; drawing takes a second, so the charts wait for a press."""
        self._session, self._stage, self._lines = session, stage, lines
        self._charts = w.HTML()
        name = f"Show the scores up to session {stage.session} as a chart"
        self._see = button("Show as a chart", self.draw, "gs-see-chart", tooltip=name)
        table = w.HTML(readings_html(session.case, session.case.stages.index(stage)))
        asked = [row(self._see)] if session.readings(stage) else []
        super().__init__([table, *asked, self._charts])
        self.add_class("gs-stage-scores")

    def draw(self) -> None:
        """Draw the charts, or take them away again."""
        from goalsmith.render.chart import chart_svg  # loads what draws, which few need

        if self._charts.value:
            self._charts.value, self._see.description = "", "Show as a chart"
            return
        names = self._session.readings(self._stage)
        measures = [(name, measure) for name in names if (measure := self._session.knowledge.measures.find(name))]
        drawn = [chart_svg(measure, self._points(name), *self._reliable(name, measure)) for name, measure in measures]
        self._charts.value = f'<div class="gs-charts">{"".join(f"<div>{one}</div>" for one in drawn)}</div>'
        self._see.description = "Hide the chart"

    def _points(self, name: str) -> list[tuple[str, float]]:
        """The score at intake and at each session in which the measure was given."""
        case = self._session.case
        came = case.stages[: case.stages.index(self._stage) + 1]
        later = [(f"Session {one.session}", one.readings[name]) for one in came if name in one.readings]
        return [("Intake", case.measures[name]), *later]

    def _reliable(self, name: str, measure: Measure) -> tuple[float | None, float | None]:
        """The scores from which a change is reliable, for the better and for the worse."""
        return reliable_lines(measure, self._session.case.measures[name]) if self._lines else (None, None)
