"""Looking for people in learners' words: who must be found, and what must not hold every plan back."""

import shutil
from pathlib import Path

import pytest
from peer_helpers import CASE, ROSTER, sample_plan

from goalsmith.data import data_root
from goalsmith.peer.packets.allow import travelling
from goalsmith.peer.packets.places import texts
from goalsmith.peer.privacy import Person, Searcher, read_roster
from goalsmith.peer.privacy.ordinary import ordinary_words
from goalsmith.store import find_case, load_exemplars

PEOPLE = (
    Person("s1041", "Ada", "Okonjo", "ada.okonjo@clinic.example"),
    Person("jdoe", "José", "de la Cruz", "jc77@clinic.example"),
    Person("07", "Merve", "Güneş-Öztürk"),
    Person("learner-12", "Bo", "O'Hara"),
    Person("may", "May", "Young", "may@clinic.example"),
    Person("m2", "Maya", "Hope"),
    Person("x", "明", "李"),
    Person("zed", "Anne-Marie", "Ward"),
    Person("4"),
)


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory) -> frozenset[str]:
    source = tmp_path_factory.mktemp("source")
    shutil.copy(data_root() / "case_vignettes" / CASE / "case.yaml", source)
    shutil.copytree(data_root() / "rubrics", source / "rubrics")
    return ordinary_words(source)


@pytest.fixture(scope="module")
def look(ordinary) -> Searcher:
    return Searcher(PEOPLE, ordinary)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada's idea was a diary.", "Ada"),
        ("I asked ADA first", "ADA"),
        ("with okonjo", "okonjo"),
        ("A\u0301da wrote it", "A\u0301da"),
        ("Ａｄａ wrote it", "Ａｄａ"),
        ("A\u200bda wrote it", "A\u200bda"),
        ("see Oko-\nnjo", "Oko-\nnjo"),
        ("ask ada_okonjo_3", "ada_okonjo"),
        ("AdaOkonjo's draft", "AdaOkonjo"),
        ("aokonjo has the file", "aokonjo"),
        ("Okonjo, Ada", "Okonjo, Ada"),
        ("Ada B. Okonjo", "Ada B. Okonjo"),
        ("(s1041)", "s1041"),
        ("mail jc77 about it", "jc77"),
        ("Jose said so", "Jose"),
        ("the Cruz plan", "Cruz"),
        ("Merve Gunes", "Merve"),
        ("Frau Guenes", "Guenes"),
        ("OZTURK", "OZTURK"),
        ("asked Bo to look", "Bo"),
        ("O’Hara agreed", "O’Hara"),
        ("Anne Marie helped", "Anne Marie"),
        ("annemarie helped", "annemarie"),
        ("我是李明。", "我是李明"),
        ("written by learner-12", "learner-12"),
        ("student 4 wrote this", "4"),
        ("see ID: 07", "07"),
    ],
)
def test_people_are_found_in_any_case_and_spelling(look, text, words):
    assert words in [hit.words for hit in look.hits(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She may feel young again by May.",
        "Maya names two worries, and Maya's hope grows.",
        "Maya will hope for less and talk to the ward nurse.",
        "He will do so at session 4, down from 12 to 7.",
        "de la vida; la de los otros",
        "bold boats, lands and adages",
        "GAD-7 from 16 to 9, PHQ-9 below 5, 60 to 90 minutes, 10-15 times, 3/7 days",
        "From 2026-03-02 to 02.04.2026, or 4/5/2026 at 18:00",
        "Call 988 or 1-800-273-8255, or the Samaritans on 116 123, if it gets worse",
        "Born in 1989 into a large family",
    ],
)
def test_ordinary_words_and_numbers_hold_nothing_back(look, text):
    assert look.hits(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I wrote it with May Young.", "May Young"),
        ("Young, May", "Young, May"),
        ("May E. Young", "May E. Young"),
        ("Maya Hope and I", "Maya Hope"),
        ("ask @may", "may"),
        ("Fewer worries by summer — May", "May"),
        ("Fewer worries by summer.\nMay", "May"),
    ],
)
def test_an_ordinary_word_counts_as_a_name_in_company(look, text, words):
    assert words in [hit.words for hit in look.hits(text)]


@pytest.mark.parametrize("text", ["may young people", "May", "- Hope", "I hope Maya hopes", "due May"])
def test_an_ordinary_word_alone_or_in_small_letters_does_not(look, text):
    assert look.hits(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("write to somebody@else.example", "an e-mail address"),
        ("call 0176 12345678", "a telephone number"),
        ("call +44 20 7946 0018", "a telephone number"),
        ("call (415) 555-2671", "a telephone number"),
        ("415-555-2671", "a telephone number"),
        ("SSN 078-05-1120", "number"),
        ("MRN: 4471902", "a record number"),
        ("she was born 12/03/1989", "a date of birth"),
        ("DOB: 3 March 1989", "a date of birth"),
        ("lives at 12 Elm Street", "a street address"),
        ("instagram.com/somebody", "a personal web page"),
    ],
)
def test_what_looks_like_a_real_persons_data_is_found(look, text, what):
    assert [what in hit.reason for hit in look.hits(text)] == [True]


def test_a_hit_says_where_it_stands_and_whose_name_it_is(look):
    text = "Ａgreed with Ada Okonjo."
    (hit,) = look.hits(text)
    assert text[hit.start : hit.end] == hit.words == "Ada Okonjo"
    assert hit.reason == "“Ada Okonjo” is the full name of s1041 on the roster"


def test_two_names_are_two_hits_and_none_lies_inside_another(look):
    hits = look.hits("Ada Okonjo and Bo wrote to ada.okonjo@clinic.example")
    assert [hit.words for hit in hits] == ["Ada Okonjo", "Bo", "ada.okonjo@clinic.example"]


def test_exemplars_and_a_whole_cohorts_plans_hold_nothing_back(look):
    """The other direction: nobody on the roster is named in these texts, and none of them looks like data."""
    maya = find_case(CASE)
    plans = [*(one.plan for one in load_exemplars(CASE).exemplars), *(sample_plan(one.id) for one in ROSTER)]
    found = [(place, look.hits(text)) for plan in plans for place, text in texts(travelling(plan, maya))]
    assert len(found) > 50
    assert [one for one in found if one[1]] == []


def test_names_that_plans_hardly_use_as_words_are_telling(ordinary):
    look = Searcher([Person("a", "Victor", "Smith"), Person("b", "Iris", "Ray")], ordinary)
    assert [hit.words for hit in look.hits("Victor and Iris agreed")] == ["Victor", "Iris"]


def test_people_of_the_case_are_ordinary(ordinary):
    assert {"maya", "chris", "leo", "ana"} <= ordinary
    look = Searcher([Person("c", "Chris", "Leonhardsen")], ordinary)
    assert look.hits("Chris answers her texts, and Leo sleeps.") == []
    assert [hit.words for hit in look.hits("Chris Leonhardsen")] == ["Chris Leonhardsen"]


def test_the_roster_is_the_gradebooks_and_who_else_takes_part(course: Path):
    roster = read_roster(course, ["zoe", "ada"])
    assert [person.id for person in roster] == [*(one.id for one in ROSTER), "zoe"]
    assert roster[0] == Person("ada", "Ada", "Okonjo", "ada.okonjo@clinic.example")
    assert [person.only_id for person in roster] == [False] * 8 + [True]


def test_ten_thousand_names_are_searched_for_in_one_pass(ordinary):
    crowd = [Person(f"u{n:05d}", f"Vorname{n}", f"Nachname{n}") for n in range(10_000)]
    look = Searcher(crowd, ordinary)
    assert [hit.words for hit in look.hits("so said Nachname9999 " * 3)] == ["Nachname9999"] * 3
