"""A decision on an objective: whether it follows from the data of its thread, and whether its reason names them."""

from dataclasses import replace

from goalsmith.engine.unfolding.naming import reason_advice, reason_share
from goalsmith.engine.unfolding.target import own_targets, reached
from goalsmith.engine.unfolding.weights import MOST_OBJECTIVES
from goalsmith.model import Case, Decision, Objective, ObjectiveReview, Plan, Ruling, Stage, StageRulings, StageThread
from goalsmith.model.stage_result import StageItem

WORDS: dict[Decision, str] = {"met": "met", "continue": "continue", "revise": "revise", "drop": "drop"}


def under_review(plan: Plan | None) -> list[tuple[str, str, Objective]]:
    """The objectives of a plan that have words: what the page calls each, its goal's problem, and itself."""
    found = [
        (f"Objective {number}.{at}", goal.problem, objective)
        for number, goal in enumerate(plan.goals if plan else [], 1)
        for at, objective in enumerate(goal.objectives, 1)
        if objective.text.strip()
    ]
    return found[:MOST_OBJECTIVES]


def judge_objectives(
    case: Case, stage: Stage, rulings: StageRulings, before: Plan | None, reviews: list[ObjectiveReview]
) -> list[StageItem]:
    """Judge the decision on each objective of the plan `before`; one that was not reviewed earns nothing."""
    decided = {one.objective: one for one in reviews}
    threads = {one.problem: one for one in stage.threads}
    return [
        _judged(case, stage, rulings, threads, label, objective, decided.get(objective.id), problem)
        for label, problem, objective in under_review(before)
    ]


def data_of(case: Case, stage: Stage, thread: StageThread | None) -> list[str]:
    """What a reason can name: the thread's data and figure, and each reading with the one at intake."""
    own = [] if thread is None else [thread.data]
    if thread and thread.latest:
        own.append(f"{thread.latest.value:g} {thread.latest.unit}")
    readings = [f"{name} {score:g}" for name, score in stage.readings.items()]
    return [*own, *readings, *(f"{case.measures[name]:g}" for name in stage.readings if name in case.measures)]


def _judged(
    case: Case,
    stage: Stage,
    rulings: StageRulings,
    threads: dict[str, StageThread],
    label: str,
    objective: Objective,
    review: ObjectiveReview | None,
    problem: str,
) -> StageItem:
    if review is None or review.decision is None:
        return StageItem("objective", label, "", 0.0, "missing", "There is no decision on this objective yet.")
    thread = threads.get(review.thread or problem)
    ruling = rulings.decisions.get(thread.problem, {}).get(review.decision) if thread else None
    said = WORDS[review.decision]
    if thread is None or ruling is None:
        why = "Choose what this objective is about: the session tells of other problems than the one that stands here."
        return StageItem("objective", label, said, 0.0, "unsupported", why)
    item = _by_key(label, said, ruling, review.reason, data_of(case, stage, thread))
    return _own_target(item, objective, thread) if review.decision == "met" else item


def _by_key(label: str, said: str, ruling: Ruling, reason: str, sources: list[str]) -> StageItem:
    if ruling.verdict != "defensible":
        return StageItem("objective", label, said, 0.0, ruling.verdict, ruling.why, ruling.data)
    advice = reason_advice(reason, sources)
    why = f"{ruling.why} {advice}".strip()
    return StageItem("objective", label, said, reason_share(reason, sources), "defensible", why, ruling.data)


def _own_target(item: StageItem, objective: Objective, thread: StageThread) -> StageItem:
    """Take back a "met" that the objective's own number speaks against; where none compares, the key alone counts."""
    latest = thread.latest
    targets = own_targets(objective.text, latest) if latest else []
    if latest is None or reached(targets, latest) is not False or item.verdict == "unsafe":
        return item
    asked = " or ".join(f"{target:g}" for target in targets)
    why = (
        f"The objective's own words ask for {asked}, and the latest figure is {latest.value:g} {latest.unit}. "
        "So by its own measure it is not met yet."
    )
    return replace(item, share=0.0, verdict="unsupported", why=why, data=thread.data)
