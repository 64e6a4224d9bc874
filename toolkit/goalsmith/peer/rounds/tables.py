"""The tables of the rounds' database. Times are UTC and carry their zone."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class UtcTime(TypeDecorator[datetime]):
    """A time with a zone, kept as UTC: SQLite forgets zones, PostgreSQL does not."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Store UTC. A time without a zone is refused, since nobody could say when it was."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time needs its zone")
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Give the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The registry of our tables."""

    type_annotation_map = {
        datetime: UtcTime,
        dict[str, Any]: JSON,
        list[str]: JSON,
    }


class Round(Base):
    """One round: the reviews of the plans of one assignment. `state` is open, closed or released.

    While it is open the phases calibration and review follow from the deadlines; closed is the phase settle.
    """

    __tablename__ = "peer_round"
    __table_args__ = (UniqueConstraint("course", "assignment"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    course: Mapped[str] = mapped_column(String(100))
    assignment: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(20), default="open")
    reviews_each: Mapped[int]
    known_each: Mapped[int] = mapped_column(default=0)
    seed: Mapped[int]
    minutes: Mapped[int] = mapped_column(default=20)
    options: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Conflicts of interest, groups and their rule, as they were given when the round opened."""
    relaxed: Mapped[list[str]] = mapped_column(default=list)
    """What the allocation had to give up, a sentence each."""
    opened_at: Mapped[datetime]
    calibrate_by: Mapped[datetime | None]
    review_by: Mapped[datetime]
    settle_by: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    released_at: Mapped[datetime | None]

    people: Mapped[list["Participant"]] = relationship(back_populates="round", order_by="Participant.learner")
    tasks: Mapped[list["Task"]] = relationship(back_populates="round", order_by="Task.id")
    matters: Mapped[list["Matter"]] = relationship(back_populates="round", order_by="Matter.id")


class Participant(Base):
    """A learner in a round: the plan as it was frozen, and the addresses that only their own secret leads to.

    `plan` is the allow-listed plan, `digest` the hash of the plan file as collected. `address` and `return_address`
    are None for somebody who cannot be reached (no submission of their own). `known` holds levels that the supervisor
    had scored or confirmed when the round opened, `engine` those of the rubric engine; both by criterion, 0 to 3.
    `active` is False after dropping out.
    """

    __tablename__ = "peer_participant"
    __table_args__ = (UniqueConstraint("round_id", "learner"), UniqueConstraint("round_id", "pseudonym"))

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("peer_round.id"), index=True)
    learner: Mapped[str] = mapped_column(String(200))
    pseudonym: Mapped[str] = mapped_column(String(20))
    plan: Mapped[dict[str, Any]]
    digest: Mapped[str] = mapped_column(String(64))
    address: Mapped[str | None] = mapped_column(String(64))
    return_address: Mapped[str | None] = mapped_column(String(64))
    known: Mapped[dict[str, Any] | None]
    travels: Mapped[bool] = mapped_column(default=False)
    """Whether the plan travels as a known one, on top of the ordinary reviews."""
    engine: Mapped[dict[str, Any]] = mapped_column(default=dict)
    active: Mapped[bool] = mapped_column(default=True)
    reviewing: Mapped[bool] = mapped_column(default=True)
    """False for somebody whose late reviews were given to others; their own plan is still reviewed."""

    round: Mapped[Round] = relationship(back_populates="people")


class Task(Base):
    """One review to write: `reviewer` reads `author`'s plan, as Reviewer `letter` of that plan.

    `origin` is open, reassign or known (a known plan on top); `state` is given or withdrawn.
    """

    __tablename__ = "peer_task"
    __table_args__ = (UniqueConstraint("round_id", "reviewer_id", "author_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("peer_round.id"), index=True)
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("peer_participant.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("peer_participant.id"), index=True)
    letter: Mapped[str] = mapped_column(String(3))
    origin: Mapped[str] = mapped_column(String(20), default="open")
    state: Mapped[str] = mapped_column(String(20), default="given")
    given_at: Mapped[datetime]

    round: Mapped[Round] = relationship(back_populates="tasks")
    reviewer: Mapped[Participant] = relationship(foreign_keys=[reviewer_id])
    author: Mapped[Participant] = relationship(foreign_keys=[author_id])
    review: Mapped["ReceivedReview | None"] = relationship(back_populates="task", uselist=False)


class ReceivedReview(Base):
    """The review that came in for a task: `body` as `model.Review` dumps it; `complete` when nothing required lacks."""

    __tablename__ = "peer_review"

    task_id: Mapped[int] = mapped_column(ForeignKey("peer_task.id"), primary_key=True)
    body: Mapped[dict[str, Any]]
    complete: Mapped[bool]
    received_at: Mapped[datetime]

    task: Mapped[Task] = relationship(back_populates="review")


class OwnWork(Base):
    """What a learner handed in beside reviews of others: `kind` is calibration, self_review, followup or revision."""

    __tablename__ = "peer_own_work"
    __table_args__ = (UniqueConstraint("participant_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("peer_participant.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    body: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]

    participant: Mapped[Participant] = relationship()


class Score(Base):
    """The settled level of one criterion of one plan, with its 90 % interval. `source` is peers or supervisor.

    The criterion "total" holds the mean share of 3 over the criteria, 0 to 1.
    """

    __tablename__ = "peer_score"
    __table_args__ = (UniqueConstraint("participant_id", "criterion"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("peer_participant.id"), index=True)
    criterion: Mapped[str] = mapped_column(String(20))
    level: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    source: Mapped[str] = mapped_column(String(20), default="peers")

    participant: Mapped[Participant] = relationship()


class Mark(Base):
    """What a learner earned on one graded cell of the round: the share 0 to 1 of its points, and the comment with it.

    `cell` is peer_review, calibration, reviewing, self_review or answers. The gradebook is written from here, at the
    close and at every re-grading.
    """

    __tablename__ = "peer_mark"
    __table_args__ = (UniqueConstraint("participant_id", "cell"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("peer_participant.id"), index=True)
    cell: Mapped[str] = mapped_column(String(20))
    share: Mapped[float]
    comment: Mapped[str] = mapped_column(Text, default="")

    participant: Mapped[Participant] = relationship()


class Matter(Base):
    """Something that waits for the supervisor.

    `kind` is plan-text or comment-text (words that may name somebody), disagreement, pattern, flag or appeal. `place`
    says which words it is about, such as "g1.text" or "review 12 next_step". `state` is open or decided; `decision`
    holds what was decided: released, redacted (`replacement` has the text that travels instead), accepted, changed.
    """

    __tablename__ = "peer_matter"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("peer_round.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("peer_participant.id"), index=True)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("peer_task.id"))
    place: Mapped[str] = mapped_column(String(200), default="")
    words: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text)
    urgency: Mapped[float] = mapped_column(default=0.0)
    state: Mapped[str] = mapped_column(String(20), default="open")
    decision: Mapped[str] = mapped_column(String(20), default="")
    replacement: Mapped[str] = mapped_column(Text, default="")
    decided_by: Mapped[str] = mapped_column(String(200), default="")
    decided_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(Text, default="")

    round: Mapped[Round] = relationship(back_populates="matters")
    participant: Mapped[Participant | None] = relationship()
    task: Mapped[Task | None] = relationship()


class LogEntry(Base):
    """One line of the audit log: what was changed by whom, from what to what. Lines are only ever added."""

    __tablename__ = "peer_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("peer_round.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(200))
    what: Mapped[str] = mapped_column(String(40))
    learner: Mapped[str] = mapped_column(String(200), default="")
    before: Mapped[str] = mapped_column(Text, default="")
    after: Mapped[str] = mapped_column(Text, default="")
    why: Mapped[str] = mapped_column(Text, default="")
