"""Handing in one folder, and the receipt."""

import json
import shutil
from pathlib import Path

import pytest
from grading_helpers import CASE, learner, plan
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.errors import CourseError
from goalsmith.grading import phases
from goalsmith.grading.submit import submit_folder
from goalsmith.store import PlanStore, load_receipt, plan_digest


@pytest.fixture
def folder(course, monkeypatch, tmp_path) -> Path:
    """A learner's fetched assignment with a plan, below the course's configuration; the cache is the test's own."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    found = phases.fetch(course, learner(course, "amara"), CASE)
    PlanStore(found, CASE).save(plan())
    return found


def test_the_command_prints_the_receipt_and_keeps_it(folder, course):
    done = CliRunner().invoke(app, ["submit", "--json", str(folder)])
    assert done.exit_code == 0, done.output
    receipt = load_receipt(folder, CASE)
    assert json.loads(done.stdout) == json.loads(receipt.model_dump_json())
    assert receipt.plan_digest == plan_digest(PlanStore(folder, CASE).load())
    (sent,) = (course / "exchange" / "course" / "inbound").iterdir()
    assert (sent / f"{CASE}.plan.json").read_bytes() == (folder / f"{CASE}.plan.json").read_bytes()


def test_an_unreleased_assignment_is_refused_kindly(folder, course):
    shutil.rmtree(course / "exchange" / "course" / "outbound" / CASE)
    done = CliRunner().invoke(app, ["submit", str(folder)])
    assert done.exit_code == 1
    assert "ask your supervisor" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert load_receipt(folder, CASE) is None


def test_without_an_exchange_the_sentence_says_so(folder, course):
    shutil.rmtree(course / "exchange")
    with pytest.raises(CourseError, match=r"this course .* is not in the exchange"):
        submit_folder(folder)


def test_a_renamed_folder_is_told_its_name(folder):
    moved = folder.rename(folder.with_name("gad-maya (1)"))
    with pytest.raises(CourseError, match="call it gad-maya again"):
        submit_folder(moved)


def test_without_a_plan_nothing_is_handed_in(folder, course):
    (folder / f"{CASE}.plan.json").unlink()
    with pytest.raises(CourseError, match="no plan to hand in"):
        submit_folder(folder)
    assert not list((course / "exchange" / "course" / "inbound").iterdir())


def test_an_other_folder_is_refused(tmp_path):
    done = CliRunner().invoke(app, ["submit", str(tmp_path)])
    assert done.exit_code == 1
    assert "assignment.json" in done.stderr
