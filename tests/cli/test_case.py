"""`goalsmith case`: listing, checking and beginning cases."""

import shutil

import yaml
from typer.testing import CliRunner

import goalsmith.cli.case  # registers the verb
from goalsmith.cli.app import app
from goalsmith.store import load_cases
from interview_case import FOLDER
from stage_case import FOLDER as UNFOLDING

assert goalsmith.cli.case
SOUND = (FOLDER / "case.yaml").read_text("utf-8")


def run(*args):
    return CliRunner().invoke(app, ["case", *map(str, args)], env={"COLUMNS": "160"})


def write(folder, text):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "case.yaml"
    path.write_text(text, "utf-8")
    return path


def test_the_shipped_cases_have_nothing_to_mend():
    result = run("check")
    assert result.stdout.splitlines()[-1] == "Checked 3 case files: nothing to mend."
    assert result.exit_code == 0


def test_a_shipped_case_is_checked_by_its_id_and_a_folder_by_its_path(tmp_path):
    assert run("check", "mdd-ruth").stdout == "Checked 1 case file: nothing to mend.\n"
    write(tmp_path / "sleep-noor", SOUND)
    assert run("check", tmp_path).exit_code == 0
    assert run("check", tmp_path / "sleep-noor").exit_code == 0
    assert run("check", tmp_path / "sleep-noor" / "case.yaml").exit_code == 0


def test_a_problem_of_the_interview_is_said_with_its_line(tmp_path):
    path = write(tmp_path, SOUND.replace("facts: [nights]", "facts: [nihgts]"))
    result = run("check", path)
    line = next(n for n, row in enumerate(path.read_text().splitlines(), 1) if "nihgts" in row)
    assert f"{path}: line {line}: interview.questions.how-often.facts: there is no fact nihgts;" in result.stdout
    assert "2 to mend in 1 case file." in result.stdout
    assert result.exit_code == 1


def test_a_case_that_does_not_load_is_said_and_the_others_are_checked_all_the_same(tmp_path):
    bad = write(tmp_path / "a", SOUND.replace("age: 44", "age: old"))
    write(tmp_path / "b", SOUND)
    result = run("check", tmp_path)
    assert f"{bad}: line 5: client.age:" in result.stdout
    assert "1 to mend in 2 case files." in result.stdout
    assert result.exit_code == 1


def test_a_problem_of_a_key_is_said_with_the_keys_line(tmp_path):
    shutil.copytree(UNFOLDING, tmp_path / "one")
    key = tmp_path / "one" / "key.yaml"
    text = key.read_text("utf-8")
    stage = next(iter(yaml.safe_load(text)["stages"]))
    key.write_text(text.replace(f"  {stage}:", "  no-such-stage:", 1), "utf-8")
    result = run("check", tmp_path / "one")
    assert f"{key}: line " in result.stdout
    assert "there is no stage no-such-stage" in result.stdout
    assert f"the stage {stage} has no ruling" in result.stdout
    assert result.exit_code == 1


def test_a_missing_key_is_said_of_the_case(tmp_path):
    shutil.copytree(UNFOLDING, tmp_path / "one")
    (tmp_path / "one" / "key.yaml").unlink()
    assert "key.yaml: is missing" in run("check", tmp_path / "one").stdout


def test_of_a_list_of_cases_the_right_ones_line_is_named(tmp_path):
    first = yaml.safe_load(SOUND)
    second = yaml.safe_load(SOUND) | {"id": "sleep-two"}
    second["interview"]["questions"][2]["facts"] = ["nope"]
    path = tmp_path / "cases.yaml"
    path.write_text(yaml.safe_dump([first, second], sort_keys=False), "utf-8")
    said = next(row for row in run("check", path).stdout.splitlines() if "no fact nope" in row)
    line = int(said.partition(": line ")[2].partition(":")[0])
    assert "nope" in "\n".join(path.read_text().splitlines()[line - 1 : line + 1])


def test_something_that_is_no_case_is_one_sentence(tmp_path):
    assert "Did you mean mdd-ruth?" in run("check", "mdd-rut").stderr
    assert "holds no case.yaml" in run("check", tmp_path).stderr
    assert run("check", tmp_path).exit_code == 1


def test_the_list_says_what_each_case_has():
    out = run("list").stdout
    row = next(line for line in out.splitlines() if "mdd-ruth" in line)
    assert "suicide" in row
    assert "Later sessions" in out


def test_a_new_case_loads_and_says_what_it_lacks(tmp_path):
    made = run("new", "sad-alex", tmp_path)
    path = tmp_path / "sad-alex" / "case.yaml"
    assert f"goalsmith case check {path}" in made.stdout
    assert load_cases(path)[0].id == "sad-alex"
    result = run("check", path)
    assert "interview.questions: none is of the kind miracle; add one" in result.stdout
    assert "enquires about suicide" not in result.stdout
    assert result.exit_code == 1


def test_a_new_case_never_replaces_one(tmp_path):
    run("new", "sad-alex", tmp_path)
    path = tmp_path / "sad-alex" / "case.yaml"
    path.write_text("mine", "utf-8")
    again = run("new", "sad-alex", tmp_path)
    assert "is there already" in again.stderr
    assert again.exit_code == 1
    assert path.read_text() == "mine"


def test_an_id_that_cannot_be_one_makes_nothing(tmp_path):
    result = run("new", "../Sad Alex", tmp_path)
    assert "cannot be an id" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_each_command_has_an_example():
    for verb in ("check", "list", "new"):
        assert f"goalsmith case {verb}" in run(verb, "--help").stdout
