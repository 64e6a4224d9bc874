"""A case's notebook as one person alone has it: without grading, and without what needs colleagues.

It is made from the notebook of the course, so both say the same.
"""

from typing import Any

import nbformat

from goalsmith.grading.build import notebook_text
from goalsmith.model import Assignment, Case, Knowledge

_NEEDS_OTHERS = {"how-it-is-graded", "what-reviewers-said", "reviews"}
_OURS = {"editable": False, "deletable": False}
_BRING = """# Your plan from the first sessions is brought here when you press Start.
from goalsmith.practice.bring import bring_plan; bring_plan()"""


def practice_notebook(case: Case, knowledge: Knowledge, assignment: Assignment) -> Any:
    """The notebook of `assignment` for practice. Each of our cells is locked, as nbgrader locks those of a course."""
    notebook = nbformat.reads(notebook_text(case, knowledge, assignment, peer=False), as_version=4)
    notebook.cells = [cell for cell in notebook.cells if not _is_for_a_course(cell)]
    if assignment.part == "followup":
        hidden = {"jupyter": {"source_hidden": True}}
        notebook.cells.insert(1, nbformat.v4.new_code_cell(_BRING, id="bring-plan", metadata=hidden))
    for cell in notebook.cells:
        cell.metadata.pop("nbgrader", None)
        cell.metadata.update(_OURS)
    notebook.metadata["title"] = case.name  # what a browser's tab says
    return notebook


def with_own_cells(new: Any, old: Any) -> Any:
    """The notebook `new` with the cells that a person added to `old`, each below the cell that it stood below."""
    cells, last = list(new.cells), -1
    for cell in old.cells:
        if _is_ours(cell):
            last = next((at for at, ours in enumerate(cells) if ours.get("id") == cell.get("id")), len(cells) - 1)
        else:
            last += 1
            cells.insert(last, cell)
    new.cells = cells
    return new


def _is_for_a_course(cell: Any) -> bool:
    cell_of_nbgrader = cell.metadata.get("nbgrader", {})
    return bool(cell_of_nbgrader.get("task")) or cell_of_nbgrader.get("grade_id") in _NEEDS_OTHERS


def _is_ours(cell: Any) -> bool:
    return all(cell.metadata.get(key) == value for key, value in _OURS.items())
