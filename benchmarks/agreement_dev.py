#!/usr/bin/env python3
"""Agreement of the engine with the labelled statements, those that were read and those that were not.

    agreement_dev.py [--list S|M|A|R|T|type] [--by-case]

`dev.jsonl` has three ratings a statement, `practice*.jsonl` one. What was read while the rules were written shows how
well they fit; what was not shows how well they judge. What the labels are worth is said in README.md. `--list` prints
the disagreements about a letter, of statements that may be read only.
"""

import argparse
import json
from pathlib import Path

import agreement

from goalsmith.engine import Judge
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
UNREAD = {"sad-kofi", "aud-mdd-carla"}  # until docs/engine-limits.md was written
FILES = ("dev.jsonl", "practice.jsonl", "practice_unread.jsonl")


def main() -> None:
    """Score every statement and print quadratic-weighted kappas."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", choices=[*"SMART", "type"], help="print the disagreements about this")
    parser.add_argument("--by-case", action="store_true", help="also print a line for each case")
    wanted = parser.parse_args()
    knowledge = load_knowledge()
    print(json.dumps({"rubric": knowledge.stamp}))
    cases = [*load_cases(HERE / "contexts.yaml"), *load_cases(HERE / "more_contexts.yaml")]
    judges = {case.id: Judge(knowledge, case) for case in cases}
    for file in FILES:
        labels = agreement.load(HERE / file)
        for row in labels.values():
            row["raters"] = row["raters"] * (3 // len(row["raters"]))  # `measure` wants three; one stands for all
        scores = {i: _scores(judges[row["context"]], row) for i, row in labels.items()}
        groups = {
            "read": [i for i, row in labels.items() if _readable(file, row)],
            "unread": [i for i, row in labels.items() if not _readable(file, row)],
        }
        if wanted.by_case:
            for i, row in labels.items():
                groups.setdefault(row["context"], []).append(i)
        for name, ids in groups.items():
            if ids:
                _print(f"{file.removesuffix('.jsonl')} {name}", ids, labels, scores)
        if wanted.list:
            _list(wanted.list, groups["read"], labels, scores)


def _readable(file: str, row: dict) -> bool:
    if file == "dev.jsonl":
        return row["context"] not in UNREAD
    return file == "practice.jsonl"


def _list(what: str, ids: list, labels: dict, scores: dict) -> None:
    for i in ids:
        row, got = labels[i], scores[i][what]
        meant = _majority(row) if what == "type" else sorted(r[what] for r in row["raters"])[len(row["raters"]) // 2]
        if got != meant:
            print(f"{i} {row['context']} {row['kind']}: labelled {meant}, judged {got} | {row['text']}")


def _scores(judge: Judge, row: dict) -> dict:
    judged = judge.statement(row["text"], row["kind"])
    return {letter: judged.level(letter) for letter in "SMART"} | {"type": judged.type}


def _print(name: str, ids: list, labels: dict, scores: dict) -> None:
    found = agreement.measure(ids, labels, scores)
    kappas = " ".join(f"{letter} {found[letter]['qwk']:.2f}" for letter in "SMART")
    right = sum(scores[i]["type"] == _majority(labels[i]) for i in ids) / len(ids)
    mean = found["mean"]
    print(
        f"{name:>22} n={len(ids):<3} kappa {kappas} mean {mean['qwk']:.3f}; "
        f"within one level {mean['within1']:.2f}; type {right:.2f}"
    )


def _majority(row: dict) -> str:
    types = [rater["type"] for rater in row["raters"]]
    return max(types, key=types.count)


if __name__ == "__main__":
    main()
