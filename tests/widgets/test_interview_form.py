"""The interview on the page: asked, answered, noted, ended, and there again after a restart."""

import shutil

import pytest
from widget_tools import make_assignment, tags, widgets_below

from goalsmith.store import interview_notes, read_interview
from goalsmith.widgets import InterviewForm
from goalsmith.widgets.bulletin import listen
from interview_case import CASE, FOLDER


@pytest.fixture
def folder(tmp_path):
    made = make_assignment(tmp_path / CASE)
    shutil.copy(FOLDER / "case.yaml", made)
    return made


def drawn(form):
    return " ".join(str(getattr(one, "value", "")) for one in widgets_below(form))


def say(form, text):
    """What the browser sends when Enter is pressed."""
    form.talk.sent = {"text": text, "number": len(form.talk.rows)}


def pick(form, question):
    form.picker.sent = {"id": question, "number": len(form.talk.rows)}


def offered(form):
    return [row["id"] for group in form.picker.groups for row in group["questions"]]


def test_a_case_without_an_interview_says_so(tmp_path):
    made = make_assignment(tmp_path / CASE)
    text = (FOLDER / "case.yaml").read_text().partition("\ninterview:")[0] + "\n"
    (made / "case.yaml").write_text(text)
    assert "without an interview" in drawn(InterviewForm(made))


def test_a_folder_without_a_case_says_what_is_missing(tmp_path):
    assert "case.yaml" in drawn(InterviewForm(tmp_path))


def test_looking_writes_nothing(folder):
    form = InterviewForm(folder)
    assert form.talk.rows == [{"said": "(She yawns.) Sorry. Where do you want me to start?"}]
    assert form.end.disabled
    assert not (folder / "interview.json").exists()


def test_a_picked_question_is_answered_and_its_facts_are_noted(folder):
    form = InterviewForm(folder)
    pick(form, "how-often")
    assert form.talk.rows[-1] == {
        "asked": "How many nights a week are you awake?",
        "said": "Five of seven. From three to five.",
        "meant": "",
        "noted": 1,
    }
    assert "<li>Awake from three to five on five nights of seven</li>" in drawn(form)
    assert "Still out: 5 that a plan needs, and 6 smaller ones." in drawn(form)
    assert "choir" not in drawn(form)
    pick(form, "how-often")
    assert form.talk.rows[-1]["noted"] == 0


def test_questions_that_follow_are_offered_once_their_time_has_come(folder):
    form = InterviewForm(folder)
    assert "better-night" not in offered(form)
    pick(form, "how-often")
    assert "better-night" in offered(form)
    asked = [row["id"] for group in form.picker.groups for row in group["questions"] if row["asked"]]
    assert asked == ["how-often"]


def test_poor_questions_stand_among_others_under_a_name_that_gives_nothing_away(folder):
    last = InterviewForm(folder).picker.groups[-1]
    assert [row["id"] for row in last["questions"]] == ["not-so-bad", "everything", "pills"]
    assert last["name"] == "Other ways to ask"


def test_a_typed_question_says_as_what_it_was_understood(folder):
    form = InterviewForm(folder)
    say(form, "how often do you wake up?")
    assert form.talk.rows[-1]["meant"] == "How many nights a week are you awake?"
    assert form.talk.rows[-1]["asked"] == "how often do you wake up?"


def test_a_question_that_was_misunderstood_is_taken_back_with_what_it_brought(folder):
    form = InterviewForm(folder)
    pick(form, "brings")
    say(form, "how often do you wake up?")
    form.talk.back += 1
    assert [row.get("asked") for row in form.talk.rows] == [None, "What brings you here?"]
    assert interview_notes(folder, CASE) == []
    suggested = [row["id"] for row in form.talk.suggested]
    assert suggested
    assert "how-often" not in suggested
    form.talk.back += 1
    assert len(form.talk.rows) == 2


def test_words_that_nothing_matches_get_an_honest_answer_and_near_questions(folder):
    form = InterviewForm(folder)
    say(form, "Jazz, nights and cats.")
    assert form.talk.rows[-1]["said"] == "I am not sure what you mean."
    suggested = form.talk.suggested
    assert 0 < len(suggested) <= 3
    form.talk.sent = {"id": suggested[0]["id"], "number": 9}
    assert form.talk.rows[-1]["asked"] == suggested[0]["text"]
    assert form.talk.suggested == []


def test_nothing_is_asked_by_an_empty_box_or_a_question_that_is_not_there(folder):
    form = InterviewForm(folder)
    say(form, "  \n ")
    pick(form, "no-such-question")
    assert len(form.talk.rows) == 1
    assert not (folder / "interview.json").exists()


def test_everything_is_there_again_after_a_restart(folder):
    form = InterviewForm(folder)
    pick(form, "how-often")
    form.notes.value = "Sings alto"
    form.look_back()
    again = InterviewForm(folder)
    assert again.talk.rows == form.talk.rows
    assert again.notes.value == "Sings alto"
    assert "Looking back" in drawn(again)
    assert again.talk.asking is False


def test_looking_back_puts_safety_first_and_asking_can_go_on(folder):
    form = InterviewForm(folder)
    pick(form, "how-often")
    form.look_back()
    html = drawn(form)
    assert html.index("You ended without asking about suicide") < html.index("You brought out")
    assert form.talk.rows[-1] == {"said": "Thank you. Nobody has asked me that much in a year."}
    assert form.picker.layout.display == "none"
    form.go_on()
    assert "Looking back" not in drawn(form)
    pick(form, "suicide")
    form.look_back()
    assert "You asked about suicide in plain words." in drawn(form)


def test_other_parts_of_the_page_hear_of_every_question_and_note(folder):
    heard = []
    listen(folder, "interview", lambda: heard.append(interview_notes(folder, CASE)))
    form = InterviewForm(folder)
    pick(form, "how-often")
    form.notes.value = "Sings alto"
    assert heard == [
        ["Awake from three to five on five nights of seven"],
        ["Awake from three to five on five nights of seven", "Sings alto"],
    ]


def test_what_a_learner_types_is_no_markup(folder):
    form = InterviewForm(folder)
    say(form, "<script>alert(1)</script> Surely <b>you</b> sleep?")
    form.look_back()
    assert "script" not in tags(drawn(form))


def test_a_very_long_question_is_cut_and_saved(folder):
    form = InterviewForm(folder)
    say(form, "why? " * 2_000)
    assert len(read_interview(folder / "interview.json", CASE).exchanges[0].asked) == 1_000


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_lost(folder):
    form = InterviewForm(folder)
    (folder / "interview.json").mkdir()  # no file can be put in its place
    pick(form, "how-often")
    assert "not saved" in form._saved.text
    assert len(form.talk.rows) == 2
