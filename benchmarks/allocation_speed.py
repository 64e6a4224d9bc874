#!/usr/bin/env python3
"""Seconds of processor time that allocating the reviews of a round takes, with 5 reviews of each plan.

    allocation_speed.py

Exits with 1 when 10,000 learners take a second or more, plain or with 500 conflicts of interest, or when an allocation
is not what it says it is.
"""

import random
import sys
import time

from goalsmith.peer.allocate import allocate, check

REVIEWS = 5
CONFLICTS = 500
BOUND = {10_000: 1.0}
"""Seconds that must not be reached, by learners."""


def main() -> None:
    """Print a line for each size, without and with conflicts, and for learners of whom some cannot review."""
    print(f"{REVIEWS} reviews of each plan, processor seconds")
    failed = False
    for learners in (10_000, 100_000):
        people = [f"learner{number:06}" for number in range(learners)]
        rnd = random.Random(1)  # noqa: S311
        conflicts = [tuple(rnd.sample(people, 2)) for _ in range(CONFLICTS)]
        rounds = {
            "plain": (people, ()),
            f"{CONFLICTS} conflicts": (people, conflicts),
            f"{CONFLICTS} conflicts, 5 % cannot review": (people[learners // 20 :], conflicts),
        }
        for name, (reviewers, apart) in rounds.items():
            used, right = timed(people, reviewers, apart)
            late = used >= BOUND.get(learners, float("inf"))
            failed |= late or not right
            print(f"{learners:>7,} {name:38} {used:6.2f}{'  too slow' if late else ''}{'' if right else '  WRONG'}")
    sys.exit(1 if failed else 0)


def timed(people: list[str], reviewers: list[str], conflicts: list[tuple[str, ...]]) -> tuple[float, bool]:
    """Processor seconds of one allocation, and whether it keeps every guarantee."""
    start = time.process_time()
    found = allocate(people, reviewers, REVIEWS, conflicts, seed=1)
    used = time.process_time() - start
    return used, not found.relaxed and not check(found, people, reviewers, REVIEWS, conflicts)


if __name__ == "__main__":
    main()
