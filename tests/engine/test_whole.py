"""Thread, fit and safety of whole plans: what a supervisor would say of each, and that following the advice helps."""

import pytest

from goalsmith.engine import Judge
from goalsmith.engine.reading import read
from goalsmith.engine.whole.load import minutes_a_week, times_a_week
from goalsmith.engine.whole.when import sessions
from goalsmith.model import Goal, Objective, Plan, RankedProblem, Safety, TargetedMeasure
from goalsmith.store import find_case, load_exemplars


@pytest.fixture(scope="module")
def shipped(knowledge):
    return {name: Judge(knowledge, find_case(name)) for name in ("gad-maya", "ocd-daniel", "mdd-ruth")}


def goal(number, text, *steps, **fields):
    rows = [Objective(id=f"g{number}-o{i}", text=step) for i, step in enumerate(steps, 1)]
    return Goal(id=f"g{number}", text=text, objectives=rows, **fields)


def decided(case, **reasons):
    """Every problem of a case set aside with a reason, but for those with another reason given."""
    return [
        RankedProblem(id=p.id, decision="later", reason=reasons.get(p.id.replace("-", "_"), "once the first one eases"))
        for p in case.presenting_problems
    ]


WORRY = "Worry takes up less of Maya's evenings, so that her GAD-7 falls from 16 to 9 by session 12."
JOURNAL = "From session 2 to session 4 Maya writes her worries in her journal for 10 minutes on 4 of 5 weekdays."


def maya(shipped, *goals, problems=None):
    judge = shipped["gad-maya"]
    return judge.plan(Plan(case="gad-maya", goals=list(goals), problems=problems or decided(judge.case)))


def level(assessed, part):
    return assessed.whole[part].level


@pytest.mark.parametrize("case_id", ["gad-maya", "ocd-daniel", "mdd-ruth"])
def test_exemplar_plans_have_their_reference_levels(shipped, case_id):
    for exemplar in load_exemplars(case_id).exemplars:
        whole = shipped[case_id].plan(exemplar.plan).whole
        assert {p: r.level for p, r in whole.items()} == {p: exemplar.levels.get(p) for p in whole}, exemplar.id


def test_every_part_below_three_has_one_next_step_with_a_question(shipped):
    for case_id in ("gad-maya", "ocd-daniel", "mdd-ruth"):
        for exemplar in load_exemplars(case_id).exemplars:
            for result in shipped[case_id].plan(exemplar.plan).whole.values():
                if result.level is None or result.level == 3:
                    assert result.advice is None
                else:
                    assert result.advice.text
                    assert result.advice.ask.endswith("?")
                    assert "{" not in result.advice.text + result.advice.ask


def test_a_thread_that_holds(shipped):
    assert level(maya(shipped, goal(1, WORRY, JOURNAL)), "thread") == 3


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["Maya learns to juggle three balls by session 4."], 0),
        ([JOURNAL, "Therapist will teach Maya relaxation."], 1),
        ([JOURNAL, "Maya calls her partner at every break to hear that the children are safe."], 1),
        ([], 0),
    ],
)
def test_objectives_that_serve_no_goal_break_the_thread(shipped, steps, expected):
    assert level(maya(shipped, goal(1, WORRY, *steps)), "thread") == expected


def test_a_problem_without_goal_or_reason_is_named(shipped):
    case = shipped["gad-maya"].case
    assessed = maya(shipped, goal(1, WORRY, JOURNAL), problems=decided(case, tension=""))
    assert level(assessed, "thread") == 2
    assert "Muscle tension" in assessed.whole["thread"].advice.text
    spoken = goal(
        2, "Headaches fall from four days a week to one by session 10.", "Maya stretches her neck by session 3."
    )
    assert level(maya(shipped, goal(1, WORRY, JOURNAL), spoken, problems=decided(case, tension="")), "thread") == 3


def test_each_goal_needs_a_measure_in_text_or_field(shipped):
    bare = "Worry takes up less of Maya's evenings."
    assessed = maya(shipped, goal(1, bare, JOURNAL))
    assert level(assessed, "thread") == 2
    assert "Goal 1" in assessed.whole["thread"].advice.text
    measured = goal(1, bare, JOURNAL, measure=TargetedMeasure(instrument="GAD-7", baseline=16, target=9))
    assert level(maya(shipped, measured), "thread") == 3


def test_tallies_alone_are_no_outcome_measure(shipped):
    texts = goal(
        1, "Texts to her partner fall from 12 to 3 a day by session 10.", "Maya waits 20 minutes before a text."
    )
    advice = maya(shipped, texts).whole["thread"].advice
    assert advice.check == "outcome_measure"
    assert "GAD-7" in advice.text


def test_the_same_twice_is_a_duplicate_and_a_ladder_is_not(shipped):
    again = "Maya writes her worries in her journal for 10 minutes on 4 of 5 weekdays, from session 2 to session 4."
    twice = maya(shipped, goal(1, WORRY, JOURNAL, again))
    assert twice.whole["thread"].advice.check == "duplicates"
    assert "Objective 1.1 and Objective 1.2" in twice.whole["thread"].advice.text
    ladder = JOURNAL.replace("10 minutes", "20 minutes").replace("session 2 to session 4", "session 5 to session 8")
    assert level(maya(shipped, goal(1, WORRY, JOURNAL, ladder)), "thread") == 3


@pytest.mark.parametrize(
    ("text", "step", "expected"),
    [
        ("The client will cope better.", "Use new skills.", 0),
        ("Maya will be less anxious.", "Maya practises relaxation.", 1),
        ("Maya will be less anxious.", "Maya notes each worry in her journal.", 2),
    ],
)
def test_fit_climbs_from_anybody_to_this_client(shipped, text, step, expected):
    assert level(maya(shipped, goal(1, text, step)), "fit") == expected


def test_the_clients_words_a_strength_a_barrier_and_the_load_make_a_fit(shipped):
    text, step = "Maya's worry eases.", "Maya writes in her journal for 10 minutes on 4 of 5 weekdays until session 4."
    without = maya(shipped, goal(1, text, step))
    assert level(without, "fit") == 2
    assert without.whole["fit"].advice.check == "clients_words"
    quoted = goal(1, text, step, client_words="I want my brain to stop.")
    assert level(maya(shipped, quoted), "fit") == 3
    longer = "Maya walks the dog and writes in her journal for 25 minutes every evening until session 4."
    quoted = goal(1, text, step, longer, client_words="I want my brain to stop.")
    heavy = maya(shipped, quoted)
    assert level(heavy, "fit") == 2
    assert "minutes a week" in heavy.whole["fit"].advice.text


def test_what_a_barrier_stands_against_does_not_mind_it(shipped):
    answers = maya(shipped, goal(1, WORRY, "Maya meditates daily.")).whole["fit"].answers
    assert not next(a for a in answers if a.check == "minds_barrier").yes


@pytest.mark.parametrize(
    "step",
    [
        "Ruth walks to the library instead of driving by session 5.",
        "Ruth does seated exercises by session 4.",
        "Ruth takes the bus to choir on one afternoon by session 6.",
    ],
)
def test_a_way_around_a_barrier_minds_it(shipped, step):
    plan = Plan(case="mdd-ruth", goals=[goal(1, "Ruth sings in the choir again.", step)])
    answers = shipped["mdd-ruth"].plan(plan).whole["fit"].answers
    assert next(a for a in answers if a.check == "minds_barrier").yes


FULL = Safety(
    reassessed_by="her therapist",
    reassessed_when="at the start of each session",
    warning_signs="stays in bed past noon and does not answer the phone",
    own_coping="puts on a record in the kitchen",
    people_and_places="the library on Tuesdays",
    helpers="her daughter, her choir friend",
    professionals="988, the clinic's duty line",
    means="her daughter keeps the spare tablets",
)


def ruth(shipped, text="Ruth sings in the choir again.", step="Ruth calls a choir friend.", safety=None, **fields):
    plan = Plan(case="mdd-ruth", goals=[goal(1, text, step, **fields)], safety=safety or Safety())
    return shipped["mdd-ruth"].plan(plan).whole["safety"]


def test_safety_climbs_from_silence_to_a_whole_safety_plan(shipped):
    assert ruth(shipped).level == 0
    assert ruth(shipped, text="Ruth will have no suicidal thoughts.", step="Ruth sings along with a record.").level == 1
    assert ruth(shipped, safety=Safety(warning_signs=FULL.warning_signs)).level == 2
    assert ruth(shipped, safety=FULL).level == 3


@pytest.mark.parametrize("part", list(Safety.model_fields))
def test_a_part_that_is_missing_is_asked_for(shipped, part):
    gone = {part: "", **({"helpers": ""} if part == "people_and_places" else {})}
    result = ruth(shipped, safety=FULL.model_copy(update=gone))
    assert result.level == (3 if part == "helpers" else 2)
    assert result.level == 3 or "life is not worth" in result.advice.text


@pytest.mark.parametrize("said", ["none", "N/A", "-", "no suicidal thoughts", "promises not to act on it", "TBD."])
def test_a_promise_or_an_empty_phrase_is_no_part_of_a_safety_plan(shipped, said):
    assert ruth(shipped, safety=Safety.model_validate(dict.fromkeys(Safety.model_fields, said))).level == 1


def test_safety_steps_may_stand_as_statements(shipped):
    step = "When thoughts that life is not worth living come, Ruth calls her daughter, then the crisis line."
    result = ruth(shipped, step=step)
    assert result.level == 2
    assert {a.check for a in result.answers if a.yes} >= {"people_places", "professionals"}


def test_a_phone_call_that_has_nothing_to_do_with_the_risk_is_no_safety_step(shipped):
    assert ruth(shipped, step="Ruth calls her daughter on Sunday and asks about choir.").level == 0


def test_a_plan_is_told_of_an_early_step_and_of_asking_about_risk(shipped):
    late = maya(shipped, goal(1, WORRY, "Maya writes her worries in her journal by session 12."))
    assert [h.check for h in late.hints][:2] == ["early_step", "risk_enquiry"]
    asked = [RankedProblem(id="worry", decision="now", reason="Asked about suicide and self-harm at intake: denied.")]
    assert [h.check for h in maya(shipped, goal(1, WORRY, JOURNAL), problems=asked).hints] == ["strength"]


@pytest.mark.parametrize(
    ("words", "last"),
    [("by session 4", 4), ("week 3", 3), ("within three weeks", 3), ("by 2026-03-30", 5), ("by 30 March", 5)],
)
def test_dates_and_weeks_are_counted_in_sessions(words, last):
    assert max(sessions(words, find_case("gad-maya"))) == last


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("10 minutes on 4 of 5 weekdays", 4),
        ("20 minutes every evening", 7),
        ("three times a week for 15 minutes", 3),
        ("15 minutes twice a day", 14),
        ("five minutes each school day", 5),
        ("one walk of 30 minutes", 1),
    ],
)
def test_how_often_a_week(words, times):
    assert times_a_week(words) == times


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Walks for 20 minutes on 3 days a week", 60),
        ("Falls asleep within 30 minutes on 5 nights a week", 0),
        ("Waits 20 minutes before each text", 0),
        ("Time at the sink falls from 3 hours to 1 hour a day", 0),
    ],
)
def test_only_work_counts_as_load(gad, text, minutes):
    assert minutes_a_week(read(text, gad._lexicon.book, {})) == minutes


def test_without_a_case_there_is_no_judgement_of_the_whole(knowledge):
    assert Judge(knowledge).plan(Plan(case="none", goals=[goal(1, WORRY, JOURNAL)])).whole == {}


def test_an_empty_plan_is_level_zero_without_remarks(shipped):
    empty = maya(shipped)
    assert (level(empty, "thread"), level(empty, "fit"), level(empty, "safety")) == (0, 0, None)
    assert empty.hints == ()
