"""What is known for sure when a round opens: plans whose every part the supervisor scored or confirmed."""

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from nbgrader.api import Gradebook, SubmittedNotebook

from goalsmith.errors import RoundError
from goalsmith.grading.running import course_config
from goalsmith.peer.allocate import Pair
from goalsmith.peer.rounds.people import Collected
from goalsmith.store import plan_name

Levels = dict[str, float]


def known_levels(
    course: Path, assignment: str, plans: Iterable[Collected], criteria: Collection[str]
) -> dict[str, Levels]:
    """The supervisor's levels, 0 to 3, of each plan of `plans` of which every criterion is scored or confirmed.

    A level is three times the share of the part's points. Points that were given to an earlier version of a plan than
    the one that was collected say nothing about it and are passed over.
    """
    config = course_config(course, assignment).CourseDirectory
    with Gradebook(config.db_url, config.course_id) as gradebook:
        rows = {row.student.id: row for row in gradebook.notebook_submissions(assignment, assignment)}
        levels = {
            one.learner: _levels(rows[one.learner], criteria)
            for one in plans
            if one.learner in rows and _graded_as_collected(course, assignment, one)
        }
    return {learner: found for learner, found in levels.items() if found is not None}


def check_named(named: Iterable[str], known: Collection[str], gathered: Collection[str]) -> None:
    """See that every plan that shall travel as a known one is known.

    Raises:
        RoundError: naming one that is not.
    """
    for learner in named:
        if learner not in gathered:
            raise RoundError(f"--known: {learner} has no plan that can be reviewed.")
        if learner not in known:
            raise RoundError(
                f"--known: the plan of {learner} is not known yet; score each of its parts in the formgrader, or "
                f"confirm them with `goalsmith confirm`, and open the round then."
            )


def travels_to(
    known: Collection[str],
    reviewers: Iterable[str],
    each: int,
    pairs: Collection[Pair],
    may: Callable[[str, str], bool],
    rng: random.Random,
) -> list[Pair]:
    """Who gets which known plan on top, so that each reviewer reads `each` of them, as evenly as can be.

    Never one's own, none that the reviewer may not read, and none twice: a known plan that somebody reads anyway
    counts. Where there is a choice, nobody reads the plan of somebody who reads theirs.
    """
    given = set(pairs)
    times: Counter[str] = Counter()
    found: list[Pair] = []
    order = sorted(reviewers)
    rng.shuffle(order)
    for reviewer in order:
        free = [one for one in sorted(known) if one != reviewer and (reviewer, one) not in given and may(reviewer, one)]
        rng.shuffle(free)
        free.sort(key=lambda one: (times[one], (one, reviewer) in given))
        has = sum((reviewer, one) in given for one in known)
        for one in free[: max(0, each - has)]:
            times[one] += 1
            found.append((reviewer, one))
    return sorted(found)


def _levels(row: SubmittedNotebook, criteria: Collection[str]) -> Levels | None:
    grades = {grade.name: grade for grade in row.grades}
    levels = {}
    for criterion in criteria:
        grade = grades.get(criterion)
        if grade is None or not grade.max_score or grade.needs_manual_grade:
            return None
        if grade.manual_score is None and grade.auto_score is None:
            return None
        levels[criterion] = min(max(3 * grade.score / grade.max_score, 0.0), 3.0)
    return levels


def _graded_as_collected(course: Path, assignment: str, one: Collected) -> bool:
    graded = course / "autograded" / one.learner / assignment / plan_name(assignment)
    return graded.is_file() and hashlib.sha256(graded.read_bytes()).hexdigest() == one.digest
