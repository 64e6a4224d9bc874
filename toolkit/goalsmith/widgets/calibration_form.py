"""Calibration on the page: a sample plan to read, levels to choose, and the reference levels after them."""

from html import escape

import ipywidgets as w

from goalsmith.model import Criterion, Exemplar, Exemplars, PlanCriterion
from goalsmith.widgets.calibration_run import CalibrationRun, Difference
from goalsmith.widgets.fields import button, column, row
from goalsmith.widgets.levels_form import LevelsForm
from goalsmith.widgets.plan_reader import PlanReader
from goalsmith.widgets.review_plan import ReviewActions


class CalibrationForm(w.VBox):
    """The sample plans, one at a time."""

    def __init__(self, actions: ReviewActions) -> None:
        """Show the first sample plan that is not done."""
        self._actions = actions
        self.run: CalibrationRun = actions.session.calibration
        self.at = self.run.next
        super().__init__()
        self.add_class("gs-calibration")
        self._forms: dict[int, SamplePlan] = {}
        self.draw()

    @property
    def sample(self) -> "SamplePlan":
        """The form of the sample plan in view."""
        return self._forms[self.at]

    def draw(self) -> None:
        """Show the sample plan of the moment, or that there is nothing to calibrate on."""
        if not self.run.exemplars or (self.run.finished and not self.run.record.tries):
            self.children = [w.HTML(f'<p data-gs="calibrated">{escape(_nothing_to_do(self.run))}</p>')]
            return
        if self.at not in self._forms:
            self._forms[self.at] = SamplePlan(self.at, self)
        self.children = [self._forms[self.at]]

    def move(self, by: int) -> None:
        """Go to another sample plan, or on to the plans after the last one."""
        if self.at + by >= len(self.run.exemplars):
            return self._actions.go_on()
        self.at = max(0, self.at + by)
        self.draw()
        self._actions.focus_on(".gs-words-text")

    @property
    def actions(self) -> ReviewActions:
        """The whole form around it."""
        return self._actions


class SamplePlan(w.VBox):
    """One sample plan: while levels are open the pickers, after them the comparison. Its title would give it away."""

    def __init__(self, number: int, form: CalibrationForm) -> None:
        """Draw the sample plan `number`, counted from 0."""
        self._form, self._run = form, form.run
        session = form.actions.session
        self._exemplar: Exemplar = self._run.exemplars[number]
        self._criteria = {one: session.criteria[one] for one in self._run.criteria(self._exemplar)}
        self._source: Exemplars = session.exemplars
        title = f"Sample plan {number + 1} of {len(self._run.exemplars)}"
        self.reader = PlanReader(title, session.blocks(self._exemplar.plan))
        self.levels = LevelsForm(self._criteria, self._choose)
        self._told, self._compared = w.HTML(), w.HTML()
        self.compare = button("See the reference levels", self._look_up, "gs-primary", "gs-compare")
        self.again = button("Try again", self._again, "gs-again")
        last = number + 1 == len(self._run.exemplars)
        self.next = button(
            "Go on to the plans" if last else "Next sample plan", lambda: form.move(+1), "gs-primary", "gs-next"
        )
        self.back = button("Sample plan before", lambda: form.move(-1), "gs-quiet")
        self.back.layout.display = None if number else "none"
        form.actions.keep(f"sample-{number}", self.levels.fields)
        grid = row(
            column(self.reader, name="gs-review-left"),
            column(
                column(
                    w.HTML("<h4>Levels of the plan as a whole</h4>"),
                    self._told,
                    self.levels,
                    self._compared,
                    name="gs-part",
                ),
                column(row(self.compare, self.again, self.next, self.back), name="gs-ending"),
                name="gs-review-right",
            ),
            name="gs-review-grid",
        )
        super().__init__([row(w.HTML(f"<h3>{title}</h3>"), name="gs-head"), grid])
        self.draw()

    def draw(self) -> None:
        """Show pickers or comparison, and the way on."""
        run, one = self._run, self._exemplar
        comparing, done = run.comparing(one), run.done(one)
        self.levels.show(run.levels(one))
        self.levels.layout.display = "none" if comparing else None
        self._compared.value = (
            comparison_html(run.differences(one), self._criteria, one, self._source) if comparing else ""
        )
        self._told.value = f'<p class="gs-soft" data-gs="sample-said">{escape(self._sentence(comparing, done))}</p>'
        for control, shown in ((self.compare, not comparing), (self.again, comparing and not done), (self.next, done)):
            control.layout.display = None if shown else "none"
        self.compare.disabled = not run.complete(one)

    def _sentence(self, comparing: bool, done: bool) -> str:
        tries = self._run.tries(self._exemplar)
        if not comparing:
            if tries:
                return "Levels near the reference stand as you chose them. Look again and choose the open ones."
            return "Choose every level as you read the plan; then see the reference levels and their reasons."
        if not done:
            return "Some levels are two or more apart: they stand first. Read why, and try again."
        if any(one.far for one in self._run.differences(self._exemplar)):
            return "You have tried three times. People differ: read the reasons once more and go on."
        return "Every level is within one of the reference."

    def _choose(self, criterion: PlanCriterion, level: int | None) -> None:
        self._run.choose(self._exemplar, criterion, level)
        self.compare.disabled = not self._run.complete(self._exemplar)
        self._form.actions.changed()

    def _look_up(self) -> None:
        if self._run.compare(self._exemplar):
            self.draw()
            self._form.actions.changed()
            self._form.actions.focus_on(".gs-compared")

    def _again(self) -> None:
        if self._run.again(self._exemplar):
            self.draw()
            self._form.actions.changed()
            self._form.actions.focus_on('.gs-picker[data-value=""] input')


def comparison_html(
    differences: list[Difference], criteria: dict[PlanCriterion, Criterion], exemplar: Exemplar, source: Exemplars
) -> str:
    """The reader's level beside the reference level, each with its anchor, and why the reference was set so."""
    rows = "".join(_difference(one, criteria[one.criterion]) for one in differences)
    by = source.rated_by
    who = f"Reference levels set by {by.role}; licence: {by.licence}; {by.date.day} {by.date:%B %Y}."
    return (
        '<div class="gs-compared" tabindex="-1" role="group" aria-label="Your levels and the reference levels" '
        f'data-gs="compared"><p>{escape(exemplar.rationale)}</p>'
        f'<ul>{rows}</ul><p class="gs-soft">{escape(who)}</p></div>'
    )


def _difference(one: Difference, criterion: Criterion) -> str:
    apart = abs(one.chosen - one.reference)
    said = "the same" if not apart else "one apart" if apart == 1 else f"{('two', 'three')[apart - 2]} apart"
    yours = "" if not apart else f"<dt>You: {one.chosen}</dt><dd>{escape(criterion.anchors[one.chosen])}</dd>"
    name = "You and the reference" if not apart else "Reference"
    reason = f"<p>{escape(one.reason)}</p>" if one.reason else ""
    return (
        f'<li data-gs="difference-{one.criterion}" data-far="{"yes" if one.far else "no"}">'
        f"<h5>{escape(criterion.name)} <small>{said}</small></h5><dl>{yours}<dt>{name}: {one.reference}</dt>"
        f"<dd>{escape(criterion.anchors[one.reference])}</dd></dl>{reason}</li>"
    )


def _nothing_to_do(run: CalibrationRun) -> str:
    if not run.exemplars:
        return "This case has no sample plans, so there is nothing to calibrate on. Go on to the plans."
    return "You have calibrated on another case of this course, and the anchors are the same. Go on to the plans."
