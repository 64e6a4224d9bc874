"""Learners who hand in, and a look into the gradebook."""

from collections.abc import Callable
from pathlib import Path

from nbgrader.api import Gradebook

from goalsmith.grading import phases
from goalsmith.grading.running import exchanged
from goalsmith.model import Goal, Objective, Plan, TargetedMeasure
from goalsmith.store import PlanStore

CASE = "gad-maya"
LETTERS = ("S", "M", "A", "R", "T")
SUGGESTED = (*LETTERS, "thread", "fit")

GOAL = "Reduce Maya's worry so that evenings belong to her family again, with GAD-7 from 16 to 9 or less by session 12."
STEP = (
    "By session 6, Maya writes down two worries and one answer to each in her journal, at her desk after school, on "
    "5 evenings a week for 15 minutes, starting from none now."
)


def plan(goal: str = GOAL, step: str = STEP, **fields: str) -> Plan:
    measure = TargetedMeasure(instrument="GAD-7", baseline=16, target=9)
    objectives = [Objective(id="g1-o1", text=step, due="session 6")]
    return Plan(case=CASE, goals=[Goal(id="g1", text=goal, measure=measure, objectives=objectives, **fields)])


def learner(course: Path, name: str) -> phases.Learner:
    return phases.Learner(name, course / "learners" / name, course / "caches" / name)


def hand_in(
    course: Path, name: str, written: Plan | None = None, spoil: Callable[[Path], object] | None = None
) -> phases.Learner:
    """Fetch, write a plan, spoil the folder where asked, and submit as nbgrader itself does."""
    who = learner(course, name)
    folder = phases.fetch(course, who, CASE)
    PlanStore(folder, CASE).save(written or plan())
    if spoil:
        spoil(folder)
    exchanged("Submit", phases.learner_config(course, who, CASE))
    return who


def graded(course: Path) -> None:
    phases.collect(course, CASE)
    result = phases.grade(course, CASE)
    assert not result.failed


def scores(course: Path, name: str) -> dict[str, tuple[float | None, bool]]:
    """The rubric's points of each part and whether a person still has to look."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "course") as gradebook:
        row = gradebook.find_submission_notebook(CASE, CASE, name)
        return {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in row.grades}


def comments(course: Path, name: str) -> dict[str, str]:
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "course") as gradebook:
        row = gradebook.find_submission_notebook(CASE, CASE, name)
        return {comment.name: comment.auto_comment or "" for comment in row.comments}


def set_manual(course: Path, name: str, part: str, score: float, comment: str = "") -> None:
    """What a supervisor does in the formgrader."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "course") as gradebook:
        grade = gradebook.find_grade(part, CASE, CASE, name)
        grade.manual_score, grade.needs_manual_grade = score, False
        gradebook.find_comment(part, CASE, CASE, name).manual_comment = comment or None
        gradebook.db.commit()
