#!/usr/bin/env python3
"""How many distinct statements the engine judges in a second on one core, and its slowest percent.

    engine_speed.py [--count 6000]

Each text is a labelled statement with another opening, so that no text comes twice: half of them are judged one by
one, the others in batches. All figures are processor time.
"""

import argparse
import json
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from pathlib import Path

from goalsmith.engine import Judge
from goalsmith.model.assessment import Kind
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
OPENINGS = ("As agreed in week {n}, ", "Step {n}: ", "Together with plan {n}, ", "")


def main() -> None:
    """Print the median and 99th percentile of one statement, and statements a second alone and in batches."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=6000)
    count = parser.parse_args().count
    knowledge = load_knowledge()
    judges = {case.id: Judge(knowledge, case) for case in load_cases(HERE / "contexts.yaml")}
    rows = [json.loads(line) for line in (HERE / "dev.jsonl").read_text("utf-8").splitlines()]
    texts = defaultdict(list)
    for number in range(2 * count):
        row, turn = rows[number % len(rows)], number // len(rows)
        end = f" ({number})" if turn else ""
        opening = OPENINGS[turn % 4].format(n=turn)
        texts[number < count, row["context"]].append((opening + row["text"] + end, row["kind"]))
    taken = sorted(seconds for (single, case), own in texts.items() if single for seconds in alone(judges[case], own))
    print(f"one by one: {count / sum(taken):,.0f} a second on one core (processor time)")
    print(f"  median {taken[count // 2] * 1000:.2f} ms, p99 {taken[int(count * 0.99)] * 1000:.2f} ms")
    start = time.process_time()
    for (single, case), own in texts.items():
        if not single:
            deque(judges[case].statements(own), maxlen=0)
    print(f"in batches: {count / (time.process_time() - start):,.0f} a second")


def alone(judge: Judge, rows: list[tuple[str, Kind]]) -> Iterator[float]:
    """The seconds of processor time that each of `rows` takes by itself."""
    for text, kind in rows:
        start = time.process_time()
        judge.statement(text, kind)
        yield time.process_time() - start


if __name__ == "__main__":
    main()
