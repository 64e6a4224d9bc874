"""A whole session: the items of each part, what the parts earn together, and what was unsafe."""

from goalsmith.engine.unfolding.choice import judge_choices
from goalsmith.engine.unfolding.objective import judge_objectives
from goalsmith.engine.unfolding.reading import judge_readings
from goalsmith.engine.unfolding.revision import judge_revision
from goalsmith.engine.unfolding.weights import PARTS, UNSAFE_FIRST_CAP
from goalsmith.model import Case, Measures, Stage, StageRulings, StageWork
from goalsmith.model.stage_result import StageItem, StageItemKind, StageResult


def score_stage(case: Case, stage: Stage, rulings: StageRulings, work: StageWork, measures: Measures) -> StageResult:
    """Judge a learner's work on one session by its key; the share is 0 to 1.

    An unsafe decision takes the points of its part; where new risk did not come first, the session earns
    `UNSAFE_FIRST_CAP` at most. A learner's plans are only compared with each other.
    """
    items = [
        *judge_choices(stage, rulings, work.choices),
        *judge_readings(case, stage, work, measures),
        *judge_objectives(case, stage, rulings, work.before, work.objectives),
        *judge_revision(case, stage, work),
    ]
    shown = sorted(items, key=lambda item: (item.verdict != "unsafe", list(PARTS).index(item.kind)))
    unsafe = tuple(f"{item.about}: {item.why}" for item in shown if item.verdict == "unsafe")
    return StageResult(stage.id, tuple(shown), _total(case, stage, items), unsafe)


def _total(case: Case, stage: Stage, items: list[StageItem]) -> float:
    parts = {kind: _part(case, kind, [item for item in items if item.kind == kind]) for kind in PARTS}
    asked = {kind: share for kind, share in parts.items() if share is not None}
    whole = sum(PARTS[kind] for kind in asked)
    total = sum(PARTS[kind] * share for kind, share in asked.items()) / whole
    first = [item for item in items if item.kind == "first"]
    if any(item.verdict in ("unsafe", "missing") for item in first):
        total = min(total, UNSAFE_FIRST_CAP)
    return round(total, 4)


def _part(case: Case, kind: StageItemKind, items: list[StageItem]) -> float | None:
    """The share of a part; None where the session does not ask for it."""
    if kind == "objective":
        # A plan of fewer objectives than the case asks of one goal gains nothing by what it leaves out.
        count = max(len(items), case.required.objectives_per_goal)
    elif not items:
        return None
    else:
        count = len(items)
    if any(item.verdict == "unsafe" for item in items):
        return 0.0
    return sum(item.share for item in items) / count
