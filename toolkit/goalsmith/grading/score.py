"""Scoring a handed-in plan: points and comments into the gradebook, the marked plan into the notebook."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from nbformat.v4 import new_output
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from goalsmith.data import data_root
from goalsmith.engine import Judge
from goalsmith.errors import BadPlan
from goalsmith.grading.notebooks import TROUBLES
from goalsmith.grading.restore import course_directory, part_of, source_folder
from goalsmith.model import LETTERS, PARTS, Case, Knowledge
from goalsmith.render import letter_comment, part_comment, plan_html
from goalsmith.store import load_exemplars, load_folder, plan_name, read_plan

PLAN_CELL = "plan"
NOTICE_PART = "supervisor"


@dataclass(frozen=True)
class ScoredPlan:
    """What a plan earned: the share 0 to 1 and the comment of each letter and part, and the plan as clean HTML.

    `rubric` is the id, version and hash of what it was scored by.
    """

    shares: dict[str, float]
    comments: dict[str, str]
    html: str
    rubric: str


@dataclass(frozen=True)
class Master:
    """What an assignment is scored by."""

    case: Case
    knowledge: Knowledge
    judge: Judge


class ScorePlan(NbGraderPreprocessor):
    """Score the plan beside the notebook. Comes after `SaveAutoGrades` and before `AssignLatePenalties`."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Write points and comments, and show the plan below the editor's cell."""
        ids = resources["nbgrader"]
        course = course_directory(self)
        if part_of(course, ids["assignment"]) != "plan":
            return nb, resources
        source = source_folder(course, ids["assignment"])
        scored = score_plan(source, Path(resources["metadata"]["path"]))
        trouble = TROUBLES.get(nb.metadata.get("goalsmith", {}).get("trouble"), "")
        with Gradebook(course.db_url, course.course_id) as gradebook:
            row = gradebook.find_submission_notebook(ids["notebook"], ids["assignment"], ids["student"])
            _write_grades(row, scored)
            _write_comments(row, scored, trouble)
            gradebook.db.commit()
        _show(nb, scored.html)
        nb.metadata.setdefault("goalsmith", {})["rubric"] = scored.rubric
        return nb, resources


def score_plan(source: Path, submission: Path) -> ScoredPlan:
    """Score the plan in the folder `submission` by the masters in `source`; a bad plan earns 0 and is told why."""
    master = master_of(source)
    try:
        plan = read_plan(submission / plan_name(master.case.id), master.case.id)
    except BadPlan as problem:
        return _nothing(str(problem), master.knowledge.stamp)
    if not any(row.text.strip() for row in plan.statements()):
        why = "Your plan holds no goal yet; open the notebook, write one and press Submit again"
        return _nothing(why, master.knowledge.stamp)
    judged = master.judge.plan(plan)
    rubric = master.knowledge.rubric
    comments: dict[str, str] = {letter: writable(letter_comment(letter, plan, judged, rubric)) for letter in LETTERS}
    shares: dict[str, float] = dict(judged.shares)
    for part, result in judged.whole.items():
        comments[part] = writable(part_comment(result, judged, master.knowledge.whole))
        shares[part] = (result.level or 0) / 3
    html = writable(plan_html(master.case, plan, judged, master.knowledge.whole))
    return ScoredPlan(shares, comments, html, master.knowledge.stamp)


def master_of(source: Path) -> Master:
    """The case, the rubrics and their judge in `source`, read anew where a file has changed."""
    return _master(source, _stamp(source))


def writable(text: str) -> str:
    """The text with a question mark for half a character (a lone surrogate), which JSON may hold and files not."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _nothing(why: str, rubric: str) -> ScoredPlan:
    sentence = writable(f"No points. {why}.")
    html = f'<p class="gs-empty">{escape(sentence)}</p>'
    parts = (*LETTERS, *PARTS)
    return ScoredPlan(dict.fromkeys(parts, 0.0), dict.fromkeys(parts, sentence), html, rubric)


def _write_grades(row: Any, scored: ScoredPlan) -> None:
    for grade in row.grades:
        if grade.name in scored.shares and grade.max_score:
            points = round(min(max(scored.shares[grade.name], 0.0), 1.0) * grade.max_score, 2)
            # A confirmation holds as long as the score that was confirmed does.
            settled = not grade.needs_manual_grade and grade.auto_score == points
            grade.auto_score, grade.needs_manual_grade = points, not settled
        elif not grade.max_score:
            grade.auto_score, grade.needs_manual_grade = 0.0, False
        else:
            # nbgrader gives 0 to every part of a submission whose notebook is missing; a person has not looked yet.
            grade.auto_score, grade.needs_manual_grade = None, grade.manual_score is None


def _write_comments(row: Any, scored: ScoredPlan, trouble: str) -> None:
    texts = {**scored.comments, NOTICE_PART: trouble}
    for comment in row.comments:
        comment.auto_comment = texts.get(comment.name) or None


def _show(nb: Any, html: str) -> None:
    for cell in nb.cells:
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade_id") == PLAN_CELL:
            cell.outputs = [new_output("display_data", {"text/html": html})]


def _stamp(source: Path) -> tuple[tuple[str, int], ...]:
    """When each master file was last changed, so that an edited one is read anew."""
    return tuple((str(path), path.stat().st_mtime_ns) for path in sorted(source.rglob("*.yaml")))


@lru_cache(maxsize=4)
def _master(source: Path, _changed: tuple[tuple[str, int], ...]) -> Master:
    case, knowledge = load_folder(source)
    return Master(case, knowledge, Judge(knowledge, case, _exemplars(source, case.id)))


def _exemplars(source: Path, case_id: str) -> list[str]:
    """The statements of the case's exemplar plans: the course's own, or the shipped ones; none where there are none.

    They lie beside the master cases, never in what learners get.
    """
    own = source.parent.parent / "case_vignettes"
    roots = [root for root in (own, data_root() / "case_vignettes") if (root / case_id / "exemplars.yaml").is_file()]
    if not roots:
        return []
    return [row.text for one in load_exemplars(case_id, roots[0]).exemplars for row in one.plan.statements()]
