"""A small course in which everybody handed in: who they are, and what tests of rounds do over and over."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook

from goalsmith.demo.cohort import Learner as SampleLearner
from goalsmith.demo.cohort import load_cohort
from goalsmith.grading import phases
from goalsmith.grading.running import exchanged
from goalsmith.model import LETTERS, Plan
from goalsmith.store import PlanStore

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
