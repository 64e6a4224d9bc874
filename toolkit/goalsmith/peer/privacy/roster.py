"""Everybody whose name must not cross the blind: the gradebook's table of students."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook, Student

from goalsmith.grading.running import course_config


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the roster; everything but the id may be empty."""

    id: str
    first: str = ""
    last: str = ""
    email: str = ""

    @property
    def only_id(self) -> bool:
        """Whether there is neither a name nor an address to search for."""
        return not (self.first.strip() or self.last.strip() or self.email.strip())


def read_roster(course: Path, more: Iterable[str] = ()) -> list[Person]:
    """Everybody in the course's gradebook, and whoever of `more` (ids) is not in it."""
    config = course_config(course).CourseDirectory
    with Gradebook(config.db_url, config.course_id) as gradebook:
        columns = (Student.id, Student.first_name, Student.last_name, Student.email)
        people = [
            Person(row[0], *(value or "" for value in row[1:]))
            for row in gradebook.db.query(*columns).order_by(Student.id)
        ]
    known = {person.id for person in people}
    return [*people, *(Person(name) for name in sorted(set(more) - known))]
