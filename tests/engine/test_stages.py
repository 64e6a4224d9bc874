"""Later sessions: what follows from their data earns points, what does not earns none, and danger comes first."""

from pathlib import Path

import pytest

from goalsmith.engine.unfolding import score_stage
from goalsmith.engine.unfolding.naming import names_data, numbers
from goalsmith.engine.unfolding.target import own_targets, reached
from goalsmith.engine.unfolding.weights import ALONE, UNSAFE_FIRST_CAP, WITH_REASON
from goalsmith.model import Plan, StageWork
from goalsmith.model.stage import Latest
from goalsmith.store import find_case, key_file, load_key
from stage_case import careless_work, good_work, reviewed, the_case, the_key, the_plan


@pytest.fixture(scope="module")
def case():
    return the_case()


@pytest.fixture(scope="module")
def score(case, knowledge):
    key = the_key()
    stages = {stage.id: stage for stage in case.stages}
    return lambda work: score_stage(case, stages[work.id], key.stages[work.id], work, knowledge.measures)


def items(result, kind):
    return [item for item in result.items if item.kind == kind]


def test_decisions_that_follow_with_reasons_from_the_data_earn_everything(score):
    result = score(good_work())
    assert result.share == 1.0
    assert not result.unsafe
    assert {item.verdict for item in result.items} == {"defensible"}


def test_decisions_without_a_look_at_the_data_earn_next_to_nothing(score):
    result = score(careless_work())
    assert result.share < 0.1
    assert all(item.why for item in result.items)


def test_doing_nothing_earns_nothing(score):
    for stage in ("session-4", "session-8", "session-11"):
        assert score(StageWork(id=stage)).share == 0
        assert score(StageWork(id=stage, before=the_plan(), after=the_plan())).share == 0
        assert score(StageWork(id=stage, before=Plan(case="ines-unfolds"))).share == 0


def test_a_change_below_the_reliable_one_is_neither_progress_nor_decline(score):
    for said, share in (("no-reliable-change", 1), ("improved", 0), ("worse", 0), ("no-criterion", 0)):
        (item,) = items(score(good_work().model_copy(update={"readings": {"GAD-7": said}})), "reading")
        assert item.share == share
        assert "GAD-7: 14 now, 16 at intake" in item.data
        assert "a fall of 2; below 4 it may be chance" in item.why


def test_a_reliable_change_is_one_and_its_direction_counts(score):
    said = {"GAD-7": "improved", "PHQ-9": "no-reliable-change"}
    assert [item.share for item in items(score(StageWork(id="session-11", readings=said)), "reading")] == [1, 1]
    worse = {"GAD-7": "no-reliable-change", "PHQ-9": "worse"}
    assert [item.share for item in items(score(StageWork(id="session-8", readings=worse)), "reading")] == [1, 1]


def test_where_no_reliable_change_is_published_the_page_says_what_counts_as_a_response(knowledge):
    case, key = find_case("ocd-daniel"), load_key(key_file("ocd-daniel", Path("no-course")))
    stage = case.stages[0]
    work = StageWork(id=stage.id, readings={"Y-BOCS": "no-criterion"})
    (item, *_) = items(score_stage(case, stage, key.stages[stage.id], work, knowledge.measures), "reading")
    assert item.share == 1
    assert "35 % better than at intake would count as a response; it is 15 % better." in item.why


def with_decision(decision, reason, thread="", plan=None):
    work = good_work()
    work.before = plan or work.before
    work.objectives = [reviewed("g1-o1", decision, reason, thread), work.objectives[1]]
    return work


@pytest.mark.parametrize(
    ("reason", "share"),
    [
        ("", ALONE),
        ("She did it.", WITH_REASON),
        ("On 5 evenings.", 1.0),
        ("The worry time was kept.", 1.0),
        ("five of seven", 1.0),
    ],
)
def test_a_reason_counts_and_one_that_names_data_counts_fully(score, reason, share):
    item = items(score(with_decision("met", reason)), "objective")[0]
    assert item.share == share
    assert ("reason" in item.why) == (share < 1)


def test_more_than_one_decision_can_be_defended(score):
    assert score(with_decision("continue", "5 of 7 evenings, and a little longer.")).share == 1.0


def test_met_does_not_follow_where_the_objectives_own_number_is_not_reached(score):
    plan = the_plan(worry="Keeps the worry time on 7 evenings a week by session 10")
    item = items(score(with_decision("met", "5 of 7 evenings", plan=plan)), "objective")[0]
    assert (item.share, item.verdict) == (0, "unsupported")
    assert "own words ask for 7" in item.why
    assert "5 evenings a week" in item.why


@pytest.mark.parametrize(
    "worry",
    [
        "Keeps the worry time on 4 evenings a week by session 10",
        "Keeps the worry time in the evening until session 10",
        "Writes 12 worries on the list by session 6",
    ],
)
def test_where_the_numbers_do_not_compare_the_key_alone_counts(score, worry):
    item = items(score(with_decision("met", "5 of 7 evenings", plan=the_plan(worry=worry))), "objective")[0]
    assert item.share == 1


def test_an_objective_is_judged_by_the_thread_that_the_learner_chose(score):
    work = with_decision("revise", "85 minutes awake, no trend.", thread="sleep")
    assert items(score(work), "objective")[0].share == 1
    work = with_decision("revise", "85 minutes awake, no trend.", thread="no-such-problem")
    assert items(score(work), "objective")[0].share == 0


def test_an_objective_without_a_decision_earns_nothing(score):
    work = good_work()
    work.objectives = work.objectives[:1]
    assert [item.verdict for item in items(score(work), "objective")] == ["defensible", "missing"]
    assert score(work).share < score(good_work()).share


def test_leaving_objectives_out_of_the_plan_gains_nothing(score):
    work = good_work()
    work.before = work.before.model_copy(update={"goals": work.before.goals[:1]})
    assert score(work).share < score(good_work()).share


def test_decisions_on_objectives_that_the_plan_does_not_have_are_not_counted(score):
    work = careless_work()
    work.objectives += [reviewed(f"x{number}", "met", "5 of 7 evenings", "worry") for number in range(50)]
    assert score(work).share == score(careless_work()).share


def risky(first, **more):
    objectives = [
        reviewed("g1-o1", more.get("worry", "continue"), "2 evenings in the week of the letter"),
        reviewed("g2-o1", "continue", "80 minutes"),
    ]
    readings = {"GAD-7": "no-reliable-change", "PHQ-9": "worse"}
    plan = the_plan()
    choices = {"first": first} if first else {}
    return StageWork(id="session-8", readings=readings, choices=choices, objectives=objectives, before=plan, after=plan)


def test_new_risk_comes_first_or_the_session_earns_little(score):
    assert score(risky(["ask-suicide"])).share == 1
    left = score(risky(["say-nothing"]))
    assert left.share == UNSAFE_FIRST_CAP
    assert left.items[0].verdict == "unsafe"
    assert "silence leaves her alone" in left.unsafe[0]
    assert score(risky([])).share <= UNSAFE_FIRST_CAP
    assert UNSAFE_FIRST_CAP < score(risky(["worry-list"])).share < 1


def test_an_unsafe_decision_takes_the_points_of_all_decisions_and_is_named_first(score):
    result = score(risky(["ask-suicide"], worry="drop"))
    assert result.items[0].about == "Objective 1.1"
    assert result.unsafe[0].startswith("Objective 1.1: She would lose")
    assert result.share == pytest.approx(5 / 9, abs=0.001)


def test_choosing_everything_is_no_answer(score):
    work = good_work()
    for chosen, share in (
        (["formulation"], 0.5),
        (["formulation", "nothing"], 0),
        (["formulation", "dose", "nothing"], 0),
        (["dose", "dose"], 0.5),
        (["something-else"], 0),
    ):
        work.choices = {"stands-still": chosen}
        assert items(score(work), "choice")[0].share == share


def test_revise_without_a_changed_plan_is_half_a_decision(score):
    work = good_work()
    work.after = work.before
    (item,) = items(score(work), "revision")
    assert item.share == 0
    assert "still has the same words: Objective 2.1" in item.why
    assert score(work).share < 1


def test_a_change_of_marks_and_letter_case_is_no_change(score):
    work = good_work()
    work.after = the_plan(sleep="LIES awake, no more than 30 minutes by session 10 - down from 90 minutes!!")
    assert items(score(work), "revision")[0].share == 0


def test_a_new_objective_of_the_same_goal_is_a_change_and_another_goals_is_not(score):
    work = good_work()
    work.after = the_plan()
    step = work.after.goals[1].objectives[0].model_copy(update={"id": "g2-o2", "text": "Leaves the bed"})
    work.after.goals[1].objectives = [*work.after.goals[1].objectives, step]
    assert items(score(work), "revision")[0].share == 1
    work.after = the_plan(worry="Something quite different by session 9")
    assert items(score(work), "revision")[0].share == 0


def test_the_reason_for_the_new_plan_counts_as_other_reasons_do(score):
    work = good_work()
    for reason, share in (("", ALONE), ("Better so.", WITH_REASON), ("Still 85 minutes.", 1)):
        work.plan_reason = reason
        assert items(score(work), "revision")[0].share == share


def test_numbers_of_names_are_no_numbers():
    assert numbers("PHQ-9 at 12, GAD-7 at 8.5") == {12, 8.5}
    assert not names_data("The PHQ-9 says so", ["9 evenings"])


@pytest.mark.parametrize(
    ("text", "unit", "better", "latest", "says"),
    [
        ("Sends at most 3 messages a day by session 6, down from 12", "messages a day", "lower", 4, False),
        ("Sends at most 3 messages a day by session 6, down from 12", "messages a day", "lower", 3, True),
        ("Reduces messages from 12 to 4 a day", "messages a day", "lower", 5, False),
        ("Reduces messages from 12 to 4 a day", "messages a day", "lower", 4, True),
        ("Walks 20 minutes on at least 5 of 7 days", "days a week", "higher", 4, False),
        ("Walks 20 minutes on at least 5 of 7 days", "minutes", "higher", 15, False),
        ("Walks on five days a week (now 1 day)", "days a week", "higher", 3, False),
        ("Within 4 weeks, walks on most days", "days a week", "higher", 3, None),
        ("By session 6 walks for longer", "sessions", "higher", 3, None),
        ("Touches door handles without washing", "washes a day", "lower", 20, None),
        ("Washes no more than 15 times a day", "washes a day", "lower", 20, False),
        ("Sleeps 6 to 7 hours a night", "hours of sleep", "higher", 6.5, True),
        ("Leaves home for 80 % of shifts on time", "% of shifts", "higher", 60, False),
        ("Waits 20 minutes before the first wash", "minutes of replaying a day", "lower", 120, None),
        ("Replays the shift for 20 minutes at most", "minutes of replaying a day", "lower", 120, False),
        ("Rides the bus two stops on 2 mornings a week", "bus rides a week", "higher", 0, None),
        ("Asks Theo at most twice a day", "questions a day", "lower", 6, None),
        ("Brings his washes from about 40 to 20 a day on at least 5 days a week", "washes a day", "lower", 31, False),
        ("Brings his washes from about 40 to 20 a day on at least 5 days a week", "washes a day", "lower", 20, True),
        ("Takes the bus on 5 days, two rides a week at first", "bus rides a week", "higher", 3, True),
        ("Asks Theo no more than 6 questions a day", "questions a day", "lower", 6, True),
        ("Eats lunch with others on 3 days", "walks a week", "higher", 1, None),
    ],
)
def test_an_objectives_own_target_is_read_with_care(text, unit, better, latest, says):
    figure = Latest(value=latest, unit=unit, better=better)
    assert reached(own_targets(text, figure), figure) is says
