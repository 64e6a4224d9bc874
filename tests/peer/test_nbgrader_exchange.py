"""nbgrader's own tests of its exchange, run against our classes: a subclassed exchange still keeps its contract.

They come with nbgrader and run in a process of their own. Every course of ours uses stock classes for submit, list,
fetch_assignment, release_assignment and fetch_feedback, and our own for collect and release_feedback.
"""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from traitlets.config import Config

from goalsmith.grading.config import configure

pytestmark = pytest.mark.slow

STEPS = (
    "submit",
    "collect",
    "list",
    "fetch_assignment",
    "releaseassignment",
    "releasefeedback",
    "fetchfeedback",
)

# Counts how often our classes do the work, so that a configuration that nbgrader ignores would be seen.
_WATCH = """
import atexit, json, os
from goalsmith.grading import exchange

calls = {"Collect": 0, "ReleaseFeedback": 0}

def watch(kind):
    done = kind.copy_files
    def counted(self):
        calls[kind.__name__] += 1
        return done(self)
    kind.copy_files = counted

watch(exchange.Collect)
watch(exchange.ReleaseFeedback)
atexit.register(lambda: open(os.environ["OURS_USED"], "w").write(json.dumps(calls)))
"""


def run_theirs(
    folder: Path, steps: tuple[str, ...], *, ours: bool, named: str = ""
) -> tuple[dict[str, int], list[str], dict[str, int]]:
    """Run nbgrader's tests of `steps`, or those of them that are called like `named`.

    Return its counts, what failed, and how often our classes worked.
    """
    config = folder / "config"
    config.mkdir()
    names = ours_of(folder) if ours else {}
    lines = [f"c.ExchangeFactory.{step} = {name!r}" for step, name in names.items()]
    (config / "nbgrader_config.py").write_text("\n".join(["c = get_config()", *lines]) + "\n")
    (folder / "watch_ours.py").write_text(_WATCH)
    modules = [f"nbgrader.tests.apps.test_nbgrader_{step}" for step in steps]
    options = [
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:warnings",
        "-p",
        "watch_ours",
        "--junit-xml=result.xml",
        "-k",
        named,
    ]
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_PATH": str(config),
        "OURS_USED": str(folder / "used.json"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(folder),
        "USER": os.environ.get("USER", "root"),
    }
    command = [sys.executable, "-m", "pytest", *options, "--pyargs", *modules]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=900, check=False)
    suite = ElementTree.parse(folder / "result.xml").getroot().find("testsuite")
    counts = {name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")}
    failed = [case.get("name") for case in suite if case.find("failure") is not None or case.find("error") is not None]
    return counts, failed, json.loads((folder / "used.json").read_text())


def ours_of(folder: Path) -> dict[str, str]:
    """The exchange classes of a goalsmith course, as its configuration names them."""
    (folder / "course.yaml").write_text("course_id: c\ntitle: C\nassignments: {}\n")
    config = Config()
    configure(config, folder)
    return dict(config.ExchangeFactory)


def test_nbgraders_own_exchange_tests_pass_with_our_classes(tmp_path):
    counts, failed, used = run_theirs(tmp_path, STEPS, ours=True)
    assert failed == []
    assert (counts["failures"], counts["errors"]) == (0, 0)
    assert counts["tests"] - counts["skipped"] > 60
    assert all(used.values()), used


def test_without_our_configuration_our_classes_do_nothing(tmp_path):
    """What shows that the counting above counts."""
    counts, failed, used = run_theirs(tmp_path, ("collect",), ours=False, named="test_collect")
    assert (counts["tests"] > 0, failed) == (True, [])
    assert used == {"Collect": 0, "ReleaseFeedback": 0}
