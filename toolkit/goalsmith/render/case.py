"""A case as a page: the story first, then the facts that a plan has to fit."""

from collections.abc import Iterable
from html import escape

from goalsmith.model import Case
from goalsmith.render.html import markdown_html


def case_html(case: Case) -> str:
    """Return the case as HTML: name, client's words, narrative, facts and sources."""
    return (
        f'<article class="gs-case"><h2>{escape(case.name)}</h2>{_subtitle(case)}'
        f'<blockquote class="gs-words">{escape(case.client_words)}</blockquote>'
        f'<div class="gs-story">{markdown_html(case.narrative)}</div>{_facts(case)}{_references(case)}'
        '<p class="gs-note">This client is fictional. The case is for practice and gives no clinical advice.</p>'
        "</article>"
    )


def _subtitle(case: Case) -> str:
    client = case.client
    diagnoses = ", ".join(f"{d.name} ({d.icd10cm})" for d in (case.diagnosis, *case.comorbid))
    who = f"{client.gender}, {client.age}, {client.occupation}; {client.household}"
    return f'<p class="gs-subtitle">{escape(who)}. {escape(diagnoses)}.</p>'


def _facts(case: Case) -> str:
    measures = [f"{name}: {score:g}" for name, score in case.measures.items()]
    blocks = [
        ("Problems", [p.text for p in case.presenting_problems]),
        ("Risk", [r.text for r in case.risk]),
        ("Strengths", case.strengths),
        ("Barriers", case.barriers),
        ("Measures at intake", measures),
        ("Treatment", [f"{case.planned_sessions} planned sessions" + _every(case), *_dates(case)]),
        ("Readiness", _readiness(case)),
    ]
    return '<div class="gs-facts">' + "".join(_block(title, items) for title, items in blocks if items) + "</div>"


def _every(case: Case) -> str:
    return f", one every {case.session_every.removeprefix('1 ')}" if case.session_every else ""


def _dates(case: Case) -> list[str]:
    return [f"first session on {case.intake.day} {case.intake:%B %Y}"] if case.intake else []


def _readiness(case: Case) -> list[str]:
    if case.readiness is None:
        return []
    ready = case.readiness
    lines = [f"importance {ready.importance} of 10, confidence {ready.confidence} of 10"]
    return [*lines, f"in their own view: {ready.own_view}"] if ready.own_view else lines


def _block(title: str, items: Iterable[str]) -> str:
    rows = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f'<section class="gs-fact"><h3>{escape(title)}</h3><ul>{rows}</ul></section>'


def _references(case: Case) -> str:
    if not case.references:
        return ""
    rows = "".join(
        f"<li>{escape(r.author)} ({r.year}). {escape(r.title)}. {escape(r.source)}</li>" for r in case.references
    )
    return f'<details class="gs-sources"><summary>Sources</summary><ul>{rows}</ul></details>'
