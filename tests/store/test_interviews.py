"""The interview on disk, and what a plan can quote from it."""

import json
import shutil

import pytest

from goalsmith.errors import BadReviews, BadRubric
from goalsmith.store import interview_notes, interview_store, load_interviewing, read_interview
from interview_case import CASE, FOLDER, asked, the_case


@pytest.fixture
def folder(tmp_path):
    shutil.copy(FOLDER / "case.yaml", tmp_path)
    return tmp_path


def save(folder, *questions, notes=""):
    store = interview_store(folder, CASE)
    written = store.load()
    written.exchanges, written.notes = asked(the_case(), *questions), notes
    store.save(written)


def test_what_was_asked_is_there_again_after_a_restart(folder):
    save(folder, "how-often", "proud", notes="Likes tea")
    again = interview_store(folder, CASE).load()
    assert [one.question for one in again.exchanges] == ["how-often", "proud"]
    assert again.notes == "Likes tea"


def test_notes_are_the_facts_in_the_order_found_and_then_the_learners_own(folder):
    save(folder, "in-the-way", "how-often", notes="Likes tea\n\n  Sings alto ")
    assert interview_notes(folder, CASE) == [
        "Early and late shifts alternate",
        "Awake from three to five on five nights of seven",
        "Likes tea",
        "Sings alto",
    ]


def test_without_an_interview_there_is_nothing_to_quote(folder):
    assert interview_notes(folder, CASE) == []


def test_a_damaged_interview_is_set_aside_and_the_version_before_it_taken(folder):
    save(folder, "how-often")
    save(folder, "how-often", "proud")
    (folder / "interview.json").write_text("{")
    assert interview_notes(folder, CASE) == []
    store = interview_store(folder, CASE)
    assert [one.question for one in store.load().exchanges] == ["how-often"]
    assert "interview.json was damaged" in store.recovered


def test_an_interview_of_another_case_is_not_taken_for_this_one(folder):
    save(folder, "how-often")
    with pytest.raises(BadReviews, match="belongs to the case sleep-noor"):
        read_interview(folder / "interview.json", "gad-maya")
    assert interview_notes(folder, "gad-maya") == []


def test_what_a_newer_version_wrote_is_kept(folder):
    save(folder, "how-often")
    path = folder / "interview.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "mood": "calm"}))
    store = interview_store(folder, CASE)
    store.save(store.load())
    assert json.loads(path.read_text())["mood"] == "calm"


def test_every_kind_of_question_is_explained_and_a_course_may_do_so_itself(tmp_path):
    shipped = load_interviewing()
    assert shipped.kinds[0].kind == "open"
    assert load_interviewing(tmp_path) == shipped
    (tmp_path / "interviewing.yaml").write_text("suicide: Ask.\nkinds: []\n")
    with pytest.raises(BadRubric, match=r"interviewing.yaml: line 1: suicide_sources: is required"):
        load_interviewing(tmp_path)
