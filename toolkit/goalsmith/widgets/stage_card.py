"""One session on the page: while it is open what has to be decided, once it is committed what came of it."""

from collections.abc import Callable
from html import escape

import ipywidgets as w

from goalsmith.engine.unfolding.reading import WORDS
from goalsmith.model import Case, Choice, Stage, StageKey, StageResult
from goalsmith.render import result_html, session_html, threads_html, work_html
from goalsmith.widgets.field_drafts import FieldDrafts
from goalsmith.widgets.fields import button, column, row, text_field
from goalsmith.widgets.stage_choice import StageChoice
from goalsmith.widgets.stage_objective import StageObjective
from goalsmith.widgets.stage_scores import StageScores
from goalsmith.widgets.stage_session import StageSession
from goalsmith.widgets.timed_line import TimedLine

_TO_COME = "Your supervisor's page will say how it was scored."
_GO = "Go to your plan, to the objective that you revise"
_CHANGE = (
    "<h4>Your plan</h4><p>Where you decided to revise, change the words in your plan further down this page. "
    "Then say here what you changed and why.</p>"
)


class OpenSession(w.VBox):
    """The form of the session that is being worked on."""

    def __init__(
        self,
        session: StageSession,
        stage: Stage,
        drafts: FieldDrafts,
        changed: Callable[[], None],
        commit: Callable[[], None],
        to_plan: Callable[[str], None],
    ) -> None:
        """Draw what has to be decided; `changed` is told of every change, `commit` of a press.

        `to_plan` goes to the plan, to the statement of the id that it is given.
        """
        self._session, self._stage, self._changed = session, stage, changed
        self.choices = {choice.id: self._choice(choice) for choice in stage.choices}
        self.readings = {name: self._reading(name) for name in session.readings(stage)}
        self.objectives = {
            objective.id: StageObjective(session, stage, label, objective, changed)
            for label, objective in session.objectives(stage)
        }
        self.reason = text_field(
            f"What you changed and why, session {stage.session}",
            session.work(stage).plan_reason,
            self._explain,
            lines=3,
            hint="Name the data: a score, a number, what the client told.",
        )
        self.reason.add_class("gs-wide")
        self._new = w.HTML()
        self.line = TimedLine(key=f"missing-{stage.id}")
        self.commit = button("Commit this session", commit, "gs-primary", "gs-commit")
        go = button("Go to your plan", lambda: to_plan(self._to_revise()), "gs-to-plan", tooltip=_GO)
        super().__init__(
            [
                w.HTML(_head(session.case, stage)),
                *self._of("first"),
                *self._scores(),
                w.HTML(f"<h4>What the session brought</h4>{threads_html(session.case, stage)}"),
                w.HTML("<h4>Review each objective</h4>"),
                column(*self.objectives.values(), name="gs-stage-objectives"),
                self._new,
                *self._of("enquiry", "other"),
                w.HTML(_CHANGE),
                row(go),
                row(self.reason, name="gs-fields-row"),
                row(self.commit, self.line, name="gs-submit-bar"),
            ]
        )
        self.add_class("gs-stage")
        self.add_class(f"gs-stage-{stage.id}")
        self._keep(drafts)
        self.refresh()

    def refresh(self) -> None:
        """Say what is missing, and what the plan says by now."""
        missing = self._session.missing(self._stage)
        said = f"Still missing: {'; '.join(missing)}." if missing else "Nothing is missing. A committed session stays."
        self.line.say(said)
        self.commit.disabled = bool(missing)
        plan = self._session.plan()
        now = {row.id: row.text for row in plan.statements()} if plan else {}
        for objective, form in self.objectives.items():
            form.show_now(now.get(objective))
        new = self._session.new_objectives(self._stage)
        told = f"New in your plan since: {', '.join(new)}. There is nothing to review on it yet." if new else ""
        self._new.value = f'<p class="gs-soft">{escape(told)}</p>' if told else ""

    def _to_revise(self) -> str:
        """The first objective that is to be revised and has its old words, or nothing."""
        return next(iter(self._session.unrevised(self._stage)), "")

    def _keep(self, drafts: FieldDrafts) -> None:
        stage = self._stage.id
        drafts.keep(f"{stage}.choice", self.choices)
        drafts.keep(f"{stage}.reading", {name.replace(" ", "-"): field for name, field in self.readings.items()})
        for objective, form in self.objectives.items():
            drafts.keep(f"{stage}.{objective}", form.fields)
        drafts.keep(stage, {"plan": self.reason})

    def _of(self, *kinds: str) -> list[w.Widget]:
        chosen = [choice for choice in self._stage.choices if choice.kind in kinds]
        head = {"first": "What comes first", "enquiry": "What to ask, and what to do"}.get(kinds[0], "")
        return [w.HTML(f"<h4>{head}</h4>"), *(self.choices[one.id] for one in chosen)] if chosen else []

    def _scores(self) -> list[w.Widget]:
        scores = StageScores(self._session, self._stage, lines=False)
        return [w.HTML("<h4>What the scores show</h4>"), scores, *self.readings.values()]

    def _choice(self, choice: Choice) -> StageChoice:
        def chosen(ids: list[str]) -> None:
            self._session.choose(self._stage, choice.id, ids)
            self._changed()

        return StageChoice(
            f"choice-{choice.id}",
            choice.ask,
            [(option.id, option.text) for option in choice.options],
            self._session.work(self._stage).choices.get(choice.id, []),
            chosen,
            most=choice.most,
            hint=_hint(choice),
        )

    def _reading(self, name: str) -> StageChoice:
        def chosen(ids: list[str]) -> None:
            self._session.say_reading(self._stage, name, ids[0] if ids else None)  # type: ignore[arg-type]
            self._changed()

        now, then = self._stage.readings[name], self._session.case.measures[name]
        said = self._session.work(self._stage).readings.get(name)
        return StageChoice(
            f"reading-{name}",
            f"{name}: {now:g} now against {then:g} at intake. What does that show?",
            [(one, words[0].upper() + words[1:]) for one, words in WORDS.items()],
            [said] if said else [],
            chosen,
            layout_kind="row",
        )

    def _explain(self, text: str) -> None:
        self._session.explain_plan(self._stage, text)
        self._changed()


def _hint(choice: Choice) -> str:
    """How many answers may be chosen, where the question does not say so itself."""
    said = choice.most == 1 or "choose up to" in choice.ask.casefold()
    return "" if said else f"Choose up to {choice.most}."


def committed_html(session: StageSession, stage: Stage) -> str:
    """A committed session: what the key says where it is here, and what was read and decided."""
    result, work = session.result(stage), session.work(stage)
    told = f"{_points(result)}{result_html(result)}{_by(session.key)}" if result else f"<p>{_TO_COME}</p>"
    done = f"Committed on {work.committed_at.day} {work.committed_at:%B %Y}." if work.committed_at else ""
    return (
        f'<h3 class="gs-stage-title" tabindex="-1">{_title(session.case, stage)}</h3>'
        f'<p class="gs-soft" data-gs="committed-{stage.id}">{done}</p>{told}'
        f'<details class="gs-again"><summary>What happened in session {stage.session}, and what you decided</summary>'
        f"{session_html(stage)}{threads_html(session.case, stage)}"
        f"{work_html(session.case, stage, work)}</details>"
    )


def _head(case: Case, stage: Stage) -> str:
    return f'<h3 class="gs-stage-title" tabindex="-1">{_title(case, stage)}</h3>{session_html(stage)}'


def _title(case: Case, stage: Stage) -> str:
    return f"Session {stage.session} of {case.planned_sessions}: {escape(stage.title)}"


def _points(result: StageResult) -> str:
    share = f"<b>{round(100 * result.share)} of 100.</b> Read the reasons: they matter more."
    return f"<h4>What follows from the data</h4><p>{share}</p>"


def _by(key: StageKey | None) -> str:
    if key is None:
        return ""
    by = key.rated_by
    who = f"Reference key by {by.role}; licence: {by.licence}; {by.date.day} {by.date:%B %Y}."
    return f'<p class="gs-soft">{escape(who)}</p>'
