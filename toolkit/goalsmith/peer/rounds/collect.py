"""Taking in what reviewers handed in: their newest `reviews.json`, checked, cleaned and searched for names."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from goalsmith.errors import BadReviews
from goalsmith.grading.score import master_of
from goalsmith.model import PlanCriterion, Review, ReviewFile, asked, assignment_name, lacks
from goalsmith.peer.privacy import Searcher, searcher
from goalsmith.peer.rounds.database import now
from goalsmith.peer.rounds.people import source_of
from goalsmith.peer.rounds.tables import Matter, OwnWork, Participant, ReceivedReview, Round, Task
from goalsmith.store import REVIEWS_FILE, read_reviews


@dataclass
class Taken:
    """Complete reviews that are in now, unfinished ones, and whose file could not be read, with the reason."""

    complete: int = 0
    unfinished: int = 0
    bad: dict[str, str] = field(default_factory=dict)


def take_in(session: Session, round_: Round, course: Path) -> Taken:
    """Read what was collected of the round's reviews. It can be run again at any time; the newest version counts.

    A review that came in stays when a later submission lacks it: nothing is lost by a damaged file.
    """
    taken = Taken()
    source = source_of(course, round_.assignment)
    criteria = asked(master_of(source).case)
    look = searcher(course, source, [person.learner for person in round_.people])
    for person in round_.people:
        folder = course / "submitted" / person.learner / assignment_name(round_.assignment, "review")
        if not folder.is_dir():
            continue
        try:
            written = read_reviews(folder / REVIEWS_FILE, round_.assignment)
        except BadReviews as problem:
            taken.bad[person.learner] = str(problem)
            continue
        _own_work(session, person, written, criteria)
        for task in round_.tasks:
            if task.reviewer_id == person.id and task.state == "given":
                _review(session, round_, task, written, criteria, look)
    session.flush()
    for task in round_.tasks:
        if task.state == "given" and task.review:
            taken.complete += task.review.complete
            taken.unfinished += not task.review.complete
    return taken


def complete_review(task: Task) -> Review | None:
    """The complete review of a task that stands, or None."""
    if task.state != "given" or task.review is None or not task.review.complete:
        return None
    return Review.model_validate(task.review.body)


def texts_of(review: Review) -> Iterator[tuple[str, str]]:
    """Every text of a review that its author will read, with the name of its place."""
    yield "strength", review.strength
    yield "next_step", review.next_step
    for comment in review.comments:
        yield f"comment {comment.id}", comment.text


def clean(value: Any) -> Any:
    """JSON that every database can hold: texts without control characters and halves of characters."""
    if isinstance(value, str):
        return "".join(one for one in value if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))
    if isinstance(value, dict):
        return {clean(key): clean(inner) for key, inner in value.items()}
    return [clean(inner) for inner in value] if isinstance(value, list) else value


def _review(
    session: Session,
    round_: Round,
    task: Task,
    written: ReviewFile,
    criteria: tuple[PlanCriterion, ...],
    look: Searcher,
) -> None:
    review = written.of(task.author.pseudonym)
    if review is None or not (review.levels or review.comments or review.strength or review.next_step):
        return
    review = Review.model_validate(clean(review.model_dump(mode="json")))
    # A criterion that the case does not ask for is nobody's to score.
    review.levels = {one: level for one, level in review.levels.items() if one in criteria}
    body, complete = review.model_dump(mode="json"), not lacks(review, criteria)
    old = task.review
    if old is not None and (old.body == body or (old.complete and not complete)):
        return
    came = _received(old, body, complete)
    if old is None:
        task.review = came
    session.flush()
    _matters(session, round_, task, review, look)


def _received(old: ReceivedReview | None, body: dict[str, Any], complete: bool) -> ReceivedReview:
    if old is None:
        return ReceivedReview(body=body, complete=complete, received_at=now())
    old.body, old.complete, old.received_at = body, complete, now()
    return old


def _matters(session: Session, round_: Round, task: Task, review: Review, look: Searcher) -> None:
    """Open a matter for each text that may name somebody, and for the reviewer's private flag, once each."""
    known = {(one.kind, one.place, one.words) for one in round_.matters if one.task_id == task.id}
    for place, text in texts_of(review):
        for hit in look.hits(text):
            if ("comment-text", place, hit.words) not in known:
                known.add(("comment-text", place, hit.words))
                round_.matters.append(
                    Matter(
                        kind="comment-text",
                        participant_id=task.author_id,
                        task_id=task.id,
                        place=place,
                        words=hit.words,
                        reason=hit.reason,
                        urgency=1.0,
                    )
                )
    flag = review.flag
    if flag is not None and ("flag", f"plan {flag.kind}", flag.text) not in known:
        reason = f"A reviewer flags this plan: {flag.kind.replace('-', ' ')}."
        round_.matters.append(
            Matter(
                kind="flag",
                participant_id=task.author_id,
                task_id=task.id,
                place=f"plan {flag.kind}",
                words=flag.text,
                reason=reason,
                urgency=3.0,
            )
        )
    session.flush()


def _own_work(session: Session, person: Participant, written: ReviewFile, criteria: tuple[PlanCriterion, ...]) -> None:
    """Keep the calibration and the self-review once they are finished."""
    if written.calibration.finished_at:
        keep_work(session, person, "calibration", clean(written.calibration.model_dump(mode="json")))
    if written.self_review and not lacks(written.self_review, criteria, own=True):
        keep_work(session, person, "self_review", clean(written.self_review.model_dump(mode="json")))


def keep_work(session: Session, person: Participant, kind: str, body: dict[str, Any]) -> OwnWork:
    """Keep what a learner handed in beside reviews of others, in place of an earlier version."""
    found = session.query(OwnWork).filter_by(participant_id=person.id, kind=kind).one_or_none()
    if found is None:
        found = OwnWork(participant_id=person.id, kind=kind, body=body, received_at=now())
        session.add(found)
    elif found.body != body:
        found.body, found.received_at = body, now()
    return found


def own_work(session: Session, round_: Round, kind: str) -> dict[str, OwnWork]:
    """What each learner handed in of `kind`, by learner."""
    rows = session.query(OwnWork).join(Participant).filter(Participant.round_id == round_.id, OwnWork.kind == kind)
    return {row.participant.learner: row for row in rows}


def late(round_: Round, task: Task, at: datetime) -> bool:
    """Whether a review is past its deadline and not there. One that was given out after the deadline has none yet."""
    over = task.given_at <= round_.review_by < at
    return task.state == "given" and over and complete_review(task) is None
