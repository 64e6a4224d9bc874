"""Running nbgrader's own classes inside this process: configured for one course, silent, with one-sentence errors."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbgrader.auth import Authenticator
from nbgrader.converters import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeError, ExchangeFactory
from traitlets.config import Config

from goalsmith.errors import CourseError
from goalsmith.grading.config import configure

# nbgrader tells its log every file it copies; what a person needs is in the exceptions.
LOG = logging.getLogger("goalsmith.nbgrader")
LOG.addHandler(logging.NullHandler())
LOG.propagate = False


def course_config(folder: Path, assignment: str = "") -> Config:
    """The configuration of the course in `folder`, set to one assignment."""
    config = Config()
    configure(config, folder)
    config.CourseDirectory.assignment_id = assignment
    return config


def made(kind: Any, config: Config, **more: Any) -> Any:
    """Make a converter with its course directory."""
    return kind(coursedir=CourseDirectory(config=config, log=LOG), config=config, log=LOG, **more)


def exchanged(step: str, config: Config) -> Any:
    """Run one step of the exchange that the configuration names, such as `Submit`, and return its object."""
    factory = ExchangeFactory(config=config, log=LOG)
    directory = CourseDirectory(config=config, log=LOG)
    authenticator = Authenticator(config=config, log=LOG)
    with plain_errors():
        running = getattr(factory, step)(coursedir=directory, authenticator=authenticator, config=config, log=LOG)
        running.start()
    return running


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn nbgrader's errors into ours.

    Raises:
        CourseError: with nbgrader's own sentence.
    """
    try:
        yield
    except (ExchangeError, NbGraderException) as problem:
        raise CourseError(f"nbgrader says: {problem}") from None
