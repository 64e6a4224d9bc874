"""What a client presents with: problems, and risks."""

from typing import Literal

from goalsmith.model.base import Authored, Slug, Text

RiskKind = Literal["suicide", "self-harm", "harm-to-others", "child", "withdrawal", "driving", "medical"]


class PresentingProblem(Authored):
    """One problem that the plan has to answer or set aside with a reason."""

    id: Slug
    text: Text


class Risk(Authored):
    """A risk that the plan's safety part has to answer."""

    id: Slug
    kind: RiskKind
    level: Literal["low", "moderate", "high"]
    text: Text
