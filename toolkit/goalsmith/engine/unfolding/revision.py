"""Whether the plan was changed where a decision says so, and whether the reason for it names data."""

from goalsmith.engine.text import normalise, tokenise
from goalsmith.engine.unfolding.naming import reason_advice, reason_share
from goalsmith.engine.unfolding.objective import data_of, under_review
from goalsmith.model import Case, Goal, Objective, ObjectiveReview, Plan, Stage, StageWork
from goalsmith.model.stage_result import StageItem


def judge_revision(case: Case, stage: Stage, work: StageWork) -> list[StageItem]:
    """Judge the change of the plan: one item where a decision says revise, none elsewhere."""
    wanted = _to_revise(work)
    if not wanted:
        return []
    done = [label for label, objective in wanted if changed(work.before, work.after, objective)]
    left = [label for label, objective in wanted if label not in done]
    sources = [text for thread in stage.threads for text in data_of(case, stage, thread)]
    share = len(done) / len(wanted) * reason_share(work.plan_reason, sources)
    advice = reason_advice(work.plan_reason, sources) if done else ""
    why = " ".join(part for part in (_told(done, left), advice) if part)
    said = "plan changed" if done else "plan left as it was"
    return [StageItem("revision", "Your plan", said, share, "defensible" if done else "unsupported", why)]


def changed(before: Plan | None, after: Plan | None, objective: str) -> bool:
    """Whether an objective has other words, is gone, or its goal has other words or a new objective.

    Marks and letter case do not count.
    """
    old, new = _goal_of(before, objective), _goal_of(after, objective)
    if after is None or old is None:
        return False
    if new is None or _goal_words(old) != _goal_words(new):
        return True
    was, now = ({one.id: _words(one) for one in goal.objectives} for goal in (old, new))
    return was[objective] != now[objective] or any(words for one, words in now.items() if one not in was)


def _to_revise(work: StageWork) -> list[tuple[str, str]]:
    decided = {one.objective: one for one in work.objectives}
    return [
        (label, objective.id)
        for label, _, objective in under_review(work.before)
        if _says_revise(decided.get(objective.id))
    ]


def _says_revise(review: ObjectiveReview | None) -> bool:
    return review is not None and review.decision == "revise"


def _goal_of(plan: Plan | None, objective: str) -> Goal | None:
    goals = plan.goals if plan else []
    return next((goal for goal in goals if objective in {one.id for one in goal.objectives}), None)


def _goal_words(goal: Goal) -> list[str]:
    measure = goal.measure
    return _tokens(f"{goal.text} {measure.instrument} {measure.baseline} {measure.target} {goal.review_by}")


def _words(objective: Objective) -> list[str]:
    return _tokens(f"{objective.text} {objective.due} {' '.join(objective.interventions)}")


def _tokens(text: str) -> list[str]:
    return tokenise(normalise(text)).words


def _told(done: list[str], left: list[str]) -> str:
    if not left:
        return "The plan changed where your decision says so."
    names = ", ".join(left)
    return f"Your decision says revise, and the plan still has the same words: {names}."
