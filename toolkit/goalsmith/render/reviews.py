"""Reviews, and the answers to them, as a page for the supervisor. Everything is escaped."""

from html import escape

from goalsmith.model import CRITERIA, FollowupFile, Review, ReviewComment, ReviewFile, StepAnswer

_NAMES = {"thread": "Thread", "fit": "Fit", "safety": "Safety"}


def review_file_html(written: ReviewFile) -> str:
    """Everything in `reviews.json`: the calibration in a line, each review, the own plan last."""
    tries = written.calibration.tries
    done = "finished" if written.calibration.finished_at else "not finished"
    head = f"<p>Calibration: {len(tries)} sample plans, {done}.</p>"
    own = [written.self_review] if written.self_review else []
    reviews = "".join(review_html(review) for review in [*written.reviews, *own])
    empty = '<p class="gs-empty">No plan has been reviewed yet.</p>'
    return f'<article class="gs-reviews">{head}{reviews or empty}</article>'


def review_html(review: Review, title: str = "") -> str:
    """One review under `title`, by default the plan's pseudonym."""
    title = title or ("The own plan" if review.plan == "own" else f"Plan {review.plan}")
    levels = "".join(_level(review, one) for one in CRITERIA if one in review.levels)
    comments = "".join(f"<li>{comment_html(comment)}</li>" for comment in review.comments if comment.text.strip())
    return (
        f'<section class="gs-review"><h4>{escape(title)}</h4><ul class="gs-levels">{levels}</ul>'
        f"{_line('Strength', review.strength)}{_line('Next step', review.next_step)}"
        f"{f'<ul>{comments}</ul>' if comments else ''}</section>"
    )


def comment_html(comment: ReviewComment) -> str:
    """One comment after the words that it is tied to."""
    quote = f"<q>{escape(comment.quote)}</q> " if comment.quote else ""
    about = f"<b>{escape(_NAMES.get(comment.criterion, comment.criterion))}</b> " if comment.criterion else ""
    return f"{about}{quote}{escape(comment.text)}"


def answers_html(written: FollowupFile) -> str:
    """What an author answers to each next step, and the appeal."""
    rows = "".join(_answer(answer) for answer in written.answers)
    appeal = _line("Appeal", written.appeal.reason) if written.appeal.sent_at else ""
    empty = '<p class="gs-empty">No next step has been answered yet.</p>'
    return f'<article class="gs-reviews">{f"<ul>{rows}</ul>" if rows else empty}{appeal}</article>'


def _answer(answer: StepAnswer) -> str:
    taken = {"yes": "takes it", "partly": "takes a part of it", "no": "does not take it"}.get(
        answer.taken or "", "open"
    )
    return f"<li><b>Reviewer {escape(answer.letter)}</b>: {taken}. {escape(answer.why)}</li>"


def _level(review: Review, criterion: str) -> str:
    now, first = review.levels[criterion], review.first.get(criterion)
    before = f" (first {first})" if first is not None and first != now else ""
    return f"<li><b>{escape(_NAMES.get(criterion, criterion))}</b> {now} of 3{before}</li>"


def _line(name: str, text: str) -> str:
    return f"<p><b>{name}:</b> {escape(text)}</p>" if text.strip() else ""
