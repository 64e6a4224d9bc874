"""Taking in what authors answer: a reason for each next step, one appeal, private flags, and the one revised plan."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from goalsmith.errors import BadFile
from goalsmith.model import FollowupFile, Plan, assignment_name
from goalsmith.peer.rounds.collect import clean, keep_work, own_work
from goalsmith.peer.rounds.database import log
from goalsmith.peer.rounds.returned import returned_reviews
from goalsmith.peer.rounds.tables import Matter, OwnWork, Participant, Round, Task
from goalsmith.store import ANSWERS_FILE, plan_digest, plan_name, read_answers, read_plan


@dataclass
class Answered:
    """Whose answers are in, who revised their plan, who appeals, and what could not be read or came twice."""

    answered: list[str] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    appeals: list[str] = field(default_factory=list)
    bad: dict[str, str] = field(default_factory=dict)


def take_answers(session: Session, round_: Round, course: Path) -> Answered:
    """Read what was collected of the follow-up. It can be run again at any time.

    Answers and flags may still change; the first appeal and the first revised plan stand, and a later one is named.
    """
    done = Answered()
    for person in round_.people:
        folder = course / "submitted" / person.learner / assignment_name(round_.assignment, "followup")
        if folder.is_dir():
            try:
                _take(session, round_, person, folder, done)
            except BadFile as problem:
                done.bad[person.learner] = str(problem)
    session.flush()
    return done


def _take(session: Session, round_: Round, person: Participant, folder: Path, done: Answered) -> None:
    written = read_answers(folder / ANSWERS_FILE, round_.assignment)
    body = clean(written.model_dump(mode="json"))
    written = FollowupFile.model_validate(body)
    keep_work(session, person, "followup", body)
    done.answered.append(person.learner)
    _appeal(session, round_, person, written, done)
    _flags(round_, person, written)
    _revised(session, round_, person, folder, done)


def _appeal(session: Session, round_: Round, person: Participant, written: FollowupFile, done: Answered) -> None:
    if not written.appeal.sent_at or not written.appeal.reason.strip():
        return
    done.appeals.append(person.learner)
    mine = [one for one in round_.matters if one.kind == "appeal" and one.participant_id == person.id]
    if not mine:
        reason = "The author appeals against the settled levels."
        words = written.appeal.reason
        round_.matters.append(Matter(kind="appeal", participant_id=person.id, words=words, reason=reason, urgency=2.5))
        log(session, round_, person.learner, "appeal", learner=person.learner, why=words)
    elif mine[0].words != written.appeal.reason:
        done.bad[person.learner] = "appeals a second time; the first appeal stands"


def _flags(round_: Round, person: Participant, written: FollowupFile) -> None:
    """An author's flag withholds that review from their pages until the supervisor has decided."""
    tasks = {task.letter: task for task in round_.tasks if task.author_id == person.id}
    known = {(one.task_id, one.place) for one in round_.matters if one.kind == "flag"}
    for answer in written.answers:
        task: Task | None = tasks.get(answer.letter)
        if answer.flag is None or task is None or (task.id, "review") in known:
            continue
        reason = f"The author flags the review by Reviewer {task.letter}: {answer.flag.kind.replace('-', ' ')}."
        round_.matters.append(
            Matter(
                kind="flag",
                participant_id=person.id,
                task_id=task.id,
                place="review",
                words=answer.flag.text,
                reason=reason,
                urgency=3.0,
            )
        )


def _revised(session: Session, round_: Round, person: Participant, folder: Path, done: Answered) -> None:
    path = folder / plan_name(round_.assignment)
    if not path.exists():
        return
    plan = read_plan(path, round_.assignment)
    body = clean(plan.model_dump(mode="json", exclude={"saved_at"}))
    if plan_digest(plan) == plan_digest(Plan.model_validate(person.plan)):
        return  # the copy that it began as
    first = own_work(session, round_, "revision").get(person.learner)
    if first is None:
        keep_work(session, person, "revision", body)
        log(session, round_, person.learner, "revised plan", learner=person.learner, after=plan_digest(plan)[:12])
    elif first.body != body:
        done.bad[person.learner] = "handed in a second revision; the first one stands"
    done.revised.append(person.learner)


def answered_share(round_: Round, person: Participant, work: OwnWork | None) -> float:
    """The share of next steps that the author answered with a decision and a reason; 1 where there were none."""
    steps = [review.letter for review in returned_reviews(round_, person) if review.next_step.strip()]
    if not steps:
        return 1.0 if work else 0.0
    answers: dict[str, Any] = {}
    if work is not None:
        answers = {one.letter: one for one in FollowupFile.model_validate(work.body).answers}
    return sum(bool(a and a.taken and a.why.strip()) for a in map(answers.get, steps)) / len(steps)
