"""A plan as a document of its own, to look at and print."""

from html import escape
from pathlib import Path

from goalsmith.model import Case, Plan, PlanAssessment, WholeRubric
from goalsmith.render.html import document
from goalsmith.render.plan import plan_html
from goalsmith.render.words import CSS

_STYLE = (Path(__file__).parent / "print_page.css").read_text("utf-8")
_FOOT = (
    "<footer>The client is fictional, for practice. Levels describe the words of a statement. "
    "Printed from goalsmith.</footer>"
)


def print_page(case: Case, plan: Plan, assessment: PlanAssessment | None, rubric: WholeRubric) -> str:
    """Return the plan as a whole HTML document without scripts, with levels where an `assessment` is given."""
    head = f"<h1>Treatment plan: {escape(case.name)}</h1>"
    return document(
        f"Treatment plan: {case.name}", _STYLE + CSS, f"{head}{plan_html(case, plan, assessment, rubric)}{_FOOT}"
    )
