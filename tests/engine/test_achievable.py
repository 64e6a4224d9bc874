"""Achievable: what is impossible, doubtful, plausible or scaled, and that following an advice raises the level."""

import pytest

from goalsmith.engine import Judge
from goalsmith.store import find_case

# The case, the check that speaks, a statement, and the statement as the advice asks for it.
FOLLOWED = [
    ("gad-maya", "not_clients_act", "Her partner will answer every text from Monday",
     "She asks her partner on Monday to answer one text a day"),
    ("gad-maya", "others_minds", "Everyone at school will like her by June",
     "Ask two colleagues at school on Monday what they think of the plan"),
    ("ocd-daniel", "beyond_control", "Daniel will be 100% certain that nobody got ill by session 6",
     "Daniel leaves the kitchen without a second look on 4 shifts a week until session 6"),
    ("ocd-daniel", "absolute_inner", "Never have a germ thought again",
     "Cook raw chicken on two shifts a week until session 8 while a germ thought is there"),
    ("ocd-daniel", "reversed_direction", "Y-BOCS rises from 27 to 34 by session 10",
     "Y-BOCS falls from 27 to 16 by session 16"),
    ("gad-maya", "reversed_direction", "Increase texts to her partner to 25 a day by session 4",
     "Cut texts to her partner from 15 to 5 a day by session 8"),
    ("mdd-ruth", "impossible_dose", "Sing for 5 hours every day until session 6",
     "Sing for 10 minutes every day until session 6"),
    ("sad-kofi", "impossible_feat", "Give the keynote at the annual conference by session 3",
     "Say one sentence in the Monday meeting by session 3"),
    ("gad-maya", "already_met", "GAD-7 below 25 by session 8", "GAD-7 from 16 to 9 by session 12"),
    ("ocd-daniel", "count_met", "Reduce hand washing to 45 times a day by session 10",
     "Reduce hand washing from 40 to 15 times a day by session 10"),
    ("ocd-daniel", "out_of_range", "Bring the Y-BOCS to 50 by session 12",
     "Bring the Y-BOCS from 27 to 16 by session 12"),
    ("mdd-ruth", "against_barrier", "Drive herself to the pool at noon on two days a week until session 8",
     "Take the bus to the pool at noon on two days a week until session 8"),
    ("gad-maya", "beyond_free_time", "Do PMR for two hours every day until session 6",
     "Do PMR for 15 minutes every day until session 6"),
    ("mdd-ruth", "leap", "PHQ-9 from 17 to 3 by session 3", "PHQ-9 from 17 to 9 by session 14"),
    ("mdd-ruth", "from_nothing", "Sing in the choir every evening from tomorrow",
     "Sing in the choir on one Thursday by session 6, with a friend"),
    ("ocd-daniel", "far_off", "Become head chef by Christmas",
     "Ask the head chef on Monday for one shift at the grill"),
    ("mdd-ruth", "demands_perfection", "Up at nine every single day until session 8",
     "Up at nine on at least 4 days a week until session 8 (now noon)"),
    ("gad-maya", "overloaded",
     "Stop checking, sleep well, argue less, take up yoga, eat regularly, ring home, sort the loft and find a job",
     "Phone home on Sunday"),
    ("gad-maya", "sweeping", "Live free of worry", "Write worries down for 10 minutes at 5 pm on four days a week"),
    ("mdd-ruth", "hedged", "Perhaps phone Jean from choir at some point", "Phone Jean from choir on Wednesday"),
    ("gad-maya", "beyond_plan", "Write in her journal for 10 minutes daily until session 40",
     "Write in her journal for 10 minutes daily until session 10"),
    ("aud-mdd-carla", "slow_measure", "AUDIT from 24 to 10 by session 12", "PHQ-9 from 15 to 8 by session 12"),
    ("gad-maya", "below_reliable_change", "GAD-7 from 16 to 14 by session 12", "GAD-7 from 16 to 9 by session 12"),
    ("gad-maya", "ambitious", "Hand back all her graded papers without a second look by session 8",
     "Hand back 3 of 5 graded papers without a second look by session 8 (now none)"),
    ("ocd-daniel", "ends_with_feeling", "Hold the tram pole until the fear has dropped",
     "Hold the tram pole for ten minutes on two days a week until session 8"),
    ("ocd-daniel", "scaled", "Touch door handles at work",
     "Touch door handles at work for ten minutes daily until session 6"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "check", "weak", "better"), FOLLOWED, ids=[f"{c}-{k}" for c, k, _, _ in FOLLOWED])
def test_following_the_advice_raises_the_level(judges, case, check, weak, better):
    before, after = judges[case].statement(weak, "objective"), judges[case].statement(better, "objective")
    assert any(a.yes == (check != "scaled") for a in before.letters["A"].answers if a.check == check)
    assert after.level("A") > before.level("A"), (before.level("A"), after.level("A"))


@pytest.mark.parametrize(("case", "check", "weak", "better"), FOLLOWED, ids=[f"{c}-{k}" for c, k, _, _ in FOLLOWED])
def test_the_advice_is_said_and_filled_in(judges, case, check, weak, better):
    judged = judges[case].statement(weak, "objective")
    told = [a for a in judged.advice if a.criterion in ("A", "type")]
    assert told, [a.check for a in judged.advice]
    assert "{" not in told[0].text


def level(judges, case, text):
    return judges[case].statement(text, "objective").level("A")


@pytest.mark.parametrize(
    "text",
    [
        "Not one worried thought about the children ever again",
        "From next week there is no anxiety of any kind, day or night",
        "She will not have another headache as long as she lives",
        "Be calm every minute of every day",
        "Erase the worst night from memory for good by Easter",
        "Fall asleep within sixty seconds every night",
        "Repeat the calming sentence 300 times a day",
        "Give a speech in front of 900 people by session 2",
    ],
)
def test_nobody_can_do_it(judges, text):
    assert level(judges, "gad-maya", text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Worry for no more than one hour a day by session 8 (five at intake)",
        "Say nothing at all on Monday when her partner asks about the papers",
        "Teach year 7 on Tuesday even if no calm comes",
        "Sleep without the phone in the bedroom for two weeks, five nights a week",
        "Send no more than 4 texts a day by session 8, where it is 10 to 15 now",
    ],
)
def test_a_limit_or_a_plain_no_is_no_absolute(judges, text):
    assert level(judges, "gad-maya", text) >= 2


@pytest.mark.parametrize(
    ("case", "text", "fact"),
    [
        ("ocd-daniel", "Announce his OCD to the whole brigade on Monday at 9", "shame"),
        ("mdd-ruth", "Jog round the park for 20 minutes on three days a week until session 8", "knee pain"),
        ("mdd-ruth", "Be at the pool by 6 a.m. on four days a week until session 6", "energy in the morning"),
        ("aud-mdd-carla", "Go to the gym every evening until session 8", "evening shifts"),
    ],
)
def test_a_barrier_is_named(judges, case, text, fact):
    judged = judges[case].statement(text, "objective")
    assert judged.level("A") == 1
    told = next(a for a in judged.advice if a.check == "against_barrier")
    assert fact in told.fact


def test_what_gets_round_a_barrier_is_seen(judges):
    assert level(judges, "mdd-ruth", "Rather than driving, take the bus to choir on two Thursdays by session 6") == 3


@pytest.mark.parametrize(
    "text",
    [
        "Headache days from four a week to two by session 9",
        "Practise muscle relaxation for 15 minutes, five evenings a week",
        "Phone the head teacher on Wednesday",
        "Check marked papers at most twice a week by session 8; at present it is every evening",
        "Touch the phone ten minutes later each week, starting with 5 minutes in week 1",
    ],
)
def test_the_text_itself_scales_the_step(judges, text):
    assert level(judges, "gad-maya", text) == 3


@pytest.mark.parametrize("text", ["Fewer texts", "Identify three thinking errors", "Improve sleep", "GAD-7 under 9"])
def test_nothing_scales_it(judges, text):
    assert level(judges, "gad-maya", text) == 2


@pytest.fixture(scope="module")
def dated(knowledge):
    """A judge for a case that says when its sessions lie: 14 weekly ones from 16 March 2026."""
    return Judge(knowledge, find_case("mdd-ruth"))


@pytest.mark.parametrize(
    ("text", "check", "fact"),
    [
        ("Phone Jean from choir by 2 March 2026", "before_intake", "16 March 2026"),
        ("Phone Jean from choir by 2026-03-01", "before_intake", "16 March 2026"),
        ("Phone Jean from choir by 1 November", "beyond_plan", "22 June 2026"),
        ("Phone Jean from choir by session 20", "beyond_plan", "14 sessions"),
    ],
)
def test_dates_are_judged_by_the_cases_calendar(dated, text, check, fact):
    judged = dated.statement(text, "objective")
    assert judged.level("A") < 3
    told = next(a for a in judged.advice if a.check == check)
    assert fact in told.text


@pytest.mark.parametrize("text", ["Phone Jean from choir by 20 April", "Phone Jean from choir by 20 April 2026"])
def test_dates_within_the_plan_are_fine(dated, text):
    assert dated.statement(text, "objective").level("A") == 3


def test_without_a_calendar_no_date_is_past(judges):
    assert level(judges, "mdd-ruth", "Phone Jean from choir by 2 March 2019") == 3
