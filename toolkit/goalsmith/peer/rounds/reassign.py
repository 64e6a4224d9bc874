"""Mending a round under way: late joiners, drop-outs and late reviewers, so that every plan gets its reviews."""

import difflib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from goalsmith.errors import RoundError
from goalsmith.grading.cohort import Progress
from goalsmith.grading.course import load_course
from goalsmith.peer.allocate import Pair, Reassignment
from goalsmith.peer.allocate import reassign as allocate_again
from goalsmith.peer.packets.deliver import deliver_packets
from goalsmith.peer.rounds.collect import complete_review
from goalsmith.peer.rounds.collect import late as is_late
from goalsmith.peer.rounds.database import find_round, log, now, rounds_of
from goalsmith.peer.rounds.draw import stream
from goalsmith.peer.rounds.enrol import enrol, key_of
from goalsmith.peer.rounds.known import travels_to
from goalsmith.peer.rounds.people import Gathered, gather
from goalsmith.peer.rounds.refresh import refresh
from goalsmith.peer.rounds.tables import Participant, Round, Task
from goalsmith.peer.rounds.tasks import give
from goalsmith.peer.rounds.terms import Terms


@dataclass(frozen=True)
class Reassigned:
    """What changed: who `joined` and who was `dropped` or `late`, which reviews (reviewer, author) came and went.

    `short` are missing reviews by author that nobody could take; `bad` are plans that stay out, with the reason.
    """

    assignment: str
    joined: tuple[str, ...]
    dropped: tuple[str, ...]
    late: tuple[str, ...]
    added: tuple[Pair, ...]
    withdrawn: tuple[Pair, ...]
    relaxed: tuple[str, ...]
    short: dict[str, int]
    bad: dict[str, str]
    review_by: datetime
    overdue: bool


def reassign_round(
    course: Path,
    assignment: str,
    by: str,
    *,
    drop: Iterable[str] = (),
    late: bool = False,
    due: datetime | None = None,
    progress: Progress | None = None,
) -> Reassigned:
    """Take in who joined, take out those of `drop`, with `late` pass late reviews on, and restore the reviews of all.

    `due` sets a new deadline for reviews. Run again, it changes nothing more, but writes the packets anew.

    Raises:
        RoundError: the round is not open, or somebody of `drop` is not in it; nothing has changed then.
    """
    gathered = gather(course, assignment)
    with rounds_of(course) as session:
        round_ = _open_round(session, course, assignment)
        people = {person.learner: person for person in round_.people}
        _check_dropped(drop, people)
        refresh(session, round_, course)
        gone = [_drop(session, round_, people[name], by) for name in sorted(set(drop)) if people[name].active]
        slow = _pass_on(session, round_, by) if late else []
        _set_due(session, round_, due, by)
        joined, bad = _join(session, course, round_, gathered, by, progress)
        change = _change(round_)
        _apply(session, round_, change, joined, by)
        result = Reassigned(
            assignment=assignment,
            joined=tuple(person.learner for person in joined),
            dropped=tuple(gone),
            late=tuple(slow),
            added=change.added,
            withdrawn=change.withdrawn,
            relaxed=tuple(str(one) for one in change.relaxed),
            short=dict(change.short),
            bad=bad,
            review_by=round_.review_by,
            overdue=round_.review_by <= now(),
        )
    with rounds_of(course) as session:
        deliver_packets(course, _open_round(session, course, assignment), progress)
    return result


def _open_round(session: Session, course: Path, assignment: str) -> Round:
    round_ = find_round(session, load_course(course).course_id, assignment)
    if round_.state != "open":
        raise RoundError(f"The round of {assignment} is {round_.state}, so reviews are given to nobody any more.")
    return round_


def _check_dropped(drop: Iterable[str], people: dict[str, Participant]) -> None:
    for name in drop:
        if name not in people:
            near = difflib.get_close_matches(name, people, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise RoundError(f"--drop: {name} is not in this round.{hint} Nothing was changed.")


def _drop(session: Session, round_: Round, person: Participant, by: str) -> str:
    person.active = False
    log(session, round_, by, "dropped", learner=person.learner)
    return person.learner


def _pass_on(session: Session, round_: Round, by: str) -> list[str]:
    """Free everybody who is past the deadline of the reviews that they still owe."""
    at = now()
    owing = {task.reviewer for task in round_.tasks if is_late(round_, task, at) and task.reviewer.active}
    for person in sorted(owing, key=lambda one: one.learner):
        person.reviewing = False
        log(session, round_, by, "late", learner=person.learner)
    return sorted(person.learner for person in owing)


def _set_due(session: Session, round_: Round, due: datetime | None, by: str) -> None:
    if due is None or due == round_.review_by:
        return
    if due <= now():
        raise RoundError(f"--due: {due:%Y-%m-%d %H:%M %z} is over; give a time to come.")
    if round_.settle_by and due >= round_.settle_by:
        raise RoundError("--due: comes after the end of the phase settle; reviews have to be there before.")
    log(session, round_, by, "deadline", before=round_.review_by.isoformat(), after=due.isoformat())
    round_.review_by = due


def _join(
    session: Session, course: Path, round_: Round, gathered: Gathered, by: str, progress: Progress | None
) -> tuple[list[Participant], dict[str, str]]:
    """Take in plans that were collected since, and give an address to those who had no secret when the round opened."""
    people = {person.learner: person for person in round_.people}
    new = [one for one in gathered.plans if one.learner not in people]
    bad = dict(gathered.bad)
    if round_.options["rule"] != "either":
        bad.update((one.learner, "is in no group of this round") for one in new if not _grouped(round_, one.learner))
        new = [one for one in new if _grouped(round_, one.learner)]
    for one in gathered.plans:
        person = people.get(one.learner)
        if person is not None and person.address is None and one.secret:
            person.address = one.address(round_.course, round_.assignment)
            person.return_address = one.return_address(round_.course, round_.assignment)
    joined = enrol(session, course, round_, tuple(new), {}, progress) if new else []
    for person in joined:
        log(session, round_, by, "joined", learner=person.learner)
    return joined, {learner: why for learner, why in bad.items() if learner not in people}


def _grouped(round_: Round, learner: str) -> bool:
    return learner in round_.options["groups"]


def _change(round_: Round) -> Reassignment:
    """What has to come and go; nothing is changed yet."""
    ordinary = [task for task in round_.tasks if task.origin != "known"]
    terms = terms_of(round_)
    # Somebody who reads a plan as a known one cannot read it once more.
    known = [_pair(task) for task in round_.tasks if task.origin == "known" and task.state == "given"]
    return allocate_again(
        [_pair(task) for task in ordinary if task.state == "given"],
        [_pair(task) for task in ordinary if complete_review(task)],
        [person.learner for person in round_.people if person.active],
        [person.learner for person in round_.people if _reviews(person)],
        round_.reviews_each,
        [*terms.conflicts, *known],
        stream(key_of(round_), "reassign").getrandbits(63),
        extra=_extra(round_, ordinary),
        groups=terms.groups or None,
        rule=terms.rule,
    )


def terms_of(round_: Round) -> Terms:
    """Who may read whom in a round, as it was given when it opened."""
    options = round_.options
    conflicts = tuple((one, other) for one, other in options["conflicts"])
    return Terms(round_.review_by, conflicts=conflicts, groups=options["groups"], rule=options["rule"])


def _reviews(person: Participant) -> bool:
    return person.active and person.reviewing and person.address is not None


def _pair(task: Task) -> Pair:
    return task.reviewer.learner, task.author.learner


def _extra(round_: Round, ordinary: list[Task]) -> dict[str, int]:
    """How many reviews each was given on top so far; what a late joiner was given first is no extra."""
    first = {task.reviewer.learner for task in ordinary if task.origin == "open"}
    later = Counter(task.reviewer.learner for task in ordinary if task.origin == "reassign")
    return {
        learner: number if learner in first else max(0, number - round_.reviews_each)
        for learner, number in later.items()
    }


def _apply(session: Session, round_: Round, change: Reassignment, joined: list[Participant], by: str) -> None:
    people = {person.learner: person for person in round_.people}
    gone = set(change.withdrawn)
    for task in round_.tasks:
        idle = task.origin == "known" and not (_reviews(task.reviewer) and task.author.active)
        if task.state == "given" and not complete_review(task) and (_pair(task) in gone or idle):
            task.state = "withdrawn"
            log(session, round_, by, "withdrawn", learner=task.reviewer.learner, before=task.author.learner)
    again = {_pair(task): task for task in round_.tasks if task.state == "withdrawn"}
    for pair in change.added:
        if pair in again:
            again[pair].state, again[pair].origin = "given", "reassign"
        log(session, round_, by, "reassigned", learner=pair[0], after=pair[1])
    new = [pair for pair in change.added if pair not in again]
    on_top = _known_for(round_, joined, change.added)
    give(
        session,
        round_,
        [
            *((people[one], people[other], "reassign") for one, other in new),
            *((people[one], people[other], "known") for one, other in on_top),
        ],
    )


def _known_for(round_: Round, joined: list[Participant], added: tuple[Pair, ...]) -> list[Pair]:
    """The known plans on top for those who joined, as everybody else has them."""
    known = [person.learner for person in round_.people if person.travels and person.active]
    reviewers = [person.learner for person in joined if person.address]
    rng = stream(key_of(round_), "known for joiners")
    return travels_to(known, reviewers, round_.known_each, added, terms_of(round_).may_read, rng)
