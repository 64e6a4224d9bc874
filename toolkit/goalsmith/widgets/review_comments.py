"""The comments of one review: each tied to words of the plan, with what helps in a comment beside them."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Protocol

import ipywidgets as w

from goalsmith.model import Criterion, PlanCriterion, ReviewComment
from goalsmith.widgets.fields import button, choice_field, column, row, text_field
from goalsmith.widgets.review_work import ReviewWork
from goalsmith.widgets.undo_bar import UndoBar


class CommentActions(Protocol):
    """What the list asks of the form around it."""

    work: ReviewWork

    def comments_changed(self, focus: str = "") -> None:
        """A comment was written, removed or brought back; the focus may have to move."""

    def look_at(self, comment_id: str) -> None:
        """Show the words that a comment is tied to."""

    def keep_drafts(self, name: str, fields: dict[str, w.Widget]) -> None:
        """Keep what is typed in `fields` in the browser until it is saved."""


class CommentsForm(w.VBox):
    """The list of comments, in the order in which they were made."""

    def __init__(
        self, criteria: Mapping[PlanCriterion, Criterion], usefulness: Criterion, actions: CommentActions
    ) -> None:
        """Draw the comments of the review, with what makes one useful beside them."""
        self._criteria, self._actions = criteria, actions
        self._forms: dict[str, CommentForm] = {}
        self._list = column(name="gs-comments")
        self._undo = UndoBar(self._bring_back, self._dismiss)
        self._none = w.HTML(
            '<p class="gs-soft">No comment yet. Select words of the plan and press Comment on this.</p>'
        )
        super().__init__(
            [w.HTML("<h4>Comments</h4>"), w.HTML(good_comments_html(usefulness)), self._none, self._list, self._undo]
        )
        self.add_class("gs-comments-form")
        self.arrange()

    def arrange(self, *, locked: bool = False) -> None:
        """Show the comments that there are; what stays in place is not drawn anew."""
        comments = self._actions.work.review.comments
        for number, comment in enumerate(comments, 1):
            if comment.id not in self._forms:
                self._forms[comment.id] = CommentForm(comment, self._criteria, self._actions, self.remove)
            self._forms[comment.id].relabel(number, locked=locked)
        self._list.children = [self._forms[one.id] for one in comments]
        self._none.layout.display = "none" if comments else None
        self._undo.show(None if locked else self._actions.work.removed)

    def form(self, comment_id: str) -> "CommentForm":
        """The form of a comment."""
        return self._forms[comment_id]

    def remove(self, comment_id: str) -> None:
        """Take a comment out and go to Undo."""
        self._actions.work.remove_comment(comment_id)
        self._actions.comments_changed(".gs-undo")

    def _bring_back(self) -> None:
        back = self._actions.work.bring_back()
        if back is not None:
            self._actions.comments_changed(f".gs-comment-{back.id} textarea")

    def _dismiss(self) -> None:
        self._actions.work.removed = None
        self._actions.comments_changed(".gs-strength textarea")


class CommentForm(w.VBox):
    """One comment: the words that it is tied to, what it is about, and what it says."""

    def __init__(
        self,
        comment: ReviewComment,
        criteria: Mapping[PlanCriterion, Criterion],
        actions: CommentActions,
        remove: Callable[[str], None],
    ) -> None:
        """Draw `comment`."""
        self._comment, self._actions = comment, actions
        key = comment.id
        about = [("Nothing in particular", ""), *((one.name, name) for name, one in criteria.items())]
        self.title = w.HTML()
        self.about = choice_field("About", about, comment.criterion or "", self._relate)
        self.text = text_field(
            "Your comment", comment.text, self._write, hint="What do you see? What could be a next step?", lines=3
        )
        self.remove = button("Delete", lambda: remove(key), "gs-quiet")
        self.show = button("Show in the plan", lambda: actions.look_at(key), "gs-quiet")
        self.show.layout.display = None if comment.quote else "none"
        self.fields = {"about": self.about, "text": self.text}
        self.text.add_class("gs-hide-label")  # the heading says the same to those who see it
        actions.keep_drafts(f"comment-{key}", self.fields)
        buttons = row(self.show, self.remove, name="gs-buttons")
        super().__init__([self.title, self.text, row(self.about, buttons, name="gs-comment-foot")])
        self.add_class("gs-comment")
        self.add_class(f"gs-comment-{key}")

    def relabel(self, number: int, *, locked: bool) -> None:
        """Say which comment it is and what it is tied to."""
        comment, name = self._comment, f"Comment {number}"
        quote = f' <q dir="auto">{escape(comment.quote)}</q>' if comment.quote else ""
        place = escape(self._actions.work.label(comment))
        self.title.value = f"<h5>{name} <small>{place}</small></h5>{quote}"
        self.text.description = name
        self.about.description = f"{name} is about"
        self.remove.tooltip, self.show.tooltip = f"Delete {name}", f"Show the words of {name} in the plan"
        for field in (self.text, self.about, self.remove):
            field.disabled = locked

    def _write(self, text: str) -> None:
        self._actions.work.write_comment(self._comment.id, text)
        self._actions.comments_changed()

    def _relate(self, criterion: str) -> None:
        self._actions.work.relate_comment(self._comment.id, criterion or None)
        self._actions.comments_changed()


def good_comments_html(usefulness: Criterion) -> str:
    """The question that a comment is judged by, and the anchors of its four levels."""
    rows = "".join(f"<li>{escape(anchor)}</li>" for anchor in usefulness.anchors)
    return (
        '<details class="gs-good-comments" data-gs="good-comments" open><summary>A comment that helps</summary>'
        f'<p>{escape(usefulness.question)}</p><ol start="0">{rows}</ol></details>'
    )
