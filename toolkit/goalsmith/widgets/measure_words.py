"""What the page says of a measure, as HTML: answers, reasons, scores, sources, and where a learner finds help.

Every word of a file is escaped.
"""

from collections.abc import Sequence
from html import escape

from goalsmith.engine.outcomes import band, change, percent_better, remitted, responded
from goalsmith.model import Measure, NextStep, Scoring
from goalsmith.widgets.measure_session import INTAKE, Reading

_HELP = (
    "If this topic weighs on you yourself, talk to somebody you trust, to your supervisor, or to the emergency number "
    "of the place where you are."
)
_CHANGE = {
    "improved": "a reliable improvement",
    "worse": "a reliable worsening",
    "no-reliable-change": "less than a reliable change, so neither progress nor decline",
    "no-criterion": "",
}


def answers_html(measure: Measure, reading: Reading, client: str) -> str:
    """The questions with the client's answers and the points that each counts; where items are not free, the total."""
    head = f"<h3>{escape(measure.name)}: {escape(measure.long_name)}</h3>"
    when, who = escape(reading.name.lower()), escape(client)
    items = measure.items
    if items is None or not reading.answers:
        why = "" if items else f" Its questions are not shown here (licence: {escape(measure.licence)})."
        return f"{head}<p>{who}'s total at this reading ({when}) is <b>{reading.total:g}</b>.{why}</p>"
    rows = "".join(
        f'<tr><td>{number}</td><th scope="row">{escape(text)}</th>'
        f"<td>{escape(items.answers[given])} <b>({given})</b></td></tr>"
        for number, (text, given) in enumerate(zip(items.texts, reading.answers, strict=True), 1)
    )
    titles = "".join(f'<th scope="col">{title}</th>' for title in ("Item", "Question", "Answer (points)"))
    return (
        f'{head}<p>{escape(items.stem)}</p><table class="gs-items"><caption>{who} answers, {when}</caption>'
        f"<thead><tr>{titles}</tr></thead><tbody>{rows}</tbody></table>"
    )


def steps_told(measure: Measure, scoring: Scoring) -> str:
    """In one sentence, how the chosen steps stand: what is missing, what to untick, or that it is right."""
    steps = measure.items.next_steps if measure.items else []
    left = sum(step.right and step.id not in scoring.next_steps for step in steps)
    wrong = any(not step.right and step.id in scoring.next_steps for step in steps)
    if len(scoring.next_steps) == 0:
        return "Tick at least one."
    told = [f"{left} more of these belong to it." if left > 1 else "One more of these belongs to it."] if left else []
    told += ["Untick what does not help, and see why below."] if wrong else []
    return " ".join(told) or "Yes: that is what comes next. Read why, then add up."


def next_steps_html(measure: Measure, scoring: Scoring) -> str:
    """The reason for every step that was chosen; once it is right, for all of them, right ones first."""
    steps = measure.items.next_steps if measure.items else []
    shown = [step for step in steps if scoring.seen or step.id in scoring.next_steps]
    if not shown:
        return ""
    rows = "".join(_reason(step) for step in sorted(shown, key=lambda step: not step.right))
    return f'<h4 class="gs-reasons-title" tabindex="-1">Why</h4><ul class="gs-reasons">{rows}</ul>'


def _reason(step: NextStep) -> str:
    sort, word = ("right", "Yes") if step.right else ("wrong", "Better not")
    source = f"<small>{escape(step.source)}</small>" if step.source else ""
    return f'<li class="gs-step-{sort}"><p><b>{word}.</b> {escape(step.text)}</p><p>{escape(step.why)}</p>{source}</li>'


def crisis_html(line: str) -> str:
    """Where the learner finds help: the course's own line, or a sentence without a number."""
    own = f"<b>{escape(line)}</b><br>" if line.strip() else ""
    return f'<p class="gs-crisis" data-gs="crisis"><b>For you.</b> {own}{escape(_HELP)}</p>'


def table_rows(measure: Measure, readings: Sequence[Reading], start: float) -> list[tuple[str, float, str, str]]:
    """What a table says of each reading: its name, score, band, and the change since the score `start` in words."""
    return [
        (one.name, one.total, _band_words(measure, one.total), change_words(measure, start, one)) for one in readings
    ]


def change_words(measure: Measure, start: float, reading: Reading) -> str:
    """The change since intake: points, percent, and what it shows by the published numbers."""
    if reading.id == INTAKE:
        return "the start"
    by = reading.total - start
    said = f"{abs(by):g} {'lower' if by < 0 else 'higher'}" if by else "the same score"
    percent = percent_better(measure, start, reading.total)
    said += f" ({abs(percent):.0f}\u00a0%)" if percent and measure.response_percent else ""
    shows = [_CHANGE[change(measure, start, reading.total)], _response_words(measure, start, reading.total)]
    return f"{said}: {'; '.join(filter(None, shows)) or 'no reliable change is published'}"


def _response_words(measure: Measure, start: float, score: float) -> str:
    answer = responded(measure, start, score)
    if answer is None or (not answer and measure.reliable_change is not None):
        return ""
    share = f"{measure.response_percent:g}\u00a0% that count as a response"
    return "a response" if answer else f"below the {share}"


def _band_words(measure: Measure, score: float) -> str:
    name = band(measure, score) or "no bands published"
    return f"{name}, in remission" if remitted(measure, score) else name


def sources_html(measure: Measure) -> str:
    """Where the numbers come from, behind a fold."""
    numbers = [
        (measure.reliable_change, "A change of {:g} points or more counts."),
        (measure.response_percent, "A fall of {:g}\u00a0% or more counts as a response."),
        (measure.remission_at_most, "Remission is a score of {:g} or below."),
    ]
    facts = "".join(f"<li>{escape(words.format(number))}</li>" for number, words in numbers if number is not None)
    bands = ", ".join(f"{one.name} from {one.low:g}" for one in sorted(measure.bands, key=lambda one: one.low))
    facts += f"<li>Bands: {escape(bands)}.</li>" if bands else ""
    sources = "".join(f"<li>{escape(source)}</li>" for source in measure.sources)
    note = f"<p>{escape(measure.note)}</p>" if measure.note else ""
    return (
        '<details class="gs-numbers"><summary>Where these numbers come from</summary>'
        f"<ul>{facts}</ul>{note}<p>Sources</p><ul>{sources}</ul></details>"
    )
