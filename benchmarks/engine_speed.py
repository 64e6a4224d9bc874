#!/usr/bin/env python3
"""How many distinct statements the engine judges in a second on one core, and its slowest percent.

    engine_speed.py [--count 6000]

Each text is a labelled statement with another opening, so that no text comes twice.
"""

import argparse
import json
import time
from pathlib import Path

from goalsmith.engine import Judge
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
OPENINGS = ("As agreed in week {n}, ", "Step {n}: ", "Together with plan {n}, ", "")


def main() -> None:
    """Time each statement and print statements per second, median and 99th percentile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=6000)
    count = parser.parse_args().count
    knowledge = load_knowledge()
    judges = {case.id: Judge(knowledge, case) for case in load_cases(HERE / "contexts.yaml")}
    rows = [json.loads(line) for line in (HERE / "dev.jsonl").read_text("utf-8").splitlines()]
    texts = []
    for number in range(count):
        row, turn = rows[number % len(rows)], number // len(rows)
        end = f" ({number})" if turn else ""
        texts.append((judges[row["context"]], row["kind"], OPENINGS[turn % 4].format(n=turn) + row["text"] + end))
    taken = []
    used = time.process_time()
    for judge, kind, text in texts:
        start = time.perf_counter()
        judge.statement(text, kind)
        taken.append(time.perf_counter() - start)
    used = time.process_time() - used
    taken.sort()
    print(f"{count} distinct statements, {count / used:,.0f} a second on one core (processor time)")
    print(f"median {taken[count // 2] * 1000:.2f} ms, p99 {taken[int(count * 0.99)] * 1000:.2f} ms")


if __name__ == "__main__":
    main()
