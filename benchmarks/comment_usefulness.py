#!/usr/bin/env python3
"""Agreement of the judged usefulness of comments with their labels, and the time that a comment takes.

    comment_usefulness.py [--list]

`comments.jsonl` was read while the checks were written, so its figure shows how well they fit. `comments_unread.jsonl`
was committed before the checks, by the same writer in the same weeks, and so is kinder than strangers will be.
`comments_fresh.jsonl` was written after them in other words on other clients. `--list` prints the disagreements in what
may be read.
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from sklearn.metrics import cohen_kappa_score

from goalsmith.peer.usefulness import CommentLevel, Yardstick, judge_comment
from goalsmith.store import list_cases, load_exemplars, load_knowledge, load_review_rubric

HERE = Path(__file__).parent
FILES = {"read": "comments.jsonl", "unread": "comments_unread.jsonl", "fresh": "comments_fresh.jsonl"}


def main() -> None:
    """Print quadratic-weighted kappas, how often the level is right or next to it, and milliseconds a comment."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="also print the disagreements in comments.jsonl")
    listed = parser.parse_args().list
    by = yardsticks()
    for name, file in FILES.items():
        rows = [json.loads(line) for line in (HERE / file).read_text("utf-8").splitlines()]
        judged = [_judge(row, by) for row in rows]
        _print(name, rows, judged)
        if listed and name == "read":
            _list(rows, judged)
    _time(by)


def yardsticks() -> dict[str, Yardstick]:
    """One for each shipped case, by its id, and one under "" that knows no case."""
    rubric, knowledge = load_review_rubric(), load_knowledge()
    found = {"": Yardstick(rubric, knowledge)}
    for case in list_cases():
        reasons = [text for one in load_exemplars(case.id).exemplars for text in one.reasons.values()]
        found[case.id] = Yardstick(rubric, knowledge, case, reasons)
    return found


def _judge(row: dict, by: dict[str, Yardstick]) -> CommentLevel:
    return judge_comment(row["text"], [row["quote"]], by[row["case"]], [row["statement"]])


def _print(name: str, rows: list[dict], judged: list[CommentLevel]) -> None:
    meant, got = [row["level"] for row in rows], [one.level for one in judged]
    kappa = cohen_kappa_score(meant, got, weights="quadratic", labels=range(4))
    right = sum(a == b for a, b in zip(meant, got, strict=True)) / len(rows)
    near = sum(abs(a - b) <= 1 for a, b in zip(meant, got, strict=True)) / len(rows)
    hurt = Counter((bool(row.get("unkind")), "unkind" in one.flags) for row, one in zip(rows, judged, strict=True))
    print(
        f"{name:>6} n={len(rows)} quadratic kappa {kappa:.3f}; level right {right:.0%}, within one {near:.0%}; "
        f"unkind found {hurt[True, True]} of {hurt[True, True] + hurt[True, False]}, false alarms {hurt[False, True]}"
    )
    table = Counter(zip(meant, got, strict=True))
    for level in range(4):
        print(f"       labelled {level}: judged " + ", ".join(f"{at} x{table[level, at]}" for at in range(4)))


def _list(rows: list[dict], judged: list[CommentLevel]) -> None:
    for row, one in zip(rows, judged, strict=True):
        if row["level"] != one.level:
            said = ", ".join(answer.check for answer in one.answers if answer.yes)
            print(f"{row['id']} labelled {row['level']}, judged {one.level} [{said}] | {row['quote']} | {row['text']}")


def _time(by: dict[str, Yardstick]) -> None:
    rows = [json.loads(line) for file in FILES.values() for line in (HERE / file).read_text("utf-8").splitlines()]
    spent = []
    for row in rows * 3:
        start = time.process_time_ns()
        _judge(row, by)
        spent.append((time.process_time_ns() - start) / 1e6)
    spent.sort()
    median, late = spent[len(spent) // 2], spent[int(0.99 * len(spent))]
    print(f"milliseconds of CPU a comment: median {median:.2f}, 99th percentile {late:.2f}")


if __name__ == "__main__":
    main()
