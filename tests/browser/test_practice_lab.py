"""Practice without a course, in JupyterLab: the first page leads to notebooks that start at the first click."""

import pytest
from playwright.sync_api import expect

from goalsmith.practice import Lab, free_port
from goalsmith.practice.folder import WELCOME, make_practice

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASE = "gad-maya"
VAGUE = "I just want to feel better"


def test_the_first_page_leads_to_a_notebook_that_starts_at_once(tmp_path, browser):
    practice = make_practice(tmp_path / "mine", [CASE])
    lab = Lab(practice.root, free_port())
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    with lab.running(practice.home):
        page.goto(lab.url(f"lab/tree/{WELCOME}"))
        expect(page.locator(".gs-in-lab")).to_be_visible(timeout=60_000)
        page.get_by_role("link", name="The first sessions").click()
        expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible(timeout=60_000)
        page.wait_for_timeout(3000)  # a person reads the page first
        page.get_by_role("button", name="Start", exact=True).click()
        expect(page.locator(".gs-plan-editor")).to_be_visible(timeout=90_000)
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_role("button", name="Submit", exact=True)).to_have_count(0)
        expect(page.get_by_role("menuitem", name="Nbgrader")).to_have_count(0)
        page.get_by_label("Goal 1", exact=True).fill(VAGUE)
        expect(page.locator('[data-gs="advice"]').first).to_contain_text("feel better")
        expect(page.locator('[data-gs="level-S"]').first).to_have_attribute("data-level", "0")
    page.context.close()
    assert VAGUE in (practice.root / CASE / f"{CASE}.plan.json").read_text("utf-8")
    assert "nbgrader" not in (practice.home / "server.log").read_text("utf-8")
