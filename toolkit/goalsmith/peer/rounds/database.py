"""Opening the rounds' database: SQLite in the course's folder unless `course.yaml` names another address."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm import Session

from goalsmith.errors import RoundError
from goalsmith.grading.course import load_course
from goalsmith.peer.rounds.tables import Base, LogEntry, Round

DATABASE = "peer.db"


def database_url(course: Path) -> str:
    """The address of the database of the course's rounds."""
    return load_course(course).peer_db or f"sqlite:///{course.resolve() / DATABASE}"


def has_rounds(course: Path) -> bool:
    """Whether there can be any round: False where no database has been made yet."""
    return load_course(course).peer_db is not None or (course / DATABASE).is_file()


@contextmanager
def rounds_of(course: Path) -> Iterator[Session]:
    """A session in one transaction: committed when the block ends, given up when it fails.

    Raises:
        RoundError: the database cannot be reached, or its address is none.
    """
    url = database_url(course)
    engine = _engine(url)
    try:
        _prepare(engine)
        _keep_private(url)
        with Session(engine) as session, session.begin():
            yield session
    except (OperationalError, InterfaceError) as problem:
        raise _unusable(_reason(problem)) from None
    finally:
        engine.dispose()


def _engine(url: str) -> Engine:
    try:
        return create_engine(url)
    except (ArgumentError, ImportError) as problem:  # no address, or one for a driver that is not installed
        raise _unusable(str(problem)) from None


def _prepare(engine: Engine) -> None:
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
    except DBAPIError as problem:  # whatever a driver calls a wrong password
        raise _unusable(_reason(problem)) from None


def _reason(problem: DBAPIError) -> str:
    """The driver's own words; pg8000 gives what the server sent, with the message under "M"."""
    said = problem.orig.args[0] if problem.orig and problem.orig.args else problem
    return str(said["M"] if isinstance(said, dict) else said).strip().splitlines()[0]


def _unusable(reason: str) -> RoundError:
    return RoundError(f"The database of the rounds cannot be used: {reason}. See peer_db in course.yaml.")


def _keep_private(url: str) -> None:
    """Nobody else on the machine, learners among them, may read a database that is a file."""
    place = make_url(url)
    if place.get_backend_name() == "sqlite" and place.database:
        path = Path(place.database)
        if (mode := path.stat().st_mode) & 0o007:
            path.chmod(mode & 0o770)


def find_round(session: Session, course_id: str, assignment: str) -> Round:
    """The round of an assignment.

    Raises:
        RoundError: none has been opened.
    """
    found = session.scalar(select(Round).where(Round.course == course_id, Round.assignment == assignment))
    if found is None:
        raise RoundError(f"No round of {assignment} is open. First run: goalsmith peer open {assignment} --due DATE")
    return found


def now() -> datetime:
    """The time, UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def log(
    session: Session,
    round_: Round,
    by: str,
    what: str,
    *,
    learner: str = "",
    before: str = "",
    after: str = "",
    why: str = "",
) -> None:
    """Add a line to the audit log."""
    session.add(
        LogEntry(round_id=round_.id, at=now(), by=by, what=what, learner=learner, before=before, after=after, why=why)
    )
