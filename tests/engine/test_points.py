"""The arithmetic of a plan: points, shares, levels."""

import pytest

from goalsmith.engine import points
from goalsmith.model import Goal, Objective, Plan, TargetedMeasure
from goalsmith.store import find_case, load_exemplars

GOAL = "Worry takes up less of Maya's evenings with her children, so that her GAD-7 falls from 16 to 9 by session 12."
STEP = (
    "On at least 4 of 5 weekdays at 8:30 pm Maya writes the worries she postponed in her journal for 10 minutes, "
    "from session 2 to session 4."
)


@pytest.mark.parametrize(
    ("share", "level"), [(0, 0), (0.1666, 0), (1 / 6, 1), (0.4999, 1), (0.5, 2), (0.8333, 2), (5 / 6, 3), (1, 3)]
)
def test_a_level_is_three_times_the_share_rounded_half_up(share, level):
    assert points.level(share) == level


def plan(*goals):
    return Plan(case="gad-maya", goals=list(goals))


def goal(number, *steps, text=GOAL):
    rows = [Objective(id=f"g{number}-o{i}", text=step) for i, step in enumerate(steps, 1)]
    return Goal(id=f"g{number}", text=text, objectives=rows)


def test_goals_and_objectives_weigh_the_same(gad):
    full = gad.plan(plan(goal(1, STEP)))
    assert full.shares["T"] == 1
    assert full.levels["T"] == 3
    half = gad.plan(plan(goal(1, "Feel better")))
    assert half.shares["T"] == 0.5


def test_missing_statements_count_as_zero_and_are_noted():
    from goalsmith.engine import Judge
    from goalsmith.store import load_knowledge

    judge = Judge(load_knowledge(), find_case("gad-maya"))  # asks for 2 goals with 2 objectives each
    one = judge.plan(plan(goal(1, STEP, STEP)))
    assert one.shares["T"] == pytest.approx((1 / 2 + 2 / 4) / 2)
    assert "2 goals" in one.notes[0]
    both = judge.plan(plan(goal(1, STEP, STEP), goal(2, STEP)))
    assert both.shares["T"] == pytest.approx((1 + 3 / 4) / 2)


def test_empty_rows_are_ignored(gad):
    assert gad.plan(plan(goal(1, STEP, "", "   "))).shares == gad.plan(plan(goal(1, STEP))).shares


def test_an_empty_plan_is_level_zero(gad):
    empty = gad.plan(plan())
    assert set(empty.levels.values()) == {0}
    assert empty.statements == {}


def test_the_measure_field_raises_a_goals_points(gad):
    row = goal(1, STEP, text="Worry takes up less of her evenings with the children")
    before = gad.plan(plan(row)).shares["M"]
    row.measure = TargetedMeasure(instrument="GAD-7", baseline=16, target=9)
    assert gad.plan(plan(row)).shares["M"] > before


def test_a_score_can_be_traced_to_its_rubric(gad, knowledge):
    assert gad.plan(plan()).rubric == knowledge.stamp


@pytest.mark.parametrize("case_id", ["gad-maya", "ocd-daniel", "mdd-ruth"])
def test_exemplar_plans_come_within_one_level_of_their_reference(knowledge, case_id):
    from goalsmith.engine import Judge

    judge = Judge(knowledge, find_case(case_id))
    for exemplar in load_exemplars(case_id).exemplars:
        levels = judge.plan(exemplar.plan).levels
        assert all(abs(levels[x] - exemplar.levels[x]) <= 1 for x in "SMART"), exemplar.id
        if exemplar.id == "strong":
            assert set(levels.values()) == {3}
            assert not any(s.unsafe for s in judge.plan(exemplar.plan).statements.values())
