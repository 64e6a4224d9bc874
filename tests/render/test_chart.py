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
    return chart_svg(measures.find("PHQ-9"), POINTS, 11)


def test_every_score_band_and_line_is_in_the_picture(drawn):
    words = re.findall(r"<text[^>]*>([^<]+)</text>", drawn)
    for expected in ("17", "14", "19", "Session 8", "moderately severe", "reliable change from here (11)",
                     "remission (4 or below)"):  # fmt: skip
        assert expected in words


def test_the_picture_says_in_words_what_it_shows(measures, drawn):
    said = alternative(measures.find("PHQ-9"), POINTS, 11)
    assert said == (
        "PHQ-9 over the sessions: Intake 17, Session 4 14, Session 8 19. A change counts as reliable from 11 on. "
        "Remission is at 4 or below."
    )
    assert drawn.startswith(f'<svg role="img" aria-label="{said}"')


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
