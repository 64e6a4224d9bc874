#!/usr/bin/env python3
"""How long it takes to import goalsmith, and the engine with the store, each in fresh processes (median of 15).

Processor time, with the modules byte-compiled once before, as an installation leaves them.
"""

import os
import statistics
import subprocess
import sys
import tempfile

TIMED = "import time; start = time.process_time(); import {names}; print(time.process_time() - start)"


def seconds(names: str, compiled: str, runs: int = 15) -> float:
    """The median time in seconds of importing `names`, whose byte code is kept in the folder `compiled`."""
    command = [sys.executable, "-c", TIMED.format(names=names)]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = compiled
    taken = [
        float(subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout)
        for _ in range(runs + 1)
    ]
    return statistics.median(taken[1:])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for names in ("goalsmith", "goalsmith.engine, goalsmith.store"):
            print(f"import {names}: {seconds(names, folder):.3f} s")
