"""A learner's text with its evidence marked."""

from collections.abc import Iterable
from html import escape

from goalsmith.model import Span

SPAN_TITLES = {
    "behaviour": "what is done",
    "vague": "vague wording",
    "metric": "a number or count",
    "instrument": "outcome measure",
    "target": "target",
    "deadline": "by when",
    "frequency": "how often",
    "dose": "how much",
    "context": "where, when or with whom",
    "technique": "technique",
    "problem": "the client's problem",
    "actor": "who acts",
    "absolute": "absolute wording",
    "hedge": "hedged wording",
    "harm": "works against treatment",
    "slot": "a gap to fill",
}

HOLDING_BACK = frozenset({"vague", "hedge", "harm", "absolute", "slot"})
"""Kinds of evidence that speak against a statement rather than for it."""


def marked_html(text: str, spans: Iterable[Span]) -> str:
    """Return `text` escaped, each piece of evidence in a `<mark>`. Where spans overlap, the earlier one is drawn."""
    out, at = [], 0
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end, s.kind)):
        start, end = max(span.start, at), min(span.end, len(text))
        if start >= end:
            continue
        title = SPAN_TITLES.get(span.kind, span.kind)
        out.append(escape(text[at:start]))
        out.append(f'<mark class="gs-{escape(span.kind)}" title="{escape(title)}">{escape(text[start:end])}</mark>')
        at = end
    return "".join(out) + escape(text[at:])
