"""Scores of one outcome measure over the sessions, drawn: severity bands, reliable change, remission.

The picture is an SVG that takes its colours from the page around it, so it fits a light and a dark one. It always comes
with a table that says the same (`scores_table`).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any

from goalsmith.model import Measure

Point = tuple[str, float]
"""What a reading is called ("Intake", "Session 4"), and the total score."""
_INK, _SOFT, _ACCENT = "var(--gs-ink, #1c2330)", "var(--gs-soft, #566073)", "var(--gs-accent, #1f6f8b)"
_WIDTH, _HEIGHT = 460, 240


def chart_svg(measure: Measure, points: Sequence[Point], reliable_at: float | None) -> str:
    """Return the chart as one `<svg>` with a text alternative; empty for no points.

    `reliable_at` is the score from which the change since the first point is reliable, where that is known.
    """
    if not points:
        return ""
    svg = _drawn(measure.model_dump_json(), tuple(points), reliable_at)
    label = escape(alternative(measure, points, reliable_at), quote=True)
    return re.sub(r"<svg\b", f'<svg role="img" aria-label="{label}" focusable="false"', svg, count=1)


def alternative(measure: Measure, points: Sequence[Point], reliable_at: float | None) -> str:
    """What the chart shows, in words."""
    read = ", ".join(f"{name} {score:g}" for name, score in points)
    lines = [f"{measure.name} over the sessions: {read}."]
    if reliable_at is not None:
        lines.append(f"A change counts as reliable from {reliable_at:g} on.")
    if measure.remission_at_most is not None:
        lines.append(f"Remission is at {measure.remission_at_most:g} or below.")
    return " ".join(lines)


@lru_cache(maxsize=64)
def _drawn(measure_json: str, points: tuple[Point, ...], reliable_at: float | None) -> str:
    import altair as alt  # takes most of a second, and many a notebook never draws a chart
    import vl_convert

    measure = Measure.model_validate_json(measure_json)
    layers = [*_bands(alt, measure), *_lines(alt, measure, reliable_at), *_scores(alt, measure, points)]
    chart = (
        alt.layer(*layers)
        .properties(width=_WIDTH, height=_HEIGHT, background="transparent")
        .configure(font="system-ui, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=_SOFT,
            titleColor=_SOFT,
            domainColor=_SOFT,
            tickColor=_SOFT,
            grid=False,
            labelFontSize=12,
            titleFontSize=12,
        )
        .configure_text(font="system-ui, sans-serif")
    )
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    return _sized(svg[svg.index("<svg") :])


def _sized(svg: str) -> str:
    """Let the picture shrink with the page: its size becomes a view box only."""
    return re.sub(
        r'<svg([^>]*?) width="([\d.]+)"([^>]*?) height="([\d.]+)"',
        r'<svg\1\3 style="width:100%;max-width:\2px;height:auto"',
        svg,
        count=1,
    )


def _scale(alt: Any, measure: Measure) -> Any:
    """The measure's whole range."""
    return alt.Y("score:Q", title=measure.name, scale=alt.Scale(domain=[measure.low, measure.high], nice=False))


def _bands(alt: Any, measure: Measure) -> list[Any]:
    """Severity bands as stripes with their names at the right edge."""
    bands = sorted(measure.bands, key=lambda band: band.low)
    if not bands:
        return []
    tops = [*(band.low for band in bands[1:]), measure.high]
    rows = [
        {
            "low": band.low,
            "score": top,
            "middle": (band.low + top) / 2,
            "name": band.name,
            "shade": 0.05 + 0.05 * (at % 2),
        }
        for at, (band, top) in enumerate(zip(bands, tops, strict=True))
    ]
    base = alt.Chart(alt.Data(values=rows))
    stripes = base.mark_rect(fill=_SOFT).encode(
        y=_scale(alt, measure), y2="low:Q", x=alt.value(0), x2=alt.value(_WIDTH),
        opacity=alt.Opacity("shade:Q", scale=None, legend=None),
    )  # fmt: skip
    names = base.mark_text(align="left", fontSize=11, fill=_SOFT).encode(
        y=alt.Y("middle:Q", scale=alt.Scale(domain=[measure.low, measure.high], nice=False)),
        x=alt.value(_WIDTH + 6), text="name:N",
    )  # fmt: skip
    return [stripes, names]


def _lines(alt: Any, measure: Measure, reliable_at: float | None) -> list[Any]:
    rows = []
    if reliable_at is not None:
        rows.append({"score": reliable_at, "name": f"reliable change from here ({reliable_at:g})"})
    if measure.remission_at_most is not None:
        rows.append({"score": measure.remission_at_most, "name": f"remission ({measure.remission_at_most:g} or below)"})
    if not rows:
        return []
    base = alt.Chart(alt.Data(values=rows))
    rules = base.mark_rule(stroke=_INK, strokeDash=[5, 4]).encode(y=_scale(alt, measure))
    names = base.mark_text(align="left", baseline="bottom", dy=-3, fontSize=11.5, fill=_INK).encode(
        y=_scale(alt, measure), x=alt.value(6), text="name:N"
    )
    return [rules, names]


def _scores(alt: Any, measure: Measure, points: Sequence[Point]) -> list[Any]:
    """The readings. Without bands the axis fits the readings, since a wide range would draw a flat line."""
    rows = [{"session": name, "score": score, "shown": f"{score:g}"} for name, score in points]
    x = alt.X("session:N", sort=[name for name, _ in points], title=None, axis=alt.Axis(labelAngle=0))
    y = _scale(alt, measure) if measure.bands else alt.Y("score:Q", title=measure.name)
    base = alt.Chart(alt.Data(values=rows)).encode(x=x, y=y)
    line = base.mark_line(stroke=_ACCENT, strokeWidth=2.5)
    dots = base.mark_point(filled=True, fill=_ACCENT, size=70, opacity=1)
    shown = base.mark_text(dy=-13, fontWeight="bold", fontSize=13, fill=_INK).encode(text="shown:N")
    return [line, dots, shown]


def scores_table(measure: Measure, rows: Sequence[tuple[str, float, str, str]]) -> str:
    """The scores as a table: what a reading is called, the score, its band, and the change since the first in words."""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Reading", "Score", "Band", "Since intake"))
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{score:g}</td><td>{escape(band)}</td>'
        f"<td>{escape(change)}</td></tr>"
        for name, score, band, change in rows
    )
    return (
        f'<table class="gs-score-table"><caption>{escape(measure.name)}, the scores</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
