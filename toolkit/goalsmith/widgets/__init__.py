"""What a notebook shows: `CaseViewer`, `PlanEditor`, `ReviewForm` and `FollowupForm`.

Comes in: the assignment's folder (by default the notebook's own). Goes out: widgets, and the plan file, saved at
every change. `session.py` is the editor without a screen. Forms and layout are plain ipywidgets; three small
anywidgets, with their `.js` and `.css` side by side, mark text as it is typed, show times on the reader's own clock
and move the focus.
"""

from goalsmith.widgets.case_viewer import CaseViewer
from goalsmith.widgets.followup_form import FollowupForm
from goalsmith.widgets.plan_editor import PlanEditor
from goalsmith.widgets.review_form import ReviewForm

__all__ = ["CaseViewer", "FollowupForm", "PlanEditor", "ReviewForm"]
