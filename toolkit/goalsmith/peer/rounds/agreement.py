"""How well engine, peers and supervisor agree on the plans of a round, criterion by criterion."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from sqlalchemy.orm import Session

from goalsmith.model import CRITERIA, PlanCriterion
from goalsmith.peer.agreement import (
    Coefficient,
    Estimate,
    Matrix,
    icc,
    krippendorff_alpha,
    quadratic_kappa,
    with_interval,
)
from goalsmith.peer.rounds.collect import complete_review
from goalsmith.peer.rounds.settled import scores_of
from goalsmith.peer.rounds.tables import Participant, Round

Raters = tuple[str, str]
PAIRS: tuple[Raters, ...] = (("engine", "peers"), ("engine", "supervisor"), ("peers", "supervisor"))


@dataclass(frozen=True, slots=True)
class Line:
    """Agreement on one criterion: of two sides on plan levels, or `among` the reviewers of the same plans.

    Among reviewers there is no kappa, since every plan has reviewers of its own.
    """

    criterion: PlanCriterion
    who: str
    kappa: Estimate | None
    icc: Estimate
    alpha: Estimate


def agreement(session: Session, round_: Round, resamples: int = 1000) -> list[Line]:
    """The lines of the report, by criterion; 90 % intervals by drawing plans anew.

    A plan's level by peers is their settled level, rounded; by the supervisor what was scored or confirmed when the
    round opened, or set since, rounded. What a supervisor confirmed of the engine's points agrees with the engine
    because they looked at it: the report says how many plans that are not.
    """
    sides = {name: levels_by(session, round_, name) for name in ("engine", "peers", "supervisor")}
    lines = []
    for criterion in CRITERIA:
        if not any(criterion in levels for levels in sides["engine"].values()):
            continue
        lines += [_pair(criterion, pair, sides, round_.people, resamples) for pair in PAIRS]
        lines.append(_among(criterion, round_, resamples))
    return lines


def levels_by(session: Session, round_: Round, side: str) -> dict[int, dict[str, float]]:
    """Levels of each plan by one side: a level by criterion, by the author's number."""
    if side == "engine":
        return {person.id: dict(person.engine) for person in round_.people}
    if side == "peers":
        return {
            person.id: {score.criterion: score.level for score in scores_of(session, person) if score.source == "peers"}
            for person in round_.people
        }
    found: dict[int, dict[str, float]] = {}
    for person in round_.people:
        set_since = {s.criterion: s.level for s in scores_of(session, person) if s.source == "supervisor"}
        found[person.id] = {**(person.known or {}), **set_since}
    return found


def _pair(
    criterion: PlanCriterion,
    pair: Raters,
    sides: dict[str, dict[int, dict[str, float]]],
    people: Iterable[Participant],
    resamples: int,
) -> Line:
    one, other = (sides[name] for name in pair)
    both = [p.id for p in people if criterion in one.get(p.id, {}) and criterion in other.get(p.id, {})]
    rows = [(round(one[at][criterion]), round(other[at][criterion])) for at in both]
    matrix = np.array(rows, dtype=float).reshape(-1, 2)
    return Line(
        criterion,
        f"{pair[0]} and {pair[1]}",
        with_interval(_kappa, matrix, resamples=resamples),
        with_interval(lambda m: icc(m, "ICC(2,1)"), matrix, resamples=resamples),
        with_interval(krippendorff_alpha, matrix, resamples=resamples),
    )


def _among(criterion: PlanCriterion, round_: Round, resamples: int) -> Line:
    by_author: dict[int, list[int]] = {}
    for task in round_.tasks:
        review = complete_review(task)
        if review is not None and criterion in review.levels:
            by_author.setdefault(task.author_id, []).append(review.levels[criterion])
    width = max((len(row) for row in by_author.values()), default=1)
    matrix = np.full((len(by_author), width), np.nan)
    for at, row in enumerate(by_author.values()):
        matrix[at, : len(row)] = row
    return Line(
        criterion,
        "reviewers among each other",
        None,
        with_interval(lambda m: icc(m, "ICC(1,1)"), matrix, resamples=resamples),
        with_interval(krippendorff_alpha, matrix, resamples=resamples),
    )


def _kappa(matrix: Matrix) -> Coefficient:
    return quadratic_kappa(matrix[:, 0], matrix[:, 1])
