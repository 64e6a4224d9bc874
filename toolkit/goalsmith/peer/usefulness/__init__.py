"""How useful comments and reviews are, by the anchors of `rubrics/review.yaml`. Pure functions.

Comes in: what a reviewer wrote, the words that it is tied to, and the plan. Goes out: a level 0 to 3 for each comment
with the checks and spans behind it, a share 0 to 1 for the review, and what the reviewer could do next.
"""

from goalsmith.peer.usefulness.comment import CommentLevel, judge_comment
from goalsmith.peer.usefulness.review import ReviewUsefulness, judge_review, plan_texts
from goalsmith.peer.usefulness.view import PlanWords
from goalsmith.peer.usefulness.yardstick import Yardstick

__all__ = [
    "CommentLevel",
    "PlanWords",
    "ReviewUsefulness",
    "Yardstick",
    "judge_comment",
    "judge_review",
    "plan_texts",
]
