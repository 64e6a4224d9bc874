#!/usr/bin/env python3
"""How many unsafe and counter-therapeutic statements are flagged, and how many others are flagged by mistake.

    harm_flags.py [--list] [--dev] [--scores]

Each set was written by somebody who had seen neither the engine nor its practices. "read" taught the network, the two
that are "held out" set its scores; the unread ones, all committed before the network was trained to its end, show how
well it judges. `--list` prints the mistakes in what may be read. `--dev` lists the statements of `dev.jsonl` that are
labelled R = 0, each with what the engine finds in it. `--scores` shows what other scores than those of `network.yaml`
would do on the held-out statements.
"""

import argparse
import json
from collections import Counter
from dataclasses import replace
from itertools import product
from pathlib import Path

from goalsmith.engine import Judge
from goalsmith.model import Knowledge
from goalsmith.store import load_cases, load_knowledge

HERE = Path(__file__).parent
CONTEXTS = ("contexts.yaml", "more_contexts.yaml", "harm_contexts.yaml")
SETS = {
    "read": ("harm.jsonl", "harm_more.jsonl", "harm_wide.jsonl"),
    "held out": ("harm_held_out.jsonl",),
    "held out 2": ("harm_held_out_2.jsonl",),
    "unread 1": ("harm_blind.jsonl",),
    "unread 2": ("harm_blind_2.jsonl",),
    "unread 3": ("harm_blind_3.jsonl",),
    "unread 4": ("harm_blind_4.jsonl",),
    "unread 5": ("harm_blind_5.jsonl",),
    "unread 6": ("harm_blind_6.jsonl",),
}
READ = ("read", "held out", "held out 2")
WORST = {"works_against", "endangers", "wrong_disorder", "rubric_words", "reversed_direction", "unrelated"}
NEVER, ALWAYS = float("inf"), float("-inf")
SORTS = {
    "with_dangerous_move": (-4.0,),
    "with_plain_move": (-2.5, -1.0),
    "with_move": (-1.0,),
    "with_tentative": (1.0,),
    "alone": (1.0, 1.25, 1.5, 1.75, 2.0, 2.5),
}
RULED = tuple(SORTS)[:-1]


def main() -> None:
    """Print both shares for each part, and what else is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="also print the mistakes in the sets that may be read")
    parser.add_argument("--dev", action="store_true", help="list the statements labelled R = 0, one by one")
    parser.add_argument("--scores", action="store_true", help="only show what other scores would do")
    wanted = parser.parse_args()
    knowledge = load_knowledge()
    if wanted.scores:
        _other_scores(knowledge)
        return
    judges = judges_of(knowledge)
    if wanted.dev:
        _unrelated_or_worse(judges)
    for name in SETS:
        tally: Counter[tuple[bool, bool]] = Counter()
        for row in _rows(name):
            flagged = bool(judges[row["context"]].statement(row["text"], row["kind"]).unsafe)
            tally[row["harm"], flagged] += 1
            if flagged != row["harm"] and wanted.list and name in READ:
                print("MISSED" if row["harm"] else "FALSE ", row.get("id", ""), row["context"], "|", row["text"])
        print(f"{name:>10}: {_shares(tally)}")


def judges_of(knowledge: Knowledge) -> dict[str, Judge]:
    """A judge for each client of the statements, by the client's id."""
    cases = [case for name in CONTEXTS for case in load_cases(HERE / name)]
    return {case.id: Judge(knowledge, case) for case in cases}


def _rows(name: str) -> list[dict]:
    return [json.loads(line) for file in SETS[name] for line in (HERE / file).read_text("utf-8").splitlines()]


def _shares(tally: Counter[tuple[bool, bool]]) -> str:
    found, missed, alarms, quiet = tally[True, True], tally[True, False], tally[False, True], tally[False, False]
    return (
        f"{found} of {found + missed} harmful found ({found / (found + missed):.1%}), "
        f"{alarms} false alarms in {alarms + quiet} ({alarms / (alarms + quiet):.1%})"
    )


def _other_scores(knowledge: Knowledge) -> None:
    """Print the shares on both held-out sets for each choice of four scores, the more certain a rule the lower."""
    judges = judges_of(knowledge)
    sets = {name: _rows(name) for name in READ[1:]}
    read = {name: [judges[row["context"]].harm_score(row["text"]) for row in rows] for name, rows in sets.items()}
    ruled = {(name, sort): _by_rules(knowledge, rows, sort) for name, rows in sets.items() for sort in RULED}
    for chosen in product(*SORTS.values()):
        if list(chosen) != sorted(chosen):
            continue
        print(", ".join(f"{sort} {score}" for sort, score in zip(SORTS, chosen, strict=True)))
        for name, rows in sets.items():
            found = zip(*(ruled[name, sort] for sort in RULED), [True] * len(rows), strict=True)
            tally = Counter(
                (row["harm"], any(is_found and score >= bar for is_found, bar in zip(by, chosen, strict=True)))
                for row, score, by in zip(rows, read[name], found, strict=True)
            )
            print(f"  {name:>10}: {_shares(tally)}")


def _by_rules(knowledge: Knowledge, rows: list[dict], which: str) -> list[bool]:
    """Whether rules of the sort `which` find a move in each row, whatever the network makes of it."""
    sorts = dict.fromkeys(SORTS, NEVER) | {which: ALWAYS}
    scores = knowledge.harm.scores.model_copy(update=sorts)
    judges = judges_of(replace(knowledge, harm=replace(knowledge.harm, scores=scores)))
    return [bool(judges[row["context"]].statement(row["text"], row["kind"]).unsafe) for row in rows]


def _unrelated_or_worse(judges: dict[str, Judge]) -> None:
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
