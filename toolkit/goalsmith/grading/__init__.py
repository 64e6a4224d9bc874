"""What nbgrader needs to run a goalsmith course: building, scoring without running code, pages, and whole phases.

Comes in: a course folder, and what learners handed in. Goes out: notebooks, grades in nbgrader's gradebook, feedback
pages. A course's `nbgrader_config.py` calls `configure`; importing this package alone does not import nbgrader.
"""

from goalsmith.grading.config import configure
from goalsmith.grading.quick import import_jsonschema

import_jsonschema()

__all__ = ["configure"]
