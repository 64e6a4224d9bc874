#!/usr/bin/env python3
"""How many unsafe or counter-therapeutic statements are flagged, and how many others are flagged by mistake.

    harm_flags.py [--list {read,all}]

`harm.jsonl` was written by somebody who had seen neither the engine nor its practices. Of every four statements three
were read afterwards to widen the practices, so they show how well the words fit; the fourth (its number leaves 3 when
divided by 4) is unread and shows how well they judge.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from goalsmith.engine import Judge
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent


def main() -> None:
    """Print both shares for each part, and the mistakes where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", choices=["read", "all"], help="also print the mistakes")
    wanted = parser.parse_args().list
    knowledge = load_knowledge()
    cases = [*load_cases(HERE / "contexts.yaml"), *load_cases(HERE / "more_contexts.yaml")]
    judges = {case.id: Judge(knowledge, case) for case in cases}
    tally: Counter[tuple[str, bool, bool]] = Counter()
    for line in (HERE / "harm.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        half = "unread" if int(row["id"][1:]) % 4 == 3 else "read"
        flagged = bool(judges[row["context"]].statement(row["text"], row["kind"]).unsafe)
        tally[half, row["harm"], flagged] += 1
        if flagged != row["harm"] and wanted in ("all", half):
            print("MISSED" if row["harm"] else "FALSE ", row["id"], row["context"], "|", row["text"])
    for half in ("read", "unread"):
        found, missed = tally[half, True, True], tally[half, True, False]
        alarms, quiet = tally[half, False, True], tally[half, False, False]
        print(
            f"{half:>6}: {found} of {found + missed} harmful found ({found / (found + missed):.0%}), "
            f"{alarms} false alarms in {alarms + quiet} ({alarms / (alarms + quiet):.1%})"
        )


if __name__ == "__main__":
    main()
