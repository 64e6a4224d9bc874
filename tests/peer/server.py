"""A PostgreSQL server of the tests' own, on a free port of this machine, for as long as they need it."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pg8000.dbapi
import pytest

PATIENCE = 60
"""Seconds until the server must answer."""


class Server:
    """A running server."""

    def __init__(self, port: int, password: str) -> None:
        self.port, self.password = port, password
        self._made = 0

    def connection(self) -> pg8000.dbapi.Connection:
        return pg8000.dbapi.connect(
            "goalsmith", "127.0.0.1", port=self.port, password=self.password, database="postgres", timeout=5
        )

    def new_database(self, like: str = "template1") -> str:
        """Make an empty database, or a copy of the one at the address `like`; return its SQLAlchemy address."""
        self._made += 1
        connection = self.connection()
        connection.autocommit = True
        source = like.rpartition("/")[2]
        connection.cursor().execute(f"CREATE DATABASE rounds_{self._made} TEMPLATE {source}")
        connection.close()
        return self.address(f"rounds_{self._made}")

    def address(self, database: str) -> str:
        return f"postgresql+pg8000://goalsmith:{self.password}@127.0.0.1:{self.port}/{database}"


def programs() -> Path:
    """Where the server's programs are; without any the test is skipped, and in CI it fails."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found or on_path:
        return (found[-1] if found else Path(on_path)).parent
    why = "no PostgreSQL server on this machine (Debian, Ubuntu: apt install postgresql)"
    if os.environ.get("CI"):
        pytest.fail(f"{why}; in CI these tests must run")
    pytest.skip(why)


@contextmanager
def running() -> Iterator[Server]:
    """Start a server with an empty cluster. It refuses to run as root, who lends it to the account `postgres`."""
    where = programs()
    owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    place = Path(tempfile.mkdtemp(prefix="goalsmith-server-"))
    password = secrets.token_hex(16)
    (place / "password").write_text(password)
    if owner:
        for path in (place, place / "password"):
            shutil.chown(path, "postgres", "postgres")
    options = ["--auth=scram-sha-256", f"--pwfile={place / 'password'}", "--username=goalsmith", "--encoding=UTF8"]
    made = [str(where / "initdb"), "-D", str(place / "data"), "--no-sync", *options]
    subprocess.run(made, check=True, capture_output=True, cwd=place, **owner)
    port = free_port()
    settings = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
    command = [str(where / "postgres"), "-D", str(place / "data")]
    command += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with (place / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=place, **owner)
    try:
        server = Server(port, password)
        wait_for(server, process)
        yield server
    finally:
        process.send_signal(signal.SIGQUIT)  # at once: what it holds is thrown away
        process.wait(PATIENCE)
        shutil.rmtree(place)


def wait_for(server: Server, process: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            server.connection().close()
            return
        except pg8000.dbapi.Error:
            assert process.poll() is None, "the server ended at once"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
