"""One database engine for a whole cohort."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from nbgrader import api


@contextmanager
def one_engine() -> Iterator[None]:
    """Let every `Gradebook` that is opened inside share the engine of its address.

    nbgrader opens the gradebook nine times for each submission, each time with a new engine that has to look at the
    tables and translate each query anew. `Gradebook.close` empties the engine's pool, so no connection stays open.
    """
    make = api.create_engine
    api.create_engine = cache(make)
    try:
        yield
    finally:
        api.create_engine = make
