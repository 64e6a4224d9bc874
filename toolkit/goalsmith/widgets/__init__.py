"""What a notebook shows: the case, the interview, measures, the plan, reviews, later sessions and what came back.

Comes in: the assignment's folder (by default the notebook's own). Goes out: widgets, and the file of the plan, the
reviews or the answers, saved at every change. `session.py` is the plan's editor without a screen; `review_session.py`
and `followup_session.py` are the same for the other two. Forms and layout are plain ipywidgets; small anywidgets, with
their `.js` and `.css` side by side, mark text, take a level, point at words, tell times and move the focus.
"""

from goalsmith.widgets.case_viewer import CaseViewer
from goalsmith.widgets.followup_form import FollowupForm
from goalsmith.widgets.interview_form import InterviewForm
from goalsmith.widgets.measure_form import MeasureForm
from goalsmith.widgets.plan_editor import PlanEditor
from goalsmith.widgets.review_form import ReviewForm
from goalsmith.widgets.revision_form import RevisionForm
from goalsmith.widgets.stage_form import StageForm

__all__ = [
    "CaseViewer",
    "FollowupForm",
    "InterviewForm",
    "MeasureForm",
    "PlanEditor",
    "ReviewForm",
    "RevisionForm",
    "StageForm",
]
