"""The feedback page and the formgrader page: what they say, and that no text of a learner becomes live there."""

import re

import pytest
from bs4 import BeautifulSoup
from grading_helpers import CASE, graded, hand_in, plan, set_manual
from nbconvert.exporters import HTMLExporter

from goalsmith.grading import phases
from goalsmith.grading.confirm import confirm
from goalsmith.grading.running import course_config
from goalsmith.store import load_folder

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> [go](javascript:alert(3)) <b onmouseover='alert(4)'>b</b>"
)


def hostile_notebook(folder):
    path = folder / f"{CASE}.ipynb"
    path.write_text(path.read_text().replace("## Goals and objectives", "<script>alert(5)</script> ## Goals"))


@pytest.fixture
def hostile(course):
    written = plan(HOSTILE, HOSTILE, client_words=HOSTILE, agreed_how=HOSTILE, review_by=HOSTILE, problem=HOSTILE)
    written.safety.warning_signs = HOSTILE
    written.goals[0].objectives[0].interventions = [HOSTILE]
    hand_in(course, "amara", written, hostile_notebook)
    graded(course)
    set_manual(course, "amara", "fit", 2, HOSTILE)
    return course


def feedback_page(course, name="amara"):
    (path,) = phases.feedback(course, CASE, name)
    return path.read_text()


def formgrade_page(course, name="amara"):
    config = course_config(course, CASE)
    config.HTMLExporter.template_name = "formgrade"
    resources = {
        "assignment_id": CASE,
        "notebook_id": CASE,
        "submission_id": "0f",
        "base_url": "/user/x",
        "index": 0,
        "total": 1,
        "student": HOSTILE,
        "last_name": HOSTILE,
        "first_name": HOSTILE,
    }
    notebook = course / "autograded" / name / CASE / f"{CASE}.ipynb"
    return HTMLExporter(config=config).from_filename(str(notebook), resources=resources)[0]


@pytest.mark.parametrize("draw", [feedback_page, formgrade_page])
def test_nothing_hostile_is_live(hostile, draw):
    html = draw(hostile)
    soup = BeautifulSoup(html, "html.parser")
    assert "alert(1)" in soup.get_text()
    assert not soup.find_all("img")
    assert not any("alert" in script.get_text() for script in soup.find_all("script"))
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            assert "alert" not in str(value), (tag.name, name)
    if draw is feedback_page:
        assert not soup.find_all("script")


@pytest.mark.parametrize("draw", [feedback_page, formgrade_page])
def test_pages_need_no_network_and_show_no_raw_markup(hostile, draw):
    html = draw(hostile)
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", html)
    assert "url(http" not in html
    assert "@import" not in html
    assert not re.findall(r"&lt;/?(p|mark|ul|li|table|tbody|div)&gt;", html)


def test_the_formgrader_shows_the_plan_and_a_field_for_every_part(course):
    hand_in(course, "amara")
    graded(course)
    soup = BeautifulSoup(formgrade_page(course), "html.parser")
    assert "evenings belong to her family" in soup.get_text()
    fields = {tag["id"] for tag in soup.select(".nbgrader_cell input.score")}
    assert fields == {"S", "M", "A", "R", "T", "thread", "fit", "safety", "peer_review", "supervisor"}
    assert len(soup.select(".nbgrader_cell textarea.comment")) == 10


def test_the_feedback_page_says_what_is_suggested_confirmed_or_changed(course):
    hand_in(course, "amara")
    graded(course)
    first = BeautifulSoup(feedback_page(course), "html.parser")
    assert "suggested" in first.select_one("#part-S").get_text()
    set_manual(course, "amara", "M", 4.5, "A **count** would do.")
    confirm(course, CASE, [], "Dr Okafor")
    soup = BeautifulSoup(feedback_page(course), "html.parser")
    assert "confirmed" in soup.select_one("#part-S").get_text()
    changed = soup.select_one("#part-M")
    assert "changed by your supervisor" in changed.get_text()
    assert "4.5 of 10" in changed.get_text()
    assert changed.select_one(".added strong").get_text() == "count"
    assert "not scored yet" in soup.select_one("#part-supervisor").get_text()
    thread = soup.select_one("#part-thread").get_text()
    assert "Thread: 2 of 3" in thread
    assert "What would the client say about leaving this for now?" in thread
    assert "Fit" in soup.select_one(".gs-plan .gs-whole").get_text()
    assert "not scored yet" in soup.select_one("#part-peer_review").get_text()


def test_the_feedback_page_has_total_case_and_plan_but_no_code(course):
    hand_in(course, "amara")
    graded(course)
    html = feedback_page(course)
    text = BeautifulSoup(html, "html.parser").get_text()
    assert "Maya and the worry" in text
    assert "of 75 points" in text
    assert "evenings belong to her family" in text
    assert "PlanEditor" not in html
    assert "commandlinker" not in html
    assert load_folder(course / "source" / CASE)[1].stamp in html
