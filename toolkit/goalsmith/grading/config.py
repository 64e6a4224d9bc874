"""The nbgrader configuration of a goalsmith course, as one function.

Everything is named by dotted strings, so that reading a configuration does not import nbgrader.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from goalsmith.errors import CourseError
from goalsmith.grading.course import load_course
from goalsmith.model import assignment_name
from goalsmith.model.assignment import PARTS_OF_A_CASE
from goalsmith.store import ANSWERS_FILE, PACKET_FILE, RETURNED_FILE, REVIEWS_FILE, STAGES_FILE, plan_name

TEMPLATES = Path(__file__).parent / "templates"
_OURS = "goalsmith.grading"
_STOCK = "nbgrader.preprocessors"
_LEARNERS = (REVIEWS_FILE, PACKET_FILE, ANSWERS_FILE, RETURNED_FILE, STAGES_FILE)


def configure(c: Any, where: str | Path) -> None:
    """Set up nbgrader for the course at `where`: its folder, or a file in it such as `nbgrader_config.py`.

    `c` is a traitlets `Config`. `Execute` is in no list, so nothing that a learner wrote is ever run.

    Raises:
        BadFile: `course.yaml` is missing or wrong.
    """
    venv_first()
    root = Path(where).resolve()
    root = root if root.is_dir() else root.parent
    course = load_course(root)
    c.CourseDirectory.course_id = course.course_id
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    if course.exchange is not None:
        c.Exchange.root = str((root / course.exchange).resolve())
    c.ExchangeFactory.collect = f"{_OURS}.exchange.Collect"
    c.ExchangeFactory.release_feedback = f"{_OURS}.exchange.ReleaseFeedback"
    _set_preprocessors(c)
    # What a learner wrote is never overwritten, not even where an author left such a file in the source folder.
    c.Autograde.exclude_overwriting = {
        assignment_name(case, part): [plan_name(case), *_LEARNERS]
        for case in course.assignments
        for part in PARTS_OF_A_CASE
    }
    set_pages(c)


def set_pages(c: Any) -> None:
    """Use our feedback and formgrader pages: no address outside, and every text cleaned."""
    c.HTMLExporter.extra_template_basedirs = [str(TEMPLATES), str(formgrader_templates())]
    c.HTMLExporter.filters = {
        "gs_clean": "goalsmith.render.clean_html",
        "gs_markdown": "goalsmith.render.markdown_html",
        "gs_style": f"{_OURS}.pages.style",
        "gs_number": f"{_OURS}.pages.number",
        "gs_part_heading": f"{_OURS}.pages.part_heading",
        "gs_part_text": f"{_OURS}.pages.part_text",
        "gs_trouble": f"{_OURS}.pages.trouble_text",
        "gs_script": f"{_OURS}.pages.script_string",
    }


def venv_first() -> None:
    """Let `alembic`, which nbgrader runs for a new gradebook, be found where this Python has it."""
    own = str(Path(sys.executable).parent)
    path = os.environ.get("PATH", "")
    if path.split(os.pathsep)[0] != own:
        os.environ["PATH"] = f"{own}{os.pathsep}{path}"


def formgrader_templates() -> Path:
    """Where nbgrader keeps its formgrader pages; without this folder its extension does not load."""
    spec = find_spec("nbgrader")
    if spec is None or spec.origin is None:
        raise CourseError("nbgrader is not installed beside goalsmith; install goalsmith again.")
    return Path(spec.origin).parent / "server_extensions" / "formgrader" / "templates"


def _set_preprocessors(c: Any) -> None:
    c.GenerateAssignment.preprocessors = [
        f"{_STOCK}.IncludeHeaderFooter",
        f"{_STOCK}.LockCells",
        f"{_STOCK}.ClearSolutions",
        f"{_STOCK}.ClearOutput",
        f"{_STOCK}.CheckCellMetadata",
        f"{_STOCK}.ComputeChecksums",
        f"{_STOCK}.SaveCells",
        f"{_STOCK}.CheckCellMetadata",
        f"{_OURS}.due.SaveDueDate",
    ]
    c.Autograde.sanitize_preprocessors = [
        f"{_OURS}.restore.RestoreNotebook",
        f"{_OURS}.others.ClearOutput",
        f"{_OURS}.others.DeduplicateIds",
        f"{_OURS}.others.OverwriteKernelspec",
        f"{_OURS}.others.OverwriteCells",
        f"{_OURS}.others.CheckCellMetadata",
    ]
    c.Autograde.autograde_preprocessors = [
        f"{_OURS}.others.SaveAutoGrades",
        f"{_OURS}.score.ScorePlan",
        f"{_OURS}.handed_in.ShowHandedIn",
        # What a round of peer review has settled; named like all others, so nothing is imported upward.
        "goalsmith.peer.rounds.regrade.RestorePeer",
        f"{_STOCK}.AssignLatePenalties",
        f"{_OURS}.others.CheckCellMetadata",
    ]
    # A notebook is validated once it went through all steps, not after each of them.
    c.Exporter.optimistic_validation = True
    c.GenerateFeedback.preprocessors = [f"{_STOCK}.GetGrades", f"{_OURS}.pages.FeedbackPage"]
