"""What everybody earns in a round, by graded cell, with the comment that stands beside it."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from goalsmith.model import FollowupFile, PlanCriterion
from goalsmith.peer.rounds.collect import complete_review, own_work
from goalsmith.peer.rounds.followup import answered_share
from goalsmith.peer.rounds.returned import returned
from goalsmith.peer.rounds.settled import TOTAL, scores_of
from goalsmith.peer.rounds.tables import Mark, Matter, Participant, Round
from goalsmith.peer.rounds.useful import Usefulness, usefulness_of
from goalsmith.render import peer_comment, plain

Names = Mapping[PlanCriterion, str]


def mark_everybody(session: Session, round_: Round, course: Path, names: Names, agreement: Mapping[str, float]) -> None:
    """Bring the marks of a round up to date. `agreement` is the share of each learner's reviewing for its levels."""
    calibrated, selves = own_work(session, round_, "calibration"), own_work(session, round_, "self_review")
    answers = own_work(session, round_, "followup")
    judge = usefulness_of(course, round_)
    for person in round_.people:
        _plan(session, round_, person, names)
        done = person.learner in calibrated
        _put(session, person, "calibration", float(done), "" if done else "The sample plans were not gone through.")
        done = person.learner in selves
        _put(session, person, "self_review", float(done), "" if done else "Your own plan was not reviewed.")
        _reviewing(session, round_, person, agreement.get(person.learner, 0.0), judge)
        if round_.state == "released":
            share = answered_share(round_, person, answers.get(person.learner))
            _put(session, person, "answers", share, f"{100 * share:.0f} % of the next steps answered with a reason.")
    session.flush()


def _plan(session: Session, round_: Round, person: Participant, names: Names) -> None:
    """The plan's mark: its settled total. Without any review there is none, and the supervisor scores the cell."""
    scores = scores_of(session, person)
    total = next((score.level for score in scores if score.criterion == TOTAL), None)
    if total is not None:
        back = returned(round_, person, scores)
        _put(session, person, "peer_review", total, peer_comment(back.reviews, back.scores, names))


def _reviewing(session: Session, round_: Round, person: Participant, agreement: float, judge: Usefulness) -> None:
    """The reviewing mark: levels near the others' and comments that help, each over all reviews that were given out."""
    given = [task for task in round_.tasks if task.reviewer_id == person.id and task.state == "given"]
    done = [(task, review) for task in given if (review := complete_review(task))]
    if not given:
        return _put(session, person, "reviewing", 0.0, "You had no plan to review.")
    useful, advice, flags = judge(done, len(given))
    _look(round_, person, flags)
    share = judge.agreement_weight * agreement + (1 - judge.agreement_weight) * useful
    lines = [
        f"{len(done)} of {len(given)} reviews are in.",
        f"- Levels near what others and your supervisor say: {100 * agreement:.0f} %",
        f"- Comments that help: {100 * useful:.0f} %",
        *(f"- {plain(one)}" for one in advice),
        *_thanks(session, round_, person),
    ]
    return _put(session, person, "reviewing", share, "\n".join(lines))


def _look(round_: Round, person: Participant, flags: list[str]) -> None:
    """Put before the supervisor what somebody should read, once."""
    known = {one.reason for one in round_.matters if one.participant_id == person.id}
    round_.matters.extend(
        Matter(kind="pattern", participant_id=person.id, reason=reason, urgency=1.0)
        for reason in dict.fromkeys(flags)
        if reason not in known
    )


def _thanks(session: Session, round_: Round, person: Participant) -> list[str]:
    """How helpful authors found this reviewer's reviews: shown in an order that tells nobody's mark, never graded."""
    by_author = own_work(session, round_, "followup")
    marks = []
    for task in round_.tasks:
        work = by_author.get(task.author.learner) if task.reviewer_id == person.id else None
        if work is not None:
            answers = FollowupFile.model_validate(work.body).answers
            marks += [a.helpful for a in answers if a.letter == task.letter and a.helpful is not None]
    if len(marks) < 2:
        return []  # a single mark would tell who gave it
    return [f"- Authors' marks for helpfulness (0 to 3, not graded): {', '.join(map(str, sorted(marks)))}"]


def _put(session: Session, person: Participant, cell: str, share: float, comment: str) -> None:
    found = session.scalar(select(Mark).where(Mark.participant_id == person.id, Mark.cell == cell))
    if found is None:
        session.add(Mark(participant_id=person.id, cell=cell, share=share, comment=comment))
    else:
        found.share, found.comment = share, comment
