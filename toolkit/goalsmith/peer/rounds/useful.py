"""How much a reviewer's comments help, over all reviews that they were given."""

from collections.abc import Sequence
from pathlib import Path

from goalsmith.grading.score import master_of
from goalsmith.model import Plan, Review
from goalsmith.peer.rounds.people import source_of
from goalsmith.peer.rounds.tables import Round, Task
from goalsmith.peer.usefulness import Yardstick, judge_review
from goalsmith.store import load_review_rubric

MOST_ADVICE = 2


class Usefulness:
    """The yardstick of a round. `agreement_weight` is the share of the reviewing mark that nearness of levels has."""

    def __init__(self, yardstick: Yardstick) -> None:
        """Judge by the rubric of `yardstick`."""
        self._yardstick = yardstick
        self.agreement_weight = yardstick.rubric.weights.mark.agreement

    def __call__(self, done: Sequence[tuple[Task, Review]], given: int) -> tuple[float, list[str]]:
        """The mean share 0 to 1 over `given` reviews, of which the missing ones count 0, and what to try next."""
        total, advice = 0.0, []
        for task, review in done:
            others = [comment.text for other, one in done if other is not task for comment in one.comments]
            found = judge_review(review, self._yardstick, Plan.model_validate(task.author.plan), elsewhere=others)
            total += found.share
            advice += found.advice[:1]
        return total / given, list(dict.fromkeys(advice))[:MOST_ADVICE]


def usefulness_of(course: Path, round_: Round) -> Usefulness:
    """The yardstick that holds for a round: what building put beside its case."""
    source = source_of(course, round_.assignment)
    rubric = load_review_rubric(source / "rubrics")
    return Usefulness(Yardstick(rubric, master_of(source).knowledge))
