"""The form of a goal, with the objectives below it."""

from goalsmith.model import Goal
from goalsmith.widgets.fields import button, choice_field, column, row, text_field
from goalsmith.widgets.objective_form import ObjectiveForm
from goalsmith.widgets.statement_form import Actions, StatementForm


class GoalForm(StatementForm):
    """A goal: its words, the problem it answers, its measure, and when it is reviewed."""

    heading = "h3"
    hint = "What will be different for the client?"

    def __init__(self, goal: Goal, actions: Actions) -> None:
        """Draw `goal`; objectives are put in by `arrange`."""
        super().__init__(goal, "goal", actions)
        case = actions.session.case
        problems = [("Choose one", ""), *((_short(p.text), p.id) for p in case.presenting_problems)]
        measures = [("Choose one", ""), *((name, name) for name in case.measures)]
        self.problem = choice_field("Problem", problems, goal.problem, self._set_problem)
        self.instrument = choice_field("Measure", measures, goal.measure.instrument, self._set_instrument)
        self.baseline = text_field("Baseline", _shown(goal.measure.baseline), lambda v: self._set_score("baseline", v))
        self.target = text_field("Target", _shown(goal.measure.target), lambda v: self._set_score("target", v))
        self.review_by = text_field("Review by", goal.review_by, self._set_review, hint="date or session")
        for field in (self.baseline, self.target):
            field.add_class("gs-number")
        self.problem.add_class("gs-wide")
        self.objectives = column(name="gs-objectives")
        self.add = button("Add objective", lambda: actions.add_objective(goal.id), f"gs-add-{goal.id}")
        self.fields = {
            "problem": self.problem,
            "instrument": self.instrument,
            "baseline": self.baseline,
            "target": self.target,
            "review_by": self.review_by,
        }
        self._add(row(*self.fields.values(), name="gs-fields-row"), self.objectives, row(self.add))

    def arrange(self, forms: list[ObjectiveForm]) -> None:
        """Put the objectives' forms in this order; what stays in place is not drawn anew."""
        self.objectives.children = forms

    def relabel(self) -> None:
        """Name the goal, and in "Add objective" the goal that it adds to."""
        super().relabel()
        self.add.tooltip = f"Add an objective to {self.editor.label}"

    def _set_problem(self, value: str) -> None:
        self.statement.problem = value
        self.actions.field_changed(self.statement.id)

    def _set_instrument(self, value: str) -> None:
        """Fill in the new measure's baseline from the case, unless the learner has written one of their own."""
        measure, scores = self.statement.measure, self.actions.session.case.measures
        ours = measure.baseline in (None, scores.get(measure.instrument))
        measure.instrument = value
        if ours:
            measure.baseline = scores.get(value)
            self.baseline.value = _shown(measure.baseline)
        self.actions.field_changed(self.statement.id)

    def _set_score(self, name: str, value: str) -> None:
        score = _number(value)
        field = getattr(self, name)
        wrong = bool(value.strip()) and score is None
        (field.add_class if wrong else field.remove_class)("gs-wrong")
        field.description = f"{name.title()} (a number)" if wrong else name.title()
        if score != getattr(self.statement.measure, name):
            setattr(self.statement.measure, name, score)
            self.actions.field_changed(self.statement.id)

    def _set_review(self, value: str) -> None:
        self.statement.review_by = value
        self.actions.field_changed(self.statement.id)


def _short(text: str, most: int = 70) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _shown(score: float | None) -> str:
    return "" if score is None else f"{score:g}"


def _number(text: str) -> float | None:
    """Read a score as people write it, with a comma too; None for what is no finite number."""
    try:
        score = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return score if abs(score) < 1e6 else None
