"""The review of one plan, without a screen: choose levels and commit them, comment, finish, reopen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from goalsmith.model import Plan, PlanCriterion, PrivateFlag, Review, ReviewComment, lacks
from goalsmith.widgets.plan_words import Block, names, texts
from goalsmith.widgets.text import clean

LONGEST = 20_000
"""Code points that one text may have; the file takes no longer one."""
MOST_COMMENTS = 60
OWN = "own"


@dataclass(frozen=True, slots=True)
class Removed:
    """A comment that was taken out, where it stood, and what it was called there."""

    comment: ReviewComment
    place: int
    label: str


class ReviewWork:
    """One plan and its review. Every change goes to `changed`, which saves it.

    `blocks` is the plan as the page shows it. For one's own plan the levels are all that is needed.
    """

    def __init__(
        self,
        plan: Plan,
        blocks: list[Block],
        review: Review,
        asked: Sequence[PlanCriterion],
        changed: Callable[[Review], bool],
    ) -> None:
        """Go on with `review` of `plan`, which is judged by the criteria `asked`."""
        self.plan, self.blocks, self.review, self.asked = plan, blocks, review, tuple(asked)
        self.texts, self.names = texts(blocks), names(blocks)
        self.removed: Removed | None = None
        self._changed = changed

    # Looking

    @property
    def own(self) -> bool:
        """Whether it is the learner's own plan."""
        return self.review.plan == OWN

    @property
    def finished(self) -> bool:
        """Whether the review is marked as finished."""
        return self.review.finished_at is not None

    @property
    def committed(self) -> bool:
        """Whether a first level stands for every criterion, so that the engine may be shown."""
        return all(one in self.review.first for one in self.asked)

    @property
    def begun(self) -> bool:
        """Whether anything has been written or chosen."""
        one = self.review
        return bool(one.levels or one.comments or one.strength.strip() or one.next_step.strip() or one.flag)

    def open_levels(self) -> list[PlanCriterion]:
        """The criteria that have no level yet."""
        return [one for one in self.asked if one not in self.review.levels]

    @property
    def cut(self) -> bool:
        """Whether a text is as long as a text can be, so that what came after was not kept."""
        comments = (one.text for one in self.review.comments)
        return any(len(text) >= LONGEST for text in (self.review.strength, self.review.next_step, *comments))

    def missing(self) -> list[str]:
        """What is still needed before the review is finished, each as a phrase."""
        found = lacks(self.review, self.asked, own=self.own)
        return found if self.committed or self.open_levels() else ["the levels committed", *found]

    def marks(self) -> list[tuple[str, int, str, int, int]]:
        """`(id, number, place, start, end)` of each comment whose words still stand at its place."""
        return [
            (one.id, number, one.place, one.start, one.end)
            for number, one in enumerate(self.review.comments, 1)
            if one.quote and self.texts.get(one.place, "")[one.start : one.end] == one.quote
        ]

    def comment(self, comment_id: str) -> ReviewComment | None:
        """The comment of that id, or None once it is removed."""
        return next((one for one in self.review.comments if one.id == comment_id), None)

    def label(self, comment: ReviewComment) -> str:
        """What the page calls the place of a comment."""
        return self.names.get(comment.place, "The plan as a whole")

    # Levels

    def choose(self, criterion: PlanCriterion, level: int | None) -> bool:
        """Set or clear a level. The one that was committed first stays beside it."""
        if self.review.levels.get(criterion) == level:
            return True
        levels = {key: value for key, value in self.review.levels.items() if key != criterion}
        self.review.levels = levels if level is None else {**levels, criterion: level}
        return self._save()

    def commit(self) -> bool:
        """Keep the levels as the first ones, once; False while a level is open."""
        if self.open_levels() or self.committed:
            return False
        self.review.first = {one: self.review.levels[one] for one in self.asked}
        return self._save()

    # Comments

    def comment_on(self, place: str, start: int, end: int) -> ReviewComment | None:
        """Begin a comment on the words `start` to `end` (code points) of a place, or on the plan as a whole.

        Space around the words is left out. None where there are no such words, or no room for more comments.
        """
        if len(self.review.comments) >= MOST_COMMENTS:
            return None
        if place == "plan":
            return self._begin(place, 0, 0, "")
        text = self.texts.get(place, "")
        start, end = max(0, start), min(end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end or end - start > LONGEST:
            return None
        return self._begin(place, start, end, text[start:end])

    def write_comment(self, comment_id: str, text: str) -> bool:
        """Set the words of a comment."""
        one = self.comment(comment_id)
        if one is None:
            return False
        one.text = shortened(text)
        return self._save()

    def relate_comment(self, comment_id: str, criterion: PlanCriterion | None) -> bool:
        """Say what a comment is about, or nothing in particular."""
        one = self.comment(comment_id)
        if one is None:
            return False
        one.criterion = criterion
        return self._save()

    def remove_comment(self, comment_id: str) -> None:
        """Take a comment out; the last one removed can be brought back."""
        one = self.comment(comment_id)
        if one is None:
            return
        place = self.review.comments.index(one)
        self.removed = Removed(one, place, f"Comment {place + 1}")
        self.review.comments = [other for other in self.review.comments if other is not one]
        self._save()

    def bring_back(self) -> ReviewComment | None:
        """Put the comment that was removed last back at its place."""
        if self.removed is None:
            return None
        back, self.removed = self.removed, None
        self.review.comments = [*self.review.comments[: back.place], back.comment, *self.review.comments[back.place :]]
        self._save()
        return back.comment

    # The rest of the review

    def say_strength(self, text: str) -> bool:
        """Set the one strength."""
        self.review.strength = shortened(text)
        return self._save()

    def say_next_step(self, text: str) -> bool:
        """Set the one next step."""
        self.review.next_step = shortened(text)
        return self._save()

    def tell_supervisor(self, kind: str, text: str) -> bool:
        """Set the private flag, or with an empty `kind` take it back."""
        self.review.flag = PrivateFlag.model_validate({"kind": kind, "text": shortened(text)}) if kind else None
        return self._save()

    def spend(self, minutes: float) -> bool:
        """Add time with the plan in view."""
        self.review.minutes = round(self.review.minutes + max(0.0, minutes), 3)
        return self._save()

    def finish(self) -> bool:
        """Mark the review as finished; False while something is missing."""
        if self.missing():
            return False
        self.review.finished_at = datetime.now(UTC).replace(microsecond=0)
        return self._save()

    def reopen(self) -> bool:
        """Take the mark back, so that the review can be changed."""
        self.review.finished_at = None
        return self._save()

    def _begin(self, place: str, start: int, end: int, quote: str) -> ReviewComment:
        taken = {one.id for one in self.review.comments} | ({self.removed.comment.id} if self.removed else set())
        number = 1
        while f"c{number}" in taken:
            number += 1
        made = ReviewComment(id=f"c{number}", place=place, start=start, end=end, quote=quote)
        self.review.comments = [*self.review.comments, made]
        self._save()
        return made

    def _save(self) -> bool:
        return self._changed(self.review)


def shortened(text: str) -> str:
    """The text as a file can hold it: no more than `LONGEST` code points, and no halves of characters."""
    return clean(text)[:LONGEST]
