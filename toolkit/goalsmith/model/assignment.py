"""What an assignment tells the notebook about itself, and what a submission leaves behind."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime

from goalsmith.model.base import Authored, Slug, Text

Live = Literal["full", "spans", "off"]


class Assignment(Authored):
    """`assignment.json`, beside the notebook: which case, in which course, due when, with how much live feedback."""

    case: Slug
    course: Text
    due: AwareDatetime | None = None
    live: Live = "full"


class Receipt(Authored):
    """`<case>.receipt.json`: proof of the last submission. `plan_digest` tells whether the plan changed since."""

    assignment: Slug
    submitted_at: datetime
    plan_digest: Text
