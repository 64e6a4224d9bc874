#!/usr/bin/env python3
"""How long it takes to import goalsmith, and the engine with the store, each in fresh processes (median of 15)."""

import statistics
import subprocess
import sys

TIMED = "import time; start = time.perf_counter(); import {names}; print(time.perf_counter() - start)"


def seconds(names: str, runs: int = 15) -> float:
    """The median time in seconds of importing `names`."""
    command = [sys.executable, "-c", TIMED.format(names=names)]
    return statistics.median(
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(runs)
    )


if __name__ == "__main__":
    for names in ("goalsmith", "goalsmith.engine, goalsmith.store"):
        print(f"import {names}: {seconds(names):.3f} s")
