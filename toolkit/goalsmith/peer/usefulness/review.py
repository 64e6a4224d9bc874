"""How useful a whole review is: its comments, the strength that it names, and the next step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from goalsmith.engine.advice import quote
from goalsmith.model import Plan, PlanCriterion
from goalsmith.peer.usefulness.checks import names_choice
from goalsmith.peer.usefulness.comment import CommentLevel, judge_comment
from goalsmith.peer.usefulness.view import PlanWords
from goalsmith.peer.usefulness.yardstick import Yardstick

_TOP = 3


class CommentLike(Protocol):
    """What is asked of a comment; `goalsmith.model.ReviewComment` is one."""

    place: str
    start: int
    end: int
    quote: str
    criterion: PlanCriterion | None
    text: str


class ReviewLike(Protocol):
    """What is asked of a review; `goalsmith.model.Review` is one."""

    strength: str
    next_step: str

    @property
    def comments(self) -> Sequence[CommentLike]:
        """The comments in their order."""


@dataclass(frozen=True, slots=True)
class ReviewUsefulness:
    """The level of each comment in its order, the level of the next step, and the share 0 to 1 of the whole review.

    `strength` is the share 0 to 1 that the strength earns. `advice` are sentences to the reviewer, the first to begin
    with; `flags` are those of the comments, the strength and the next step.
    """

    comments: tuple[CommentLevel, ...]
    strength: float
    next_step: CommentLevel
    share: float
    advice: tuple[str, ...]
    flags: tuple[str, ...]


def judge_review(
    review: ReviewLike, by: Yardstick, plan: Plan | None = None, *, elsewhere: Sequence[str] = ()
) -> ReviewUsefulness:
    """Judge a review of `plan`, or of a plan that is not at hand.

    The share weighs the best comments on as many different places as the rubric needs (each level / 3, what is short
    counts 0), the strength, and the next step (level / 3). More comments than needed can raise it and never lower it.
    `elsewhere` are the same reviewer's comments on other plans.
    """
    words = PlanWords.of([*(plan_texts(plan) if plan else ()), *(one.quote for one in review.comments)])
    levels = tuple(
        judge_comment(one.text, [one.quote], by, words, criterion=one.criterion, elsewhere=elsewhere)
        for one in review.comments
    )
    step = judge_comment(review.next_step, ["the plan"], by, words, elsewhere=elsewhere)
    praise = judge_comment(review.strength, [], by, words)
    choice = names_choice(by.view(review.strength, words, tied=False))
    weights, needed = by.rubric.weights.usefulness, by.rubric.needed
    best = _best(review.comments, levels)[: needed.spans]
    comments = sum(best) / (_TOP * needed.spans) if needed.spans else 1.0
    strength = _strength(review.strength, praise, choice, needed.words) if needed.strengths else 1.0
    ahead = step.level / _TOP if needed.next_steps else 1.0
    share = weights.comments * comments + weights.strength * strength + weights.next_step * ahead
    judged = (*levels, praise, step)
    flags = tuple(dict.fromkeys(flag for one in judged for flag in one.flags))
    advice = tuple(_advice(review, by, levels, strength, step, len(_best(review.comments, levels))))
    return ReviewUsefulness(levels, strength, step, share, advice, flags)


def plan_texts(plan: Plan) -> list[str]:
    """Every text of a plan that a comment may quote."""
    texts = [one.reason for one in plan.problems]
    for goal in plan.goals:
        texts += [goal.text, goal.client_words, goal.agreed_how, goal.measure.instrument, goal.review_by]
        for step in goal.objectives:
            texts += [step.text, step.due, *step.interventions]
    return [*texts, *(str(text) for text in plan.safety.model_dump().values())]


def _best(comments: Sequence[CommentLike], levels: Sequence[CommentLevel]) -> list[int]:
    """The level of the best comment on each place that has one, the highest first."""
    best: dict[tuple[str, int, int], int] = {}
    for comment, judged in zip(comments, levels, strict=True):
        if comment.quote.strip() and comment.text.strip():
            place = (comment.place, comment.start, comment.end)
            best[place] = max(best.get(place, 0), judged.level)
    return sorted(best.values(), reverse=True)


def _strength(text: str, judged: CommentLevel, choice: bool, fewest: int) -> float:
    """1 for a strength that names what it is, a half for praise alone, 0 for nothing or for what hurts."""
    if len(text.split()) < fewest or "unkind" in judged.flags or "to_grader" in judged.flags:
        return 0.0
    return 1.0 if choice or judged.says("names_criterion") or judged.says("points_at_words") else 0.5


def _advice(
    review: ReviewLike,
    by: Yardstick,
    levels: Iterable[CommentLevel],
    strength: float,
    step: CommentLevel,
    places: int,
) -> list[str]:
    """What to say to the reviewer: what the review lacks, then the lowest comment, then its strength and step."""
    rubric, said = by.rubric, list[str]()
    if places < rubric.needed.spans:
        words = rubric.messages["spans"].replace("{needed}", str(rubric.needed.spans))
        said.append(words.replace("{found}", str(places)))
    lowest = min(levels, key=lambda one: one.level, default=None)
    if lowest and lowest.advice:
        said.append(lowest.advice.text)
    if rubric.needed.strengths and strength < 1:
        said.append(rubric.messages["strength_bare" if review.strength.strip() else "strength"])
    if rubric.needed.next_steps and step.level < _TOP:
        empty = not review.next_step.strip()
        words = rubric.messages["next_step" if empty else "next_step_open"]
        said.append(words.replace("{quote}", quote(review.next_step, ())))
    return said
