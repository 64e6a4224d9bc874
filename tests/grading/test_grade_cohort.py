"""`goalsmith grade` gives the grades of `nbgrader autograde` with the course's configuration."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from grading_helpers import CASE, LETTERS, SUGGESTED, comments, graded, hand_in, plan, scores
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.errors import CourseError
from goalsmith.grading import phases
from goalsmith.grading.results import results


def test_the_same_grades_as_nbgrader_autograde(course, tmp_path):
    hand_in(course, "amara")
    hand_in(course, "ben", plan("Feel better.", "Try harder."))
    hand_in(course, "chen", spoil=lambda folder: (folder / f"{CASE}.ipynb").unlink())
    hand_in(course, "dina", spoil=lambda folder: (folder / f"{CASE}.plan.json").unlink())
    phases.collect(course, CASE)
    other = Path(shutil.copytree(course, tmp_path / "other"))
    phases.grade(course, CASE)
    nbgrader = [str(Path(sys.executable).parent / "nbgrader"), "autograde", CASE]
    subprocess.run(nbgrader, cwd=other, check=True, capture_output=True)
    for name in ("amara", "ben", "chen", "dina"):
        assert scores(other, name) == scores(course, name)
        assert comments(other, name) == comments(course, name)


def test_progress_and_result_name_every_learner(course):
    hand_in(course, "amara")
    hand_in(course, "ben")
    phases.collect(course, CASE)
    seen = []
    result = phases.grade(course, CASE, progress=lambda name, total: seen.append((name, total)))
    assert seen == [("amara", 2), ("ben", 2)]
    assert result.graded == ["amara", "ben"]


def test_the_working_directory_stays(course, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    hand_in(course, "amara")
    graded(course)
    phases.feedback(course, CASE)
    assert Path.cwd() == tmp_path


def test_the_table_has_points_totals_and_what_waits(course):
    hand_in(course, "amara")
    graded(course)
    row = results(course, CASE).loc["amara"]
    assert list(row.index) == [*LETTERS, "thread", "fit", "peer_review", "supervisor", "total", "waiting"]
    assert row["total"] == pytest.approx(sum(row[part] for part in SUGGESTED))
    assert row["waiting"] == 9
    assert row[["peer_review", "supervisor"]].isna().all()


def test_grading_too_early_says_what_comes_first(course):
    with pytest.raises(CourseError, match="nbgrader collect"):
        phases.grade(course, CASE)
    with pytest.raises(CourseError, match="generate_assignment"):
        phases.grade(course, "ocd-daniel")
    with pytest.raises(CourseError, match="no assignment"):
        phases.grade(course, "gad-mya")


def test_an_own_rubric_file_of_the_learner_changes_nothing(course):
    def cheat(folder):
        text = (folder / "case.yaml").read_text().replace("planned_sessions: 12", "planned_sessions: 90")
        (folder / "case.yaml").write_text(text)
        shutil.rmtree(folder / "rubrics")
        (folder / "assignment.json").write_text("{}")

    hand_in(course, "amara")
    hand_in(course, "ben", spoil=cheat)
    graded(course)
    assert scores(course, "ben") == scores(course, "amara")


def test_a_failure_is_named_and_stops_nobody(course):
    for name in ("amara", "ben", "zeno"):
        hand_in(course, name)
    phases.collect(course, CASE)
    (course / "autograded").mkdir()
    (course / "autograded" / "ben").write_text("a file where nbgrader wants a folder")
    result = phases.grade(course, CASE)
    assert result.graded == ["amara", "zeno"]
    assert list(result.failed) == ["ben"]
    assert scores(course, "zeno")["S"][0] > 0


def test_the_command_shows_everybody_and_what_comes_next(course):
    hand_in(course, "amara")
    hand_in(course, "ben")
    phases.collect(course, CASE)
    done = CliRunner().invoke(app, ["grade", CASE, "--course", str(course)])
    assert done.exit_code == 0, done.output
    assert "amara" in done.output
    assert "Graded 2 now, 0 had not changed." in done.output
    assert f"goalsmith confirm {CASE}" in done.output
