"""The reviews in the follow-up: what the reviewers said, an answer to each next step, an appeal."""

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

import ipywidgets as w

from goalsmith.errors import GoalsmithError
from goalsmith.model import PlanCriterion, ReturnedReview, ReturnedScore
from goalsmith.render import comment_html
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.bulletin import tell
from goalsmith.widgets.fetch_bar import FetchBar
from goalsmith.widgets.field_drafts import FieldDrafts
from goalsmith.widgets.fields import button, choice_field, column, row, text_field
from goalsmith.widgets.focus import FocusMover
from goalsmith.widgets.followup_session import FollowupSession
from goalsmith.widgets.notice import notice
from goalsmith.widgets.timed_line import TimedLine

_CSS = "".join((Path(__file__).parent / name).read_text("utf-8") for name in ("plan_editor.css", "followup_form.css"))
_TAKEN = [("decide …", ""), ("I take it", "yes"), ("I take a part of it", "partly"), ("I do not take it", "no")]
_HELPFUL = [
    ("no mark", ""),
    *((f"{n}, {word}", str(n)) for n, word in enumerate(("not", "a little", "rather", "very"))),
]
_FLAGS = [("nothing", ""), ("unsafe", "unsafe"), ("looks like a real person", "real-client"), ("unkind", "unkind")]
_NOT_YET = "Press the button once your supervisor has released the reviews."
_APPEAL = (
    "<h3>Appeal</h3><p>Once, and only where you think that the settled levels are wrong. It goes along with your next "
    "submission.</p>"
)


class FollowupForm(w.VBox):
    """The reviews of the assignment in `folder` (default: the notebook's own); nothing in a course without them."""

    def __init__(self, folder: Path | str | None = None) -> None:
        """Open what was written. Nothing is written before the author changes something."""
        self.session: FollowupSession | None = None
        self._place = Path(folder or ".").resolve()
        try:
            self.session = FollowupSession(self._place)
        except GoalsmithError as problem:
            super().__init__([notice(str(problem), "problem")])
            return
        if not self.session.assignment.peer:
            super().__init__([Arrival()])
            return
        self.fetch_bar = FetchBar("Get my reviews", self._place, self._fetched)
        self._saved = TimedLine(key="answers-saved", watch=True)
        self._missing = w.HTML()
        self._drafts = FieldDrafts(str(self.session.store.path))
        self._reviews = column(name="gs-returned")
        self._appeal = column(name="gs-appeal")
        self._flag_fields: dict[str, dict[str, w.Widget]] = {}
        recovered = [notice(self.session.store.recovered, "recovered")] if self.session.store.recovered else []
        answers = column(
            w.HTML(f"<style>{_CSS}</style>"),
            Arrival(),
            FocusMover(),
            *recovered,
            self.fetch_bar,
            row(self._missing, self._saved, name="gs-top"),
            self._drafts,
            self._reviews,
            self._appeal,
            name="gs-answers",
        )
        answers.add_class("gs-editor")
        super().__init__([answers])
        self._show()

    def _fetched(self) -> None:
        """Show what has just come."""
        try:
            self.session.look_again()
        except GoalsmithError as problem:
            return self.fetch_bar.line.say(str(problem), tone="warn")
        self._show()
        tell(self._place, "plan")

    def _show(self) -> None:
        returned = self.session.returned
        if returned is None:
            self._missing.value = (
                '<p data-gs="missing">Press the button once your supervisor has released the reviews.</p>'
            )
            return
        self._reviews.children = [
            w.HTML(scores_html(returned.scores, self._names())),
            *map(self._review, returned.reviews),
        ]
        self._appeal.children = self._appeal_parts()
        self._refresh()

    def _names(self) -> dict[PlanCriterion, str]:
        """What the rubrics call each criterion."""
        knowledge = self.session.knowledge
        both = (*knowledge.rubric.criteria.items(), *knowledge.whole.criteria.items())
        return {one: criterion.name for one, criterion in both}

    def _review(self, review: ReturnedReview) -> w.Widget:
        """One review with the author's answer to it."""
        letter, session = review.letter, self.session
        answer = session.answer(letter)
        flag = answer.flag
        fields = {
            "taken": choice_field(
                f"Your decision, Reviewer {letter}", _TAKEN, answer.taken or "", self._then(session.decide, letter)
            ),
            "why": text_field(
                f"Why, Reviewer {letter}",
                answer.why,
                self._then(session.explain, letter),
                lines=2,
                hint="What speaks for it or against it, with this client?",
            ),
            "helpful": choice_field(
                "How helpful was this review? (for the reviewer, never graded)",
                _HELPFUL,
                "" if answer.helpful is None else str(answer.helpful),
                self._then(session.rate, letter),
            ),
            "flag": choice_field(
                "Tell my supervisor privately", _FLAGS, flag.kind if flag else "", lambda _new: self._flag(letter)
            ),
            "flag_text": text_field(
                "What the supervisor should know", flag.text if flag else "", lambda _new: self._flag(letter)
            ),
        }
        self._flag_fields[letter] = fields
        self._drafts.keep(f"review.{letter}", fields)
        fields["why"].add_class("gs-wide")
        first = [fields["taken"], fields["why"]] if review.next_step.strip() else []
        box = column(
            w.HTML(review_html(review)),
            row(*first, name="gs-fields-row"),
            row(fields["helpful"], fields["flag"], fields["flag_text"], name="gs-fields-row"),
            name="gs-returned-review",
        )
        self._show_flag_text(letter)
        return box

    def _flag(self, letter: str) -> None:
        fields = self._flag_fields[letter]
        self.session.flag(letter, fields["flag"].value, fields["flag_text"].value)
        self._show_flag_text(letter)
        self._refresh()

    def _show_flag_text(self, letter: str) -> None:
        fields = self._flag_fields[letter]
        fields["flag_text"].layout.display = None if fields["flag"].value else "none"

    def _appeal_parts(self) -> list[w.Widget]:
        appeal = self.session.written.appeal
        head = w.HTML(_APPEAL)
        if appeal.sent_at:
            return [head, w.HTML(f'<p data-gs="appealed">Your appeal: {escape(appeal.reason)}</p>')]
        field = text_field("Reason", appeal.reason, self._then(self.session.appeal), lines=2)
        field.add_class("gs-wide")
        self._drafts.keep("appeal", {"reason": field})
        return [
            head,
            row(field, name="gs-fields-row"),
            row(button("Send the appeal", self._send_appeal, "gs-send-appeal")),
        ]

    def _send_appeal(self) -> None:
        if self.session.send_appeal():
            self._appeal.children = self._appeal_parts()
        self._refresh()

    def _then(self, change: Callable[..., None], *of: str) -> Callable[[str], None]:
        """A field's answer to a new value: change what it is about, then refresh the page."""

        def changed(value: str) -> None:
            change(*of, value)
            self._refresh()

        return changed

    def _refresh(self) -> None:
        session = self.session
        missing = session.missing()
        if missing:
            said = f"Still to answer: the next step of Reviewer {', '.join(missing)}."
        else:
            said = "Every next step is answered."
        self._missing.value = f'<p data-gs="missing">{escape(said)}</p>'
        if session.problem:
            self._saved.say(f"not saved: {session.problem}", tone="warn")
        else:
            self._drafts.saved()
            self._saved.say("saved {time}" if session.saved_at else "", at=session.saved_at)
        tell(self._place, "answers")


def scores_html(scores: list[ReturnedScore], names: Mapping[PlanCriterion, str]) -> str:
    """The settled levels as a table: each with its bar, and the range in which it lies nine times in ten."""
    rows = "".join(_score(score, names.get(score.criterion, score.criterion)) for score in scores)
    head = '<tr><th scope="col">Criterion</th><th scope="col">Level of 3</th><th scope="col">Range</th></tr>'
    return (
        f'<table class="gs-scores" data-gs="scores"><caption>Settled levels</caption><thead>{head}</thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _score(score: ReturnedScore, name: str) -> str:
    share = round(100 * score.level / 3)
    said = "set by your supervisor" if score.by_supervisor else f"{score.low:.1f} to {score.high:.1f}"
    bar = f'<span class="gs-bar" aria-hidden="true"><i style="width: {share}%"></i></span>'
    return f'<tr><th scope="row">{escape(name)}</th><td>{score.level:.1f} {bar}</td><td>{said}</td></tr>'


def review_html(review: ReturnedReview) -> str:
    """A returned review; everything is escaped."""
    if review.withheld and not review.strength and not review.next_step:
        body = "<p>This review waits until your supervisor has looked at it.</p>"
    else:
        comments = "".join(f"<li>{comment_html(one)}</li>" for one in review.comments)
        part = "<p>A part of it waits until your supervisor has looked at it.</p>" if review.withheld else ""
        body = (
            f"<p><b>Strength.</b> {escape(review.strength)}</p>"
            f'<p class="gs-next-step"><b>Next step.</b> {escape(review.next_step)}</p>'
            f"{f'<ul>{comments}</ul>' if comments else ''}{part}"
        )
    return f'<h3 data-gs="reviewer">Reviewer {escape(review.letter)}</h3>{body}'
