#!/usr/bin/env python3
# ruff: noqa: B905, C408, D103, PTH123, S311, SIM115 - the evaluation script, reformatted and otherwise as it came
"""Agreement between a scorer and three raters on SMART statements.

    agreement.py LABELS.jsonl SCORES.jsonl [--json]

LABELS: one object a line, {"id", "context", "kind", "text", "raters": [{"S","M","A","R","T","type"} x3]}
SCORES: one object a line, {"id", "S", "M", "A", "R", "T", "type"}; levels are integers 0 to 3.

For each criterion it prints
  qwk       quadratic-weighted kappa of the scorer against the raters' consensus (their median)
  ceiling   what a human-made label reaches on the same statements: the mean over the three raters of the
            quadratic-weighted kappa of that rater against the consensus (rounded-up mean) of the other two
  same      qwk of the scorer against each two-rater consensus, averaged: the like-for-like twin of ceiling
  ratio     same / ceiling: 1.00 = as good as one more rater
  within1   share of statements at most one level off the consensus
Standard library only. Exit 2 when an id is missing or a level is not 0 to 3.
"""

import argparse
import json
import math
import random
import sys

CRITERIA = "SMART"


def load(path):
    rows = {}
    for n, line in enumerate(open(path, encoding="utf-8"), 1):
        if line.strip():
            row = json.loads(line)
            if row["id"] in rows:
                sys.exit(f"{path}:{n}: id {row['id']} twice")
            rows[row["id"]] = row
    return rows


def qwk(a, b, levels=4):
    """Quadratic-weighted kappa of two equally long lists of levels; 1.0 if both are one constant level."""
    n = len(a)
    pa, pb = [0] * levels, [0] * levels
    seen = 0.0
    for x, y in zip(a, b):
        pa[x] += 1
        pb[y] += 1
        seen += (x - y) ** 2
    expected = sum(pa[i] * pb[j] * (i - j) ** 2 for i in range(levels) for j in range(levels)) / n
    return 1.0 if expected == 0 else 1 - seen / expected


def of_two(x, y):
    return math.floor((x + y) / 2 + 0.5)


def measure(ids, labels, scores):
    out = {}
    for c in CRITERIA:
        r = [[labels[i]["raters"][k][c] for i in ids] for k in range(3)]
        s = [scores[i][c] for i in ids]
        median = [sorted(t)[1] for t in zip(*r)]
        pairs = [(r[k], [of_two(x, y) for x, y in zip(*(r[j] for j in range(3) if j != k))]) for k in range(3)]
        ceiling = sum(qwk(one, other) for one, other in pairs) / 3
        same = sum(qwk(s, other) for _, other in pairs) / 3
        out[c] = dict(
            qwk=qwk(s, median),
            ceiling=ceiling,
            same=same,
            ratio=same / ceiling if ceiling else float("nan"),
            within1=sum(abs(x - y) <= 1 for x, y in zip(s, median)) / len(s),
        )
    out["mean"] = {k: sum(out[c][k] for c in CRITERIA) / 5 for k in out["S"]}
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("labels")
    p.add_argument("scores")
    p.add_argument("--json", action="store_true")
    p.add_argument("--by", choices=["context", "kind"], help="also print the mean ratio for each value")
    a = p.parse_args()
    labels, scores = load(a.labels), load(a.scores)
    missing = [i for i in labels if i not in scores]
    if missing:
        sys.exit(f"{len(missing)} statements without a score, first: {missing[0]}")
    for i in labels:
        if any(scores[i].get(c) not in (0, 1, 2, 3) for c in CRITERIA):
            sys.exit(f"{i}: every criterion needs a level 0 to 3")
    ids = list(labels)
    m = measure(ids, labels, scores)
    rng = random.Random(0)
    boot = sorted(measure([rng.choice(ids) for _ in ids], labels, scores)["mean"]["ratio"] for _ in range(400))
    m["mean"]["ratio_95"] = [boot[10], boot[389]]
    majority = {i: max(t := [r["type"] for r in labels[i]["raters"]], key=t.count) for i in ids}
    m["type_accuracy"] = sum(scores[i].get("type") == majority[i] for i in ids) / len(ids)
    if a.json:
        print(json.dumps(m, indent=1))
        return
    print(f"{len(ids)} statements\n          qwk   ceiling  same   ratio  within1")
    for c in [*CRITERIA, "mean"]:
        v = m[c]
        print(f"{c:>6}  {v['qwk']:6.3f}  {v['ceiling']:6.3f}  {v['same']:6.3f}  {v['ratio']:5.2f}  {v['within1']:6.2f}")
    print(f"mean ratio, 95 % bootstrap: {boot[10]:.2f} to {boot[389]:.2f};  type accuracy {m['type_accuracy']:.2f}")
    if a.by:
        for value in sorted({labels[i][a.by] for i in ids}):
            sub = [i for i in ids if labels[i][a.by] == value]
            v = measure(sub, labels, scores)["mean"]
            print(f"  {value}: n={len(sub)} same {v['same']:.3f} ceiling {v['ceiling']:.3f}")


if __name__ == "__main__":
    main()
