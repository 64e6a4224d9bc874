"""A learner's work on later sessions, for whoever grades it. Every word is escaped and cut to a length."""

from collections.abc import Mapping
from html import escape

from goalsmith.model import Case, Plan, Stage, StageResult, StagesFile, StageWork
from goalsmith.render.change import labelled, words_html
from goalsmith.render.stages import problem_names, result_html

LONGEST = 2_000
"""Code points of one text that are shown."""
MOST = 60
"""Objectives that are shown."""
MOST_CHANGES = 20
"""Changed statements that are shown; each is compared word by word."""


def stages_html(case: Case, written: StagesFile, results: Mapping[str, StageResult]) -> str:
    """Each session's decisions with their reasons, what changed in the plan, and what the key says, if known."""
    works = {work.id: work for work in written.stages}
    parts = [_session(case, stage, works.get(stage.id), results.get(stage.id)) for stage in case.stages]
    return f'<article class="gs-reviews gs-stages">{"".join(parts)}</article>'


def work_html(case: Case, stage: Stage, work: StageWork) -> str:
    """The decisions of one session with their reasons, and what changed in the plan."""
    names = problem_names(case, stage)
    rows = "".join(
        f"<li><p>{_cut(one.text or one.objective)}</p><p><b>{escape((one.decision or 'open').capitalize())}</b>, on "
        f"<i>{_cut(names.get(one.thread, one.thread) or 'its own problem')}</i>. {_cut(one.reason)}</p></li>"
        for one in work.objectives[:MOST]
    )
    reason = f"<p><b>Reason for the change of the plan:</b> {_cut(work.plan_reason)}</p>" if work.plan_reason else ""
    return f'<ul class="gs-decided">{rows}</ul>{reason}{_change(work.before, work.after)}'


def _session(case: Case, stage: Stage, work: StageWork | None, result: StageResult | None) -> str:
    head = f"<h4>Session {stage.session}: {escape(stage.title)}</h4>"
    if work is None or work.committed_at is None:
        return f'<section>{head}<p class="gs-empty">This session was not committed.</p></section>'
    said = result_html(result) if result else ""
    return f"<section>{head}{work_html(case, stage, work)}{said}</section>"


def _change(before: Plan | None, after: Plan | None) -> str:
    """The statements whose words changed; matched by their ids."""
    if before is None or after is None:
        return ""
    old = {row.id: row.text[:LONGEST] for _, row in labelled(before)}
    new = {row.id: row.text[:LONGEST] for _, row in labelled(after)}
    labels = {row.id: label for label, row in (*labelled(after), *labelled(before))}
    changed = [one for one in labels if old.get(one, "") != new.get(one, "")]
    rows = "".join(
        f"<li><b>{escape(labels[one])}</b> {words_html(old.get(one, ''), new.get(one, ''))}</li>"
        for one in changed[:MOST_CHANGES]
    )
    left = len(changed) - MOST_CHANGES
    more = f"<li>and {left} more</li>" if left > 0 else ""
    return f'<ul class="gs-change">{rows}{more}</ul>' if rows else ""


def _cut(text: str) -> str:
    return escape(text if len(text) <= LONGEST else f"{text[:LONGEST]} …")
