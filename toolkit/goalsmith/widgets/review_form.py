"""The review form: sample plans, colleagues' plans and the own plan, one after the other."""

from html import escape
from pathlib import Path

import ipywidgets as w

from goalsmith.errors import GoalsmithError
from goalsmith.render import CSS as PAGE_CSS
from goalsmith.render import review_html
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.calibration_form import CalibrationForm
from goalsmith.widgets.fetch_bar import FetchBar
from goalsmith.widgets.field_drafts import FieldDrafts
from goalsmith.widgets.fields import column, row
from goalsmith.widgets.focus import FocusMover
from goalsmith.widgets.notice import notice
from goalsmith.widgets.review_plan import ReviewPlan
from goalsmith.widgets.review_session import ReviewSession
from goalsmith.widgets.review_work import ReviewWork
from goalsmith.widgets.step_bar import StepBar, step
from goalsmith.widgets.submit_bar import SubmitBar
from goalsmith.widgets.timed_line import TimedLine

_HERE = Path(__file__).parent
_CSS = "\n".join((_HERE / name).read_text("utf-8") for name in ("plan_editor.css", "review_form.css"))
_NO_PLANS = "There are no plans here yet. Your supervisor opens the round when plans are handed in."
_LOST = "What you wrote is kept, but the plans are not here. Get them again with the button."
CALIBRATE, REVIEW, OWN_PLAN = "calibrate", "review", "own"


class ReviewForm(w.VBox):
    """The reviews of the assignment in `folder` (default: the notebook's own).

    `session` holds them; it is None when the folder cannot be used, and then one sentence says why.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        """Open what was written before, at the first step that is not done. Nothing is written before a change."""
        self.session: ReviewSession | None = None
        try:
            self.session = ReviewSession(Path(folder or ".").resolve())
        except GoalsmithError as problem:
            super().__init__([notice(str(problem), "problem")])
            return
        self._saved = TimedLine(key="reviews-saved", watch=True)
        self._focus = FocusMover()
        self._drafts = FieldDrafts(str(self.session.store.path))
        self._left, self._packet_problem, self._withdrawn = w.HTML(), w.HTML(), w.HTML()
        self.steps = StepBar("Steps of reviewing", self.open_step)
        self.plans = StepBar("Plans to review", self.open_plan)
        self.fetch = FetchBar("Get plans to review", self.session.folder, self.fetched)
        self.submit_bar = SubmitBar(
            self.session,
            self._save,
            what="reviews",
            before="Not submitted yet. You can submit before everything is finished, and again after each change.",
        )
        self.calibration = CalibrationForm(self)
        self._reviews: dict[str, ReviewPlan] = {}
        self._own: ReviewPlan | None = None
        self._body = column(name="gs-review-body")
        self._arrange()
        super().__init__(self._parts())
        self.add_class("gs-editor")
        self.add_class("gs-review-form")
        self.steps.chosen = self._first_open()
        self.changed()

    def _parts(self) -> list[w.Widget]:
        recovered = self.session.store.recovered
        return [
            w.HTML(f"<style>{PAGE_CSS}{_CSS}</style>"),
            Arrival(),
            self._focus,
            *([notice(recovered, "recovered")] if recovered else []),
            row(self._left, self._saved, name="gs-top"),
            self.steps,
            self._drafts,
            self._body,
            self.submit_bar,
        ]

    # What the reviewer does

    def open_step(self, key: str) -> None:
        """Show a step. One that is not open yet says what comes before it."""
        self._body.children = {CALIBRATE: self._calibrate, REVIEW: self._review, OWN_PLAN: self._own_plan}[key]()

    def open_plan(self, plan_id: str) -> None:
        """Show the review of a plan."""
        if self.steps.chosen == REVIEW:
            self.open_step(REVIEW)

    def go_on(self) -> None:
        """Open what comes next: a plan that is not finished, else the own plan."""
        todo = [work.review.plan for work in self.session.works() if not work.finished]
        if todo:
            self.plans.chosen = todo[0]
        self.steps.chosen = self._first_open()
        self.open_step(self.steps.chosen)
        self.changed()
        self.focus_on(self._place_to_go_on())

    def _place_to_go_on(self) -> str:
        own = self.session.written.self_review
        if own and own.finished_at and self.session.left() == 0:
            return ".gs-submit"
        here = self._own if self.steps.chosen == OWN_PLAN else self.session.works()
        return ".gs-plan-review .gs-words-text" if here else ".gs-step-bar [aria-current]"

    def fetched(self) -> None:
        """Take in what was fetched: new plans come in, and what was written stays."""
        self.session.read_packet()
        self._arrange()
        self.open_step(self.steps.chosen)
        self.changed()

    # What the forms below ask of it

    def focus_on(self, selector: str) -> None:
        """Move the focus to the first element that matches."""
        self._focus.to(selector)

    def keep(self, prefix: str, fields: dict[str, w.Widget]) -> None:
        """Keep what is typed in `fields` in the browser until it is saved."""
        self._drafts.keep(prefix, fields)

    def changed(self) -> None:
        """Show how far everything is, and whether it is saved."""
        session = self.session
        self.steps.show(self._step_states())
        self.plans.show([self._plan_state(number, work) for number, work in enumerate(session.works(), 1)])
        todo = f'<p class="gs-missing" data-gs="left">{escape(self._left_to_do())}</p>'
        self._left.value = f'<h3 class="gs-plan-name">Your reviews</h3>{todo}'
        if session.problem:
            self._saved.say(f"not saved: {session.problem}", tone="warn")
        else:
            self._drafts.saved()
            self._saved.say("saved {time}" if session.saved_at else "", at=session.saved_at)
        (self.fetch.fetch.remove_class if session.works() else self.fetch.fetch.add_class)("gs-primary")
        self.submit_bar.refresh()

    def review(self, plan_id: str) -> ReviewPlan:
        """The form of the review of a plan."""
        return self._reviews[plan_id]

    # Steps

    def _calibrate(self) -> list[w.Widget]:
        return [self.calibration]

    def _review(self) -> list[w.Widget]:
        session = self.session
        parts: list[w.Widget] = [self.fetch]
        if session.packet_problem:
            parts.append(notice(session.packet_problem, "packet-problem"))
        if not session.calibration.finished:
            return [
                *parts,
                _said("First calibrate on the sample plans: it takes the guessing out of the levels.", "closed"),
            ]
        if session.packet and session.packet.plans:
            parts += [self.plans, self._reviews[self.plans.chosen]]
        elif not session.packet_problem:
            parts.append(_said(_LOST if session.written.reviews else _NO_PLANS, "no-plans"))
        return [*parts, *self._kept()]

    def _kept(self) -> list[w.Widget]:
        """Reviews of plans that are here no more."""
        rows = "".join(review_html(one, f"Plan {one.plan}") for one in self.session.withdrawn())
        if not rows:
            return []
        why = "These plans are not among yours any more. What you wrote is kept, and nothing more is needed."
        page = f"<summary>Withdrawn plans</summary><p>{why}</p>{rows}"
        return [w.HTML(f'<details class="gs-withdrawn" data-gs="withdrawn">{page}</details>')]

    def _own_plan(self) -> list[w.Widget]:
        if not self.session.own_is_open():
            return [
                _said(
                    "Your own plan comes last: finish the plans of your colleagues first. It reads differently then.",
                    "closed",
                )
            ]
        if self._own is None:
            work = self.session.own_work()
            if isinstance(work, str):
                return [_said(work, "no-own-plan")]
            self._own = ReviewPlan(work, "Your own plan", self)
        return [self._own]

    # How far it is

    def _arrange(self) -> None:
        """Make the forms of new plans; those that are there stay."""
        works = self.session.works()
        for number, work in enumerate(works, 1):
            known, title = self._reviews.get(work.review.plan), f"Plan {number} of {len(works)}"
            if known is None or known.work is not work:
                self._reviews[work.review.plan] = ReviewPlan(work, title, self)
            else:
                known.rename(title)
        ids = [work.review.plan for work in works]
        if ids and self.plans.chosen not in ids:
            todo = [work.review.plan for work in works if not work.finished]
            self.plans.chosen = (todo or ids)[0]

    def _first_open(self) -> str:
        if not self.session.calibration.finished:
            return CALIBRATE
        return OWN_PLAN if self.session.left() == 0 else REVIEW

    def _step_states(self) -> list[dict]:
        session, packet = self.session, self.session.packet
        calibrate_by = packet.calibrate_by.timestamp() if packet and packet.calibrate_by else 0.0
        review_by = packet.review_by.timestamp() if packet else 0.0
        run, left, own = session.calibration, session.left(), session.written.self_review
        plans = len(session.works())
        sample = "done" if run.finished else f"{_count(run.left(), 'sample plan')} to go"
        reviewed = "no plans yet" if left is None else "done" if not left else f"{plans - left} of {plans} finished"
        finished = bool(own and own.finished_at)
        last = "done" if finished else "open" if session.own_is_open() else "comes last"
        return [
            step(CALIBRATE, "1 Calibrate", sample, "done" if run.finished else "open", calibrate_by),
            step(
                REVIEW, "2 Review", reviewed, "done" if left == 0 else "open" if run.finished else "closed", review_by
            ),
            step(
                OWN_PLAN,
                "3 Your own plan",
                last,
                "done" if finished else "open" if session.own_is_open() else "closed",
                review_by,
            ),
        ]

    def _plan_state(self, number: int, work: ReviewWork) -> dict:
        key = work.review.plan
        state = "finished" if work.finished else "begun" if work.begun else "not begun"
        return step(key, f"Plan {number}", state, "done" if work.finished else "open")

    def _left_to_do(self) -> str:
        session = self.session
        left, own = session.left(), session.written.self_review
        todo = []
        if not session.calibration.finished:
            todo.append(f"{_count(session.calibration.left(), 'sample plan')} to calibrate on")
        todo += ["the plans to get" if left is None else _count(left, "plan") + " to review"] if left != 0 else []
        if not (own and own.finished_at):
            todo.append("your own plan")
        if todo:
            return f"Left to do: {'; '.join(todo)}."
        return "Everything is finished. Submit, if you have not yet."

    def _save(self) -> bool:
        done = self.session.save()
        self.changed()
        return done


def _said(sentence: str, key: str) -> w.HTML:
    return w.HTML(f'<p class="gs-soft" data-gs="{key}">{escape(sentence)}</p>')


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
