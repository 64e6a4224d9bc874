"""The learner's side: bringing the plans to review, and later what came back, into the notebook's folder.

Only the learner's own secrets are tried, and nothing but a whole file of this course and case is taken.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from nbgrader.exchange.default import Exchange
from pydantic import ValidationError
from traitlets.config import Config

from goalsmith.errors import BadReviews, CourseError
from goalsmith.grading.running import LOG
from goalsmith.grading.submit import learner_config
from goalsmith.model import Assignment, Packet, Returned
from goalsmith.peer.packets.address import FOLDERS, What, address, read_secret
from goalsmith.store import (
    PACKET_FILE,
    RETURNED_FILE,
    PlanStore,
    load_assignment,
    plan_name,
    read_packet,
    write_packet,
    write_returned,
)
from goalsmith.store.reviews import MAX_BYTES

R = TypeVar("R", Packet, Returned)


@dataclass(frozen=True)
class Fetched:
    """What is in the folder now: `plans` to review or `reviews` that came back, `new` ones among them, and until when.

    `sentence` tells it to the learner; where nothing is there yet, it tells why.
    """

    sentence: str
    plans: int = 0
    reviews: int = 0
    new: int = 0
    until: datetime | None = None


def fetch(folder: Path, config: Config | None = None) -> Fetched:
    """Bring what is there for the review or follow-up notebook in `folder`. `config` stands in for the learner's own.

    Raises:
        CourseError: it is another kind of folder, or what lies at the address is not what it should be.
        BadFile: the folder is no assignment's.
    """
    folder = folder.resolve()
    assignment = load_assignment(folder)
    settings = config if config is not None else learner_config(folder)
    if assignment.part == "review":
        return _fetch_packet(folder, assignment, settings)
    if assignment.part == "followup":
        return _fetch_returned(folder, assignment, settings)
    raise CourseError(
        f"{folder.name} is where you write your plan; open {assignment.case}-review to get plans to review."
    )


def merged(old: Packet | None, new: Packet) -> Packet:
    """The packet `new` in an order that the reviewer knows: what was there stays in its place, what is new comes last.

    A plan that is in `new` no more goes, so that a withheld text does not stay with its reviewers. What was written
    about it stays in the file of reviews, and the notebook shows it as withdrawn.
    """
    coming = {plan.id: plan for plan in new.plans}
    stay = [coming.pop(plan.id) for plan in old.plans if plan.id in coming] if old else []
    return new.model_copy(update={"plans": [*stay, *coming.values()]})


def _fetch_packet(folder: Path, assignment: Assignment, config: Config) -> Fetched:
    new = _newest(assignment, config, "packet", PACKET_FILE, Packet)
    if isinstance(new, str):
        return Fetched(new)
    try:
        old = read_packet(folder)
    except BadReviews:
        old = None  # it is written anew below
    packet = merged(old, new)
    if packet != old:
        write_packet(folder, packet)
    had = {plan.id for plan in old.plans} if old else set()
    added = sum(plan.id not in had for plan in packet.plans)
    told = _told(len(packet.plans), added, packet.review_by)
    return Fetched(told, plans=len(packet.plans), new=added, until=packet.review_by)


def _fetch_returned(folder: Path, assignment: Assignment, config: Config) -> Fetched:
    came = _newest(assignment, config, "returned", RETURNED_FILE, Returned)
    if isinstance(came, str):
        return Fetched(came)
    had = (folder / RETURNED_FILE).exists()
    write_returned(folder, came)
    if not os.path.lexists(folder / plan_name(assignment.case)):
        PlanStore(folder, assignment.case).save(came.plan.model_copy(deep=True))
    count = len(came.reviews)
    until = f", until {_when(came.answer_by)}" if came.answer_by else ""
    told = f"Your plan came back with {count} review{'' if count == 1 else 's'}. Answer each next step{until}."
    return Fetched(told, reviews=count, new=0 if had else count, until=came.answer_by)


def _newest(assignment: Assignment, config: Config, what: What, name: str, kind: type[R]) -> R | str:
    """The record at the address of one of the learner's own submissions, or a sentence on why there is none."""
    exchange = Exchange(config=config, log=LOG)
    place = Path(exchange.root) / assignment.course / FOLDERS[what]
    secrets = list(_secrets(Path(exchange.cache) / assignment.course, assignment.case))
    if not secrets:
        return (
            f"Nothing is there for you: no plan of {assignment.case} was handed in from this account. "
            "Hand in your plan first, and ask your supervisor to add you."
        )
    for secret in secrets:
        file = place / address(secret, assignment.course, assignment.case, what) / name
        record = _read(file, place, kind)
        if record is not None:
            _check_course(record, assignment)
            return record
    if what == "returned":
        return "Nothing has come back yet. Your supervisor says when the reviews are released."
    if not place.is_dir():
        return "Nothing is there yet: the round of reviews has not been opened."
    return (
        "Nothing is there for you yet: the round has not been opened, or it took the plans of an earlier day. "
        "If others have theirs, ask your supervisor to add you."
    )


def _secrets(cache: Path, case: str) -> Iterator[str]:
    """The secrets of the learner's own submissions, the newest first."""
    folders = sorted(cache.glob(f"*+{case}+*"), key=lambda path: path.name.rsplit("+", 1)[-1], reverse=True)
    return (secret for folder in folders if (secret := read_secret(folder)))


def _read(path: Path, place: Path, kind: type[R]) -> R | None:
    """The record at `path`, or None where there is no such file. Nothing is followed out of the folder `place`.

    Raises:
        CourseError: it is a link, too large, somebody else's than the folder's owner's, or no such record.
    """
    if path.parent.is_symlink():
        raise _refused(path, "lies behind a link")
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise _refused(path, f"cannot be opened ({problem.strerror})") from None
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode) or about.st_size > MAX_BYTES:
            raise _refused(path, "is no file of a sensible size")
        if about.st_uid != place.stat().st_uid:
            raise _refused(path, "was not put there by the supervisor")
        raw = file.read(MAX_BYTES + 1)
    try:
        return kind.model_validate_json(raw)
    except ValidationError:
        raise _refused(path, "is damaged") from None


def _refused(path: Path, why: str) -> CourseError:
    return CourseError(f"Nothing was fetched: {path.name} in the exchange {why}. Please tell your supervisor.")


def _check_course(record: Packet | Returned, assignment: Assignment) -> None:
    if (record.case, record.course) != (assignment.case, assignment.course):
        other = f"belongs to the case {record.case} of {record.course}"
        raise CourseError(f"Nothing was fetched: what lies in the exchange {other}. Please tell your supervisor.")


def _told(plans: int, new: int, until: datetime) -> str:
    if not plans:
        return "No plan is ready for you to review yet; try again later."
    count = "1 plan" if plans == 1 else f"{plans} plans"
    fresh = "" if new == plans else f", {new or 'none'} of them new"
    return f"You have {count} to review{fresh}, until {_when(until)}."


def _when(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local:%A} {local.day} {local:%B %Y, %H:%M} ({local:%Z})"
