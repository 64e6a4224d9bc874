"""What peers said, as Markdown for the feedback page: nothing of theirs is read as markup."""

from collections.abc import Iterable, Mapping

from goalsmith.model import ReturnedReview, ReturnedScore, ReviewComment
from goalsmith.render.comments import plain

_WITHHELD = "A part of this review waits until your supervisor has looked at it."


def peer_comment(reviews: Iterable[ReturnedReview], scores: Iterable[ReturnedScore], names: Mapping[str, str]) -> str:
    """The settled levels in a line, then each review under its letter. `names` are the names of the criteria."""
    levels = "; ".join(f"{plain(names[score.criterion])} {_level(score)}" for score in scores)
    head = f"Settled levels of 3 (with the range in which they lie nine times in ten): {levels}."
    return "\n\n".join([head, *(_review(one, names) for one in reviews)])


def _level(score: ReturnedScore) -> str:
    if score.by_supervisor:
        return f"{score.level:.1f}, set by your supervisor"
    return f"{score.level:.1f} ({score.low:.1f} to {score.high:.1f})"


def _review(review: ReturnedReview, names: Mapping[str, str]) -> str:
    lines = [f"**Reviewer {plain(review.letter)}**", ""]
    lines += [f"- {what}: {plain(text)}" for what, text in _said(review) if text.strip()]
    lines += [f"- {_comment(comment, names)}" for comment in review.comments]
    if review.withheld:
        lines.append(f"- *{_WITHHELD}*")
    return "\n".join(lines)


def _said(review: ReturnedReview) -> list[tuple[str, str]]:
    return [("Strength", review.strength), ("Next step", review.next_step)]


def _comment(comment: ReviewComment, names: Mapping[str, str]) -> str:
    about = f"{plain(names.get(comment.criterion, comment.criterion))}, " if comment.criterion else ""
    quote = f"“{plain(comment.quote)}”: " if comment.quote.strip() else ""
    return f"{about}{quote}{plain(comment.text)}"
