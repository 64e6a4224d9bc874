"""What an author may read of the reviews of their plan: under letters, without what waits for the supervisor."""

from collections.abc import Iterable

from goalsmith.model import Plan, ReturnedReview, ReturnedScore, ReviewComment
from goalsmith.model.packet import Returned
from goalsmith.peer.rounds.collect import complete_review
from goalsmith.peer.rounds.hold import BLANK, LETS_GO
from goalsmith.peer.rounds.tables import Matter, Participant, Round, Score, Task


def returned(round_: Round, author: Participant, scores: Iterable[Score]) -> Returned:
    """The record that goes back to `author`."""
    return Returned(
        case=round_.assignment,
        course=round_.course,
        plan=Plan.model_validate(author.plan),
        reviews=returned_reviews(round_, author),
        scores=[
            ReturnedScore(
                criterion=score.criterion,  # type: ignore[arg-type]  # checked by the record itself
                level=round(score.level, 2),
                low=round(score.low, 2),
                high=round(score.high, 2),
                by_supervisor=score.source == "supervisor",
            )
            for score in scores
            if score.criterion != "total"
        ],
    )


def returned_reviews(round_: Round, author: Participant) -> list[ReturnedReview]:
    """Every complete review of the author's plan, in the order of its letters."""
    tasks = [task for task in round_.tasks if task.author_id == author.id and complete_review(task)]
    return [returned_review(round_, task) for task in sorted(tasks, key=lambda one: (len(one.letter), one.letter))]


def returned_review(round_: Round, task: Task) -> ReturnedReview:
    """A complete review as its author reads it: an allow-list of fields, with redactions, without what is held back."""
    review = complete_review(task)
    assert review is not None  # noqa: S101 - the caller has asked
    matters = [one for one in round_.matters if one.task_id == task.id and one.kind in ("comment-text", "flag")]
    if any(_holds(one) and one.place == "review" for one in matters):
        return ReturnedReview(letter=task.letter, withheld=True)
    kept = [comment for comment in review.comments if comment.text.strip() and not _held(matters, _place(comment))]
    return ReturnedReview(
        letter=task.letter,
        levels=dict(review.levels),
        strength=_text(matters, "strength", review.strength),
        next_step=_text(matters, "next_step", review.next_step),
        comments=[_comment(number, one, matters) for number, one in enumerate(kept, 1)],
        withheld=any(_holds(one) for one in matters if not one.place.startswith("plan ")),
    )


def _comment(number: int, comment: ReviewComment, matters: list[Matter]) -> ReviewComment:
    """The comment made anew: its id is numbered, since the reviewer's file may hold anything in it."""
    return ReviewComment(
        id=f"c{number}",
        place=comment.place,
        start=comment.start,
        end=comment.end,
        quote=comment.quote,
        criterion=comment.criterion,
        text=_text(matters, _place(comment), comment.text),
    )


def _place(comment: ReviewComment) -> str:
    return f"comment {comment.id}"


def _text(matters: list[Matter], place: str, text: str) -> str:
    if _held(matters, place):
        return ""
    for matter in matters:
        if matter.place == place and matter.decision == "redacted" and matter.words:
            text = text.replace(matter.words, matter.replacement or BLANK)
    return text


def _held(matters: list[Matter], place: str) -> bool:
    return any(_holds(one) for one in matters if one.place == place)


def _holds(matter: Matter) -> bool:
    return matter.state == "open" or matter.decision not in LETS_GO
