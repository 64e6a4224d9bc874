"""What the page says of a measure, as HTML: answers, reasons, sources, and where a learner finds help. All escaped."""

from html import escape

from goalsmith.model import Measure, Scoring
from goalsmith.widgets.measure_session import Reading

_HELP = (
    "If this topic weighs on you yourself, talk to somebody you trust, to your supervisor, or to the emergency number "
    "of the place where you are."
)


def answers_html(measure: Measure, reading: Reading, client: str) -> str:
    """The questions with the client's answers and the points that each counts; where items are not free, the total."""
    head = f"<h3>{escape(measure.name)}: {escape(measure.long_name)}</h3>"
    when, who = escape(reading.name.lower()), escape(client)
    items = measure.items
    if items is None or not reading.answers:
        why = "" if items else f" Its questions are not shown here ({escape(measure.licence)})."
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


def next_steps_html(measure: Measure, scoring: Scoring) -> str:
    """The reason for every step that was chosen, and how many of the right ones are still missing."""
    steps = measure.items.next_steps if measure.items else []
    chosen = [step for step in steps if step.id in scoring.next_steps]
    if not chosen:
        return '<p role="status">Tick at least one.</p>'
    rows = "".join(
        f"<li><b>{'Yes' if step.right else 'Not this'}.</b> {escape(step.text)} <span>{escape(step.why)}</span>"
        f"{f' <small>{escape(step.source)}</small>' if step.source else ''}</li>"
        for step in chosen
    )
    left = sum(step.right and step.id not in scoring.next_steps for step in steps)
    wrong = sum(not step.right for step in chosen)
    told = []
    if left:
        told.append(f"{left} more of these you would do too.")
    if wrong:
        told.append("Untick what does not help.")
    said = " ".join(told) or "That is what comes next. Now add up."
    return f'<div role="status"><p class="gs-told">{said}</p><ul class="gs-reasons">{rows}</ul></div>'


def crisis_html(line: str) -> str:
    """Where the learner finds help: the course's own line, or a sentence without a number."""
    own = f"<b>{escape(line)}</b> " if line.strip() else ""
    return f'<p class="gs-crisis" data-gs="crisis">For you: {own}{escape(_HELP)}</p>'


def sources_html(measure: Measure) -> str:
    """Where the numbers come from, behind a fold."""
    rows = "".join(f"<li>{escape(source)}</li>" for source in measure.sources)
    note = f"<p>{escape(measure.note)}</p>" if measure.note else ""
    return (
        f'<details class="gs-numbers"><summary>Where these numbers come from</summary>{note}<ul>{rows}</ul></details>'
    )
