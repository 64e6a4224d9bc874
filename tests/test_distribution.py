"""The shipped cases and rubrics are found wherever goalsmith is installed."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

import goalsmith
from goalsmith import data_root

REPOSITORY = Path(__file__).parent.parent
BESIDE_CODE = {".js", ".css", ".j2", ".json", ".html"}


def test_an_editable_install_reads_the_repository_itself():
    assert Path(goalsmith.__file__).is_relative_to(REPOSITORY), "run the tests in an editable install"
    assert data_root() == REPOSITORY


@pytest.mark.slow
def test_a_wheel_in_an_empty_environment_carries_cases_rubrics_and_course(tmp_path):
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(REPOSITORY)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / "bin" / "python"
    # Finding the data needs none of the dependencies, so the environment stays empty.
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel], check=True)
    code = "import goalsmith; print(goalsmith.data_root())"
    out = subprocess.run([python, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    root = Path(out.stdout.strip())
    assert root.is_relative_to(tmp_path / "empty")
    for room in ("case_vignettes", "rubrics", "course"):
        shipped = {path.relative_to(root / room) for path in (root / room).rglob("*") if path.is_file()}
        own = {path.relative_to(REPOSITORY / room) for path in (REPOSITORY / room).rglob("*") if path.is_file()}
        assert shipped == own, f"the wheel's {room} differs from the repository's"
    # Scripts, style sheets and page templates beside the code travel with it.
    installed, package = root.parent, REPOSITORY / "toolkit" / "goalsmith"
    beside = [path.relative_to(package) for path in package.rglob("*") if path.suffix in BESIDE_CODE]
    assert Path("practice/share/nbconvert/templates/goalsmith/index.html.j2") in beside
    assert [path for path in beside if not (installed / path).is_file()] == []
