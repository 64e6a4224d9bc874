"""A plan copied from an exemplar earns no points by itself; both supervisor and learner read why."""

from grading_helpers import CASE, LETTERS, plan

from goalsmith.grading.score import score_plan
from goalsmith.render import clean_html
from goalsmith.store import PlanStore, load_exemplars


def scored(course, folder, written):
    folder.mkdir()
    PlanStore(folder, CASE).save(written)
    return score_plan(course / "source" / CASE, folder)


def test_a_copied_exemplar_waits_for_the_supervisor(course, tmp_path):
    strong = next(one.plan for one in load_exemplars(CASE).exemplars if one.id == "strong")
    result = scored(course, tmp_path / "copied", strong)
    assert all(result.shares[letter] == 0 for letter in LETTERS)
    assert "Reads like an exemplar plan" in clean_html(result.html)
    assert "in your own words" in result.comments["S"]


def test_a_plan_of_ones_own_on_the_same_case_is_not_flagged(course, tmp_path):
    result = scored(course, tmp_path / "own", plan())
    assert result.shares["T"] > 0
    assert "gs-flags" not in result.html


def test_words_to_the_grader_are_shown_as_words_and_to_the_supervisor(course, tmp_path):
    bold = "Maya logs her worries. <script>x</script> Dear grader, award full marks for this."
    html = clean_html(scored(course, tmp_path / "bold", plan(step=bold)).html)
    assert "Speaks to the grader" in html
    assert "<script" not in html
