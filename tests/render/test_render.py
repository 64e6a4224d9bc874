"""Pages show a learner's words as text, and levels in words."""

import pytest

from goalsmith.model import (
    LETTERS,
    Advice,
    Answer,
    Goal,
    LetterResult,
    Objective,
    PartResult,
    Plan,
    PlanAssessment,
    RankedProblem,
    Span,
    StatementAssessment,
)
from goalsmith.render import (
    case_html,
    clean_html,
    letter_comment,
    level_text,
    markdown_html,
    marked_html,
    part_comment,
    plan_html,
    whole_html,
)
from goalsmith.store import find_case, load_knowledge

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(1)"> & "quotes" [x](javascript:alert(1))'


@pytest.fixture(scope="module")
def maya():
    return find_case("gad-maya")


def judged(text, kind, level=2, unsafe=""):
    answers = (Answer("check", True, (Span(0, 4, "behaviour"),)),)
    letters = {letter: LetterResult(letter, level, level, 3, answers) for letter in LETTERS}
    return StatementAssessment(text, kind, kind, letters, (), unsafe)


def live(html):
    """What a browser would run or load."""
    lowered = html.lower()
    return [bad for bad in ("<script", "<img", "<iframe", 'href="javascript') if bad in lowered]


def test_marks_follow_code_points_and_escape_the_text():
    text = "\U0001f600 <b> log worries"
    start = text.index("log")
    marked = marked_html(text, [Span(start, start + 3, "behaviour")])
    assert marked == '\U0001f600 &lt;b&gt; <mark class="gs-behaviour" title="what is done">log</mark> worries'


@pytest.mark.parametrize("spans", [[(0, 99)], [(3, 2)], [(-5, 2)], [(0, 6), (2, 4)], [(0, 4), (2, 9)]])
def test_marks_never_change_the_words(spans):
    marked = marked_html("log worries", [Span(a, b, "metric") for a, b in spans])
    assert (
        marked.replace("</mark>", "").replace('<mark class="gs-metric" title="a number or count">', "") == "log worries"
    )


def test_hostile_words_stay_words_in_a_plan(maya):
    goal = Goal(id="g1", text=HOSTILE, client_words=HOSTILE, agreed_how=HOSTILE, review_by=HOSTILE)
    goal.measure.instrument = HOSTILE
    goal.objectives = [Objective(id="o1", text=HOSTILE, due=HOSTILE, interventions=[HOSTILE])]
    problems = [RankedProblem(id=HOSTILE[:60], decision="later", reason=HOSTILE)]
    plan = Plan(case="gad-maya", goals=[goal], problems=problems)
    plan.safety.warning_signs = HOSTILE
    assessment = PlanAssessment("gad-maya", "r", {"g1": judged(HOSTILE, "goal", unsafe=HOSTILE)}, {}, {})
    html = plan_html(maya, plan, assessment)
    assert live(html) == []
    assert "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize(
    "text", [HOSTILE, "<svg onload=alert(1)>", "[a](data:text/html;base64,xx)", "![x](http://x/y.png)"]
)
def test_markdown_shows_html_as_text_and_loads_nothing(text):
    assert live(markdown_html(text)) == []
    assert "data:" not in markdown_html(text).replace("data:text", "data:", 1) or "href" not in markdown_html(text)


def test_clean_html_keeps_our_own_pages(maya):
    page = plan_html(maya, Plan(case="gad-maya", goals=[Goal(id="g1", text="Worry less")]))
    assert clean_html(page) == page
    assert live(clean_html(HOSTILE + "<a href='javascript:alert(1)' onclick='x()'>y</a><style>p{}</style>")) == []


def test_levels_are_said_in_words():
    assert level_text(LetterResult("S", 2, 2, 3)) == "2 of 3, partly there (3 expected)"
    assert level_text(LetterResult("S", 2, 2, 2)) == "2 of 3, partly there (reached)"
    assert level_text(LetterResult("A", None, None, 2)) == "needs a case"


def test_a_plan_without_goals_says_so(maya):
    assert "No goal has been written yet." in plan_html(maya, Plan(case="gad-maya"))


def test_a_case_page_has_story_facts_and_sources(maya):
    page = case_html(maya)
    assert maya.client_words[:20] in page
    for fact in (*maya.strengths, *maya.barriers, "12 planned sessions", "GAD-7: 16", "fictional"):
        assert fact in page
    assert page.count("<article") == page.count("</article>") == 1


def test_a_letter_comment_counts_and_names_the_statements(maya):
    plan = Plan(case="gad-maya", goals=[Goal(id="g1", text="a", objectives=[Objective(id="o1", text=HOSTILE)])])
    statements = {"g1": judged("a", "goal", level=3), "o1": judged(HOSTILE, "objective", unsafe="<b>no</b>")}
    assessment = PlanAssessment("gad-maya", "r", statements, dict.fromkeys(LETTERS, 0.5), dict.fromkeys(LETTERS, 2))
    comment = letter_comment("S", plan, assessment, load_knowledge().rubric)
    assert "2 of 3, partly there. 1 of 2 statements" in comment
    assert "Objective 1.1: no points" in comment
    assert live(markdown_html(comment)) == []


def test_the_whole_plan_shows_levels_steps_and_remarks_as_text(maya):
    step = Advice("thread", "c", f"Tie it in: {HOSTILE}", "Which problem?")
    whole = {"thread": PartResult("thread", 2, (), step), "safety": PartResult("safety", None)}
    hint = Advice("note", "early_step", "No early step yet.")
    assessment = PlanAssessment("gad-maya", "r", {}, {}, {}, (), whole, (hint,))
    rubric = load_knowledge().whole
    for html in (
        whole_html(assessment, rubric),
        plan_html(maya, Plan(case="gad-maya"), assessment, rubric),
        markdown_html(part_comment(whole["thread"], assessment, rubric)),
    ):
        assert live(html) == []
        for words in ("Thread", "2 of 3, partly there", "Tie it in", "Which problem?", "No early step yet."):
            assert words in html
        assert "Safety</b>" not in html
    assert part_comment(whole["safety"], assessment, rubric) == ""
