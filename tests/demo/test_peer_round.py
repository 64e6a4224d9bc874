"""The demo's round of peer review is finished, and shows what a supervisor should see."""

import pytest
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.demo.course import make_demo
from goalsmith.demo.peer_round import CARELESS, SILENT
from goalsmith.demo.reviewing import load_sample_reviews
from goalsmith.grading.results import results
from goalsmith.model import CRITERIA


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return make_demo(tmp_path_factory.mktemp("demo-round"))


def said(demo, *words):
    done = CliRunner().invoke(app, ["peer", *words, "--course", str(demo.course)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_round_is_released_and_its_points_are_in_the_gradebook(demo):
    assert "gad-maya: released" in said(demo, "status", "gad-maya")
    points = results(demo.course, "gad-maya")["peer_review"]
    assert points.notna().sum() == 15
    assert points.nunique() >= 8


def test_a_silent_reviewer_earns_nothing_for_reviewing_and_a_careless_one_little(demo):
    table = results(demo.course, "gad-maya-review")
    assert SILENT not in table.index
    assert table["reviewing"].idxmin() == CARELESS


def test_what_is_left_for_the_supervisor_is_patterns_not_disagreements(demo):
    listed = said(demo, "adjudicate", "gad-maya")
    assert "disagreement" not in listed
    assert f"pattern, {CARELESS}" in listed


def test_authors_get_pages_for_plan_reviews_and_follow_up(demo):
    pages = {path.parent.name for path in demo.course.glob("feedback/*/*/*.html")}
    assert pages == {"gad-maya", "gad-maya-review", "gad-maya-followup"}
    plans = [path.read_text("utf-8") for path in demo.course.glob("feedback/*/gad-maya/*.html")]
    # One reviewer stays silent, so three of the plans have two reviews.
    assert sum("Reviewer A" in page and "Reviewer B" in page for page in plans) >= 12
    assert any(all(f"Reviewer {letter}" in page for letter in "ABC") for page in plans)


def test_there_is_a_sample_comment_of_some_use_for_every_criterion_that_the_case_asks_for():
    about = {one.about for one in load_sample_reviews().comments if one.useful == 3}
    assert about == set(CRITERIA) - {"safety"}
