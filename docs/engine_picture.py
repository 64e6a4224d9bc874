#!/usr/bin/env python3
"""Draw docs/images/engine.svg: one statement from its words to its levels, as the engine judges it now.

    engine_picture.py [FILE]

Everything in the picture but its headings comes from the engine; `tests/engine/test_guide.py` says when it is old.
"""

import sys
import textwrap
from html import escape
from pathlib import Path

from goalsmith.cli.explain import asked, evidence, pieces
from goalsmith.engine import Judge
from goalsmith.model import LetterResult, Rubric, StatementAssessment
from goalsmith.render.marks import SPAN_TITLES
from goalsmith.store import find_case, load_knowledge

CASE = "gad-maya"
TEXT = "Maya sends fewer texts to her partner by session 6"
TARGET = Path(__file__).parent / "images" / "engine.svg"
WIDTH, CHAR, CARD = 1000, 14.0, 184
STYLE = """
text { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--ink); font-size: 13px; }
svg { --page: #ffffff; --ink: #1c2330; --soft: #566073; --line: #c3cad6; --card: #f5f7fa; --mark: #cfe6ee; }
svg { --good: #1f6b3f; --short: #9a4f00; }
@media (prefers-color-scheme: dark) {
  svg { --page: #161b22; --ink: #e6edf3; --soft: #a3adba; --line: #454e5b; --card: #212833; --mark: #2b4a57; }
  svg { --good: #6fd39a; --short: #f0a95b; }
}
.page { fill: var(--page); } .card { fill: var(--card); stroke: var(--line); } .mark { fill: var(--mark); }
.check { font-size: 12px; font-weight: 600; }
.line { stroke: var(--soft); stroke-width: 1.5; fill: none; } .soft { fill: var(--soft); }
.small { font-size: 11.5px; }
.words { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 22px; }
.head { font-weight: 700; font-size: 15px; }
.good { fill: var(--good); font-weight: 700; } .short { fill: var(--short); font-weight: 700; }
.level { font-size: 24px; }
.step { font-weight: 700; letter-spacing: .06em; font-size: 11.5px; fill: var(--soft); }
"""


def main() -> None:
    """Write the picture."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_text(draw(), "utf-8")


def draw() -> str:
    """Return the picture as SVG."""
    knowledge = load_knowledge()
    judged = Judge(knowledge, find_case(CASE)).statement(TEXT, "objective")
    parts = [_step(28, "1  EVIDENCE: WORDS THAT THE ENGINE RECOGNISES"), *_text(judged, knowledge.rubric)]
    parts.append(_step(158, "2  CHECKS: YES/NO QUESTIONS, UP TO THE RULE THAT HOLDS"))
    for number, result in enumerate(judged.letters.values()):
        parts += _card(12 + number * (CARD + 14), result, judged, knowledge.rubric)
    parts.append(_step(486, "4  ADVICE: WHAT HELPS MOST COMES FIRST"))
    parts += _advice(judged)
    body = "\n".join(parts)
    title = f"How the engine judges: {judged.text}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} 590" role="img" aria-label="{escape(title)}">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n"
        f'<rect class="page" width="{WIDTH}" height="590" rx="10"/>\n{body}\n</svg>\n'
    )


def _step(y: int, text: str) -> str:
    return f'<text class="step" x="14" y="{y}">{text}</text>'


def _text(judged: StatementAssessment, rubric: Rubric) -> list[str]:
    out, at = [], (WIDTH - CHAR * len(judged.text)) / 2
    for piece in pieces(judged.text, evidence(judged, rubric)):
        wide, words = CHAR * len(piece.text), escape(piece.text)
        if piece.kind:
            title = SPAN_TITLES.get(piece.kind, piece.kind)
            out.append(f'<rect class="mark" x="{at:.1f}" y="52" width="{wide:.1f}" height="32" rx="5"/>')
            for row, line in enumerate(textwrap.wrap(title, max(9, int(wide / 6.5)))):
                middle = at + wide / 2
                place = f'x="{middle:.1f}" y="{102 + 14 * row}" text-anchor="middle"'
                out.append(f'<text class="small soft" {place}>{escape(line)}</text>')
        fit = f'textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"'
        out.append(f'<text class="words" x="{at:.1f}" y="75" {fit}>{words}</text>')
        at += wide
    return out


def _card(x: int, result: LetterResult, judged: StatementAssessment, rubric: Rubric) -> list[str]:
    criterion = rubric.criteria[result.letter]
    out = [f'<rect class="card" x="{x}" y="172" width="{CARD}" height="290" rx="8"/>']
    out.append(f'<text class="head" x="{x + 10}" y="196">{result.letter}  {escape(criterion.name)}</text>')
    answers = asked(result, criterion)
    rule = criterion.rules[result.rule]
    telling = [a for a in answers if a.yes or a.check in (*rule.all, *rule.none)] or answers[-2:]
    lines: list[tuple[str, str]] = []
    if quiet := len(answers) - len(telling):
        lines.append(("soft small", f"no: {quiet} other check{'' if quiet == 1 else 's'}"))
    for answer in telling[-3:]:
        said = "yes" if answer.yes else "no"
        lines.append(("check", f"{answer.check}: {said}"))
        words = dict.fromkeys(judged.text[s.start : s.end] for s in answer.spans)
        lines += [("soft small", row) for row in textwrap.wrap(", ".join(f"“{w}”" for w in words), 24)[:2]]
        if answer.fact:
            lines += [("soft small", row) for row in textwrap.wrap(f"case: {answer.fact}", 24)[:4]]
    y = 220
    for css, line in lines:
        out.append(f'<text class="{css}" x="{x + 10}" y="{y}">{escape(line)}</text>')
        y += 17
    good = "good" if result.met else "short"
    out.append(f'<path class="line" d="M{x + 10} 378H{x + CARD - 10}"/>')
    rules = f"3  RULE {result.rule + 1} OF {len(criterion.rules)}"
    out.append(f'<text class="step" x="{x + 10}" y="398">{rules}</text>')
    out.append(f'<text class="{good} level" x="{x + 10}" y="428">{result.level} of 3</text>')
    out.append(f'<text class="small soft" x="{x + 10}" y="449">{result.expected} expected</text>')
    return out


def _advice(judged: StatementAssessment) -> list[str]:
    out, y = [], 510
    for one in judged.advice[:2]:
        for row, line in enumerate(textwrap.wrap(f"{one.criterion}: {one.text} {one.ask}", 118)):
            out.append(f'<text x="{14 if row == 0 else 32}" y="{y}">{escape(line)}</text>')
            y += 19
        y += 6
    return out


if __name__ == "__main__":
    main()
