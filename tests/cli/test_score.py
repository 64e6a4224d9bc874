import json
from pathlib import Path

from typer.testing import CliRunner

import goalsmith.cli.score  # registers the verb
from goalsmith.cli.app import app
from goalsmith.model import Goal, Objective, Plan

CONTEXTS = str(Path(__file__).parents[2] / "benchmarks" / "contexts.yaml")
ROW = {"id": "x1", "context": "gad-maya", "kind": "objective", "text": "Send no more than 4 texts a day by session 6"}
assert goalsmith.cli.score


def run(*args, **options):
    return CliRunner().invoke(app, ["score", *args], **options)


def rows(output):
    return [json.loads(line) for line in output.splitlines()]


def test_lines_come_out_in_order_with_levels_evidence_and_advice(tmp_path):
    file = tmp_path / "items.jsonl"
    file.write_text("\n".join(json.dumps({**ROW, "id": f"x{n}"}) for n in range(3)) + "\n", "utf-8")
    result = run(str(file), "--cases", CONTEXTS)
    assert result.exit_code == 0
    out = rows(result.stdout)
    assert [row["id"] for row in out] == ["x0", "x1", "x2"]
    assert out[0]["T"] == out[0]["M"] == 3
    assert out[0]["type"] == "objective"
    for found in out[0]["evidence"]:
        assert found["text"] == ROW["text"][found["start"] : found["end"]]
        assert found["criterion"] in "SMART"


def test_offsets_count_code_points():
    text = "𝔐aya sends no more than 4 texts a day by session 6"
    (row,) = rows(run("--text", text, "--case", "gad-maya").stdout)
    deadline = next(e for e in row["evidence"] if e["check"] == "explicit_deadline")
    assert text[deadline["start"] : deadline["end"]] == deadline["text"]
    assert "session 6" in deadline["text"]


def test_a_bad_line_is_named_and_the_rest_is_scored():
    lines = [json.dumps(ROW), "{oops", json.dumps({**ROW, "kind": "wish"}), json.dumps({**ROW, "context": "nobody"})]
    result = run("-", "--cases", CONTEXTS, input="\n".join([*lines, json.dumps({**ROW, "id": "last"})]))
    assert result.exit_code == 1
    assert [row["id"] for row in rows(result.stdout)] == ["x1", "last"]
    errors = result.stderr.splitlines()
    assert [line.split(":")[0] for line in errors] == ["line 2", "line 3", "line 4"]
    assert "nobody" in errors[2]


def test_bytes_that_are_no_text_are_a_bad_line():
    result = run("-", input=b"\xff\xfe\n" + json.dumps(ROW).encode())
    assert result.exit_code == 1
    assert len(rows(result.stdout)) == 1


def test_without_a_case_a_and_r_are_null():
    (row,) = rows(run("--text", "Fewer texts by session 6").stdout)
    assert row["A"] is None
    assert row["R"] is None
    assert row["T"] == 3


def test_a_plan_is_scored_with_the_case_of_its_name(tmp_path):
    step = Objective(id="g1-o1", text=ROW["text"])
    plan = Plan(case="gad-maya", goals=[Goal(id="g1", text="Worry less at work", objectives=[step])])
    file = tmp_path / "gad-maya.plan.json"
    file.write_text(plan.model_dump_json(), "utf-8")
    out = rows(run(str(file)).stdout)
    assert [row["id"] for row in out] == ["g1", "g1-o1", "plan"]
    assert 0 <= out[-1]["shares"]["T"] <= 1
    assert out[-1]["thread"] in range(4)
    assert out[-1]["safety"] is None
    assert {"thread", "fit"} <= {one["criterion"] for one in out[-1]["advice"]}


def test_mistakes_in_the_call_are_told_in_one_sentence(tmp_path):
    assert run().exit_code == 2
    assert run("--text", "x", "--kind", "wish").exit_code == 2
    missing = run(str(tmp_path / "none.jsonl"))
    assert missing.exit_code == 1
    assert "cannot be read" in missing.stderr
    unknown = run("--text", "x", "--case", "gad-mya")
    assert unknown.exit_code == 1
    assert "gad-maya" in unknown.stderr


def test_help_shows_examples():
    assert "goalsmith score --text" in run("--help").stdout
