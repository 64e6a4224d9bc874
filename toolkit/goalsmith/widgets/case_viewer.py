"""The case, as the learner reads it."""

from pathlib import Path

import ipywidgets as w

from goalsmith.errors import GoalsmithError
from goalsmith.render import CSS, case_html
from goalsmith.store import load_folder
from goalsmith.widgets.arrival import Arrival
from goalsmith.widgets.notice import notice


class CaseViewer(w.VBox):
    """The case of the assignment in `folder` (default: the notebook's own): its story, then its facts."""

    def __init__(self, folder: Path | str | None = None) -> None:
        """Read the case; what is wrong with the folder is said in its place."""
        try:
            case, _ = load_folder(Path(folder or "."))
        except GoalsmithError as problem:
            super().__init__([notice(str(problem), "gs-problem")])
            return
        super().__init__([Arrival(first=True), w.HTML(f"<style>{CSS}</style>{case_html(case)}")])
        self.add_class("gs-case-viewer")
