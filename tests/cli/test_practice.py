"""`goalsmith practice` on a terminal: what it prints, how it ends, and what it refuses."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from typer.testing import CliRunner

from goalsmith.cli import app

CASE = "gad-maya"


def run(*args):
    return CliRunner().invoke(app, ["practice", *args])


def test_the_help_has_an_example():
    said = run("--help").stdout
    assert "Example: goalsmith practice" in said
    for option in ("--case", "--voila", "--no-open", "--port"):
        assert option in said


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["new", "--case", "gad-maja"], "There is no case called gad-maja. Did you mean gad-maya?"),
        (["file"], "is a file, and practice needs a folder"),
        (["full"], "is not empty and was not made for practice"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_sentence(tmp_path, monkeypatch, args, sentence):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").write_text("mine", "utf-8")
    result = run(*args, "--no-open")
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "new").exists()


def test_a_taken_port_is_said_before_anything_is_written(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = run(str(tmp_path / "new"), "--no-open", "--port", str(port))
    assert result.exit_code == 1
    assert f"Port {port} is taken by another program" in result.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("options", "page"), [(["--voila"], "voila/render"), ([], "lab/tree")])
def test_it_prints_an_address_that_opens_and_ends_at_ctrl_c(tmp_path, options, page):
    command = [sys.executable, "-m", "goalsmith", "practice", str(tmp_path / "mine"), "--case", CASE, "--no-open"]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        said = ""
        try:
            while "Press Ctrl+C" not in said and (line := process.stdout.readline()):
                said += line
            found = re.search(r"Open this address: (\S+)", said)
            assert found, said
            assert page in found[1]
            with urllib.request.urlopen(found[1], timeout=60) as answer:
                assert answer.status == 200
            process.send_signal(signal.SIGINT)
            rest, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert rest.strip() == "Stopped."
    assert errors == ""
    assert process.returncode == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", int(re.search(r":(\d+)/", found[1])[1]))) != 0
