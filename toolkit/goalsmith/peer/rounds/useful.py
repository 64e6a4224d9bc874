"""How much a reviewer's comments help, over all reviews that they were given."""

from collections.abc import Sequence
from pathlib import Path

from goalsmith.errors import BadFile
from goalsmith.grading.score import master_of
from goalsmith.model import Plan, Review, assignment_name
from goalsmith.peer.rounds.people import source_of
from goalsmith.peer.rounds.tables import Round, Task
from goalsmith.peer.usefulness import Yardstick, judge_review
from goalsmith.store import load_exemplars, load_review_rubric

MOST_ADVICE = 2
FLAGS = {
    "unkind": "Words in the review of {}'s plan may hurt; please read them.",
    "to_grader": "Words in the review of {}'s plan speak to whoever grades.",
}
"""What a supervisor should look at, by the flag of a comment."""


class Usefulness:
    """The yardstick of a round. `agreement_weight` is the share of the reviewing mark that nearness of levels has."""

    def __init__(self, yardstick: Yardstick) -> None:
        """Judge by the rubric of `yardstick`."""
        self._yardstick = yardstick
        self.agreement_weight = yardstick.rubric.weights.mark.agreement

    def __call__(self, done: Sequence[tuple[Task, Review]], given: int) -> tuple[float, list[str], list[str]]:
        """The mean share 0 to 1 over `given` reviews, of which the missing ones count 0, what to try next, and flags.

        A flag says to the supervisor of which plan's review a person should read the words.
        """
        total, advice, flags = 0.0, [], []
        for task, review in done:
            others = [comment.text for other, one in done if other is not task for comment in one.comments]
            found = judge_review(review, self._yardstick, Plan.model_validate(task.author.plan), elsewhere=others)
            total += found.share
            advice += found.advice[:1]
            flags += [FLAGS[one].format(task.author.learner) for one in dict.fromkeys(found.flags) if one in FLAGS]
        return total / given, list(dict.fromkeys(advice))[:MOST_ADVICE], flags


def usefulness_of(course: Path, round_: Round) -> Usefulness:
    """The yardstick that holds for a round: what building put beside its case."""
    source = source_of(course, round_.assignment)
    master = master_of(source)
    rubric = load_review_rubric(source / "rubrics")
    return Usefulness(Yardstick(rubric, master.knowledge, master.case, _reasons(course, round_.assignment)))


def _reasons(course: Path, assignment: str) -> list[str]:
    """The reasons that every reviewer read while calibrating; none where the case has no exemplars."""
    try:
        exemplars = load_exemplars(assignment_name(assignment, "review"), course / "source").exemplars
    except BadFile:
        return []
    return [reason for one in exemplars for reason in one.reasons.values()]
