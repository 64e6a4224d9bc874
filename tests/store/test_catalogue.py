"""An author's mistake is named by file, line and field, with a way to mend it."""

import shutil
from pathlib import Path

import pytest
import yaml

from goalsmith.data import data_root
from goalsmith.engine import Judge
from goalsmith.errors import BadCase, BadRubric, UnknownCase
from goalsmith.store import find_case, list_cases, load_cases, load_exemplars, load_knowledge

CASE = """\
id: test-ann
diagnosis: {name: Panic disorder, icd10cm: F41.0}
client: {age: 30, gender: woman, occupation: baker, household: lives alone}
client_words: "I want it to stop."
presenting_problems:
  - {id: panic, text: "Three panic attacks a week"}
  - id: avoidance
    text: "Takes no bus"
strengths: [keeps appointments]
barriers: [early shifts]
measures: {PDSS: 14}
planned_sessions: 12
"""


def errors_of(tmp_path: Path, text: str) -> str:
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadCase) as caught:
        load_cases(path)
    return str(caught.value).replace(str(path), "case.yaml")


def test_a_minimal_case_is_read(tmp_path):
    (tmp_path / "case.yaml").write_text(CASE)
    (case,) = load_cases(tmp_path / "case.yaml")
    assert (case.id, case.name, case.measures) == ("test-ann", "test-ann", {"PDSS": 14})


def test_a_file_may_hold_a_list(tmp_path):
    second = yaml.safe_load(CASE) | {"id": "test-bob"}
    (tmp_path / "cases.yaml").write_text(yaml.safe_dump([yaml.safe_load(CASE), second]))
    assert [case.id for case in load_cases(tmp_path / "cases.yaml")] == ["test-ann", "test-bob"]


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        (
            "planed_sessions: 12",
            "planned_sessions: 12",
            "line 12: planed_sessions: unknown key; did you mean planned_sessions?",
        ),
        ("    txt: ", "    text: ", "line 8: presenting_problems.1.txt: unknown key; did you mean text?"),
        ("strengts: [", "strengths: [", "line 9: strengts: unknown key; did you mean strengths?"),
        ("age: thirty", "age: 30", "line 3: client.age: input should be a valid integer"),
        (
            "planned_sessions: 0",
            "planned_sessions: 12",
            "line 12: planned_sessions: input should be greater than or equal to 1",
        ),
        ("icd10cm: panic", "icd10cm: F41.0", "line 2: diagnosis.icd10cm: string should match pattern"),
        ("id: avoidance", "id: Avoidance", "line 7"),
    ],
)
def test_a_mistake_is_named_by_line_and_field(tmp_path, wrong, right, message):
    if message == "line 7":
        wrong, right = right, wrong
    assert message in errors_of(tmp_path, CASE.replace(right, wrong))


def test_a_missing_key_is_named(tmp_path):
    assert "client_words: is required; add it" in errors_of(
        tmp_path, CASE.replace('client_words: "I want it to stop."\n', "")
    )


def test_every_problem_is_listed_at_once(tmp_path):
    text = CASE.replace("strengths", "strengts").replace("age: 30", "age: x")
    assert len(errors_of(tmp_path, text).splitlines()) == 3


def test_broken_yaml_names_the_line(tmp_path):
    assert "line 4: not valid YAML" in errors_of(tmp_path, CASE.replace('"I want it to stop."', '"I want: "it'))


def test_totals_must_agree_with_item_answers(tmp_path):
    text = CASE.replace("{PDSS: 14}", "{PDSS: 14, GAD-7: 9}") + "item_answers: {GAD-7: [1, 1, 1, 1, 1, 1, 1]}\n"
    assert "item_answers: GAD-7 adds up to 7 but measures says 9" in errors_of(tmp_path, text)


def test_a_text_cut_by_an_unquoted_comma_is_put_together(tmp_path):
    (tmp_path / "case.yaml").write_text(CASE.replace("household: lives alone", "household: divorced, has a son of 12"))
    (case,) = load_cases(tmp_path / "case.yaml")
    assert case.client.household == "divorced, has a son of 12"


def test_an_empty_file(tmp_path):
    assert "the file: input should be a valid dictionary" in errors_of(tmp_path, "")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(BadCase, match="cannot be read"):
        load_cases(tmp_path / "none.yaml")


def test_an_unknown_case_gets_the_nearest_name():
    with pytest.raises(UnknownCase, match="Did you mean gad-maya"):
        find_case("gad-maia")


def test_shipped_cases_are_ready_for_teaching():
    cases = {case.id: case for case in list_cases()}
    assert {"gad-maya", "ocd-daniel", "mdd-ruth"} <= cases.keys()
    for name in ("gad-maya", "ocd-daniel"):
        assert 700 <= len(cases[name].narrative.split()) <= 1000
        exemplars = load_exemplars(name).exemplars
        assert {"strong", "flawed"} <= {e.id for e in exemplars}
        assert all(e.plan.case == name for e in exemplars)
    assert cases["mdd-ruth"].risk


def test_shipped_cases_agree_with_the_contexts_that_statements_were_rated_on():
    contexts = {case.id: case for case in load_cases(Path(__file__).parents[2] / "benchmarks" / "contexts.yaml")}
    for case in list_cases():
        rated = contexts[case.id]
        for field in (
            "diagnosis",
            "client",
            "client_words",
            "presenting_problems",
            "strengths",
            "barriers",
            "measures",
        ):
            assert getattr(case, field) == getattr(rated, field), f"{case.id}: {field}"
        assert case.planned_sessions == rated.planned_sessions


def test_the_shipped_rubric_is_whole_and_its_hash_is_stable():
    knowledge = load_knowledge()
    assert list(knowledge.rubric.criteria) == ["S", "M", "A", "R", "T"]
    assert knowledge.stamp == load_knowledge().stamp


def test_an_edited_plan_rubric_changes_the_hash_and_a_missing_one_is_the_shipped_one(tmp_path):
    folder = Path(shutil.copytree(data_root() / "rubrics", tmp_path / "rubrics"))
    file = folder / "plan.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: The whole plan", "title: Our plans"), "utf-8")
    assert load_knowledge(folder).digest != load_knowledge().digest
    file.unlink()
    assert load_knowledge(folder).digest == load_knowledge().digest
    file.write_text(text.replace("none: [outcome_measure]", "none: [outcome_mesure]"), "utf-8")
    with pytest.raises(BadRubric, match="no check is called outcome_mesure"):
        load_knowledge(folder)


def practice_errors(tmp_path: Path, phrases: str) -> str:
    rubrics = tmp_path / "rubrics"
    shutil.copytree(data_root() / "rubrics", rubrics)
    path = rubrics / "practices" / "grief.yaml"
    path.write_text(path.read_text("utf-8").replace("  crying: [", f"  crying: [{phrases}, ", 1), "utf-8")
    try:
        load_knowledge(rubrics)
    except BadRubric as found:
        return str(found)
    return ""


def test_a_blank_beside_alternatives_is_refused_unless_quotes_say_that_it_is_meant(tmp_path):
    said = practice_errors(tmp_path / "a", "hand over|give up")
    assert "line 8" in said
    assert "`hand over|give` is read as words that follow each other" in said
    assert practice_errors(tmp_path / "b", '"hand over|across"') == ""
    assert practice_errors(tmp_path / "c", "hand_over|give_up ... bill|bills") == ""


def test_a_list_that_no_vocabulary_has_is_named(tmp_path):
    assert "<aliens> is no list of any vocabulary" in practice_errors(tmp_path, "<aliens>")


def test_an_alternative_of_two_words_is_found(tmp_path):
    rubrics = tmp_path / "rubrics"
    shutil.copytree(data_root() / "rubrics", rubrics)
    path = rubrics / "practices" / "gad.yaml"
    text = path.read_text("utf-8").replace("contraindicated:\n", MOVE, 1)
    path.write_text(text, "utf-8")
    case = next(case for case in list_cases() if case.id == "gad-maya")
    judge = Judge(load_knowledge(rubrics), case)
    assert "Ostriches" in judge.statement("Bury her head in fine sand every noon.", "objective").unsafe
    assert judge.statement("Bury no head in fine sand.", "objective").unsafe == ""


MOVE = """contraindicated:
  - id: sand
    behaviours:
      - does: [bury|hide ... sand|fine_gravel, "bury|hide ... fine_sand|gravel"]
    why: Ostriches do not do it either.
    source: "Nobody (2026). Nothing"
    instead: Look around.
    certainty: clear
"""


def test_a_move_that_nothing_looks_for_is_named(tmp_path):
    shutil.copytree(data_root() / "rubrics", tmp_path / "rubrics")
    path = tmp_path / "rubrics" / "practices" / "gad.yaml"
    path.write_text(path.read_text("utf-8").replace("- id: checking", "- id: checkings"))
    with pytest.raises(BadRubric, match=r"nothing looks for the move checkings; give it `behaviours`"):
        load_knowledge(tmp_path / "rubrics")
