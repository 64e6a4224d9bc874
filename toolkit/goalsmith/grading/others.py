"""nbgrader's own steps for assignments of the course that goalsmith did not build.

A goalsmith assignment is graded on its released notebook, where these steps have nothing to do but cost most of the
time; they let it pass.
"""

from typing import Any

from nbgrader import preprocessors as stock

from goalsmith.grading.restore import course_directory, is_ours


class _Others:
    """Comes before the stock class, and goes on to it only where the assignment is not ours."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        if is_ours(course_directory(self), resources["nbgrader"]["assignment"]):
            return nb, resources
        done: tuple[Any, Any] = super().preprocess(nb, resources)
        return done


class ClearOutput(_Others, stock.ClearOutput):
    """Outputs that a learner's notebook brought."""


class DeduplicateIds(_Others, stock.DeduplicateIds):
    """Cells that stand twice."""


class OverwriteKernelspec(_Others, stock.OverwriteKernelspec):
    """The kernel that the notebook asks for."""


class OverwriteCells(_Others, stock.OverwriteCells):
    """Locked cells."""


class CheckCellMetadata(_Others, stock.CheckCellMetadata):
    """Metadata that nbgrader can use."""


class SaveAutoGrades(_Others, stock.SaveAutoGrades):
    """Points of code cells. In ours the engine gives the points."""
