"""A small course in which everybody handed in: who they are, and what tests of rounds do over and over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from goalsmith.demo.cohort import Learner as SampleLearner
from goalsmith.demo.cohort import load_cohort
from goalsmith.grading import phases
from goalsmith.grading.running import exchanged
from goalsmith.model import LETTERS, Packet, Plan, Review, ReviewComment, ReviewFile
from goalsmith.peer.packets.address import address
from goalsmith.peer.packets.fetch import Fetched, fetch
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.open import open_round
from goalsmith.peer.rounds.opened import Opened
from goalsmith.peer.rounds.terms import Terms
from goalsmith.store import PlanStore, read_packet, review_store

COURSE = "course"
CASE = "gad-maya"
REVIEW = "gad-maya-review"
FOLLOWUP = "gad-maya-followup"
ASKED = (*LETTERS, "thread", "fit")


@dataclass(frozen=True)
class OnRoster:
    """One line of the gradebook's table of students."""

    id: str
    first: str
    last: str

    @property
    def email(self) -> str:
        return f"{self.first}.{self.last}@clinic.example".lower()


ROSTER = (
    OnRoster("ada", "Ada", "Okonjo"),
    OnRoster("ben", "Ben", "Lindqvist"),
    OnRoster("chidi", "Chidi", "Ezeudu"),
    OnRoster("dara", "Dara", "Novotna"),
    OnRoster("emre", "Emre", "Yildiz"),
    OnRoster("farid", "Farid", "Rahmani"),
    OnRoster("gwen", "Gwen", "Tremblay"),
    OnRoster("hugo", "Hugo", "Salinas"),
)
NAMES = tuple(person.id for person in ROSTER)


def sample_plan(name: str) -> Plan:
    """A plan of two goals with two objectives each; whose it is decides how good it is, 0 to 3."""
    quality = sum(map(ord, name)) % 4
    return load_cohort().plan(SampleLearner(id=name, quality=quality))


def learner(course: Path, name: str) -> phases.Learner:
    return phases.Learner(name, course / "learners" / name, course / "caches" / name)


def hand_in(
    course: Path, name: str, written: Plan | None = None, spoil: Callable[[Path], object] | None = None
) -> phases.Learner:
    """Fetch the assignment of plans, write one, spoil the folder where asked, and submit as nbgrader itself does."""
    who = learner(course, name)
    folder = phases.fetch(course, who, CASE)
    PlanStore(folder, CASE).save(written or sample_plan(name))
    if spoil:
        spoil(folder)
    exchanged("Submit", phases.learner_config(course, who, CASE))
    return who


def enrol(course: Path, *people: OnRoster) -> None:
    """Put people on the roster as a supervisor does, with names and e-mail addresses."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", COURSE) as gradebook:
        for person in people:
            gradebook.update_or_create_student(
                person.id, first_name=person.first, last_name=person.last, email=person.email
            )


def confirm_plan(course: Path, name: str, levels: dict[str, float], manual: bool = True) -> None:
    """Score parts of a plan by hand as the formgrader does: levels 0 to 3 by part."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", COURSE) as gradebook:
        for part, level in levels.items():
            grade = gradebook.find_grade(part, CASE, CASE, name)
            if manual:
                grade.manual_score = level / 3 * grade.max_score
            grade.needs_manual_grade = False
        gradebook.db.commit()


def in_days(days: float) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) + timedelta(days=days)


def terms(**given: Any) -> Terms:
    """Terms of a round of three reviews each that ends in a week, where nothing else is given."""
    return Terms(**{"review_by": in_days(7), "reviews": 3, **given})


def opened(course: Path, **given: Any) -> Opened:
    return open_round(course, CASE, terms(**given), "Dr Okafor")


def packet_of(course: Path, name: str) -> Packet | None:
    """What lies in the exchange for a learner, found by the secret of their collected submission."""
    secret = (course / "submitted" / name / CASE / "submission_secret.txt").read_text()
    folder = course / "exchange" / COURSE / "packets" / address(secret, COURSE, CASE, "packet")
    return read_packet(folder)


def all_packets(course: Path) -> list[Packet]:
    return [
        read_packet(path.parent) for path in sorted((course / "exchange" / COURSE / "packets").rglob("packet.json"))
    ]


def fetched(course: Path, name: str, part: str = REVIEW) -> tuple[Fetched, Path]:
    """What a learner gets who opens the notebook and presses the button; and the folder of the notebook."""
    who = learner(course, name)
    folder = phases.fetch(course, who, part)
    return fetch(folder, phases.learner_config(course, who, part)), folder


def full_review(pseudonym: str, level: int = 2) -> Review:
    """A review with everything that is required."""
    words = "Name the evening that matters most to her"
    return Review(
        plan=pseudonym,
        first=dict.fromkeys(ASKED, level),
        levels=dict.fromkeys(ASKED, level),
        comments=[
            ReviewComment(id="c1", place="g1", start=0, end=7, quote="Improve", criterion="S", text=f"{words}."),
            ReviewComment(id="c2", place="g2", start=0, end=6, quote="Reduce", criterion="M", text="Say by how much."),
        ],
        strength="The goals follow from what she asks for.",
        next_step=f"{words}, and say how she would notice.",
        minutes=18,
        finished_at=in_days(0),
    )


def hand_in_reviews(course: Path, name: str, only: int | None = None, level: int = 2) -> ReviewFile:
    """Fetch the packet and hand in full reviews: of every plan, or of the first `only`."""
    _, folder = fetched(course, name)
    plans = read_packet(folder).plans[:only]
    written = ReviewFile(case=CASE, reviews=[full_review(plan.id, level) for plan in plans])
    written.calibration.finished_at = in_days(0)
    review_store(folder, CASE).save(written)
    exchanged("Submit", phases.learner_config(course, learner(course, name), REVIEW))
    return written


def change_round(course: Path, **fields: Any) -> None:
    """Set fields of the round's row, as time or an earlier version would have."""
    with rounds_of(course) as session:
        row = find_round(session, COURSE, CASE)
        for name, value in fields.items():
            setattr(row, name, value)


def let_pass(course: Path, days: float) -> None:
    """Move everything that happened in the round, and its deadline for reviews, so many days into the past."""
    with rounds_of(course) as session:
        row = find_round(session, COURSE, CASE)
        row.opened_at -= timedelta(days=days)
        row.review_by -= timedelta(days=days)
        for task in row.tasks:
            task.given_at -= timedelta(days=days)
