"""Remarks on wording: there when they help, never in the way, and never about points."""

import pytest

from goalsmith.engine import Judge
from goalsmith.model import Goal, Objective, Plan
from goalsmith.store import find_case


def notes(judge, text, kind="objective"):
    return [note.check for note in judge.statement(text, kind).notes]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("As an alcoholic, he attends one meeting a week", "noun-for-a-person"),
        ("The addict calls his sponsor daily", "noun-for-a-person"),
        ("Borderlines need structure; a borderline like her keeps a diary", "noun-for-a-person"),
        ("Client suffers from anxiety and walks 20 minutes a day", "suffering"),
        ("Talk about her brother, who committed suicide, by session 4", "suicide"),
        ("Client has been non-compliant and will take his pills daily", "compliance"),
        ("Give a clean urine sample on Monday", "clean"),
        ("Cut down substance abuse by session 8", "abuse"),
    ],
)
def test_person_first_words_are_offered(gad, text, note):
    assert note in notes(gad, text)


@pytest.mark.parametrize(
    "text",
    [
        "Attends Alcoholics Anonymous once a week",
        "Drinks no alcoholic drinks on weekdays",
        "Reads one page about borderline personality disorder by session 3",
        "Cleans the kitchen once a day",
        "A person with schizophrenia takes part in the group every Tuesday",
        "Phones her sister on Sunday",
    ],
)
def test_ordinary_words_are_left_alone(gad, text):
    assert notes(gad, text) == []


def test_a_goal_said_only_as_less_is_offered_what_will_be_there(gad):
    assert notes(gad, "Stop worrying about the children", "goal") == ["approach"]
    assert notes(gad, "Worry less, so that evenings belong to the children again", "goal") == []
    assert notes(gad, "Send fewer texts to her partner", "objective") == []


def test_a_note_quotes_the_words_and_costs_nothing(gad):
    kind, text = "objective", "Client suffers from worry and writes it down at 5 pm for 10 minutes daily by session 6"
    noted = gad.statement(text, kind)
    assert "“suffers from”" in noted.notes[0].text
    better = gad.statement(text.replace("suffers from", "lives with"), kind)
    assert better.notes == ()
    assert [better.points(x) for x in "SMART"] == [noted.points(x) for x in "SMART"]
    assert not any(note.check in {a.check for a in noted.advice} for note in noted.notes)


def test_a_strength_that_the_plan_does_not_use_is_named_once(knowledge):
    judge = Judge(knowledge, find_case("gad-maya"))
    step = Objective(id="g1-o1", text="Maya writes her worries in her journal for 10 minutes at 8:30 pm by session 4")
    plan = Plan(case="gad-maya", goals=[Goal(id="g1", text="Worry takes up less of her evenings", objectives=[step])])
    (hint,) = [h for h in judge.plan(plan).hints if h.check == "strength"]
    assert hint.fact != "keeps a journal"
    assert hint.fact in judge.case.strengths
    assert not any(h.check == "strength" for h in judge.plan(Plan(case="gad-maya")).hints)
