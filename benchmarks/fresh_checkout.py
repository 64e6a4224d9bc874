"""Minutes that `make demo` takes on a fresh checkout, and seconds the second time.

Clones the repository's last commit into a temporary folder and runs `make demo` there twice, stopping before the
server. The first run installs everything, so the figure depends on the network and on the installer's cache.
"""

import subprocess
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def seconds(*command: str, cwd: Path) -> float:
    """Run a command and return how long it took."""
    began = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    """Print both figures."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "goalsmith"
        subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(clone)], check=True)
        demo = ("make", "demo", f"DEMO={folder}/demo", "OPTIONS=--no-lab")
        print(f"make demo, fresh checkout: {seconds(*demo, cwd=clone) / 60:.1f} minutes")
        print(f"make demo, second run:     {seconds(*demo, cwd=clone):.1f} seconds")


if __name__ == "__main__":
    main()
