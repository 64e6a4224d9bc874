"""Two learners with accounts of their own on one machine, and a Python that both can run."""

import json
import os
import pwd
import shutil
import stat
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from goalsmith.data import data_root

USERS = ("gs-ada", "gs-ben")
REPOSITORY = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Account:
    """One learner's account: a name, a home that is theirs alone, and how to run something as them."""

    name: str
    home: Path
    python: list[str]
    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        """Run Python with arguments as this learner and nobody else; return what it prints."""
        done = subprocess.run(
            [*self.python, *arguments],
            user=self.name,
            group=self.name,
            extra_groups=[],
            env={**self.environment, "HOME": str(self.home), "USER": self.name, "LOGNAME": self.name},
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def need_users() -> None:
    """Skip where the two accounts cannot be used; in CI, where they must be there, fail."""
    known = {entry.pw_name for entry in pwd.getpwall()}
    if os.geteuid() == 0 and set(USERS) <= known:
        return
    why = f"needs root and the accounts {' and '.join(USERS)} (see .ci/run)"
    if os.environ.get("CI"):
        pytest.fail(f"{why}; in CI this test must run")
    pytest.skip(why)


@contextmanager
def shared_place() -> Iterator[Path]:
    """A folder that everybody may enter, as a machine's file system is."""
    place = Path(tempfile.mkdtemp(prefix="goalsmith-two-users-"))
    place.chmod(0o755)
    try:
        yield place
    finally:
        shutil.rmtree(place)


def accounts(place: Path) -> tuple[Account, Account]:
    """Ada's and Ben's accounts, with homes in `place` and the exchange of `place` in their configuration."""
    config = place / "config"
    config.mkdir()
    (config / "nbgrader_config.py").write_text(f"c = get_config()\nc.Exchange.root = {str(place / 'exchange')!r}\n")
    python, environment = runnable_python(place / "python")
    environment["JUPYTER_CONFIG_PATH"] = str(config)
    made = []
    for name in USERS:
        home = place / "home" / name
        home.mkdir(parents=True)
        home.chmod(0o700)
        shutil.chown(home, name, name)
        made.append(Account(name, home, python, environment))
    return made[0], made[1]


def runnable_python(place: Path) -> tuple[list[str], dict[str, str]]:
    """This Python with its packages and this repository as anybody can run them; copied below `place` where needed."""
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if not open_to_all(base / "lib" / version):
        kept = ("site-packages", "test", "idlelib", "ensurepip", "config-*")
        link(base / "lib" / version, place / "lib" / version, kept)
        for library in (base / "lib").glob("libpython*"):
            shutil.copy(library, place / "lib")
        (place / "bin").mkdir()
        shutil.copy((base / "bin" / version).resolve(), place / "bin" / version)
        base = place
    packages = Path(sysconfig.get_path("purelib"))
    if not open_to_all(packages):
        packages = link(packages, place / "packages")
    toolkit = REPOSITORY / "toolkit"
    if not open_to_all(toolkit):
        for room in ("toolkit", "rubrics", "case_vignettes", "course"):
            link(REPOSITORY / room, place / "repository" / room)
        toolkit = place / "repository" / "toolkit"
    assert data_root() == REPOSITORY
    return [str(base / "bin" / version)], {
        "PATH": f"{base / 'bin'}:/usr/bin:/bin",
        "PYTHONPATH": f"{toolkit}:{packages}",
        "LD_LIBRARY_PATH": str(base / "lib"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def open_to_all(path: Path) -> bool:
    """Whether everybody may go down to `path` and list it."""
    modes = [one.stat().st_mode for one in [*path.resolve().parents, path]]
    return all(mode & stat.S_IXOTH for mode in modes) and bool(modes[-1] & stat.S_IROTH)


def link(source: Path, target: Path, but: tuple[str, ...] = ()) -> Path:
    """A copy of a folder that takes no room where files can have a second name."""

    def one(here: str, there: str) -> None:
        try:
            os.link(here, there)
        except OSError:
            shutil.copy(here, there)

    shutil.copytree(source, target, copy_function=one, ignore=shutil.ignore_patterns(*but), symlinks=False)
    for folder in [target, *target.parents]:
        if folder == Path(tempfile.gettempdir()):
            break
        folder.chmod(0o755)
    return target


SEARCH = """
import json, os, sys
found, refused, read = [], [], {}
for top in sys.argv[1:]:
    def note(problem):
        refused.append(problem.filename)
    for folder, folders, files in os.walk(top, onerror=note):
        for name in files:
            path = os.path.join(folder, name)
            found.append(path)
            try:
                with open(path, "rb") as file:
                    read[path] = file.read().decode("latin-1")
            except OSError:
                refused.append(path)
print(json.dumps({"found": found, "refused": refused, "read": read}))
"""


def search(account: Account, *places: Path) -> dict[str, list[str] | dict[str, str]]:
    """Walk through everything below `places` as this learner, and read whatever can be read."""
    return json.loads(account.run("-c", SEARCH, *map(str, places)))
