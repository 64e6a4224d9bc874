"""Which templates fit a case, and where the gaps of a sentence are."""

import pytest

from goalsmith.engine.templates import next_slot, open_slots, template_rows, templates_for, unedited
from goalsmith.store import find_case

TEXT = "By [by when], the client [behaviour] on [dose], noted in a diary (now [baseline])."


@pytest.fixture(scope="module")
def maya():
    return find_case("gad-maya")


@pytest.fixture(scope="module")
def one(knowledge):
    return next(t for p in knowledge.practices for t in p.templates if t.id == "worry-period")


def filled(template, fill):
    """`template` with each gap filled by `fill`, a function of the slot."""
    text = template.text
    for slot in template.slots:
        text = text.replace(f"[{slot.name}]", fill(slot))
    return text


def test_gaps_are_found_whatever_their_spaces_case_and_hyphens():
    text = "By [By_When], [ behaviour ] é [by  when] [BY-WHEN]"
    assert [text[s.start : s.end] for s in open_slots(text)] == [
        "[By_When]",
        "[ behaviour ]",
        "[by  when]",
        "[BY-WHEN]",
    ]
    assert {s.kind for s in open_slots(text)} == {"slot"}


@pytest.mark.parametrize("text", ["[sic]", "(0-10)", "[session 6]", "[]", "by when", "[by when", "[[dose", "[doses]"])
def test_other_brackets_are_no_gaps(text):
    assert open_slots(text) == []


def test_the_next_gap_comes_after_the_last_is_the_first():
    spans = open_slots(TEXT)
    assert next_slot(TEXT, 0) == spans[0]
    assert next_slot(TEXT, spans[0].start + 1) == spans[1]
    assert next_slot(TEXT, len(TEXT)) == spans[0]
    assert next_slot("nothing open", 0) is None


def test_a_case_is_offered_what_its_own_problems_call_for_in_their_order(knowledge, maya):
    problems = [t.problem for t in templates_for(maya, knowledge.practices)]
    assert list(dict.fromkeys(problems)) == ["worry", "sleep-onset", "short-sleep", "reassurance", "tension"]


def test_a_problem_shows_the_group_that_its_author_named_it_after(knowledge):
    ruth = find_case("mdd-ruth")
    assert "anhedonia" in {t.problem for t in templates_for(ruth, knowledge.practices)}
    assert "anhedonia" not in {t.problem for t in templates_for(find_case("ocd-daniel"), knowledge.practices)}


def test_a_practice_that_fits_comes_after_the_own_one(knowledge):
    grief = next(p for p in knowledge.practices if p.disorder == "grief")
    ruth = templates_for(find_case("mdd-ruth"), knowledge.practices)
    assert [t for t in ruth if t.problem == "grief"] == [t for t in grief.templates if t.problem == "grief"]


@pytest.mark.parametrize("case", ["gad-maya", "ocd-daniel", "mdd-ruth"])
@pytest.mark.parametrize(("kind", "fewest"), [("goal", 2), ("objective", 5)])
def test_rows_for_a_list_are_short_and_told_apart(knowledge, case, kind, fewest):
    rows = template_rows(find_case(case), knowledge.practices, kind)
    assert len(rows) >= fewest
    assert len({label for label, _ in rows}) == len(rows)
    assert all(len(label) < 90 and template.kind == kind for label, template in rows)


def test_no_practice_no_templates(maya):
    assert templates_for(maya, []) == template_rows(maya, [], "goal") == []


@pytest.mark.parametrize("change", [str, str.upper, lambda s: f"  {s.replace(' ', '  ')}\n", lambda s: s.rstrip(".")])
def test_a_template_with_all_gaps_open_is_unedited(one, change):
    assert unedited(change(one.text), [one]) is one


@pytest.mark.parametrize("filler", ["x", "XX", "..", "tbc", "TBD", "___", "?", "to be confirmed", "bla bla", "[ ]", ""])
def test_a_filler_in_every_gap_is_no_edit(one, filler):
    assert unedited(filled(one, lambda _: filler), [one]) is one


def test_hints_and_names_in_the_gaps_are_no_edit(one):
    assert unedited(filled(one, lambda slot: slot.hint), [one]) is one
    assert unedited(filled(one, lambda slot: slot.name), [one]) is one


def test_one_word_of_ones_own_among_fillers_is_no_edit(one):
    assert unedited(filled(one, lambda slot: "session 6" if slot.name == "by when" else "x"), [one]) is one


def test_a_template_being_filled_is_no_longer_one(one):
    assert unedited(one.text.replace("[by when]", "session 6"), [one]) is None
    assert unedited(filled(one, lambda slot: f"the {slot.name} that we agreed on"), [one]) is None


def test_other_words_are_no_template(one, knowledge):
    every = [t for p in knowledge.practices for t in p.templates]
    assert unedited("Maya writes each worry in her journal by session 6.", every) is None
    assert unedited("", every) is None
    assert unedited(one.text.replace("the client", "Maya"), every) is None


def test_a_template_set_down_many_times_is_still_one(one):
    assert unedited(" ".join([one.text] * 200), [one]) is one
