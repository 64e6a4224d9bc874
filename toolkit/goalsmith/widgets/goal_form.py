"""The form of a goal, with the objectives below it."""

from collections.abc import Callable

from goalsmith.model import Goal
from goalsmith.widgets.fields import button, choice_field, column, named, row, text_field
from goalsmith.widgets.help_bar import explained
from goalsmith.widgets.objective_form import ObjectiveForm
from goalsmith.widgets.quotes import Quotes
from goalsmith.widgets.statement_form import Actions, StatementForm
from goalsmith.widgets.text import clean

_RATINGS = [("not asked", ""), *((str(n), str(n)) for n in range(11))]
_BEGINNERS = (
    "A goal says where the client wants to arrive. One measure follows it: the score now is the <b>baseline</b>, the "
    "score to reach is the <b>target</b>. Keep the client's own words beside it, and say how you came to it together."
)


class GoalForm(StatementForm):
    """A goal: its words, the problem it answers, its measure and review, and how it was agreed with the client."""

    heading = "h3"
    hint = "What will be different for the client?"
    labels = {
        "problem": "Problem",
        "instrument": "Measure",
        "baseline": "Baseline",
        "target": "Target",
        "review_by": "Review by",
        "client_words": "In the client's own words",
        "agreed_how": "How you agreed on it",
        "importance": "Importance, 0 to 10",
        "confidence": "Confidence, 0 to 10",
    }

    def __init__(self, goal: Goal, actions: Actions) -> None:
        """Draw `goal`; objectives are put in by `arrange`."""
        super().__init__(goal, "goal", actions)
        case = actions.session.case
        problems = [("Choose one", ""), *((_short(p.text), p.id) for p in case.presenting_problems)]
        measures = [("Choose one", ""), *((name, name) for name in case.measures)]
        text = self.labels
        self.problem = choice_field(text["problem"], problems, goal.problem, self._set_problem)
        self.instrument = choice_field(text["instrument"], measures, goal.measure.instrument, self._set_instrument)
        self.baseline = text_field("Baseline", _shown(goal.measure.baseline), lambda v: self._set_score("baseline", v))
        self.target = text_field("Target", _shown(goal.measure.target), lambda v: self._set_score("target", v))
        self.review_by = text_field("Review by", goal.review_by, self._setter("review_by"), hint="date or session")
        self.client_words = text_field(
            text["client_words"], goal.client_words, self._setter("client_words"), hint="as the client said it"
        )
        self.agreed_how = text_field(
            text["agreed_how"], goal.agreed_how, self._setter("agreed_how"), hint="what you asked, what they chose"
        )
        self.importance = choice_field(
            text["importance"], _RATINGS, _rated(goal.importance), lambda v: self._set_rating("importance", v)
        )
        self.confidence = choice_field(
            text["confidence"], _RATINGS, _rated(goal.confidence), lambda v: self._set_rating("confidence", v)
        )
        for field in (self.baseline, self.target):
            field.add_class("gs-number")
        for field in (self.importance, self.confidence):
            field.add_class("gs-rating")
        for field in (self.problem, self.client_words, self.agreed_how):
            field.add_class("gs-wide")
        self.quotes = Quotes(actions.session, self.client_words)
        self.objectives = column(name="gs-objectives")
        self.add = button("Add objective", lambda: actions.add_objective(goal.id), f"gs-add-{goal.id}")
        self.fields = {name: getattr(self, name) for name in self.labels}
        measured = [self.fields[name] for name in ("problem", "instrument", "baseline", "target", "review_by")]
        shared = [self.fields[name] for name in ("client_words", "agreed_how", "importance", "confidence")]
        self._add(
            explained(_BEGINNERS),
            row(*measured, name="gs-fields-row"),
            row(*shared, name="gs-fields-row"),
            self.quotes,
            self.objectives,
            row(self.add),
        )

    def arrange(self, forms: list[ObjectiveForm]) -> None:
        """Put the objectives' forms in this order; what stays in place is not drawn anew."""
        self.objectives.children = forms

    def relabel(self) -> None:
        """Name the goal, and in "Add objective" the goal that it adds to."""
        super().relabel()
        self.quotes.relabel(self.editor.label)
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
        said = f"{name.title()} (a number)" if wrong else name.title()
        field.description = named(said, self.editor.label)
        if score != getattr(self.statement.measure, name):
            setattr(self.statement.measure, name, score)
            self.actions.field_changed(self.statement.id)

    def _set_rating(self, name: str, value: str) -> None:
        setattr(self.statement, name, int(value) if value else None)
        self.actions.plan_changed()

    def _setter(self, name: str) -> Callable[[str], None]:
        """What a text field does with a new value."""

        def changed(value: str) -> None:
            setattr(self.statement, name, clean(value))
            self.actions.field_changed(self.statement.id)

        return changed


def _short(text: str, most: int = 70) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def _shown(score: float | None) -> str:
    return "" if score is None else f"{score:g}"


def _rated(rating: int | None) -> str:
    return "" if rating is None else str(rating)


def _number(text: str) -> float | None:
    """Read a score as people write it, with a comma too; None for what is no finite number."""
    try:
        score = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return score if abs(score) < 1e6 else None
