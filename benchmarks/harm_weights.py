#!/usr/bin/env python3
"""Learn how much words speak for harm, and write `rubrics/harm.yaml`.

    harm_weights.py [--check]

A logistic regression with a ridge, over the words and pairs of words of the statements that may be read (harmful ones
and near misses, and ordinary ones that are rated R > 0). Three numbers are set by hand, on half the moves of
`harm_wide.jsonl`, each statement judged by weights that were learned without its move: what a text's words have to
reach alone (BAR), and what a move that the rules find adds, if it is worded narrowly (PLANNED) or widely (TENTATIVE).

`--check` writes nothing: it prints what is found by weights learned without the statements of a move, and of a case.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from goalsmith.engine import Judge
from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.harm.weighed import grams
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model import Case, HarmWords
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
HARM = ("harm.jsonl", "harm_more.jsonl", "harm_wide.jsonl")
ORDINARY = ("practice.jsonl", "dev.jsonl")
OUT = HERE.parent / "rubrics" / "harm.yaml"
RIDGE, SEEN, FOLDS = 2.0, 3, 5
BAR, PLANNED, TENTATIVE = 2.0, 4.0, 1.0
BIAS = ""
WHEN = frozenset(
    stem(word)
    for word in listed("""
        week, day, session, month, fortnight, year, daily, weekly, monday, tuesday, wednesday, thursday, friday,
        saturday, sunday, january, february, march, april, may, june, july, august, september, october, november,
        december, minute, min, hour, time, from, by, for
    """)
) | {"<number>"}
"""When and how long a step is planned says nothing of whether it harms, and is not weighed."""
HEAD = """\
# How much words speak for a plan that works against treatment, in log odds: learned, not written. Each weight stands
# with its words and pairs of words (stems). Made anew by benchmarks/harm_weights.py, which explains it.
"""


def main() -> None:
    """Learn the weights, print how well they carry, and write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only print how well the weights carry")
    check = parser.parse_args().check
    rows = _rows()
    texts, planned = _read(rows)
    harm = np.array([row["harm"] for row in rows])
    if not check:
        weights = _learn(texts, harm)
        OUT.write_text(_yaml(weights, BAR - weights[BIAS]), "utf-8")
        return
    wide = np.array(["wide" in row["file"] for row in rows])
    half = wide & np.array([zlib.crc32(_move(row).encode()) % 2 == 1 for row in rows])
    for name, key in (("move", _move), ("case", lambda row: row["context"])):
        scores = _without(rows, texts, harm, key)
        for part, which in (("wide", wide), ("its half B", half)):
            _print(f"{part}, rules alone", planned > 0, harm, which)
            _print(f"{part}, {name} left out", scores + planned >= BAR, harm, which)


def _move(row: dict) -> str:
    return str(row["why"]).split(":")[0]


def _rows() -> list[dict]:
    rows = []
    for file in (*HARM, *ORDINARY):
        for line in (HERE / file).read_text("utf-8").splitlines():
            row = json.loads(line) | {"file": file}
            if "raters" in row:
                levels = sorted(rater["R"] for rater in row["raters"])
                if levels[len(levels) // 2] == 0:
                    continue
                row |= {"harm": False, "why": row["id"]}
            rows.append(row)
    return rows


def _read(rows: list[dict]) -> tuple[list[frozenset[str]], np.ndarray]:
    """The words and pairs of each statement, and what a move adds that the rules find in it."""
    cases = [*load_cases(HERE / "contexts.yaml"), *load_cases(HERE / "more_contexts.yaml")]
    names = {c.id: frozenset(tokenise(normalise(f"{c.id} {c.title}")).words) for c in cases}
    texts = [frozenset(grams(tokenise(normalise(r["text"])), names[r["context"]])) for r in rows]
    narrow, either = _found(rows, cases, tentative=0), _found(rows, cases, tentative=1)
    return texts, np.where(narrow, PLANNED, np.where(either, TENTATIVE, 0.0))


def _found(rows: list[dict], cases: list[Case], *, tentative: float) -> np.ndarray:
    """Whether the rules alone find a move in each statement, those that are worded widely only if `tentative` is 1."""
    knowledge = replace(load_knowledge(), harm=HarmWords(threshold=1, planned=1, tentative=tentative, weights=[]))
    judges = {case.id: Judge(knowledge, case) for case in cases}
    return np.array([bool(judges[r["context"]].statement(r["text"], r["kind"]).unsafe) for r in rows])


def _without(rows: list[dict], texts: list[frozenset[str]], harm: np.ndarray, key: Callable) -> np.ndarray:
    """The score of each statement by weights that were learned without those of its fold, which `key` tells."""
    folds = np.array([zlib.crc32(key(row).encode()) % FOLDS for row in rows])
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        weights = _learn([t for t, f in zip(texts, folds, strict=True) if f != fold], harm[folds != fold])
        for at in np.flatnonzero(folds == fold):
            scores[at] = weights[BIAS] + sum(weights.get(gram, 0.0) for gram in texts[at])
    return scores


def _learn(texts: list[frozenset[str]], harm: np.ndarray) -> dict[str, float]:
    """The weight of each word and pair that stands in a few texts at least, by iteratively reweighted least squares.

    Harmful and other statements count the same as a whole. With fewer texts than words, it is solved for the texts.
    """
    counts = Counter(gram for text in texts for gram in text if WHEN.isdisjoint(gram.split()))
    known = {gram: at for at, gram in enumerate(sorted(g for g, n in counts.items() if n >= SEEN))}
    x = np.zeros((len(texts), len(known) + 1))
    x[:, -1] = 1
    for at, text in enumerate(texts):
        x[at, [known[gram] for gram in text if gram in known]] = 1
    each = np.where(harm, len(harm) / (2 * harm.sum()), len(harm) / (2 * (~harm).sum()))
    inner, y, f = x @ x.T, harm.astype(float), np.zeros(len(harm))
    for _ in range(8):
        p = 1 / (1 + np.exp(-f))
        curve = np.maximum(p * (1 - p), 1e-6)
        alpha = np.linalg.solve(inner + np.diag(RIDGE / (each * curve)), f + (y - p) / curve)
        f = inner @ alpha
    weights = x.T @ alpha
    return {gram: float(weights[at]) for gram, at in known.items()} | {BIAS: float(weights[-1])}


def _print(name: str, flagged: np.ndarray, harm: np.ndarray, part: np.ndarray) -> None:
    found, alarms = flagged[harm & part].mean(), flagged[~harm & part].mean()
    print(f"{name}: {found:.0%} found, {alarms:.1%} false alarms")


def _yaml(weights: dict[str, float], threshold: float) -> str:
    """The file: words by their weight, rounded to tenths, the strongest first."""
    steps: dict[float, list[str]] = {}
    for gram, weight in weights.items():
        if gram != BIAS and round(weight, 1):
            steps.setdefault(round(weight, 1), []).append(gram)
    lines = [f"threshold: {threshold:.2f}", f"planned: {PLANNED}", f"tentative: {TENTATIVE}", "weights:"]
    for weight in sorted(steps, reverse=True):
        lines.append(f"  - weight: {weight}")
        lines.append("    words: [" + ", ".join(json.dumps(gram, ensure_ascii=False) for gram in steps[weight]) + "]")
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
