"""Reading a round's terms as they are given on the command line: times, and tables of conflicts and groups."""

import csv
import difflib
from collections.abc import Collection, Iterable
from datetime import datetime, time
from pathlib import Path

from goalsmith.errors import BadFile, RoundError
from goalsmith.peer.allocate import Pair, Rule
from goalsmith.peer.privacy import read_roster
from goalsmith.peer.rounds.terms import Terms


def read_terms(
    course: Path,
    assignment: str,
    *,
    due: str,
    reviews: int = 4,
    calibrate_by: str = "",
    settle_by: str = "",
    known: Iterable[str] = (),
    known_each: int | None = None,
    minutes: int = 20,
    conflicts: Path | None = None,
    groups: Path | None = None,
    rule: Rule = "either",
    seed: int | None = None,
) -> tuple[Terms, list[str]]:
    """The terms of a round of `assignment`, and a sentence on each time that was given without a zone.

    Raises:
        RoundError, BadFile: something given cannot be read.
    """
    times = {"--calibrate-by": calibrate_by, "--due": due, "--settle-by": settle_by}
    read = {option: parse_time(text, option) for option, text in times.items() if text or option == "--due"}
    people = {person.id for person in read_roster(course)} | {
        folder.parent.name for folder in (course / "submitted").glob(f"*/{assignment}")
    }
    moments = {option: moment for option, (moment, _) in read.items()}
    terms = Terms(
        review_by=moments["--due"],
        reviews=reviews,
        calibrate_by=moments.get("--calibrate-by"),
        settle_by=moments.get("--settle-by"),
        known=tuple(known),
        known_each=known_each,
        minutes=minutes,
        seed=seed,
        conflicts=read_conflicts(conflicts, people) if conflicts else (),
        groups=read_groups(groups, people) if groups else {},
        rule=rule,
    )
    return terms, [zone_note(option, moment) for option, (moment, said) in read.items() if not said]


def zone_note(option: str, moment: datetime) -> str:
    """That a time came without a zone, and how it was understood."""
    return f"{option} has no zone and is understood as this machine's: {moment:%Y-%m-%d %H:%M} {moment:%Z (UTC%z)}."


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
            raise BadFile(path, [f"line {number}: needs both, {columns[0]} and {columns[1]}"])
    return [(number, (row[0], row[1])) for number, row in rows]


def _check_known(path: Path, line: int, column: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        near = difflib.get_close_matches(name, list(known), n=1)
        hint = f"; did you mean {near[0]}?" if near else "; use the ids of the gradebook"
        raise BadFile(path, [f"line {line}: {column}: {name} is nobody of this course{hint}"])
