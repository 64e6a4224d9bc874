"""Relevance on nine disorders, with statements that no other file holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from goalsmith.engine import Judge
from goalsmith.model import Case
from goalsmith.store import load_cases

CONTEXTS = Path(__file__).parents[2] / "benchmarks" / "contexts.yaml"


@pytest.fixture(scope="module")
def relevance(knowledge):
    """The level for Relevant of a text on one of the shipped contexts."""
    files = (CONTEXTS, CONTEXTS.with_name("more_contexts.yaml"))
    judges = {case.id: Judge(knowledge, case) for path in files for case in load_cases(path)}
    return lambda case, text: judges[case].statement(text, "objective").level("R")


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("sad-kofi", "Puts one comment to the group in the sprint retrospective on Thursday"),
        ("sad-mei", "Dials the hairdresser herself to move the appointment before session 4"),
        ("sad-mei", "Has her soup at the long table in the canteen twice this week"),
        ("panic-lena", "Two stations on the tram without a companion, three times a week"),
        ("panic-sam", "Waits in the checkout line with a full basket on Saturday, without letting anybody pass"),
        ("insomnia-tom", "The couch stays empty before 22:00 on five days out of seven"),
        ("ptsd-amir", "Fewer than two bad dreams a week by session 10"),
        ("ptsd-nadia", "Goes up to the third floor in the elevator with her sister on Monday"),
        ("grief-olga", "Lays flowers on the headstone together with her grandson before Easter"),
        ("grief-olga", "Attends Mass on two Sundays in March"),
        ("aud-viktor", "Four dry evenings a week by the end of May"),
        ("mdd-jonas", "Answers one text back each day, starting with Max"),
        ("mdd-ruth", "Repots the herbs on the balcony on Tuesday afternoon"),
        ("gad-henrik", "The cuff comes out of the drawer once a day instead of eight times"),
        ("ocd-daniel", "Leaves the chopping board after one rinse, on four of five shifts"),
    ],
)
def test_a_listed_problem_counts_in_everyday_words(relevance, case, text):
    assert relevance(case, text) == 3


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("panic-lena", "Jog for ten minutes round the park on Monday and Thursday"),
        ("aud-viktor", "Casts a rod at the lake with the lad on Saturday"),
        ("mdd-jonas", "Carves a spoon on two afternoons by session 5"),
    ],
)
def test_what_a_client_is_good_at_counts_in_words_of_the_same_family(relevance, case, text):
    assert relevance(case, text) == 3


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("ptsd-amir", "Touch the toilet seat and wait an hour before washing his hands, daily"),
        ("ocd-daniel", "Breathe through a straw for 60 seconds, five times a day"),
        ("sad-kofi", "Keep to a sleep window from 1 am to 6 am for three weeks"),
        ("panic-sam", "Tell the story of the accident aloud with closed eyes, 30 minutes a day"),
        ("gad-maya", "Take naltrexone every morning until session 8"),
    ],
)
def test_a_hallmark_of_another_disorder_s_treatment_is_out_of_place(relevance, case, text):
    assert relevance(case, text) == 0


def test_a_technique_of_another_disorder_fits_where_its_trouble_is(relevance):
    text = "Keep to a sleep window from 1 am to 7 am for three weeks"
    assert relevance("mdd-jonas", text) == 3  # asleep from 5 am to 2 pm
    assert relevance("mdd-ruth", "Write a letter to her husband by session 6") == 3  # grieves beside her depression


@pytest.mark.parametrize("case", ["sad-mei", "ocd-daniel", "aud-viktor", "ptsd-amir"])
def test_wellness_is_a_weak_link_and_errands_are_none(relevance, case):
    assert relevance(case, "Drink two litres of water a day until session 6") == 1
    assert relevance(case, "Walks 10000 steps a day for four weeks") == 1
    assert relevance(case, "Take a Spanish course up to A2 level") == 0
    assert relevance(case, "Move to a cheaper electricity provider by June") == 0


def test_wellness_gives_way_to_the_client_s_own_problem(relevance):
    assert relevance("mdd-jonas", "Eat lunch with his parents on five days, a salad if he likes") == 3


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("panic-lena", "From tomorrow no dizziness of any kind"),
        ("sad-mei", "Never blush again in anybody's company"),
        ("gad-henrik", "Fret less, sleep better, ring less, be kinder, see friends, tidy up and walk more by May"),
        ("sad-kofi", "Work on meetings"),
    ],
)
def test_the_whole_trouble_at_once_is_general(relevance, case, text):
    assert relevance(case, text) == 2


def test_advice_names_what_is_unrelated(knowledge):
    [maya] = [case for case in load_cases(CONTEXTS) if case.id == "gad-maya"]
    judged = Judge(knowledge, maya).statement("Switch to a cheaper energy supplier by 15 June", "objective")
    assert any("nothing to do with this client's problems" in told.text for told in judged.advice)


def test_a_course_author_s_group_counts_without_code(knowledge):
    """A practice with a group of its own serves a case that shows it."""
    gad = next(p for p in knowledge.practices if p.disorder == "gad")
    wider = gad.model_copy(update={"problems": {**gad.problems, "bees": ["hive", "hives", "swarm"]}})
    practices = tuple(wider if p is gad else p for p in knowledge.practices)
    [maya] = [case for case in load_cases(CONTEXTS) if case.id == "gad-maya"]
    problems = [{"id": "bees", "text": "Stays away from her hives"}]
    keeper = Case.model_validate(maya.model_dump() | {"presenting_problems": problems})
    judge = Judge(replace(knowledge, practices=practices), keeper)
    assert judge.statement("Stands beside a swarm for ten minutes", "objective").level("R") == 3


def test_what_is_dangerous_serves_nothing(relevance):
    assert relevance("aud-viktor", "Stops drinking cold turkey on Sunday") == 0


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("gad-maya", "Takes her medication as prescribed every morning until session 8"),
        ("aud-viktor", "Gets up at 6.30 every day, weekends too, until session 6"),
        ("gad-henrik", "Delays checking the locks by ten minutes each evening"),
        ("ocd-daniel", "Logs urges to wash on every shift until session 4"),
        ("gad-maya", "Writes a script of the worst outcome and reads it for 20 minutes on five evenings"),
    ],
)
def test_what_serves_several_disorders_is_out_of_place_in_none(relevance, case, text):
    assert relevance(case, text) >= 2


@pytest.mark.parametrize("case", ["panic-sam", "ptsd-amir"])
def test_a_breath_held_as_practice_serves_by_the_rules(by_rules, case):
    """With the network it does not: it takes the purpose for a safety behaviour (docs/engine-limits.md)."""
    text = "Holds a breath for four counts, twice a day, to bring down his symptoms"
    assert by_rules[case].statement(text, "objective").level("R") >= 2
