#!/usr/bin/env python3
"""How many unsafe or counter-therapeutic statements are flagged, and how many others are flagged by mistake.

    harm_flags.py [--list] [--dev]

Each set was written by somebody who had seen neither the engine nor its practices. `harm.jsonl`, `harm_more.jsonl` and
`harm_wide.jsonl` were read afterwards to improve the flag, so they show how well it was fitted; `harm_blind.jsonl` and
`harm_blind_2.jsonl` stay unread and show how well it judges. `--list` prints the mistakes in what may be read. `--dev`
lists the statements of `dev.jsonl` that are labelled R = 0, each with what the engine finds in it.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from goalsmith.engine import Judge
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
SETS = {
    "read": ("harm.jsonl", "harm_more.jsonl"),
    "wide": ("harm_wide.jsonl",),
    "unread": ("harm_blind.jsonl",),
    "second": ("harm_blind_2.jsonl",),
}
READ = ("read", "wide")
WORST = {"works_against", "endangers", "wrong_disorder", "rubric_words", "reversed_direction", "unrelated"}


def main() -> None:
    """Print both shares for each part, and the mistakes where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="also print the mistakes in the sets that may be read")
    parser.add_argument("--dev", action="store_true", help="list the statements labelled R = 0, one by one")
    listed, dev = (wanted := parser.parse_args()).list, wanted.dev
    knowledge = load_knowledge()
    cases = [*load_cases(HERE / "contexts.yaml"), *load_cases(HERE / "more_contexts.yaml")]
    judges = {case.id: Judge(knowledge, case) for case in cases}
    if dev:
        _unrelated_or_worse(judges)
    for name, files in SETS.items():
        tally: Counter[tuple[bool, bool]] = Counter()
        for line in "".join((HERE / file).read_text("utf-8") for file in files).splitlines():
            row = json.loads(line)
            flagged = bool(judges[row["context"]].statement(row["text"], row["kind"]).unsafe)
            tally[row["harm"], flagged] += 1
            if flagged != row["harm"] and listed and name in READ:
                print("MISSED" if row["harm"] else "FALSE ", row["id"], row["context"], "|", row["text"])
        found, missed, alarms, quiet = tally[True, True], tally[True, False], tally[False, True], tally[False, False]
        print(
            f"{name:>6}: {found} of {found + missed} harmful found ({found / (found + missed):.0%}), "
            f"{alarms} false alarms in {alarms + quiet} ({alarms / (alarms + quiet):.1%})"
        )


def _unrelated_or_worse(judges: dict) -> None:
    """Print each statement of `dev.jsonl` whose median R is 0: its id, the engine's R, and the check that says why."""
    for line in (HERE / "dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if sorted(rater["R"] for rater in row["raters"])[1] > 0:
            continue
        judged = judges[row["context"]].statement(row["text"], row["kind"])
        letter = judged.letters["R"]
        why = [a.check for a in letter.answers if a.yes and a.check in WORST]
        print(f"{row['id']} {row['context']}: R {letter.level} {', '.join(why) or 'no reason found'}")


if __name__ == "__main__":
    main()
