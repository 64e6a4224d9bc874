"""One page for the client: what they said, what was agreed, and a question to check in with for each step.

The learner's words stand as they are: a page that rewrote them would hide that a client cannot follow them. What a
client may not know is explained below.
"""

import re
from html import escape
from pathlib import Path

from goalsmith.model import Case, Glossary, Goal, Objective, Plan, PlanAssessment, Span
from goalsmith.render.html import document

_STYLE = (Path(__file__).parent / "client_page.css").read_text("utf-8")


def client_page(case: Case, plan: Plan, assessment: PlanAssessment, glossary: Glossary) -> str:
    """Return the page as a whole HTML document without scripts; every word of a person is escaped."""
    goals = [(number, goal) for number, goal in enumerate(plan.goals, 1) if goal.text.strip()]
    body = "".join(
        [
            "<h1>Our plan</h1>",
            f'<p class="soft">For {escape(case.client_name)} to keep. ',
            f"{case.planned_sessions} sessions are planned.</p>",
            "<p>You said:</p>",
            f"<blockquote>{escape(case.client_words)}</blockquote>",
            *(_goal(number, goal, assessment, tuple(case.measures)) for number, goal in goals),
            "" if goals else "<p>There is no goal yet.</p>",
            _later(case, plan),
            _words(plan, glossary),
            "<p>Nothing here is fixed. If a step does not fit any more, say so, and we change it together.</p>",
            '<p class="soft">A made-up client, for practice.</p>',
        ]
    )
    return document("Our plan", _STYLE, body)


def _goal(number: int, goal: Goal, assessment: PlanAssessment, instruments: tuple[str, ...]) -> str:
    words = f"<p>In your words: {escape(goal.client_words)}</p>" if goal.client_words.strip() else ""
    measure = goal.measure
    scores = ""
    if measure.instrument and measure.target is not None:
        start = f"It was {measure.baseline:g} when we began. " if measure.baseline is not None else ""
        aim = f"{start}We are aiming for {measure.target:g}."
        scores = f'<p class="soft">We will see it in the {escape(measure.instrument)}. {aim}</p>'
    steps = "".join(_step(step, assessment, instruments) for step in goal.objectives if step.text.strip())
    return (
        f"<section><h2>Where you want to arrive ({number})</h2><p>{escape(goal.text)}</p>{words}{scores}</section>"
        + (f"<p>Steps on the way:</p><ol>{steps}</ol>" if steps else "")
    )


def _step(step: Objective, assessment: PlanAssessment, instruments: tuple[str, ...]) -> str:
    judged = assessment.statements.get(step.id)
    spans = [s for r in judged.letters.values() for a in r.answers if a.yes for s in a.spans] if judged else []
    due = f' <span class="soft">({escape(step.due)})</span>' if step.due.strip() else ""
    ask = escape(check_in(step.text, spans, instruments))
    room = f'<span class="ask"><b>To ask yourself:</b> {ask}</span><span class="room"></span>'
    return f"<li>{escape(step.text)}{due}{room}</li>"


_TIMES = "day|night|evening|morning|week|month"
_OFTEN = re.compile(rf"\b(?:a|an|per|each|every|of)\b.*\b(?:{_TIMES})|\b(?:days|nights|times)\b", re.I)

_LONG = re.compile(r"\b(?:minutes?|hours?|mins?)\b", re.I)
_START = re.compile(r"^\W*(?:now|currently|up from|down from|from)\b", re.I)


def check_in(text: str, spans: list[Span], instruments: tuple[str, ...] = ()) -> str:
    """A question by which client and clinician can both see how a step went, from what its words count.

    `instruments` are names of outcome measures; where a step is counted by one, it is filled in again.
    """
    if named := next((name for name in instruments if name.casefold() in text.casefold()), ""):
        return f"Shall we fill in the {named} again, and look at it together?"
    counts = sorted({text[s.start : s.end].strip(" ,.;()") for s in spans if s.kind in ("target", "metric")}, key=len)
    counts = [words for words in counts if not _START.match(words)]
    for pattern, question in (
        (_OFTEN, "How often did it work out in the last week?"),
        (_LONG, "How long did it take?"),
    ):
        if aims := [words for words in counts if pattern.search(words)]:
            return f"{question} You were aiming for “{aims[-1]}”."
    if counts:
        return f"What was the number this week? You were aiming for “{counts[-1]}”."
    return "Did it happen? What helped, and what got in the way?"


def _later(case: Case, plan: Plan) -> str:
    texts = {problem.id: problem.text for problem in case.presenting_problems}
    rows = [row for row in plan.problems if row.decision in ("later", "refer") and row.id in texts]
    if not rows:
        return ""
    said = {"later": "We come back to this later", "refer": "Somebody else can help better with this"}
    items = "".join(
        f"<li>{escape(texts[row.id])}. {said[row.decision or 'later']}{_reason(row.reason)}</li>" for row in rows
    )
    return f"<section><h2>What waits</h2><ul>{items}</ul></section>"


def _reason(reason: str) -> str:
    return f": {escape(reason)}" if reason.strip() else "."


def _words(plan: Plan, glossary: Glossary) -> str:
    """Words of the page that a client may not know, explained."""
    said = " ".join([row.text for row in plan.statements()] + [goal.measure.instrument for goal in plan.goals])
    common = {"goal", "objective", "intervention", "target", "baseline", "SMART", "specific", "relevant", "measurable"}
    found = [
        term
        for term in glossary.terms
        if term.term not in common
        and any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, re.IGNORECASE) for name in (term.term, *term.also))
    ]
    rows = "".join(f"<dt>{escape(one.term)}</dt><dd>{escape(one.meaning)}</dd>" for one in found)
    return f"<section><h2>Words on this page</h2><dl>{rows}</dl></section>" if rows else ""
