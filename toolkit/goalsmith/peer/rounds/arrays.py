"""A round as arrays for the maths: participants become numbers, and come back as themselves."""

from dataclasses import dataclass

import numpy as np

from goalsmith.model import CRITERIA, PlanCriterion
from goalsmith.peer.aggregate import Floats, Table
from goalsmith.peer.rounds.collect import complete_review
from goalsmith.peer.rounds.tables import Participant, Round, Task


@dataclass(frozen=True)
class Arrays:
    """`people[i]` is reviewer and author number i, `tasks[j]` the task of review j, `criteria[c]` criterion c.

    `known` holds the supervisor's levels of plans by number, `assigned` how many reviews each was given, `minutes` how
    long each review took (NaN where nobody knows).
    """

    table: Table
    people: tuple[Participant, ...]
    tasks: tuple[Task, ...]
    criteria: tuple[PlanCriterion, ...]
    known: dict[int, Floats]
    assigned: tuple[int, ...]
    minutes: Floats


def arrays(round_: Round) -> Arrays:
    """The complete reviews of a round, and what the supervisor knew when it opened."""
    people = tuple(round_.people)
    number = {person.id: at for at, person in enumerate(people)}
    criteria = tuple(one for one in CRITERIA if any(one in person.engine for person in people))
    done = [(task, review) for task in round_.tasks if (review := complete_review(task))]
    levels = np.array([[review.levels.get(one, np.nan) for one in criteria] for _, review in done], dtype=float)
    table = Table(
        np.array([number[task.reviewer_id] for task, _ in done], dtype=np.int64),
        np.array([number[task.author_id] for task, _ in done], dtype=np.int64),
        levels.reshape(len(done), len(criteria)),
        len(people),
        len(people),
    )
    known = {
        at: np.array([person.known.get(one, np.nan) for one in criteria], dtype=float)
        for at, person in enumerate(people)
        if person.known
    }
    given = [task.reviewer_id for task in round_.tasks if task.state == "given"]
    minutes = np.array([review.minutes or np.nan for _, review in done], dtype=float)
    tasks = tuple(task for task, _ in done)
    return Arrays(table, people, tasks, criteria, known, tuple(given.count(person.id) for person in people), minutes)
