"""A course folder: `course.yaml` says what it is called and which cases it has, due when."""

import re
from pathlib import Path

from pydantic import AwareDatetime

from goalsmith.data import data_root
from goalsmith.errors import BadFile, CourseError
from goalsmith.model import Live
from goalsmith.model.base import Authored, Slug, Text
from goalsmith.store import list_cases
from goalsmith.store.yamlfile import load

COURSE_FILE = "course.yaml"
CONFIG_FILE = "nbgrader_config.py"

_CONFIG = """\
from goalsmith.grading import configure

c = get_config()  # noqa: F821 - nbgrader gives it
configure(c, __file__)
"""

_COURSE = """\
# What nbgrader calls the course. Learners' notebooks carry it too.
course_id: "{course_id}"
title: Treatment planning
# The folder through which assignments travel: null is nbgrader's own, a path is seen from this file.
exchange: null
# Where rounds of peer review are kept: null is peer.db in this folder, else any SQLAlchemy address.
peer_db: null
# Where a learner finds help whom the work moves, such as a telephone number of yours; shown where suicide comes up.
crisis_line: ""
# One line a case. due: null, or a time with its zone, as 2027-03-31T18:00:00+02:00
# live: full (marks, levels and advice while typing), spans (marks only) or off
# peer: true builds the review notebook of the case too; the follow-up is built for its reviews or its later sessions
assignments:
{assignments}
"""


class CourseAssignment(Authored):
    """One case as an assignment."""

    due: AwareDatetime | None = None
    live: Live = "full"
    peer: bool = True


class Course(Authored):
    """`course.yaml`. `exchange` is a path, absolute or seen from the course folder; None is nbgrader's default.

    `peer_db` is the SQLAlchemy address of the rounds of peer review; None is `peer.db` in the course's folder.
    `crisis_line` is the course's own help for a learner, in words; empty where it has none.
    """

    course_id: Slug
    title: Text
    exchange: Text | None = None
    peer_db: Text | None = None
    crisis_line: str = ""
    assignments: dict[Slug, CourseAssignment]


def load_course(folder: Path) -> Course:
    """Read the course of `folder`.

    Raises:
        CourseError: the folder has no `course.yaml`.
        BadFile: it is wrong, with line, field and what to do.
    """
    path = folder / COURSE_FILE
    if not path.is_file():
        raise CourseError(f"{folder} is no course (it has no {COURSE_FILE}). Begin one with: goalsmith course new DIR")
    return load(Course, path, BadFile)


def new_course(folder: Path) -> Course:
    """Begin a course in `folder`, with every shipped case and no due dates.

    Raises:
        CourseError: there is a course already, or the folder lies inside goalsmith's own.
    """
    folder = folder.resolve()
    if folder.is_relative_to(data_root()):
        raise CourseError(f"{folder} lies inside goalsmith itself; choose a folder outside of it.")
    for name in (COURSE_FILE, CONFIG_FILE):
        if (folder / name).exists():
            raise CourseError(f"{folder / name} is there already; choose another folder, or edit that file.")
    cases = "\n".join(f"  {case.id}: {{due: null, live: full, peer: true}}" for case in list_cases())
    folder.mkdir(parents=True, exist_ok=True)
    text = _COURSE.format(course_id=_slug(folder.name), assignments=cases)
    (folder / COURSE_FILE).write_text(text, "utf-8")
    (folder / CONFIG_FILE).write_text(_CONFIG, "utf-8")
    return load_course(folder)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-") or "course"
