"""Opening a round: plans are frozen, reviewers drawn, and packets laid out. It can be run again at any time."""

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from goalsmith.errors import RoundError
from goalsmith.grading.cohort import Progress
from goalsmith.grading.course import load_course
from goalsmith.grading.score import master_of
from goalsmith.model import asked
from goalsmith.peer.allocate import Allocation, allocate
from goalsmith.peer.packets.deliver import deliver_packets, exchange_folder
from goalsmith.peer.rounds.database import find_round, log, now, rounds_of
from goalsmith.peer.rounds.draw import derived_seed, round_key, stream
from goalsmith.peer.rounds.enrol import enrol, key_of, search_plans
from goalsmith.peer.rounds.known import check_named, known_levels, travels_to
from goalsmith.peer.rounds.opened import Opened, look_at
from goalsmith.peer.rounds.people import Collected, Gathered, gather, source_of
from goalsmith.peer.rounds.tables import Participant, Round
from goalsmith.peer.rounds.tasks import give
from goalsmith.peer.rounds.terms import Terms, check_future, check_terms


def open_round(course: Path, assignment: str, terms: Terms, by: str, progress: Progress | None = None) -> Opened:
    """Open the round of `assignment`, or go on with an opening that was interrupted; return what stands.

    Everything is decided in one transaction; packets are written after it, and again at each call while it is open.

    Raises:
        RoundError: the terms do not fit, too few plans were collected, or the round was opened with other terms.
    """
    check_terms(terms)
    gathered = gather(course, assignment)
    course_id = load_course(course).course_id
    exchange_folder(course, course_id, "packet")  # says now, rather than later, that the course is not released
    with rounds_of(course) as session:
        mine = Round.course == course_id, Round.assignment == assignment
        before = session.scalar(select(Round).where(*mine))
        if before is not None:
            _same(before, terms)
            search_plans(session, course, before)
        else:
            check_future(terms, now())
            _decide(session, course, _row(course_id, assignment, terms), terms, gathered, by, progress)
    with rounds_of(course) as session:
        round_ = find_round(session, course_id, assignment)
        if round_.state == "open":
            deliver_packets(course, round_, progress)
        return look_at(course, round_, gathered, again=before is not None)


def _decide(
    session: Session,
    course: Path,
    round_: Round,
    terms: Terms,
    gathered: Gathered,
    by: str,
    progress: Progress | None,
) -> None:
    """Put everything about a new round into the database."""
    case = master_of(source_of(course, round_.assignment)).case
    known = known_levels(course, round_.assignment, gathered.plans, asked(case))
    check_named(terms.known, known, [one.learner for one in gathered.plans])
    allocation = _allocation(round_, gathered.plans, terms)
    round_.relaxed = [str(one) for one in allocation.relaxed]
    session.add(round_)
    session.flush()
    people = {person.learner: person for person in enrol(session, course, round_, gathered.plans, known, progress)}
    on_top = _known_on_top(round_, people, terms, allocation)
    give(
        session,
        round_,
        [
            *((people[one], people[other], "open") for one, other in allocation.pairs),
            *((people[one], people[other], "known") for one, other in on_top),
        ],
    )
    told = f"{len(people)} plans, {len(allocation.pairs)} reviews, {len(on_top)} of known plans on top"
    log(session, round_, by, "opened", after=told)


def _row(course_id: str, assignment: str, terms: Terms) -> Round:
    return Round(
        course=course_id,
        assignment=assignment,
        state="open",
        reviews_each=terms.reviews,
        known_each=terms.travelling,
        seed=derived_seed(course_id, assignment) if terms.seed is None else terms.seed,
        minutes=terms.minutes,
        options=terms.options(),
        opened_at=now(),
        calibrate_by=terms.calibrate_by,
        review_by=terms.review_by,
        settle_by=terms.settle_by,
    )


def _allocation(round_: Round, plans: tuple[Collected, ...], terms: Terms) -> Allocation:
    authors = [one.learner for one in plans]
    reviewers = [one.learner for one in plans if one.secret]
    if len(authors) < 2 or len(reviewers) < 2:
        able = f"{len(reviewers)} of {len(authors)} learners with a plan can review"
        raise RoundError(f"{able}, which is too few for a round; collect more plans of {round_.assignment} first.")
    addresses = [one.address(round_.course, round_.assignment) or one.digest for one in plans]
    seed = stream(round_key(round_.seed, addresses), "allocation").getrandbits(63)
    groups = terms.groups or None
    try:
        return allocate(authors, reviewers, terms.reviews, terms.conflicts, seed, groups=groups, rule=terms.rule)
    except ValueError as problem:
        raise RoundError(f"{problem}.") from None


def _known_on_top(
    round_: Round, people: dict[str, Participant], terms: Terms, allocation: Allocation
) -> list[tuple[str, str]]:
    for learner in terms.known:
        people[learner].travels = True
    reviewers = [learner for learner, person in people.items() if person.address]
    rng = stream(key_of(round_), "known")
    return travels_to(terms.known, reviewers, terms.travelling, allocation.pairs, terms.may_read, rng)


def _same(round_: Round, terms: Terms) -> None:
    """See that a round is continued with the terms that it was opened with.

    Raises:
        RoundError: naming the first that differs.
    """
    seed = derived_seed(round_.course, round_.assignment) if terms.seed is None else terms.seed
    stands = {
        "--reviews": (round_.reviews_each, terms.reviews),
        "--due": (round_.review_by, terms.review_by),
        "--calibrate-by": (round_.calibrate_by, terms.calibrate_by),
        "--settle-by": (round_.settle_by, terms.settle_by),
        "--known-each": (round_.known_each, terms.travelling),
        "--minutes": (round_.minutes, terms.minutes),
        "--seed": (round_.seed, seed),
        **{f"--{name}": (round_.options.get(name), value) for name, value in terms.options().items()},
    }
    for name, (was, new) in stands.items():
        if was != new:
            raise RoundError(
                f"{name}: the round of {round_.assignment} was opened with {_said(was)}, not {_said(new)}; plans and "
                f"reviewers are fixed since. To go on with an interrupted opening, give what was given first."
            )


def _said(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone():%Y-%m-%d %H:%M %z}"
    return "none" if value in (None, [], {}) else str(value)
