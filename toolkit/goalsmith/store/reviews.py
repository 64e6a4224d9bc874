"""Files of peer review beside a notebook: plans to review, reviews, what came back, and the answers to it.

What a learner writes in other files of the notebook, an interview or later sessions, is read and saved here too.

Everything is saved with the same care as plans: atomically, with the version before kept beside it. A reader for
graders mends nothing and says what is wrong; the learner's own side sets a damaged file aside and goes on from the
version before.
"""

import contextlib
import errno
import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from goalsmith.errors import BadReviews
from goalsmith.model import FollowupFile, InterviewFile, MeasuresFile, Packet, Returned, ReviewFile, StagesFile
from goalsmith.store.atomic import write_atomically

PACKET_FILE = "packet.json"
REVIEWS_FILE = "reviews.json"
RETURNED_FILE = "returned.json"
ANSWERS_FILE = "answers.json"
MAX_BYTES = 2_000_000
_AGAIN = "open the notebook, which restores the last good version, and submit again"
_FETCH = "get the plans again with the button in the notebook"

M = TypeVar("M", bound=BaseModel)
Work = ReviewFile | FollowupFile | InterviewFile | StagesFile | MeasuresFile
W = TypeVar("W", bound=Work)


def read_packet(folder: Path) -> Packet | None:
    """The plans to review in `folder`, or None where none have been fetched yet.

    Raises:
        BadReviews: the file is damaged.
    """
    path = folder / PACKET_FILE
    return _read(path, Packet, _FETCH) if path.exists() else None


def write_packet(folder: Path, packet: Packet) -> None:
    """Put the plans to review into `folder`."""
    write_atomically(folder / PACKET_FILE, _bytes(packet))


def read_returned(folder: Path) -> Returned | None:
    """What came back on the own plan, or None where nothing has been fetched yet.

    Raises:
        BadReviews: the file is damaged.
    """
    path = folder / RETURNED_FILE
    return _read(path, Returned, _FETCH) if path.exists() else None


def write_returned(folder: Path, returned: Returned) -> None:
    """Put what came back on a plan into `folder`."""
    write_atomically(folder / RETURNED_FILE, _bytes(returned))


def read_reviews(path: Path, case_id: str) -> ReviewFile:
    """Read `reviews.json` as a grader does.

    Raises:
        BadReviews: missing, larger than 2 MB, not JSON, no reviews, of another case, or with two reviews of one plan.
    """
    return read_work(path, ReviewFile, case_id)


def read_answers(path: Path, case_id: str) -> FollowupFile:
    """Read `answers.json` as a grader does.

    Raises:
        BadReviews: missing, larger than 2 MB, not JSON, no answers, of another case, or with two answers to one letter.
    """
    return read_work(path, FollowupFile, case_id)


def read_work(path: Path, kind: type[W], case_id: str) -> W:
    """Read a learner's file as a grader does.

    Raises:
        BadReviews: missing, larger than 2 MB, not JSON, not of that kind, of another case, or with two of what it may
            hold once.
    """
    written = _read(path, kind, _AGAIN)
    if written.case != case_id:
        raise BadReviews(path.name, [f"belongs to the case {written.case}, not {case_id}; {_AGAIN}"])
    names = _parts(written)
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise BadReviews(path.name, [f"{twice[0]} stands twice; {_AGAIN}"])
    return written


def work_digest(written: Work) -> str:
    """A hash of what was written; when it was saved, and how long it took, makes no difference."""
    data = json.dumps(_without_times(written.model_dump(mode="json")), sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()


class WorkStore(Generic[W]):
    """One learner's file of work: reviews, answers, an interview or later sessions.

    After `load`, `recovered` says in a sentence if it was damaged.
    """

    def __init__(self, path: Path, kind: type[W], case_id: str) -> None:
        """Use the file at `path`, which does not have to exist."""
        self.path, self.kind, self.case_id = path, kind, case_id
        self.recovered = ""
        self._backup = path.with_name(f".{path.name}.before")

    def load(self) -> W:
        """Return what is saved, or an empty file. A damaged one is set aside and the version before it taken."""
        if not self.path.exists():
            return self.kind(case=self.case_id)
        try:
            return read_work(self.path, self.kind, self.case_id)
        except BadReviews:
            return self._recover()

    def save(self, written: W) -> datetime:
        """Write the file; return the time, UTC, to the second.

        Raises:
            OSError: the folder cannot be written, or the file would be larger than 2 MB, which no grader would read;
                the old file stands.
        """
        written.saved_at = datetime.now(UTC).replace(microsecond=0)
        data = _bytes(written)
        if len(data) > MAX_BYTES:
            raise OSError(errno.EFBIG, "it would be larger than 2 MB; shorten a text")
        if self.path.exists():
            # A second name for the same file costs no copy; where a file system has none, there is no version before.
            with contextlib.suppress(OSError):
                self._backup.unlink(missing_ok=True)
                os.link(self.path, self._backup)
        write_atomically(self.path, data)
        return written.saved_at

    def _recover(self) -> W:
        damaged = self.path.with_name(f"{self.path.name}.damaged")
        self.path.replace(damaged)
        try:
            written = read_work(self._backup, self.kind, self.case_id)
            came = "the version before it was restored"
        except BadReviews:
            written, came = self.kind(case=self.case_id), "an empty one was begun"
        self.recovered = f"{self.path.name} was damaged, so {came}; the damaged file is kept as {damaged.name}."
        return written


def review_store(folder: Path, case_id: str) -> WorkStore[ReviewFile]:
    """The store of `reviews.json` in `folder`."""
    return WorkStore(folder / REVIEWS_FILE, ReviewFile, case_id)


def answer_store(folder: Path, case_id: str) -> WorkStore[FollowupFile]:
    """The store of `answers.json` in `folder`."""
    return WorkStore(folder / ANSWERS_FILE, FollowupFile, case_id)


def _bytes(record: BaseModel) -> bytes:
    return (record.model_dump_json(indent=1) + "\n").encode()


def _read(path: Path, kind: type[M], what_to_do: str) -> M:
    name = path.name
    try:
        if path.is_symlink() or not path.is_file():
            raise BadReviews(name, [f"is missing; {what_to_do}"])
        if (size := path.stat().st_size) > MAX_BYTES:
            raise BadReviews(name, [f"is {size / 1e6:.0f} MB, and may have 2 MB at most; {what_to_do}"])
        raw = path.read_bytes()
    except OSError as problem:
        raise BadReviews(name, [f"cannot be read ({problem.strerror}); {what_to_do}"]) from None
    try:
        return kind.model_validate(json.loads(raw))
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(str(step) for step in first["loc"]) or "the file"
        raise BadReviews(name, [f"{field}: {first['msg'].lower()}; {what_to_do}"]) from None
    except (ValueError, RecursionError):
        raise BadReviews(name, [f"is damaged (not JSON); {what_to_do}"]) from None


def _parts(written: Work) -> list[str]:
    """What the file may hold once each, as its reader calls it."""
    if isinstance(written, ReviewFile):
        return [f"the plan {review.plan}" for review in written.reviews]
    if isinstance(written, FollowupFile):
        return [f"reviewer {answer.letter}" for answer in written.answers]
    if isinstance(written, StagesFile):
        return [f"the stage {work.id}" for work in written.stages]
    return []


_TIMES = {"saved_at", "finished_at", "sent_at", "committed_at", "at", "minutes"}


def _without_times(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_times(inner) for key, inner in value.items() if key not in _TIMES}
    return [_without_times(inner) for inner in value] if isinstance(value, list) else value
