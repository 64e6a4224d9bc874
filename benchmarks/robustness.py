#!/usr/bin/env python3
"""How often a statement keeps its levels and its type when it is written in another way.

    robustness.py [--seed 1] [--list KIND]

Each labelled statement is said again in the ways of `variants.py`; a variant counts as kept when no level and not the
type changes. `--list` prints the variants of a kind that changed, of statements that may be read only.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

from variants import KINDS

from goalsmith.engine import Judge
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
UNREAD = {"sad-kofi", "aud-mdd-carla"}
FILES = ("dev.jsonl", "practice.jsonl", "practice_unread.jsonl")
CASES = ("contexts.yaml", "more_contexts.yaml")
GOAL = 98


def main() -> None:
    """Judge every variant and print the share that is kept, by kind and by letter."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", choices=[*KINDS], help="print the changed variants of this kind")
    wanted = parser.parse_args()
    knowledge = load_knowledge()
    made, changed = defaultdict(Counter), defaultdict(lambda: defaultdict(Counter))
    judges = {case.id: Judge(knowledge, case) for file in CASES for case in load_cases(HERE / file)}
    for file in FILES:
        for line in (HERE / file).read_text("utf-8").splitlines():
            row = json.loads(line)
            unread = file == "practice_unread.jsonl" or row["context"] in UNREAD
            half = f"{file.split('.')[0].split('_')[0]}, {'unread' if unread else 'read'}"
            show = None if unread else wanted.list
            _count(row, judges[row["context"]], wanted.seed, made[half], changed[half], show)
    for half in made:
        _print(half, made[half], changed[half])


def _count(row: dict, judge: Judge, seed: int, made: Counter, changed: dict, show: str | None) -> None:
    before = _judged(judge, row["text"], row["kind"])
    for kind, make in KINDS.items():
        rng = random.Random(f"{seed} {kind} {row['id']}")  # noqa: S311 - nobody is to be kept from guessing it
        for variant in make(row["text"], rng):
            after = _judged(judge, variant, row["kind"])
            other = [what for what in before if before[what] != after[what]]
            made[kind] += 1
            changed[kind].update([*other, "any"] if other else [])
            if other and kind == show:
                moves = ", ".join(f"{what} {before[what]}>{after[what]}" for what in other)
                print(f"{row['id']} {moves}\n    {row['text']!r}\n    {variant!r}")


def _judged(judge: Judge, text: str, kind: str) -> dict:
    judged = judge.statement(text, kind)
    return {letter: judged.level(letter) for letter in "SMART"} | {"type": judged.type}


def _print(half: str, made: Counter, changed: dict) -> None:
    print(f"{half}: variants that kept every level and the type (goal: {GOAL} %)")
    made, changed = made.copy(), dict(changed)
    changed["all"] = sum(changed.values(), Counter())
    made["all"] = made.total()
    for kind, count in made.items():
        fell = changed.get(kind, Counter())
        share = {what: 100 * (1 - fell[what] / count) for what in ("any", *"SMART", "type")}
        letters = " ".join(f"{what} {share[what]:5.1f}" for what in (*"SMART", "type"))
        print(f"{kind:>13} n={count:<5}{share['any']:6.1f} %   {letters}")


if __name__ == "__main__":
    main()
