"""A real browser on a real JupyterLab; one server for the whole session."""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from goalsmith.demo import Lab, lab_environment

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser():
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        message = "no Chromium on this machine (Debian, Ubuntu: apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(f"{message}; in CI the browser tests must run")
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def start_lab(tmp_path_factory):
    """A function that starts JupyterLab on a folder and waits until it answers."""
    running = []

    def start(root, home) -> Lab:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        lab = Lab(root, port)
        log = (tmp_path_factory.mktemp("lab") / "server.log").open("wb")
        # The tests ask the application itself whether its kernel is ready.
        command = [*lab.command, "--LabApp.expose_app_in_browser=True"]
        server = subprocess.Popen(command, cwd=root, env=lab_environment(home), stdout=log, stderr=log)
        running.append(server)
        wait_until_up(lab, server, log.name)
        return lab

    yield start
    for server in running:
        server.terminate()
        server.wait(timeout=30)


def wait_until_up(lab: Lab, server: subprocess.Popen, log: str, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(lab.url("api/status"), timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    pytest.fail(f"JupyterLab did not come up:\n{Path(log).read_text(errors='replace')[-3000:]}")
