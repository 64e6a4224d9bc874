"""When a review is complete: one place for the reviewer's page and for the round."""

from collections.abc import Sequence

from goalsmith.model.criteria import PlanCriterion
from goalsmith.model.review import Review

SPANS_NEEDED = 2
"""Comments have to be tied to at least so many different stretches of the plan."""


def lacks(review: Review, asked: Sequence[PlanCriterion], *, own: bool = False) -> list[str]:
    """What is still missing, each as a phrase that can follow "still needs"; empty when the review is complete.

    One's own plan needs the levels alone.

    >>> lacks(Review(plan="K7QM", levels={"S": 2}, strength="Clear steps."), ["S"])
    ['comments on 2 more places of the plan', 'a next step']
    """
    found = []
    if open_levels := [one for one in asked if one not in review.levels]:
        found.append(f"{len(open_levels)} level{'s' if len(open_levels) > 1 else ''} ({', '.join(open_levels)})")
    if own:
        return found
    spans = {(c.place, c.start, c.end) for c in review.comments if c.quote.strip() and c.text.strip()}
    if (more := SPANS_NEEDED - len(spans)) > 0:
        found.append(f"comments on {more} more place{'s' if more > 1 else ''} of the plan")
    if not review.strength.strip():
        found.append("a strength")
    if not review.next_step.strip():
        found.append("a next step")
    return found
