"""The agreement of a round for people: a table on a terminal, a CSV file, and a page with a picture."""

import csv
import io
import math
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from rich import box
from rich.table import Table

from goalsmith.errors import RoundError
from goalsmith.grading.course import load_course
from goalsmith.peer.agreement import Estimate
from goalsmith.peer.rounds.agreement import Line, agreement
from goalsmith.peer.rounds.database import find_round, rounds_of

_NOTE = (
    "Quadratic-weighted kappa (Cohen 1968), ICC(2,1) of two sides and ICC(1,1) among reviewers (Shrout & Fleiss 1979), "
    "Krippendorff's ordinal alpha; 90 % intervals by drawing plans anew. Levels that were confirmed and not set by "
    "hand agree with the engine because a person looked at its suggestion."
)


def lines_of(course: Path, assignment: str) -> list[Line]:
    """The lines of the report.

    Raises:
        RoundError: the round is still open.
    """
    with rounds_of(course) as session:
        round_ = find_round(session, load_course(course).course_id, assignment)
        if round_.state == "open":
            raise RoundError(f"The round is still open; close it first: goalsmith peer close {assignment}")
        return agreement(session, round_)


def as_table(assignment: str, lines: Iterable[Line]) -> Table:
    """The report for a terminal."""
    shown = Table(title=f"{assignment}: agreement", caption=_NOTE, box=box.SIMPLE, padding=(0, 1, 0, 0))
    for name in ("", "who", "n"):
        shown.add_column(name, no_wrap=True)
    for name in ("kappa", "ICC", "alpha"):
        shown.add_column(name, justify="right", no_wrap=True)
    for line in lines:
        figures = [_short(one) for one in (line.kappa, line.icc, line.alpha)]
        who = line.who.replace(" and ", ", ").replace("reviewers among each other", "among reviewers")
        shown.add_row(line.criterion, who, str(line.alpha.n), *figures)
    return shown


def as_csv(lines: Iterable[Line]) -> str:
    """The report as CSV: a row for each coefficient; no cell can start a formula, since all texts are ours."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["criterion", "who", "coefficient", "value", "low", "high", "plans", "why_none"])
    for line in lines:
        for name, one in (("kappa", line.kappa), ("icc", line.icc), ("alpha", line.alpha)):
            if one is not None:
                figures = ["" if math.isnan(x) else f"{x:.4f}" for x in (one.value, one.low, one.high)]
                writer.writerow([line.criterion, line.who, name, *figures, one.n, one.why])
    return out.getvalue()


def as_html(assignment: str, lines: list[Line]) -> str:
    """A page of its own: a picture of alpha with its intervals, and the table beside it."""
    rows = "".join(
        f"<tr><td>{line.criterion}</td><td>{line.who}</td><td>{line.alpha.n}</td>"
        + "".join(f"<td>{escape(_said(one))}</td>" for one in (line.kappa, line.icc, line.alpha))
        + "</tr>"
        for line in lines
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("criterion", "who", "plans", "kappa", "ICC", "alpha"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(assignment)}: agreement</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(assignment)}: who agrees with whom</h1>"
        f"{_picture(lines)}<table><caption>All figures, with 90 % intervals</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table><p>{escape(_NOTE)}</p></main></body></html>"
    )


_STYLE = (
    "body{font:15px/1.5 system-ui,'DejaVu Sans',sans-serif;color:#1f2a30;margin:2rem auto;max-width:60rem;padding:1rem}"
    "table{border-collapse:collapse;margin-top:1.5rem}caption{text-align:left;font-weight:600;padding-bottom:.4rem}"
    "td,th{text-align:left;padding:.2rem 1.2rem .2rem 0;border-top:1px solid #d9dfe2;font-variant-numeric:tabular-nums}"
    "svg{max-width:100%;height:auto}"
)
_ROW, _LEFT, _WIDTH = 22, 250, 460


def _picture(lines: list[Line]) -> str:
    """Krippendorff's alpha of each line as a dot with its interval, from -1 to 1."""
    height = _ROW * (len(lines) + 2)
    grid = "".join(
        f'<line x1="{_x(at)}" y1="14" x2="{_x(at)}" y2="{height - 20}" stroke="{"#8a959b" if at == 0 else "#e1e6e8"}"/>'
        f'<text x="{_x(at)}" y="{height - 4}" text-anchor="middle" font-size="11" fill="#5b6870">{at:g}</text>'
        for at in (-1, -0.5, 0, 0.5, 1)
    )
    marks = "".join(_mark(number, line) for number, line in enumerate(lines))
    return (
        f'<svg role="img" aria-label="Alpha with its interval for each criterion and pair; the table has the figures" '
        f'viewBox="0 0 {_LEFT + _WIDTH + 40} {height}" width="{_LEFT + _WIDTH + 40}">{grid}{marks}</svg>'
    )


def _mark(number: int, line: Line) -> str:
    y = 24 + _ROW * number
    label = f'<text x="0" y="{y + 4}" font-size="12.5" fill="#1f2a30">{line.criterion}: {line.who}</text>'
    one = line.alpha
    if math.isnan(one.value):
        return label + f'<text x="{_x(0) + 8}" y="{y + 4}" font-size="11" fill="#5b6870">cannot be told</text>'
    span = (
        ""
        if math.isnan(one.low)
        else f'<line x1="{_x(one.low)}" y1="{y}" x2="{_x(one.high)}" y2="{y}" stroke="#0b5d6b" stroke-width="2.5"/>'
    )
    return label + span + f'<circle cx="{_x(one.value)}" cy="{y}" r="4.5" fill="#0b5d6b"/>'


def _x(value: float) -> int:
    return round(_LEFT + (max(-1.0, min(1.0, value)) + 1) / 2 * _WIDTH)


def _said(one: Estimate | None) -> str:
    if one is None:
        return "·"
    if math.isnan(one.value):
        return "none"
    return f"{one.value:.2f}" if math.isnan(one.low) else f"{one.value:.2f} ({one.low:.2f} to {one.high:.2f})"


def _short(one: Estimate | None) -> str:
    """A figure for a narrow terminal: ".84 (.67 .98)"."""
    return re.sub(r"(?<![\d.])0\.", ".", _said(one)).replace(" to ", " ")
