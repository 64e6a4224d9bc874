"""An interview looked back upon, and the notes that it brought, as HTML."""

from collections.abc import Sequence
from html import escape

from goalsmith.model import Debrief, DebriefItem, Fact

_AT_ONCE = 4
"""How much of what is still out stands on the page at once: nobody works on thirty things."""
_POOR = {"leading": "leading", "stacked": "several at once", "accusing": "accusing"}


def debrief_html(back: Debrief) -> str:
    """The debrief in the order in which its items matter."""
    found, needed = back.needed
    grave = back.items[0].part == "risk"
    parts = [
        '<h3 class="gs-debrief-title" tabindex="-1">Looking back</h3>',
        _risk(back) if grave else "",
        f"<p>You brought out <b>{found} of the {needed} facts</b> that a plan for this client needs.</p>",
        _missed(back.of("missed")),
        "" if grave else _risk(back),
        _poor(back.of("poor")),
        _kinds(back.of("kinds")),
        _found(back.of("found")),
    ]
    return "".join(parts)


def facts_html(facts: Sequence[Fact], out: tuple[int, int]) -> str:
    """What was learned by now, and how much is `out`: what a plan needs, and the rest. What it is stays untold."""
    rows = "".join(f"<li>{escape(fact.text)}</li>" for fact in facts)
    learned = f"<ul>{rows}</ul>" if rows else '<p class="gs-soft">Nothing yet. Ask, and it collects here.</p>'
    return f'{learned}<p class="gs-soft" data-gs="still-out">{escape(_still_out(*out))}</p>'


def _still_out(needed: int, others: int) -> str:
    if not needed:
        rest = f" {others} smaller ones are still out." if others > 1 else ""
        return f"You have everything that a plan needs.{rest}"
    return f"Still out: {needed} that a plan needs{f', and {others} smaller ones' if others > 1 else ''}."


def _risk(back: Debrief) -> str:
    return "".join(
        f'<div class="gs-remark gs-remark-risk" data-gs="debrief-risk"><h4>Safety</h4><p><b>{escape(one.said)}</b></p>'
        f"<p>{escape(one.why)}</p>{_ask(one)}{_sources(one)}</div>"
        for one in back.of("risk")
    )


def _missed(items: list[DebriefItem]) -> str:
    if not items:
        return ""
    rows = [f"<li>{escape(one.said)}{_ask(one)}</li>" for one in items]
    first, rest = rows[:_AT_ONCE], rows[_AT_ONCE:]
    more = (
        f'<details class="gs-more"><summary>{len(rest)} more</summary><ul>{"".join(rest)}</ul></details>'
        if rest
        else ""
    )
    head = "<h4>What is still out, and how to ask for it</h4>"
    return f'{head}<div data-gs="missed"><ul>{"".join(first)}</ul>{more}</div>'


def _ask(one: DebriefItem) -> str:
    return f'<p class="gs-ask-instead"><span class="gs-soft">Ask:</span> “{escape(one.ask)}”</p>' if one.ask else ""


def _poor(items: list[DebriefItem]) -> str:
    if not items:
        return ""
    rows = "".join(
        f'<li><q>{escape(one.said)}</q> <span class="gs-tag">{_POOR[one.about]}</span><p>{escape(one.why)}</p></li>'
        for one in items
    )
    return f'<h4>Questions that brought little</h4><ul class="gs-poor-questions" data-gs="poor">{rows}</ul>'


def _kinds(items: list[DebriefItem]) -> str:
    rows = "".join(
        f'<details class="gs-kind-used"><summary>{escape(one.said)} <span class="gs-tag">{_times(one.count)}</span>'
        f"</summary><p>{escape(one.why)}</p>{_sources(one)}</details>"
        for one in items
    )
    return f'<h4>The kinds of questions, and why each works</h4><div data-gs="kinds-used">{rows}</div>'


def _times(count: int | None) -> str:
    return {0: "not used", 1: "used once", 2: "used twice"}.get(count or 0, f"used {count} times")


def _found(items: list[DebriefItem]) -> str:
    if not items:
        return ""
    rows = "".join(
        f"<li>{escape(one.said)}"
        + (f'<p class="gs-soft">For the plan: {escape(one.why)}</p>' if one.why else "")
        + "</li>"
        for one in items
    )
    return (
        f'<h4>What came out</h4><details class="gs-kind-used"><summary>{len(items)} facts, and what they are for'
        f'</summary><ul class="gs-found-facts" data-gs="found">{rows}</ul></details>'
    )


def _sources(one: DebriefItem) -> str:
    return f'<p class="gs-sources">{" · ".join(map(escape, one.sources))}</p>' if one.sources else ""
