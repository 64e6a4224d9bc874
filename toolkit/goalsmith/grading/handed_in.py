"""Reviews and follow-ups in the formgrader: what was handed in, put into the notebook.

A round of peer review gives the points, apart from those of later sessions, which the case's key suggests.
"""

from html import escape
from pathlib import Path
from typing import Any

from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from goalsmith.errors import BadFile
from goalsmith.grading.restore import course_directory, part_of, source_folder
from goalsmith.grading.score import master_of, score_plan, writable
from goalsmith.grading.stages import STAGES_CELL, ScoredStages, score_stages, suggest
from goalsmith.render import answers_html, change_html, review_file_html
from goalsmith.store import (
    ANSWERS_FILE,
    REVIEWS_FILE,
    load_assignment,
    plan_name,
    read_answers,
    read_plan,
    read_returned,
    read_reviews,
)


class ShowHandedIn(NbGraderPreprocessor):
    """Show what came with a review or a follow-up. Comes after `SaveAutoGrades`, which would give all points."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Put what was handed in below the cell that showed it, and score the later sessions of a follow-up."""
        ids = resources["nbgrader"]
        course = course_directory(self)
        part = part_of(course, ids["assignment"])
        if part in (None, "plan"):
            return nb, resources
        source, submission = source_folder(course, ids["assignment"]), Path(resources["metadata"]["path"])
        stages = score_stages(source, submission) if part == "followup" else None
        shown = _shown(source, submission, stages)
        for cell in nb.cells:
            html = shown.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if cell.cell_type == "code" and html:
                cell.outputs = [new_output("display_data", {"text/html": writable(html)})]
        self._write(course, ids, stages)
        return nb, resources

    def _write(self, course: Any, ids: Any, stages: ScoredStages | None) -> None:
        """Suggest the points of later sessions, and leave the rest open.

        Nobody has scored that yet: a round will, and what it has scored before is written again after this step.
        """
        with Gradebook(course.db_url, course.course_id) as gradebook:
            row = gradebook.find_submission_notebook(ids["notebook"], ids["assignment"], ids["student"])
            for grade in row.grades:
                if not grade.max_score:
                    grade.auto_score, grade.needs_manual_grade = 0.0, False
                elif grade.name != STAGES_CELL or stages is None:
                    grade.auto_score, grade.needs_manual_grade = None, grade.manual_score is None
            if stages is not None:
                suggest(row, stages)
            gradebook.db.commit()


def _shown(source: Path, submission: Path, stages: ScoredStages | None) -> dict[str, str]:
    """The HTML of each cell, by the cell's id; a file that cannot be read is told instead."""
    assignment = load_assignment(source)
    case = assignment.case
    if assignment.part == "review":
        return {"reviews": _page(lambda: review_file_html(read_reviews(submission / REVIEWS_FILE, case)))}
    shown = {"plan": _change(source, submission, case) + score_plan(source, submission).html}
    if assignment.peer:
        shown["reviews"] = _page(lambda: answers_html(read_answers(submission / ANSWERS_FILE, case)))
    return {**shown, "sessions": stages.html} if stages else shown


def _change(source: Path, submission: Path, case: str) -> str:
    """What the revision changed, against the plan that came back; nothing where either cannot be read.

    The plan that came back is the learner's copy: it is shown for comparison, and nothing is scored by it.
    """
    try:
        returned, after = read_returned(submission), read_plan(submission / plan_name(case), case)
    except BadFile:
        return ""
    if returned is None:
        return ""
    master = master_of(source)
    before = returned.plan
    return change_html(before, after, master.judge.plan(before), master.judge.plan(after), master.knowledge)


def _page(made: Any) -> str:
    try:
        return str(made())
    except BadFile as problem:
        return f'<p class="gs-empty">{escape(str(problem))}.</p>'
