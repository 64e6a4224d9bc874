"""Scores drawn over the sessions, and the table beside the picture."""

import re

import pytest

from goalsmith.render.chart import alternative, chart_svg, scores_table
from goalsmith.store import load_knowledge

POINTS = [("Intake", 17.0), ("Session 4", 14.0), ("Session 8", 19.0)]


@pytest.fixture(scope="module")
def measures():
    return load_knowledge().measures


@pytest.fixture(scope="module")
def drawn(measures):
    return chart_svg(measures.find("PHQ-9"), POINTS, 11, 23)


def words_of(drawn):
    """The words of the wide and of the narrow picture."""
    return [set(re.findall(r"<(?:text|tspan)[^>]*>([^<]+)</", svg)) for svg in drawn.split("<svg")[1:]]


def test_every_score_band_and_line_is_in_both_pictures(drawn):
    wide, narrow = words_of(drawn)
    lines = {"reliably better at 11 or below", "reliably worse at 23 or above", "remission at 4 or below"}
    assert {"17", "14", "19", "Session 8", "moderately severe", "PHQ-9"} | lines <= wide
    assert {"17", "14", "19", "Session", "8", "moderately", "severe"} | lines <= narrow


def test_the_picture_says_in_words_what_it_shows(measures, drawn):
    said = alternative(measures.find("PHQ-9"), POINTS, 11, 23)
    assert said == (
        "PHQ-9 over the sessions: Intake 17, Session 4 14, Session 8 19. Reliably better at 11 or below. "
        "Reliably worse at 23 or above. Remission at 4 or below."
    )
    assert drawn.count('role="img"') == 1
    assert f'<div class="gs-score-chart" role="img" aria-label="{said}">' in drawn
    assert drawn.count("<svg") == drawn.count('focusable="false"') == 2
    assert all('aria-hidden="true"' in svg.split(">")[0] for svg in drawn.split("<svg")[1:])


def test_where_more_is_better_the_lines_say_so(measures):
    rises = measures.find("ASQ").model_copy(update={"better": "higher"})
    said = alternative(rises, [("Intake", 98.0)], 120, 76)
    assert "Reliably better at 120 or above. Reliably worse at 76 or below." in said


def test_a_score_stands_below_its_point_where_a_line_has_its_name_above(measures):
    def height(drawn, word):
        """How far down the page a word begins in the wide picture."""
        wide = drawn.split("<svg")[1]
        return float(re.findall(rf'translate\([\d.]+,([\d.]+)\)"[^>]*>{word}</text>', wide)[-1])

    free = chart_svg(measures.find("PHQ-9"), [("Intake", 17.0)], None)
    on_the_line = chart_svg(measures.find("PHQ-9"), [("Intake", 17.0)], 17)
    assert height(on_the_line, "17") > height(free, "17") + 20


def test_the_picture_takes_its_colours_from_the_page_and_asks_for_nothing(drawn):
    assert "var(--gs-ink" in drawn
    assert not re.search(r"<script|<image|[^:]href=|url.http", drawn)
    assert "max-width" in drawn, "it shrinks on a narrow page"


def test_a_measure_without_bands_or_published_change_is_drawn_as_it_is(measures):
    svg = chart_svg(measures.find("ASQ"), [("Intake", 98.0), ("Session 4", 90.0)], None)
    assert "reliable" not in svg
    assert "98" in svg
    assert chart_svg(measures.find("ASQ"), [], None) == ""


def test_names_in_the_picture_and_the_table_are_text(measures):
    nasty = "<b onmouseover=x>"
    svg = chart_svg(measures.find("PHQ-9"), [(nasty, 5.0)], None)
    assert "<b " not in svg
    table = scores_table(measures.find("PHQ-9"), [(nasty, 5.0, "mild", "the start")])
    assert "&lt;b onmouseover=x&gt;" in table
    assert "<caption>PHQ-9, the scores</caption>" in table
