"""Scores of one outcome measure over the sessions, drawn: severity bands, reliable change, remission.

The picture takes its colours from the page around it, so it fits a light and a dark one, and comes in two widths of
which the page shows the one that fits. It always stands beside a table that says the same (`scores_table`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

from goalsmith.model import Measure

Point = tuple[str, float]
"""What a reading is called ("Intake", "Session 4"), and the total score."""
_INK, _SOFT, _ACCENT = "var(--gs-ink, #1c2330)", "var(--gs-soft, #566073)", "var(--gs-accent, #1f6f8b)"
_GROUND = "var(--gs-field, #fff)"
_FONT = "system-ui, sans-serif"
_STYLE = (
    "<style>.gs-score-chart{container-type:inline-size;margin:6px 0}.gs-score-chart svg{display:block;"
    "width:100%;height:auto}.gs-score-chart .gs-narrow{display:none}@container (max-width:430px)"
    "{.gs-score-chart .gs-wide{display:none}.gs-score-chart .gs-narrow{display:block}}</style>"
)


@dataclass(frozen=True)
class _Size:
    """Width and height of the plot in pixels, and whether names break into lines."""

    name: str
    width: int
    height: int
    breaks: bool

    @property
    def room(self) -> dict[str, int]:
        """Pixels around it. At the right they are for a page whose letters are broader than those of the drawing."""
        return {"left": 2, "top": 4, "bottom": 2, "right": 16 if self.breaks else 28}


_SIZES = (_Size("gs-wide", 430, 230, breaks=False), _Size("gs-narrow", 205, 260, breaks=True))


def chart_svg(
    measure: Measure, points: Sequence[Point], reliable_at: float | None, worse_at: float | None = None
) -> str:
    """Return the chart as one picture with a text alternative; empty for no points.

    `reliable_at` and `worse_at` are the scores from which the change since the first point is reliable, for the better
    and for the worse, where they are known.
    """
    if not points:
        return ""
    said = escape(alternative(measure, points, reliable_at, worse_at), quote=True)
    lines = tuple(_named_lines(measure, reliable_at, worse_at))
    drawn = (_drawn(measure.model_dump_json(), tuple(points), lines, size) for size in _SIZES)
    return f'{_STYLE}<div class="gs-score-chart" role="img" aria-label="{said}">{"".join(drawn)}</div>'


def alternative(
    measure: Measure, points: Sequence[Point], reliable_at: float | None, worse_at: float | None = None
) -> str:
    """What the chart shows, in words."""
    read = ", ".join(f"{name} {score:g}" for name, score in points)
    lines = [f"{name[0].upper()}{name[1:]}." for _, name in _named_lines(measure, reliable_at, worse_at)]
    return " ".join([f"{measure.name} over the sessions: {read}.", *lines])


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


def _named_lines(measure: Measure, reliable_at: float | None, worse_at: float | None) -> list[tuple[float, str]]:
    """The lines across the chart: where they lie, and what they say."""
    down, up = ("or below", "or above") if measure.better == "lower" else ("or above", "or below")
    found = [
        (reliable_at, f"reliably better at {{:g}} {down}"),
        (worse_at, f"reliably worse at {{:g}} {up}"),
        (measure.remission_at_most, "remission at {:g} or below"),
    ]
    return [(at, words.format(at)) for at, words in found if at is not None]


@lru_cache(maxsize=128)
def _drawn(measure_json: str, points: tuple[Point, ...], lines: tuple[tuple[float, str], ...], size: _Size) -> str:
    """One drawing. Drawing takes a tenth of a second, so what has been drawn is kept."""
    import altair as alt  # takes most of a second, and many a notebook never draws a chart
    import vl_convert

    measure = Measure.model_validate_json(measure_json)
    y = alt.Y("score:Q", title=measure.name, scale=alt.Scale(domain=_domain(measure, points, lines), nice=False))
    layers = [*_bands(alt, measure, y, size), *_rules(alt, lines, y), *_scores(alt, measure, points, lines, y, size)]
    soft = dict.fromkeys(("labelColor", "titleColor", "domainColor", "tickColor"), _SOFT)
    chart = (
        alt.layer(*layers)
        .properties(width=size.width, height=size.height, background="transparent", padding=size.room)
        .configure(font=_FONT)
        .configure_view(stroke=None)
        .configure_axis(grid=False, labelFontSize=12, titleFontSize=12, **soft)
    )
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    return _fluid(svg[svg.index("<svg") :], size)


def _fluid(svg: str, size: _Size) -> str:
    """Let the picture shrink with the page: its size becomes a view box alone. The words are on the box around it."""
    plain = re.sub(r'(<svg[^>]*?) height="[\d.]+"', r"\1", svg, count=1)
    plain = re.sub(r'(<svg[^>]*?) width="([\d.]+)"', r'\1 style="max-width:\2px"', plain, count=1)
    return plain.replace('class="marks"', f'class="{size.name}" aria-hidden="true" focusable="false"', 1)


def _domain(measure: Measure, points: Sequence[Point], lines: Sequence[tuple[float, str]]) -> list[float]:
    """The measure's whole range; without bands only what is there, since a wide range would draw a flat line."""
    if measure.bands:
        return [measure.low, measure.high]
    there = [*(score for _, score in points), *(at for at, _ in lines)]
    room = max((max(there) - min(there)) * 0.4, (measure.high - measure.low) * 0.05)
    return [max(measure.low, min(there) - room), min(measure.high, max(there) + room)]


def _bands(alt: Any, measure: Measure, y: Any, size: _Size) -> list[Any]:
    """Severity bands as stripes, with their names at the right."""
    bands = sorted(measure.bands, key=lambda band: band.low)
    if not bands:
        return []
    tops = [*(band.low for band in bands[1:]), measure.high]
    rows = [
        {"low": one.low, "score": top, "middle": (one.low + top) / 2, "name": one.name, "shade": 0.05 + 0.06 * (at % 2)}
        for at, (one, top) in enumerate(zip(bands, tops, strict=True))
    ]
    base = alt.Chart(alt.Data(values=rows))
    across = {
        "x": alt.value(0),
        "x2": alt.value(size.width),
        "opacity": alt.Opacity("shade:Q", scale=None, legend=None),
    }
    stripes = base.mark_rect(fill=_SOFT).encode(y=y, y2="low:Q", **across)
    broken = {"lineBreak": " ", "lineHeight": 12} if size.breaks else {}
    names = base.mark_text(align="left", baseline="middle", fontSize=12, fill=_SOFT, **broken).encode(
        y=alt.Y("middle:Q", title=measure.name), x=alt.value(size.width + 6), text="name:N"
    )
    return [stripes, names]


def _rules(alt: Any, lines: Sequence[tuple[float, str]], y: Any) -> list[Any]:
    """The lines across, each with its name above it at the left."""
    if not lines:
        return []
    base = alt.Chart(alt.Data(values=[{"score": at, "name": name} for at, name in lines])).encode(y=y)
    names = base.encode(x=alt.value(5), text="name:N")
    rules = base.mark_rule(stroke=_INK, strokeDash=[5, 4])
    return [rules, *_legible(names, align="left", baseline="bottom", dy=-2, fontSize=11.5)]


def _scores(
    alt: Any, measure: Measure, points: Sequence[Point], lines: Sequence[tuple[float, str]], y: Any, size: _Size
) -> list[Any]:
    """The readings: a line, points, and each score beside its point."""
    low, high = _domain(measure, points, lines)
    pixel = (high - low) / size.height
    rows = [
        {"session": name, "score": score, "shown": f"{score:g}", "below": _is_below(score, lines, pixel)}
        for name, score in points
    ]
    axis = alt.Axis(labelAngle=0, labelExpr="split(datum.label, ' ')" if size.breaks else "datum.label")
    x = alt.X("session:N", sort=[name for name, _ in points], title=None, axis=axis)
    base = alt.Chart(alt.Data(values=rows)).encode(x=x, y=y)
    bold = {"fontWeight": "bold", "fontSize": 13}
    above = base.transform_filter("!datum.below").encode(text="shown:N")
    below = base.transform_filter("datum.below").encode(text="shown:N")
    return [
        base.mark_line(stroke=_ACCENT, strokeWidth=2.5),
        base.mark_point(filled=True, fill=_ACCENT, size=75, opacity=1),
        *_legible(above, dy=-14, **bold),
        *_legible(below, dy=15, **bold),
    ]


def _is_below(score: float, lines: Sequence[tuple[float, str]], pixel: float) -> bool:
    """Whether a score is written below its point: above it there is the name of a line. `pixel` is one in points."""
    return any(at - 22 * pixel < score < at + 8 * pixel for at, _ in lines)


def _legible(base: Any, **marks: Any) -> list[Any]:
    """Words over lines: the same words once more behind them, as broad as a halo in the colour of the page."""
    halo = base.mark_text(stroke=_GROUND, strokeWidth=4, strokeJoin="round", fill=_GROUND, opacity=0.85, **marks)
    return [halo, base.mark_text(fill=_INK, **marks)]
