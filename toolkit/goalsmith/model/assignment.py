"""What an assignment tells the notebook about itself, and what a submission leaves behind."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime

from goalsmith.model.base import Authored, Slug, Text

Live = Literal["full", "spans", "off"]
AssignmentPart = Literal["plan", "review", "followup"]
PARTS_OF_A_CASE: tuple[AssignmentPart, ...] = ("plan", "review", "followup")


class Assignment(Authored):
    """`assignment.json`, beside the notebook: which case, in which course, due when, with how much live feedback.

    `part` says which of a case's three assignments it is: the plan, the reviews of others' plans, or the follow-up.
    `crisis_line` is the course's own, for a learner whom the work moves. `practice` marks a notebook of somebody who
    works alone: nothing is handed in, and the key lies beside it. `peer` says whether colleagues review each other.
    """

    case: Slug
    course: Text
    due: AwareDatetime | None = None
    live: Live = "full"
    part: AssignmentPart = "plan"
    crisis_line: str = ""
    practice: bool = False
    peer: bool = True

    @property
    def name(self) -> str:
        """What nbgrader calls the assignment, and its folder and notebook: `<case>`, `<case>-review`, ..."""
        return assignment_name(self.case, self.part)


def assignment_name(case_id: str, part: AssignmentPart) -> str:
    """The name of the assignment for one part of a case.

    >>> assignment_name("gad-maya", "plan"), assignment_name("gad-maya", "review")
    ('gad-maya', 'gad-maya-review')
    """
    return case_id if part == "plan" else f"{case_id}-{part}"


class Receipt(Authored):
    """`<assignment>.receipt.json`: proof of the last submission.

    `plan_digest` is the digest of what was handed in (a plan, reviews, or answers with a plan) and tells whether it
    changed since.
    """

    assignment: Text
    submitted_at: datetime
    plan_digest: Text
