"""A Jupyter server on one folder, on the loopback interface only, and what it may read and write."""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

from goalsmith.errors import CourseError, PracticeError

SECONDS_TO_START = 90
SECONDS_TO_END = 20


def lab_environment(home: Path) -> dict[str, str]:
    """The process environment in which Jupyter keeps everything it writes below `home`."""
    folders = {
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "lab-settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "lab-workspaces",
        "IPYTHONDIR": home / "ipython",
    }
    # nbgrader calls `alembic` and `jupyter` by name, so the environment's own programs come first.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "PATH": path}


def free_port(wanted: int = 0) -> int:
    """Return the port `wanted` of the loopback interface, or any free one when it is taken."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise CourseError("This machine has no free port on its loopback interface.")


def exact_port(wanted: int) -> int:
    """Return the port `wanted`, which somebody has asked for by its number.

    Raises:
        PracticeError: another program has it, or this machine does not give it away.
    """
    if free_port(wanted) != wanted:
        raise PracticeError(f"Port {wanted} is taken by another program; name another one, or leave --port out.")
    return wanted


@dataclass(frozen=True)
class Server(ABC):
    """A server on the folder `root`. Whoever has the `token` may use it."""

    root: Path
    port: int
    token: str = field(default_factory=lambda: secrets.token_hex(16))

    name: ClassVar[str]
    """What a sentence calls it."""
    asked: ClassVar[str]
    """A page that answers without starting anything."""

    @property
    @abstractmethod
    def command(self) -> list[str]:
        """The server's command line."""

    def environment(self, home: Path) -> dict[str, str]:
        """The server's process environment; what it writes is kept below `home`."""
        return lab_environment(home)

    def url(self, place: str) -> str:
        """The address of a page of the server, with the token that opens it."""
        return f"http://127.0.0.1:{self.port}/{quote(place)}?token={self.token}"

    @contextmanager
    def running(self, home: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run the server while the block lasts; it answers when the block begins. Its log is `home/server.log`.

        Raises:
            CourseError: it does not come up.
        """
        home.mkdir(parents=True, exist_ok=True)
        log = home / "server.log"
        command = [*self.command, *options]
        with (
            log.open("wb") as out,
            subprocess.Popen(command, cwd=self.root, env=self.environment(home), stdout=out, stderr=out) as server,  # noqa: S603
        ):
            try:
                self._wait(server, log)
                yield server
            finally:
                _end(server)

    def _wait(self, server: subprocess.Popen[bytes], log: Path) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while server.poll() is None and time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.url(self.asked), timeout=5):  # noqa: S310 - our own address
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.3)
        raise CourseError(f"{self.name} did not come up; its last words are in {log}")


def _end(server: subprocess.Popen[bytes]) -> None:
    """End the server and what it runs; one that does not end by itself is stopped hard."""
    server.terminate()
    try:
        server.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        server.kill()
