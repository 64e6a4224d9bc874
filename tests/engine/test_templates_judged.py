"""A template earns nothing until it is fitted to the client, and a good level once it is."""

from pathlib import Path

import pytest
import yaml

from goalsmith.engine import Judge
from goalsmith.model import Goal, Objective, Plan, TargetedMeasure
from goalsmith.store import find_case, list_cases, load_cases, load_knowledge

HERE = Path(__file__).parent
MORE = HERE.parents[1] / "benchmarks"
FILLED = yaml.safe_load((HERE / "templates_filled.yaml").read_text("utf-8"))
TEMPLATES = {(p.disorder, t.id): t for p in load_knowledge().practices for t in p.templates}
FILLINGS = [
    pytest.param(TEMPLATES[disorder, name], filling, id=f"{disorder}/{name}/{filling['case']}-{number}")
    for disorder, rows in FILLED.items()
    for name, fillings in rows.items()
    for number, filling in enumerate(fillings)
]
START = "By [by when], Maya writes each worry in her journal at the kitchen table for [dose] (now [baseline])."
DONE = "By session 6, Maya writes each worry in her journal at the kitchen table for 10 minutes a day (now 0)."


@pytest.fixture(scope="module")
def every(knowledge):
    """A judge for each case, the shipped one where there is one."""
    cases = {c.id: c for file in ("contexts.yaml", "more_contexts.yaml") for c in load_cases(MORE / file)}
    cases |= {case.id: case for case in list_cases()}
    return {name: Judge(knowledge, case) for name, case in cases.items()}


@pytest.fixture(scope="module")
def maya(every):
    return every["gad-maya"]


def fill(template, filling, leave=()):
    text = template.text
    for slot in template.slots:
        if slot.name not in leave:
            text = text.replace(f"[{slot.name}]", filling[slot.name])
    return text[0].upper() + text[1:]


def said(judged, span):
    return judged.text[span.start : span.end]


def marked(judged):
    spans = {s for r in judged.letters.values() for a in r.answers for s in a.spans if s.kind == "slot"}
    return [said(judged, span) for span in sorted(spans)]


def test_each_template_is_filled_twice():
    assert {(d, name) for d, rows in FILLED.items() for name in rows} == set(TEMPLATES)
    for (disorder, name), template in TEMPLATES.items():
        one, two = FILLED[disorder][name]
        assert one != two
        assert one.keys() == two.keys() == {"case", *(slot.name for slot in template.slots)}


@pytest.mark.parametrize(("template", "filling"), FILLINGS)
def test_a_fitted_template_reaches_what_is_expected(every, template, filling):
    judged = every[filling["case"]].statement(fill(template, filling), template.kind)
    assert judged.type == template.kind
    assert all(result.met for result in judged.letters.values()), [a.text for a in judged.advice]
    assert not judged.unsafe
    assert not judged.flags
    assert not judged.advice


@pytest.mark.parametrize(("template", "filling"), FILLINGS)
def test_one_open_gap_keeps_it_below_what_is_expected_and_is_spoken_of_first(every, template, filling):
    for slot in template.slots:
        text = fill(template, filling, leave={slot.name})
        judged = every[filling["case"]].statement(text, template.kind)
        if judged.unsafe:
            continue
        assert not all(result.met for result in judged.letters.values())
        first = judged.advice[0]
        assert f"“[{slot.name}]”" in first.text
        assert slot.hint in first.text
        assert [said(judged, span) for span in first.spans] == [f"[{slot.name}]"]


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda t: t.id)
def test_an_unedited_template_earns_nothing_and_is_told_so(maya, template):
    judged = maya.statement(
        template.text,
        template.kind,
        due="session 4",
        review_by="session 8",
        interventions=["worry postponement"],
        measure=TargetedMeasure(instrument="GAD-7", baseline=16, target=9),
    )
    assert judged.type == "other"
    assert all(judged.points(letter) == 0 for letter in "SMART")
    assert judged.advice[0].text.startswith("This is still the template. Fit it to")
    assert judged.flags[0].startswith("Still a template: “")
    assert not judged.unsafe


def test_gaps_filled_with_hints_or_crosses_are_an_unedited_template_too(maya):
    template = TEMPLATES["gad", "worry-period"]
    for filling in ({s.name: "x" for s in template.slots}, {s.name: s.hint for s in template.slots}):
        judged = maya.statement(fill(template, filling), "objective")
        assert judged.flags
        assert all(judged.points(letter) == 0 for letter in "SMART")


def test_the_words_in_a_gap_are_no_evidence(maya):
    judged = maya.statement("Maya writes in her journal [by when] [target] [measure].", "objective")
    assert judged.level("T") == 0
    assert judged.level("M") < 2


def test_a_gap_holds_down_only_the_letters_that_it_stands_for(maya):
    before = {letter: r.met for letter, r in maya.statement(START, "objective").letters.items()}
    assert before == {"S": True, "M": False, "A": False, "R": True, "T": False}
    assert all(r.met for r in maya.statement(DONE, "objective").letters.values())


def test_the_fields_beside_the_text_do_not_fill_a_gap(maya):
    judged = maya.statement(START, "objective", due="session 6", interventions=["worry postponement"])
    assert not judged.letters["T"].met
    goal = "By [by when], worry takes less of Maya's evenings, and the [measure] score falls from 16 to [target]."
    measure = TargetedMeasure(instrument="GAD-7", baseline=16, target=9)
    judged = maya.statement(goal, "goal", review_by="session 12", measure=measure)
    assert not any(judged.letters[letter].met for letter in "MAT")


def test_each_gap_is_spoken_of_in_the_order_of_the_text(maya):
    texts = [a.text for a in maya.statement(START, "objective").advice]
    assert [text.split("”")[0].split("“")[1] for text in texts] == ["[by when]", "[dose]", "[baseline]"]


def test_every_gap_of_a_letter_is_spoken_of_and_somebody_elses_act_comes_after_it(maya):
    texts = [a.text for a in maya.statement("[who] will [behaviour] [situation].", "objective").advice]
    assert ["[who]" in texts[0], "[behaviour]" in texts[1]] == [True, True]
    judged = maya.statement("The therapist will teach the cognitive model by [by when].", "objective")
    assert [a.criterion for a in judged.advice][:2] == ["T", "type"]


def test_gaps_are_marked_where_they_stand_in_the_text_as_it_was_written(maya):
    text = "  • By [By_When],  Maya won't chekc the papers at the “kitchen table” for [ dose ] 🙂 (now [baseline])."
    assert marked(maya.statement(text, "objective")) == ["[By_When]", "[ dose ]", "[baseline]"]


@pytest.mark.parametrize("extra", [" [sic]", " (0-10)", " [see notes]"])
def test_other_brackets_change_nothing(maya, extra):
    plain = maya.statement(DONE, "objective")
    judged = maya.statement(DONE.replace(" (now", f"{extra} (now"), "objective")
    assert {x: r.level for x, r in judged.letters.items()} == {x: r.level for x, r in plain.letters.items()}
    assert not marked(judged)


def test_without_a_case_gaps_are_seen_as_well(knowledge):
    judged = Judge(knowledge).statement(START, "objective")
    assert judged.letters["A"].level is None
    assert judged.advice[0].text.startswith("Next gap: “[by when]”.")


def test_a_plan_of_templates_is_worth_nothing(knowledge):
    template = {t.kind: t for (d, _), t in TEMPLATES.items() if d == "gad"}
    objective = Objective(id="g1-o1", text=template["objective"].text, due="session 4")
    goal = Goal(id="g1", text=template["goal"].text, review_by="session 8", objectives=[objective])
    judged = Judge(knowledge, find_case("gad-maya")).plan(Plan(case="gad-maya", goals=[goal]))
    assert set(judged.levels.values()) == {0}
