"""Taking people into a round: their frozen plan under a pseudonym, their address, and the search of their words."""

import random
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.orm import Session

from goalsmith.grading.cohort import Progress
from goalsmith.grading.score import master_of
from goalsmith.model import Plan
from goalsmith.peer.packets.places import texts
from goalsmith.peer.privacy import Hit, searcher
from goalsmith.peer.rounds.draw import pseudonyms, round_key, stream
from goalsmith.peer.rounds.people import Collected, judge_all, source_of
from goalsmith.peer.rounds.tables import Matter, Participant, Round


def enrol(
    session: Session,
    course: Path,
    round_: Round,
    plans: tuple[Collected, ...],
    known: Mapping[str, dict[str, float]],
    progress: Progress | None = None,
) -> list[Participant]:
    """Add a participant for each plan, and a matter for each text that may name somebody; return them in order."""
    source = source_of(course, round_.assignment)
    levels = judge_all(master_of(source), plans, progress)
    names = pseudonyms(len(plans), {person.pseudonym for person in round_.people}, _names(round_, plans))
    people = []
    for one, pseudonym in zip(plans, names, strict=True):
        person = Participant(
            learner=one.learner,
            pseudonym=pseudonym,
            plan=one.plan.model_dump(mode="json"),
            digest=one.digest,
            address=one.address(round_.course, round_.assignment),
            return_address=one.return_address(round_.course, round_.assignment),
            known=known.get(one.learner),
            engine=levels[one.learner],
            active=True,
            reviewing=True,
        )
        round_.people.append(person)
        people.append(person)
    session.flush()
    search_plans(session, course, round_)
    return people


def search_plans(session: Session, course: Path, round_: Round) -> None:
    """Open a matter for every text of a plan that may name somebody, where there is none yet.

    Run again it finds what the roster did not tell before.
    """
    look = searcher(course, source_of(course, round_.assignment), [person.learner for person in round_.people])
    known = {(one.participant_id, one.place, one.words) for one in round_.matters if one.kind == "plan-text"}
    for person in round_.people:
        for place, text in texts(Plan.model_validate(person.plan)):
            for hit in look.hits(text):
                if (person.id, place, hit.words) not in known:
                    known.add((person.id, place, hit.words))
                    round_.matters.append(_matter(person, place, hit))
    session.flush()


def key_of(round_: Round) -> bytes:
    """What the round draws from: see `draw`."""
    return round_key(round_.seed, [person.address or person.digest for person in round_.people])


def _names(round_: Round, plans: tuple[Collected, ...]) -> random.Random:
    secrets = [one.address(round_.course, round_.assignment) or one.digest for one in plans]
    return stream(round_key(round_.seed, secrets), "pseudonyms")


def _matter(person: Participant, place: str, hit: Hit) -> Matter:
    return Matter(
        kind="plan-text",
        participant_id=person.id,
        place=place,
        words=hit.words,
        reason=hit.reason,
        urgency=1.0,
        state="open",
    )
