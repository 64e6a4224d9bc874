"""Every phase of an assignment as one call, in this process: after one import each takes milliseconds to seconds.

The course is a folder with `course.yaml`. A learner has a folder of their own and an nbgrader cache of their own: a
shared cache would give everybody's feedback to each. The working directory is the same after each call as before.
"""

from dataclasses import dataclass
from pathlib import Path

from nbgrader.converters import GenerateAssignment, GenerateFeedback
from traitlets.config import Config

from goalsmith.errors import CourseError
from goalsmith.grading.build import build_course
from goalsmith.grading.cohort import Graded, Progress, grade_cohort
from goalsmith.grading.running import course_config, exchanged, made, plain_errors
from goalsmith.grading.submit import submit_folder
from goalsmith.model import Receipt


@dataclass(frozen=True)
class Learner:
    """Who a learner is to nbgrader, where their assignments lie, and where their own cache is."""

    id: str
    folder: Path
    cache: Path


def build(course: Path, assignment: str | None = None) -> list[Path]:
    """Write the sources of one assignment, or of all."""
    return build_course(course, assignment)


def generate(course: Path, assignment: str) -> Path:
    """Make the learners' version of an assignment and enter it in the gradebook; return its folder."""
    config = course_config(course, assignment)
    config.BaseConverter.force = True
    with plain_errors():
        made(GenerateAssignment, config).start()
    return course / "release" / assignment


def release(course: Path, assignment: str) -> None:
    """Put an assignment into the exchange, in place of an earlier version of it."""
    config = course_config(course, assignment)
    config.ExchangeReleaseAssignment.force = True
    exchanged("ReleaseAssignment", config)


def fetch(course: Path, learner: Learner, assignment: str) -> Path:
    """Copy the released assignment to the learner; files that they have already stay as they are."""
    config = learner_config(course, learner, assignment)
    config.ExchangeFetchAssignment.replace_missing_files = True
    exchanged("FetchAssignment", config)
    return learner.folder / assignment


def submit(course: Path, learner: Learner, assignment: str) -> Receipt:
    """Hand in the learner's folder as it is."""
    return submit_folder(learner.folder / assignment, learner_config(course, learner, assignment))


def collect(course: Path, assignment: str) -> list[str]:
    """Take in each learner's newest submission; return the learners who have one."""
    config = course_config(course, assignment)
    config.ExchangeCollect.update = True
    # It compares learners with the owners of files, and only warns; in one process they all have one owner.
    config.ExchangeCollect.check_owner = False
    exchanged("Collect", config)
    return sorted(path.parent.name for path in (course / "submitted").glob(f"*/{assignment}"))


def grade(course: Path, assignment: str, *, again: bool = False, progress: Progress | None = None) -> Graded:
    """Grade the cohort; see `grade_cohort`."""
    return grade_cohort(course, assignment, again=again, progress=progress)


def feedback(course: Path, assignment: str, learner: str = "*") -> list[Path]:
    """Write the feedback pages of everybody who is graded, or of one learner."""
    config = course_config(course, assignment)
    config.CourseDirectory.student_id = learner
    config.BaseConverter.force = True
    with plain_errors():
        made(GenerateFeedback, config).start()
    return sorted((course / "feedback").glob(f"{learner}/{assignment}/*.html"))


def release_feedback(course: Path, assignment: str) -> None:
    """Put the feedback pages where each learner, and nobody else, finds theirs."""
    exchanged("ReleaseFeedback", course_config(course, assignment))


def fetch_feedback(course: Path, learner: Learner, assignment: str) -> Path:
    """Bring the newest feedback page to the learner and return where it is.

    Raises:
        CourseError: none has been released for what this learner handed in.
    """
    exchanged("FetchFeedback", learner_config(course, learner, assignment))
    pages = sorted((learner.folder / assignment / "feedback").glob("*/*.html"))
    if not pages:
        raise CourseError(f"There is no feedback on {assignment} for {learner.id} yet.")
    return pages[-1]


def learner_config(course: Path, learner: Learner, assignment: str) -> Config:
    """What nbgrader has to know on the learner's side of the exchange."""
    config = course_config(course, assignment)
    config.CourseDirectory.root = str(learner.folder)
    config.CourseDirectory.student_id = learner.id
    config.Exchange.assignment_dir = str(learner.folder)
    config.Exchange.cache = str(learner.cache)
    return config
