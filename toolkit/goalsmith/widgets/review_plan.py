"""The review of one plan: the plan to read on one side; levels, comments, strength and next step on the other."""

import hashlib
from html import escape
from typing import Protocol

import ipywidgets as w

from goalsmith.widgets.fields import button, column, row, text_field
from goalsmith.widgets.levels_form import LevelsForm
from goalsmith.widgets.plan_reader import PlanReader
from goalsmith.widgets.review_clock import ReviewClock
from goalsmith.widgets.review_comments import CommentsForm
from goalsmith.widgets.review_evidence import evidence, unsafe_html
from goalsmith.widgets.review_flag import FlagForm
from goalsmith.widgets.review_session import ReviewSession
from goalsmith.widgets.review_work import ReviewWork

_FIRST_YOURS = (
    "Choose every level and commit them. What the engine reads is shown after that, so that your own eyes come first."
)
_COMMITTED = (
    "Committed. Below each criterion stands what the engine reads; its advice speaks to the author. It goes by words "
    "and can be wrong: change a level only where the plan convinces you. Both your levels are kept."
)


class ReviewActions(Protocol):
    """What the form of a plan asks of the whole form around it."""

    session: ReviewSession

    def changed(self) -> None:
        """Something was saved, or could not be."""

    def focus_on(self, selector: str) -> None:
        """Move the focus."""

    def keep(self, prefix: str, fields: dict[str, w.Widget]) -> None:
        """Keep what is typed in `fields` in the browser until it is saved."""

    def go_on(self) -> None:
        """Open what comes after a finished plan."""


class ReviewPlan(w.VBox):
    """The form of one review. One's own plan has levels alone."""

    def __init__(self, work: ReviewWork, title: str, actions: ReviewActions) -> None:
        """Draw `work` under `title`, as it stands."""
        self.work, self._actions = work, actions
        self._key = "p" + hashlib.sha256(work.review.plan.encode()).hexdigest()[:10]
        self._title = w.HTML()
        self.clock = ReviewClock(work.review.minutes, self._spent)
        self.reader = PlanReader(title, work.blocks, None if work.own else self._point)
        self.levels = LevelsForm(actions.session.criteria, self._choose)
        self._unsafe, self._told, self._missing = w.HTML(), w.HTML(), w.HTML()
        self.commit = button("Commit levels", self._commit, "gs-commit")
        self.finish = button("Mark as finished", self._finish, "gs-finish")
        self.reopen = button("Reopen", self._reopen, "gs-reopen")
        self.next = button("Go on", actions.go_on, "gs-primary", "gs-go-on")
        self.keep_drafts("level", self.levels.fields)
        super().__init__([row(self._title, self.clock, name="gs-head"), self._grid()])
        self.add_class("gs-plan-review")
        self.rename(title)
        self.draw()

    def rename(self, title: str) -> None:
        """Say which plan it is; its number changes when plans come in."""
        self._title.value = f"<h3>{escape(title)}</h3>"
        self.reader.label = title

    def _grid(self) -> w.HBox:
        levels = [
            w.HTML("<h4>Levels of the plan as a whole</h4>"),
            self._told,
            self._unsafe,
            self.levels,
            row(self.commit),
        ]
        words = [] if self.work.own else self._words()
        ending = column(self._missing, row(self.finish, self.reopen, self.next), name="gs-ending")
        return row(
            column(self.reader, name="gs-review-left"),
            column(column(*levels, name="gs-part"), *words, ending, name="gs-review-right"),
            name="gs-review-grid",
        )

    def _words(self) -> list[w.Widget]:
        review = self.work.review
        self.comments = CommentsForm(self._actions.session.criteria, self._actions.session.usefulness, self)
        self.strength = text_field(
            "One strength", review.strength, self._say_strength, hint="What works, and where do you see it?", lines=3
        )
        self.next_step = text_field(
            "One next step", review.next_step, self._say_next, hint="A small step that the author could take", lines=3
        )
        self.flag = FlagForm(review.flag, self._tell)
        self.strength.add_class("gs-strength")
        self.keep_drafts("say", {"strength": self.strength, "next_step": self.next_step})
        self.keep_drafts("flag", self.flag.fields)
        return [
            column(self.comments, name="gs-part"),
            column(w.HTML("<h4>To the author</h4>"), self.strength, self.next_step, name="gs-part"),
            column(w.HTML("<h4>In private</h4>"), self.flag, name="gs-part"),
        ]

    # What the reviewer does

    def _choose(self, criterion: str, level: int | None) -> None:
        self.work.choose(criterion, level)
        self._refresh()

    def _commit(self) -> None:
        if self.work.commit():
            self.draw()
            self._actions.changed()
            self._actions.focus_on(".gs-picker input:checked")

    def _point(self, place: str, start: int, end: int) -> None:
        made = None if self.work.finished else self.work.comment_on(place, start, end)
        if made is not None:
            self.comments_changed(f".gs-comment-{made.id} textarea")

    def comments_changed(self, focus: str = "") -> None:
        """Show what became of a comment."""
        if focus:
            self.comments.arrange(locked=self.work.finished)
            self.reader.marks = [list(one) for one in self.work.marks()]
        self._refresh()
        if focus:
            self._actions.focus_on(focus)

    def look_at(self, comment_id: str) -> None:
        """Show the words that a comment is tied to."""
        self.reader.bring_into_view(comment_id)

    def keep_drafts(self, name: str, fields: dict[str, w.Widget]) -> None:
        """Keep what is typed in `fields` in the browser until it is saved."""
        self._actions.keep(f"{self._key}-{name}", fields)

    def _say_strength(self, text: str) -> None:
        self.work.say_strength(text)
        self._refresh()

    def _say_next(self, text: str) -> None:
        self.work.say_next_step(text)
        self._refresh()

    def _tell(self, kind: str, text: str) -> None:
        self.work.tell_supervisor(kind, text)
        self._refresh()

    def _spent(self, minutes: float) -> None:
        if not self.work.finished:
            self.work.spend(minutes)
            self.clock.minutes = self.work.review.minutes
            self._actions.changed()

    def _finish(self) -> None:
        if self.work.finish():
            self.draw()
            self._actions.changed()
            self._actions.focus_on(".gs-go-on")

    def _reopen(self) -> None:
        self.work.reopen()
        self.draw()
        self._actions.changed()
        self._actions.focus_on(".gs-finish")

    # What the page shows of it

    def draw(self) -> None:
        """Show the review as it stands: locked once finished, with the engine's reading once levels are committed."""
        work, done = self.work, self.work.finished
        self.levels.show(work.review.levels, work.review.first, locked=done)
        judged = self._actions.session.assess(work) if work.committed else None
        self.levels.note(evidence(judged, work.names) if judged else {})
        self._unsafe.value = unsafe_html(judged, work.names) if judged else ""
        self._told.value = (
            f'<p class="gs-soft" data-gs="commit-said">{_COMMITTED if work.committed else _FIRST_YOURS}</p>'
        )
        _show(self.commit, not work.committed)
        self.reader.pointing = not work.own and not done
        if not work.own:
            self.reader.marks = [list(one) for one in work.marks()]
            self.comments.arrange(locked=done)
            self.flag.lock(done)
            self.strength.disabled = self.next_step.disabled = done
        _show(self.finish, not done)
        _show(self.reopen, done)
        _show(self.next, done)
        self._say_missing()

    def _refresh(self) -> None:
        self.levels.show(self.work.review.levels, self.work.review.first, locked=self.work.finished)
        self._say_missing()
        self._actions.changed()

    def _say_missing(self) -> None:
        work = self.work
        missing = work.missing()
        self.commit.disabled = bool(work.open_levels())
        self.finish.disabled = bool(missing)
        if work.finished:
            said = "Finished. You can reopen it as long as the round is open; submit again after a change."
        elif missing:
            said = f"Still needs {_list(missing)}."
        else:
            said = "Everything is there. Mark the review as finished when you are."
        if work.cut:
            said += " One text is longer than 20,000 characters: only its beginning is kept."
        self._missing.value = (
            f'<p data-gs="missing" data-finished="{"yes" if work.finished else "no"}">{escape(said)}</p>'
        )


def _show(widget: w.Widget, shown: bool) -> None:
    widget.layout.display = None if shown else "none"


def _list(phrases: list[str]) -> str:
    return " and ".join([", ".join(phrases[:-1]), phrases[-1]] if len(phrases) > 1 else phrases)
