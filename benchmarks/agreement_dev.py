#!/usr/bin/env python3
"""Agreement of the engine with the labelled statements: all, the cases whose statements were read, and the others.

Statements of gad-maya, ocd-daniel and mdd-ruth were read while the engine was written; those of sad-kofi and
aud-mdd-carla were scored by script only. What the labels are worth is said in README.md.
"""

import json
from pathlib import Path

import agreement

from goalsmith.engine import Judge
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
READ = {"gad-maya", "ocd-daniel", "mdd-ruth"}


def main() -> None:
    """Score every statement and print quadratic-weighted kappas."""
    labels = agreement.load(HERE / "dev.jsonl")
    knowledge = load_knowledge()
    judges = {case.id: Judge(knowledge, case) for case in load_cases(HERE / "contexts.yaml")}
    scores = {i: _scores(judges[row["context"]], row) for i, row in labels.items()}
    for name, ids in (
        ("all", list(labels)),
        ("read", [i for i in labels if labels[i]["context"] in READ]),
        ("unread", [i for i in labels if labels[i]["context"] not in READ]),
    ):
        _print(name, ids, labels, scores)


def _scores(judge: Judge, row: dict) -> dict:
    judged = judge.statement(row["text"], row["kind"])
    return {letter: judged.level(letter) for letter in "SMART"} | {"type": judged.type}


def _print(name: str, ids: list, labels: dict, scores: dict) -> None:
    found = agreement.measure(ids, labels, scores)
    kappas = " ".join(f"{letter} {found[letter]['qwk']:.2f}" for letter in "SMART")
    right = sum(scores[i]["type"] == _majority(labels[i]) for i in ids) / len(ids)
    mean = found["mean"]
    print(
        f"{name:>6} n={len(ids):<3} kappa {kappas} mean {mean['qwk']:.3f}; "
        f"within one level {mean['within1']:.2f}; type {right:.2f}"
    )


def _majority(row: dict) -> str:
    types = [rater["type"] for rater in row["raters"]]
    return max(types, key=types.count)


if __name__ == "__main__":
    print(json.dumps({"rubric": load_knowledge().stamp}))
    main()
