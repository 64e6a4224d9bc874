"""The terms of a round as a supervisor gives them: how many reviews, until when, and who must not review whom."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from goalsmith.errors import RoundError
from goalsmith.peer.allocate import Pair, Rule

MOST_REVIEWS = 10


@dataclass(frozen=True)
class Terms:
    """What `peer open` is asked. Deadlines carry their zone; `seed` None is derived from course and assignment.

    `known_each` None is every plan of `known`. `conflicts` hold pairs that must not review each other.
    """

    review_by: datetime
    reviews: int = 4
    calibrate_by: datetime | None = None
    settle_by: datetime | None = None
    known: tuple[str, ...] = ()
    known_each: int | None = None
    minutes: int = 20
    seed: int | None = None
    conflicts: tuple[Pair, ...] = ()
    groups: dict[str, str] = field(default_factory=dict)
    rule: Rule = "either"

    def options(self) -> dict[str, Any]:
        """What the round's row keeps of it as `options`, in a form that does not depend on the order of files."""
        return {
            "known": sorted(set(self.known)),
            "conflicts": [list(pair) for pair in sorted({tuple(sorted(one)) for one in self.conflicts})],
            "groups": dict(sorted(self.groups.items())),
            "rule": self.rule,
        }

    def may_read(self, reviewer: str, author: str) -> bool:
        """Whether neither a conflict of interest nor the rule on groups keeps `reviewer` from the author's plan."""
        if (reviewer, author) in self.conflicts or (author, reviewer) in self.conflicts:
            return False
        together = self.groups.get(reviewer) == self.groups.get(author)
        return self.rule == "either" or together == (self.rule == "within")

    @property
    def travelling(self) -> int:
        """How many known plans each reviewer gets on top."""
        return len(set(self.known)) if self.known_each is None else self.known_each


def check_terms(terms: Terms) -> None:
    """See that the terms fit together.

    Raises:
        RoundError: with what to change.
    """
    if not 1 <= terms.reviews <= MOST_REVIEWS:
        raise RoundError(f"--reviews: is {terms.reviews}; give a number from 1 to {MOST_REVIEWS} (4 are usual).")
    if terms.seed is not None and not 0 <= terms.seed < 2**31:
        raise RoundError(f"--seed: is {terms.seed}; give a number from 0 to {2**31 - 1}.")
    if terms.minutes < 1:
        raise RoundError(f"--minutes: is {terms.minutes}; say how many minutes one review takes, such as 20.")
    if len(set(terms.known)) > 2:
        raise RoundError("--known: name one or two plans; more of them would cost reviewers too much time.")
    if not 0 <= terms.travelling <= len(set(terms.known)):
        raise RoundError(f"--known-each: is {terms.known_each}; at most as many as plans are named with --known.")
    if terms.rule != "either" and not terms.groups:
        raise RoundError(f"--rule {terms.rule}: say with --groups FILE.csv who is in which group.")
    order = [("--calibrate-by", terms.calibrate_by), ("--due", terms.review_by), ("--settle-by", terms.settle_by)]
    given = [(name, when) for name, when in order if when is not None]
    for (name, when), (later, then) in pairwise(given):
        if then <= when:
            raise RoundError(
                f"{later}: comes before {name}; the phases follow each other: calibration, review, settle."
            )


def check_future(terms: Terms, at: datetime) -> None:
    """Refuse deadlines that are over at the time `at`.

    Raises:
        RoundError: naming the first of them.
    """
    for name, when in (("--calibrate-by", terms.calibrate_by), ("--due", terms.review_by)):
        if when is not None and when <= at:
            raise RoundError(f"{name}: {when:%Y-%m-%d %H:%M %z} is over; give a time to come.")
