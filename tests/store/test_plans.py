"""Nothing that a learner wrote is lost."""

import json
import os

import pytest

from goalsmith.errors import BadPlan, PlanOfAnotherCase
from goalsmith.model import Goal, Objective, Plan
from goalsmith.store import PlanStore, read_plan
from goalsmith.store.history import MAX_HISTORY_BYTES

CASE = "gad-maya"


@pytest.fixture
def store(tmp_path):
    return PlanStore(tmp_path, CASE)


def plan_with(*texts):
    objectives = [Objective(id=f"g1-o{n}", text=text, due="session 4") for n, text in enumerate(texts[1:], 1)]
    return Plan(case=CASE, goals=[Goal(id="g1", text=texts[0], objectives=objectives)])


def test_what_is_saved_is_what_is_read_again(store, tmp_path):
    plan = plan_with("Worry less", "Log worries \U0001f600 «daily»")
    saved_at = store.save(plan)
    again = PlanStore(tmp_path, CASE).load()
    assert again == plan
    assert again.saved_at == saved_at
    assert saved_at.utcoffset().total_seconds() == 0


def test_a_first_plan_is_empty_and_makes_no_file(store):
    assert store.load().goals == []
    assert not store.path.exists()


def test_keys_of_a_newer_version_survive(store):
    data = json.loads(plan_with("Worry less").model_dump_json())
    data["mood"] = "kept"
    data["goals"][0]["colour"] = "green"
    data["format"] = 9
    store.path.write_text(json.dumps(data))
    plan = store.load()
    plan.goals[0].text = "Worry less often"
    store.save(plan)
    after = json.loads(store.path.read_text())
    assert (after["mood"], after["goals"][0]["colour"], after["format"]) == ("kept", "green", 9)


def test_a_failed_save_leaves_the_old_file(store, monkeypatch):
    store.save(plan_with("first"))
    before = store.path.read_bytes()

    def no_space(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space"):
        store.save(plan_with("second"))
    assert store.path.read_bytes() == before
    assert [p for p in store.path.parent.iterdir() if p.suffix == ".tmp"] == []


@pytest.mark.parametrize("share", [0, 0.3, 0.9])
def test_a_half_written_file_is_rebuilt_from_backup_and_history(store, tmp_path, share):
    store.save(plan_with("Goal one", "First step", "Second step"))
    plan = store.load()
    plan.goals[0].objectives[1].text = "Second step, twice a week"
    plan.goals.append(Goal(id="g2", text="Goal two", objectives=[Objective(id="g2-o1", text="Third step")]))
    del plan.goals[0].objectives[0]
    store.save(plan)
    raw = store.path.read_bytes()
    store.path.write_bytes(raw[: int(len(raw) * share)])

    again = PlanStore(tmp_path, CASE)
    rebuilt = again.load()
    assert [row.text for row in rebuilt.statements() if row.text] == [
        "Goal one",
        "Second step, twice a week",
        "Goal two",
        "Third step",
    ]
    assert rebuilt.goals[0].objectives[-1].due == "session 4"  # fields come from the version before
    assert "4 statements were restored" in again.recovered
    assert (tmp_path / "gad-maya.plan.json.damaged").read_bytes() == raw[: int(len(raw) * share)]


def test_without_a_backup_the_history_alone_restores_the_texts(store, tmp_path):
    store.save(plan_with("Goal one", "First step"))
    store.path.write_bytes(b"{")
    rebuilt = PlanStore(tmp_path, CASE).load()
    assert [row.text for row in rebuilt.statements()] == ["Goal one", "First step"]


def test_a_plan_of_another_case_is_left_alone(store, tmp_path):
    PlanStore(tmp_path, "ocd-daniel").save(Plan(case="ocd-daniel"))
    other = (tmp_path / "ocd-daniel.plan.json").rename(store.path)
    before = other.read_bytes()
    with pytest.raises(PlanOfAnotherCase, match="for the case ocd-daniel, not gad-maya"):
        store.load()
    assert other.read_bytes() == before


def test_history_has_one_line_for_each_changed_statement(store):
    plan = plan_with("Goal", "Step")
    store.save(plan)
    plan.goals[0].objectives[0].text = "Step two"
    store.save(plan)
    plan.goals[0].objectives = []
    store.save(plan)
    assert [(c["id"], c["text"]) for c in store.history.read()] == [
        ("g1", "Goal"),
        ("g1-o1", "Step"),
        ("g1-o1", "Step two"),
        ("g1-o1", ""),
    ]


def test_a_cut_history_line_is_skipped_and_the_next_one_is_whole(store):
    store.save(plan_with("Goal"))
    with store.history.path.open("ab") as file:
        file.write(b'{"at": "2026-')
    store.save(plan_with("Goal two"))
    assert [c["text"] for c in store.history.read()] == ["Goal", "Goal two"]


def test_a_long_history_is_thinned_and_keeps_every_statement(store):
    plan = plan_with("the first and never changed", "x")
    store.save(plan)
    for number in range(30):
        plan.goals[0].objectives[0].text = f"{number} " + "y" * 100_000
        store.save(plan)
    assert store.history.path.stat().st_size < MAX_HISTORY_BYTES
    newest = store.history.newest()
    assert newest["g1"]["text"] == "the first and never changed"
    assert newest["g1-o1"]["text"].startswith("29 ")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "was not handed in"),
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b'{"case": "gad-maya", "goals": [', "is damaged"),
        (b"\xff\xfe\x00", "is damaged"),
        (b"[" * 100_000, "is damaged"),
        (b"[1, 2]", "the file: input should be"),
        (b'{"case": "gad-maya", "goals": 3}', "goals: input should be a valid list"),
        (b'{"case": "ocd-daniel"}', "not gad-maya"),
        (b'{"case": "gad-maya", "goals": [{"id": "g1"}, {"id": "g1"}]}', "same id"),
        (b'{"case": "gad-maya", "x": "' + b"a" * 1_000_000 + b'"}', "1 MB at most"),
    ],
)
def test_a_grader_is_told_what_is_wrong_and_what_to_do(tmp_path, content, says):
    path = tmp_path / "gad-maya.plan.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadPlan) as caught:
        read_plan(path, CASE)
    message = str(caught.value)
    assert message.startswith("gad-maya.plan.json: ")
    assert says in message
    assert "submit" in message.lower()
    assert str(tmp_path) not in message
