"""Putting packets where their reviewers, and nobody else, find them: what lies there follows from the database."""

import contextlib
import hashlib
import os
from datetime import datetime
from pathlib import Path

from nbgrader.exchange.default import Exchange
from pydantic import BaseModel

from goalsmith.errors import RoundError
from goalsmith.grading.cohort import Progress
from goalsmith.grading.running import LOG, course_config
from goalsmith.model import Packet, PacketPlan
from goalsmith.peer.packets.address import FOLDERS, What
from goalsmith.peer.rounds.hold import held, redacted_plan
from goalsmith.peer.rounds.tables import Participant, Round
from goalsmith.store import PACKET_FILE
from goalsmith.store.atomic import write_atomically


def deliver_packets(course: Path, round_: Round, progress: Progress | None = None) -> int:
    """Write the packet of every reviewer who can be reached; return how many.

    Raises:
        RoundError: the course is not in the exchange.
    """
    place = exchange_folder(course, round_.course, "packet")
    readers = [person for person in round_.people if person.address]
    plans = _plans(round_)
    reads: dict[int, list[PacketPlan]] = {person.id: [] for person in readers}
    for task in round_.tasks:
        if task.state == "given" and task.author_id in plans and task.reviewer_id in reads:
            reads[task.reviewer_id].append(plans[task.author_id])
    for person in readers:
        if progress:
            progress(person.learner, len(readers))
        put(place, person.address or "", PACKET_FILE, _packet(round_, person, reads[person.id]), round_.opened_at)
    settle_folder(place, round_.opened_at)
    return len(readers)


def exchange_folder(course: Path, course_id: str, what: What) -> Path:
    """The folder of all packets, or of all that is returned: made so that it can be entered but not listed.

    Raises:
        RoundError: the course is not in the exchange.
    """
    root = Path(Exchange(config=course_config(course), log=LOG).root) / course_id
    if not root.is_dir():
        raise RoundError(f"{root} is missing, so nothing can be delivered; run `nbgrader release_assignment` first.")
    place = root / FOLDERS[what]
    place.mkdir(exist_ok=True)
    place.chmod(0o711)
    return place


def put(place: Path, address: str, name: str, record: BaseModel, moment: datetime) -> None:
    """Write a record to its address, unless it lies there. Times of change say `moment`, so that they say nothing.

    What an interrupted writing left behind is cleared away.
    """
    folder = place / address
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    for left in folder.glob(".*.tmp"):
        with contextlib.suppress(OSError):
            left.unlink()
    data = (record.model_dump_json(indent=1) + "\n").encode()
    path = folder / name
    if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
        write_atomically(path, data)
    settle_folder(path, moment)
    settle_folder(folder, moment)


def settle_folder(path: Path, moment: datetime) -> None:
    """Set a file's or folder's times to `moment`."""
    os.utime(path, (moment.timestamp(), moment.timestamp()))


def _plans(round_: Round) -> dict[int, PacketPlan]:
    """The plans that may travel now, by their authors' numbers."""
    return {
        person.id: PacketPlan(id=person.pseudonym, plan=redacted_plan(person))
        for person in round_.people
        if not held(person)
    }


def _packet(round_: Round, reader: Participant, plans: list[PacketPlan]) -> Packet:
    return Packet(
        case=round_.assignment,
        course=round_.course,
        calibrate_by=round_.calibrate_by,
        review_by=round_.review_by,
        plans=sorted(plans, key=lambda plan: _rank(reader, plan)),
    )


def _rank(reader: Participant, plan: PacketPlan) -> bytes:
    """A place in the packet that stays the same, and follows from nothing that a reader knows of others."""
    return hashlib.sha256(f"{reader.address}\n{plan.id}".encode()).digest()
