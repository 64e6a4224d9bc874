"""A later session of a case as a page: what happened, the readings so far, and what it brought on each problem."""

from html import escape

from goalsmith.model import Case, Stage, StageResult
from goalsmith.model.stage_result import StageItem
from goalsmith.render.comments import plain
from goalsmith.render.html import markdown_html

VERDICTS = {
    "defensible": "follows from the data",
    "unsupported": "does not follow from the data",
    "unsafe": "unsafe",
    "missing": "nothing decided",
}
_IN_PART = "follows in part"
_REVISION = {"defensible": "changed as decided", "unsupported": "not changed yet"}


def session_html(stage: Stage) -> str:
    """What happened in the session."""
    return f'<div class="gs-story">{markdown_html(stage.narrative)}</div>'


def readings_html(case: Case, upto: int) -> str:
    """Each instrument's totals from intake to stage number `upto`, counted from 0, as a table."""
    stages = case.stages[: upto + 1]
    names = list(dict.fromkeys([*case.measures, *(name for stage in stages for name in stage.readings)]))
    if not names:
        return ""
    head = "".join(f'<th scope="col">{title}</th>' for title in ("Measure", "Intake", *map(_session, stages)))
    rows = "".join(_readings_row(case, stages, name) for name in names)
    return (
        '<div class="gs-scroll" role="group" tabindex="0" aria-label="Scores so far"><table class="gs-readings">'
        f"<caption>Scores so far</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def threads_html(case: Case, stage: Stage) -> str:
    """What the session brought on each problem."""
    names = problem_names(case, stage)
    rows = "".join(
        f"<dt>{escape(names.get(thread.problem, thread.problem))}</dt><dd>{escape(thread.data)}</dd>"
        for thread in stage.threads
    )
    return f'<dl class="gs-threads">{rows}</dl>'


def problem_names(case: Case, stage: Stage) -> dict[str, str]:
    """The words of each problem by its id: the case's own, and those that came up to this session."""
    at = [one.id for one in case.stages].index(stage.id)
    came = [problem for one in case.stages[: at + 1] for problem in one.new_problems]
    return {problem.id: problem.text for problem in (*case.presenting_problems, *came)}


def verdict_words(item: StageItem) -> str:
    """How the page calls what came out of an item."""
    if item.kind == "revision" and item.verdict in _REVISION:
        return _REVISION[item.verdict]
    return _IN_PART if item.verdict == "defensible" and item.share < 1 else VERDICTS[item.verdict]


def result_html(result: StageResult) -> str:
    """What the key says of each decision, unsafe ones first; every word is escaped."""
    rows = "".join(_item(item) for item in result.items)
    return f'<ul class="gs-outcome" data-gs="outcome">{rows}</ul>'


def result_comment(stage: Stage, result: StageResult) -> str:
    """The same for the gradebook, as Markdown that holds no markup of a learner's."""
    lines = [f"Session {stage.session}, {plain(stage.title)}: {round(100 * result.share)} of 100."]
    for item in result.items:
        said = f" You: {plain(item.decided)}." if item.decided else ""
        data = f" Data: {plain(item.data)}" if item.data else ""
        about = plain(item.about) if item.about.endswith("?") else f"{plain(item.about)}:"
        lines.append(f"- {about} {verdict_words(item)}.{said} {plain(item.why)}{data}")
    return "\n".join(lines)


def _session(stage: Stage) -> str:
    return f"Session {stage.session}"


def _readings_row(case: Case, stages: list[Stage], name: str) -> str:
    scores = [case.measures.get(name), *(stage.readings.get(name) for stage in stages)]
    cells = "".join("<td>not given</td>" if one is None else f"<td>{one:g}</td>" for one in scores)
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'


def _item(item: StageItem) -> str:
    said = f'<p class="gs-said">You: {escape(item.decided)}</p>' if item.decided else ""
    data = f'<p class="gs-data"><b>Data:</b> {escape(item.data)}</p>' if item.data else ""
    sort = "part" if item.verdict == "defensible" and item.share < 1 else item.verdict
    return (
        f'<li class="gs-is-{sort}"><p><b>{escape(item.about)}</b> '
        f'<span class="gs-verdict">{verdict_words(item)}</span></p>{said}<p>{escape(item.why)}</p>{data}</li>'
    )
