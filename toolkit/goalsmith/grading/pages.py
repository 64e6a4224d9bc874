"""What the feedback page and the formgrader page show: texts by the parts that were graded."""

import json
from html import escape
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from goalsmith.grading.notebooks import TROUBLES
from goalsmith.render import CSS

STATES = {
    "suggested": "suggested by the rubric",
    "confirmed": "confirmed",
    "changed": "changed by your supervisor",
    "graded": "scored by your supervisor",
    "peers": "settled in peer review",
    "open": "not scored yet",
}
FROM_A_ROUND = frozenset({"peer_review", "calibration", "reviewing", "self_review", "answers"})
"""Graded cells whose points come from a round of peer review."""


class FeedbackPage(NbGraderPreprocessor):
    """Gather for the feedback template who reached what on which part, and what was said. Comes after `GetGrades`.

    It sets `resources.goalsmith` to `title, learner, part, parts, trouble, waiting, unscored, plan, rubric`; `part` is
    plan, review or followup, and each of `parts` has `id, title, points, most, state, state_text, said` (by the rubric
    or by peers) and `added` (by the supervisor).
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Leave the notebook as it is."""
        ids = resources["nbgrader"]
        meta = nb.metadata.get("goalsmith", {})
        with Gradebook(ids["db_url"]) as gradebook:
            row = gradebook.find_submission_notebook(ids["notebook"], ids["assignment"], ids["student"])
            parts = _parts(nb, row)
        resources["goalsmith"] = {
            "title": meta.get("title", ids["notebook"]),
            "learner": ids["student"],
            "part": meta.get("part", "plan"),
            "parts": parts,
            "trouble": TROUBLES.get(meta.get("trouble"), ""),
            "waiting": sum(part["state"] in {"suggested", "open"} for part in parts),
            "unscored": sum(part["most"] for part in parts if part["state"] == "open"),
            "plan": _plan(nb),
            "rubric": meta.get("rubric", ""),
        }
        return nb, resources


def state_of(grade: Any) -> str:
    """The state of a grade, a key of `STATES`.

    >>> from types import SimpleNamespace as Row
    >>> state_of(Row(name="S", auto_score=7.5, manual_score=None, needs_manual_grade=True))
    'suggested'
    """
    if grade.manual_score is not None:
        return "graded" if grade.auto_score is None else "changed"
    if grade.auto_score is None:
        return "open"
    if grade.name in FROM_A_ROUND:
        return "peers"
    return "suggested" if grade.needs_manual_grade else "confirmed"


def _parts(nb: Any, row: Any) -> list[dict[str, Any]]:
    grades = {grade.name: grade for grade in row.grades}
    comments = {comment.name: comment for comment in row.comments}
    parts = []
    for cell in nb.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name not in grades:
            continue
        grade, comment = grades[name], comments.get(name)
        said, added = (comment.auto_comment, comment.manual_comment) if comment else (None, None)
        if grade.max_score or added or grade.score:
            state = state_of(grade)
            parts.append(
                {
                    "id": name,
                    "title": _title(cell.source) or name,
                    "points": grade.score,
                    "most": grade.max_score,
                    "state": state,
                    "state_text": STATES[state],
                    "said": said or "",
                    "added": added or "",
                }
            )
    return parts


def _title(source: str) -> str:
    line = source.strip().partition("\n")[0]
    return line.lstrip("# ").strip() if line.startswith("#") else ""


def _plan(nb: Any) -> str:
    """What was handed in, in the order of the page."""
    outputs = [output for cell in nb.cells for output in cell.get("outputs", [])]
    return "".join("".join(html) for output in outputs if (html := output.get("data", {}).get("text/html")))


def trouble_text(trouble: str) -> str:
    """The sentence for what was wrong with a learner's notebook."""
    return TROUBLES.get(trouble, "")


def part_heading(source: str) -> str:
    """The heading of a graded cell, as HTML."""
    return f"<h3>{escape(_title(source))}</h3>"


def part_text(source: str) -> str:
    """A graded cell's text below its heading, still Markdown."""
    return source.strip().partition("\n")[2] if _title(source) else source


def style(_text: str) -> str:
    """The style sheet of plans and cases, as a filter of the page templates."""
    return CSS


def number(value: float) -> str:
    """A score without needless zeros.

    >>> number(7.50), number(10.0)
    ('7.5', '10')
    """
    return format(round(float(value), 2), "g")


def script_string(value: Any) -> str:
    """A string as a JavaScript literal that cannot end its script element."""
    return json.dumps(str(value)).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
