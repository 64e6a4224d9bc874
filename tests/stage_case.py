"""A fictional case of three later sessions with its key, and learners who work on it well or carelessly."""

from datetime import UTC, datetime
from pathlib import Path

from goalsmith.model import Case, Goal, Objective, ObjectiveReview, Plan, StageKey, StageWork
from goalsmith.store import load_cases
from goalsmith.store.stages import load_key

FOLDER = Path(__file__).parent / "unfolding"
CASE = "ines-unfolds"
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


def the_case() -> Case:
    return load_cases(FOLDER / "case.yaml")[0]


def the_key() -> StageKey:
    return load_key(FOLDER / "key.yaml")


def the_plan(worry: str = "Keeps the worry time on 5 evenings a week by session 4", sleep: str = "") -> Plan:
    sleep = sleep or "Lies awake no more than 30 minutes by session 10, down from 90 minutes"
    return Plan(
        case=CASE,
        goals=[
            Goal(
                id="g1",
                text="Less worry in the evening",
                problem="worry",
                objectives=[Objective(id="g1-o1", text=worry)],
            ),
            Goal(id="g2", text="Sleep again", problem="sleep", objectives=[Objective(id="g2-o1", text=sleep)]),
        ],
    )


def reviewed(objective: str, decision: str, reason: str, thread: str = "") -> ObjectiveReview:
    return ObjectiveReview(objective=objective, decision=decision, reason=reason, thread=thread)


def good_work() -> StageWork:
    """Session 4 as the data say: the score stands still, worry is kept, sleep has to change."""
    after = the_plan(sleep="Gets up after 20 minutes awake and reads in the kitchen, every night until session 7")
    return StageWork(
        id="session-4",
        readings={"GAD-7": "no-reliable-change"},
        choices={"stands-still": ["formulation", "dose"]},
        objectives=[
            reviewed("g1-o1", "met", "Kept on 5 of 7 evenings for four weeks."),
            reviewed("g2-o1", "revise", "Still 85 minutes awake, and no trend in the diary."),
        ],
        plan_reason="Lying awake stands at 85 minutes, so she leaves the bed instead.",
        before=the_plan(),
        after=after,
        committed_at=NOW,
    )


def careless_work() -> StageWork:
    """The same session without a look at the data."""
    return StageWork(
        id="session-4",
        readings={"GAD-7": "improved"},
        choices={"stands-still": ["nothing"]},
        objectives=[reviewed("g1-o1", "drop", "Enough."), reviewed("g2-o1", "met", "Fine.")],
        before=the_plan(),
        after=the_plan(),
        committed_at=NOW,
    )
