"""The due date of `course.yaml`, brought into nbgrader's gradebook when an assignment is generated."""

from datetime import UTC
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from goalsmith.grading.restore import course_directory, is_ours, source_folder
from goalsmith.store import load_assignment


class SaveDueDate(NbGraderPreprocessor):
    """Write the due date, so that nbgrader knows who is late. The gradebook keeps UTC times without a zone."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Leave the notebook as it is."""
        course = course_directory(self)
        name = resources["nbgrader"]["assignment"]
        if is_ours(course, name):
            due = load_assignment(source_folder(course, name)).due
            naive = due.astimezone(UTC).replace(tzinfo=None) if due else None
            with Gradebook(course.db_url, course.course_id) as gradebook:
                gradebook.update_or_create_assignment(name, duedate=naive)
        return nb, resources
