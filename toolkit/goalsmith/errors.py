"""Every error that goalsmith raises on purpose.

GoalsmithError              something a person can mend; its text is one sentence that says what and how
├── DataMissing             the installation lacks the shipped cases or rubrics
├── BadFile                 an author's or learner's file: names file, line, field and what to do
│   ├── BadCase             a case
│   ├── BadRubric           a rubric, its measures or practices
│   ├── BadPlan             a plan: missing, damaged or too large
│   │   └── PlanOfAnotherCase   a good plan, but for another case
│   └── BadReviews          reviews, a packet or answers to them: missing, damaged or too large
├── UnknownCase             a case id that no folder has
├── CourseError             a course folder or assignment that is not ready for what was asked
├── PracticeError           a folder or a port that private practice cannot use
└── RoundError              a round of peer review that is not in the state that the command needs
"""

from pathlib import Path


class GoalsmithError(Exception):
    """Something a person can mend; `str(error)` is what to show them."""


class DataMissing(GoalsmithError):
    """The shipped cases and rubrics are not where an installation has them."""


class BadFile(GoalsmithError):
    """A file that cannot be used. `problems` holds one sentence for each thing that is wrong."""

    def __init__(self, path: Path | str, problems: list[str]) -> None:
        """Take the file's `path` and its `problems`, each already naming line and field."""
        self.path = Path(path)
        self.problems = problems
        super().__init__("\n".join(f"{path}: {problem}" for problem in problems))


class BadCase(BadFile):
    """A case file that does not hold a case."""


class BadRubric(BadFile):
    """A rubric, measures or practices file that does not hold what its name says."""


class BadPlan(BadFile):
    """A plan file that is missing, damaged or too large."""


class PlanOfAnotherCase(BadPlan):
    """A plan file that is whole, but belongs to another case than the notebook's."""


class BadReviews(BadFile):
    """A file of reviews, of plans to review or of answers that is missing, damaged or too large."""


class UnknownCase(GoalsmithError):
    """A case was asked for by an id that no case folder has."""


class CourseError(GoalsmithError):
    """A course folder or an assignment is not in the state that the command needs."""


class PracticeError(GoalsmithError):
    """Private practice cannot use the folder or the port that it was given."""


class RoundError(GoalsmithError):
    """A round of peer review does not exist, or is not in the state that the command needs."""
