"""The later sessions of a case at grading: what was handed in, scored by the course's key, as a suggestion."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from goalsmith.engine.unfolding import score_stage
from goalsmith.errors import BadReviews
from goalsmith.grading.keys import course_key
from goalsmith.grading.score import master_of, writable
from goalsmith.model import Case, Measures, Stage, StageKey, StageResult, StagesFile
from goalsmith.render import result_comment, stages_html
from goalsmith.store import STAGES_FILE, read_stages

STAGES_CELL = "stages"
_NO_KEY = "There is no key for this case, so your supervisor scores this part by hand."


@dataclass(frozen=True)
class ScoredStages:
    """What the sessions earned: the share 0 to 1, or None where a person has to say; comment and clean HTML."""

    share: float | None
    comment: str
    html: str


def score_stages(source: Path, submission: Path) -> ScoredStages | None:
    """Score `stages.json` in the folder `submission` by the masters in `source` and the course's key.

    Each session of the case counts the same; one that was not committed earns nothing. None where the case has none.

    Raises:
        BadCase: the course's key cannot be read.
    """
    master = master_of(source)
    case = master.case
    if not case.stages:
        return None
    try:
        written = read_stages(submission / STAGES_FILE, case.id)
    except BadReviews as problem:
        return _nothing(str(problem))
    key = course_key(source, case.id)
    results = _results(case, key, written, master.knowledge.measures) if key else {}
    html = writable(stages_html(case, written, results))
    if key is None:
        return ScoredStages(None, _NO_KEY, html)
    share = sum(result.share for result in results.values()) / len(case.stages)
    lines = [_comment(stage, results.get(stage.id)) for stage in case.stages]
    return ScoredStages(share, writable("\n\n".join(lines)), html)


def suggest(row: Any, scored: ScoredStages) -> None:
    """Put points and comment into a submitted notebook's row of the gradebook, to be confirmed by a person."""
    for grade in row.grades:
        if grade.name == STAGES_CELL and grade.max_score:
            points = None if scored.share is None else round(min(max(scored.share, 0.0), 1.0) * grade.max_score, 2)
            # A confirmation holds as long as the score that was confirmed does.
            settled = points is not None and not grade.needs_manual_grade and grade.auto_score == points
            asked = not settled if points is not None else grade.manual_score is None
            grade.auto_score, grade.needs_manual_grade = points, asked
    for comment in row.comments:
        if comment.name == STAGES_CELL:
            comment.auto_comment = scored.comment


def _results(case: Case, key: StageKey, written: StagesFile, measures: Measures) -> dict[str, StageResult]:
    works = {work.id: work for work in written.stages if work.committed_at is not None}
    return {
        stage.id: score_stage(case, stage, key.stages[stage.id], works[stage.id], measures)
        for stage in case.stages
        if stage.id in works and stage.id in key.stages
    }


def _comment(stage: Stage, result: StageResult | None) -> str:
    if result is None:
        return (
            f"Session {stage.session}: no points. It was not committed; open the notebook, finish the session, press "
            "Commit and submit again."
        )
    return result_comment(stage, result)


def _nothing(why: str) -> ScoredStages:
    sentence = writable(f"No points. {why}.")
    return ScoredStages(0.0, sentence, f'<p class="gs-empty">{escape(sentence)}</p>')
