"""Every shipped case is generated and released by stock `nbgrader` commands, in a course that the author has made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.store import list_cases

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stock") / "course"
    assert CliRunner().invoke(app, ["course", "new", str(folder)]).exit_code == 0
    path = folder / "course.yaml"
    path.write_text(path.read_text("utf-8").replace("exchange: null", "exchange: ../exchange"), "utf-8")
    (folder.parent / "exchange").mkdir()
    (folder.parent / "exchange").chmod(0o777)
    assert CliRunner().invoke(app, ["course", "build", str(folder)]).exit_code == 0
    return folder


@pytest.mark.parametrize("case", [case.id for case in list_cases()])
def test_a_case_is_generated_and_released(course, case):
    programs = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    for verb in ("generate_assignment", "release_assignment"):
        done = subprocess.run(
            [programs / "nbgrader", verb, case],
            cwd=course,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    (released,) = (course.parent / "exchange").glob(f"*/outbound/{case}")
    names = {path.name for path in released.iterdir()}
    assert {f"{case}.ipynb", "case.yaml", "assignment.json", "rubrics"} <= names
    assert not any("exemplar" in path.name for path in released.rglob("*"))
