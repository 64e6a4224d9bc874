"""The terms of a round as a supervisor gives them: how many reviews, until when, and who must not review whom."""

import csv
import difflib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import pairwise
from pathlib import Path
from typing import Any

from goalsmith.errors import BadFile, RoundError
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


def parse_time(text: str, option: str) -> tuple[datetime, bool]:
    """Read a deadline; return it with its zone, and whether the zone was said.

    Without one it is understood in this machine's zone; a date alone is understood as its last minute.

    Raises:
        RoundError: it is no time.
    """
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        example = "2027-04-14T18:00:00+02:00"
        raise RoundError(f"{option}: {text!r} is no time; write it as {example}, or as 2027-04-14.") from None
    if len(text.strip()) <= len("2027-04-14"):
        when = datetime.combine(when.date(), time(23, 59))
    return (when, True) if when.tzinfo else (when.astimezone(), False)


def read_conflicts(path: Path, known: Collection[str]) -> tuple[Pair, ...]:
    """Pairs that must not review each other, from a table with the columns `learner` and `other`.

    Raises:
        BadFile: it is no such table, or names somebody who is not in `known`.
    """
    rows = _table(path, ("learner", "other"))
    for line, (one, other) in rows:
        _check_known(path, line, "learner", one, known)
        _check_known(path, line, "other", other, known)
    return tuple(pair for _, pair in rows)


def read_groups(path: Path, known: Collection[str]) -> dict[str, str]:
    """Each learner's group, from a table with the columns `learner` and `group`.

    Raises:
        BadFile: it is no such table, names somebody who is not in `known`, or names somebody twice.
    """
    groups: dict[str, str] = {}
    for line, (learner, group) in _table(path, ("learner", "group")):
        _check_known(path, line, "learner", learner, known)
        if learner in groups:
            raise BadFile(path, [f"line {line}: learner: {learner} stands twice; give everybody one group"])
        groups[learner] = group
    return groups


def _table(path: Path, columns: tuple[str, str]) -> list[tuple[int, tuple[str, str]]]:
    """The rows of a CSV file with their line numbers; empty lines are passed over."""
    try:
        lines = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    except OSError as problem:
        raise BadFile(path, [f"cannot be read ({problem.strerror}); check the name and its permissions"]) from None
    except (UnicodeDecodeError, csv.Error):
        raise BadFile(path, ["is no table; save it as CSV in UTF-8"]) from None
    head = [name.strip().lower() for name in lines[0]] if lines else []
    if tuple(head[:2]) != columns:
        raise BadFile(path, [f"line 1: must be the heading {columns[0]},{columns[1]}"])
    rows = [(number, [cell.strip() for cell in row]) for number, row in enumerate(lines[1:], 2) if any(row)]
    for number, row in rows:
        if len(row) < 2 or not row[0] or not row[1]:
            raise BadFile(path, [f"line {number}: needs a {columns[0]} and a {columns[1]}"])
    return [(number, (row[0], row[1])) for number, row in rows]


def _check_known(path: Path, line: int, column: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, list(known), n=1)
        hint = f"; did you mean {near[0]}?" if near else "; use the ids of the gradebook"
        raise BadFile(path, [f"line {line}: {column}: {name} is nobody of this course{hint}"])
