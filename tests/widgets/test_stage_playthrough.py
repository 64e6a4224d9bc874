"""Daniel's three later sessions, played by somebody who reads the data and by somebody who does not; and all keys."""

import json
import shutil
from pathlib import Path

import pytest
from widget_tools import make_assignment

from goalsmith.data import data_root
from goalsmith.engine.unfolding import check
from goalsmith.store import PlanStore, key_file, list_cases, load_exemplars, load_key, load_knowledge
from goalsmith.widgets.stage_session import StageSession

CASE = "ocd-daniel"


@pytest.mark.parametrize("case", list_cases(), ids=lambda case: case.id)
def test_every_shipped_case_has_three_later_sessions_and_a_key_that_fits(case):
    assert len(case.stages) == 3
    path = key_file(case.id, Path("no-course"))
    assert check(case, load_key(path), load_knowledge().measures) == []


@pytest.fixture
def session(tmp_path):
    made = make_assignment(tmp_path / f"{CASE}-followup", CASE)
    (made / "assignment.json").write_text(json.dumps({"case": CASE, "course": "practice", "part": "followup"}))
    shutil.copy(data_root() / "case_vignettes" / CASE / "key.yaml", made)
    strong = next(one for one in load_exemplars(CASE).exemplars if "every rule of the kitchen" in one.title)
    PlanStore(made, CASE).save(strong.plan.model_copy(deep=True))
    return StageSession(made)


def revise(session, words):
    """Change the words of objectives in the plan, as the editor saves them."""
    store = PlanStore(session.folder, CASE)
    plan = store.load()
    for goal in plan.goals:
        for objective in goal.objectives:
            objective.text = words.get(objective.id, objective.text)
    store.save(plan)


def labels(session, stage):
    return {label.removeprefix("Objective "): objective.id for label, objective in session.objectives(stage)}


def play(session, number, readings, choices, decisions, reason="", words=None):
    """Open a session, decide, change the plan and commit; return what it earned."""
    stage = session.case.stages[number]
    assert session.open(stage)
    for name, shows in readings.items():
        session.say_reading(stage, name, shows)
    for choice, options in choices.items():
        session.choose(stage, choice, options)
    ids = labels(session, stage)
    for label, (decision, why) in decisions.items():
        session.decide(stage, ids[label], decision)
        session.explain(stage, ids[label], why)
    revise(session, {ids[label]: text for label, text in (words or {}).items()})
    session.explain_plan(stage, reason)
    assert session.commit(stage), session.missing(stage)
    return session.result(stage)


def test_whoever_reads_the_data_earns_nearly_everything(session):
    first = play(
        session,
        0,
        {"Y-BOCS": "no-criterion", "PHQ-9": "no-reliable-change"},
        {
            "begin-with": ["look-together"],
            "phq-says": ["too-small"],
            "why-checks-stay": ["function-of-check", "practice-dose"],
        },
        {
            "1.1": ("continue", "7 of the 10 steps of the ladder are there."),
            "1.2": ("continue", "One try of 15 minutes, distress from 85 to 60 without an added wash."),
            "1.3": ("continue", "6 questions a day, from 10: it moves."),
            "2.1": ("continue", "He puts off the wash for 20 minutes on 4 of 7 days."),
            "2.2": ("continue", "40, 37, 34, 31: it falls each week."),
            "3.1": ("revise", "21, 20, 20 checks: holding back alone moved nothing."),
            "3.2": ("revise", "Late 3 days of 5, and it hangs on the checks."),
        },
        "The checks stand at 20, and nothing was practiced in the kitchen: now with a coworker, one place first.",
        {
            "3.1": "From session 8 to session 10 Daniel reads the thermometer once beside a coworker, writes it on the "
            "log sheet and walks away; checks fall from 20 to 8 a shift.",
            "3.2": "From session 8 to session 11 Daniel leaves by 5:00 am on 4 of 5 workdays and notes when he is in.",
        },
    )
    second = play(
        session,
        1,
        {"Y-BOCS": "no-criterion", "PHQ-9": "no-reliable-change"},
        {
            "first-now": ["doctor-today"],
            "meanwhile": ["spare-the-hand"],
            "about-setback": ["chain", "hard-to-tell"],
        },
        {
            "1.1": ("revise", "The hand is open and hot, so the kitchen steps wait."),
            "1.2": ("revise", "No raw chicken until a doctor has cleared the hand."),
            "1.3": ("revise", "9 questions a day after 2: the step starts from there."),
            "2.1": ("revise", "38 washes and bleach on an open hand."),
            "2.2": ("revise", "38 washes a day after 22."),
            "3.1": ("continue", "13 checks after 9, from 20: a setback that has not undone it."),
            "3.2": ("continue", "Late 4 days of 5, in the week of the closed restaurant."),
        },
        "The hand is open and hot, 101 °F, so kitchen steps wait; counts start from 38 washes and 9 questions.",
        {
            "1.1": "By session 11 Daniel adds 3 steps to his ladder that leave the wound dry.",
            "1.2": "Once a doctor has cleared his hand, Daniel keeps the chicken station on one shift a week, covered.",
            "1.3": "Until session 12 he asks Theo no more than 5 questions a day, from 9.",
            "2.1": "Until session 12 Daniel waits 20 minutes on the couch on 5 days a week before a wash.",
            "2.2": "By session 13 Daniel washes no more than 20 times a day, from 38, and leaves the bleach closed.",
        },
    )
    third = play(
        session,
        2,
        {"Y-BOCS": "no-criterion", "PHQ-9": "improved"},
        {
            "what-is-missed": ["formulation", "dose", "alliance"],
            "the-ritual": ["leave-gap"],
            "three-left": ["use-and-review"],
        },
        {
            "1.1": ("met", "The ladder was climbed: raw chicken on three shifts a week, no added wash."),
            "1.2": ("revise", "After each prep he goes through it in his head for 20 minutes."),
            "1.3": ("met", "No question to Theo for nine days."),
            "2.1": ("met", "12 washes and 25 minutes a day for two weeks."),
            "2.2": ("met", "12 washes a day, those of the kitchen, from 40."),
            "3.1": ("met", "4 checks a shift, from 20."),
            "3.2": ("met", "On time on 10 of 10 workdays."),
        },
        "Y-BOCS 24 while all counts are met: 2 hours of replaying a day took their place.",
        {"1.2": "By session 16 Daniel leaves the gap after each prep and replays no more than 10 minutes a day."},
    )
    shares = [one.share for one in (first, second, third)]
    assert min(shares) >= 0.9, [[item for item in one.items if item.share < 1] for one in (first, second, third)]
    assert not any(one.unsafe for one in (first, second, third))


def test_whoever_does_not_earns_little_and_is_told_of_the_danger(session):
    everything = dict.fromkeys(("1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2"), ("met", "Good."))
    first = play(
        session,
        0,
        {"Y-BOCS": "improved", "PHQ-9": "improved"},
        {"begin-with": ["praise-and-on"], "phq-says": ["mood-better"], "why-checks-stay": ["willpower"]},
        everything,
    )
    second = play(
        session,
        1,
        {"Y-BOCS": "worse", "PHQ-9": "worse"},
        {"first-now": ["homework-first"], "meanwhile": ["chicken-bare"], "about-setback": ["seriousness"]},
        dict.fromkeys(everything, ("drop", "It did not work.")),
    )
    third = play(
        session,
        2,
        {"Y-BOCS": "improved", "PHQ-9": "no-reliable-change"},
        {"what-is-missed": ["wait-and-see"], "the-ritual": ["once-only"], "three-left": ["end-as-planned"]},
        dict.fromkeys(everything, ("continue", "Go on.")),
    )
    assert max(one.share for one in (first, second, third)) <= 0.2
    assert second.items[0].verdict == "unsafe"
    assert len(second.unsafe) >= 3
    assert not first.unsafe
