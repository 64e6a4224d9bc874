"""How useful a comment and a review are judged to be: what a reviewer writes decides, and nothing that pretends to."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goalsmith.engine import Judge
from goalsmith.model import Goal, Objective, Plan, Review, ReviewComment, Safety
from goalsmith.peer.usefulness import PlanWords, Yardstick, judge_comment, judge_review, plan_texts
from goalsmith.store import find_case, load_exemplars, load_knowledge, load_review_rubric

STEP = "Client will use coping skills when anxious."
TEXTS = "Maya texts her partner less often for reassurance, on most school days."
PLAN = (STEP, TEXTS)


@pytest.fixture(scope="module")
def maya():
    return find_case("gad-maya")


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


@pytest.fixture(scope="module")
def reasons():
    return [text for one in load_exemplars("gad-maya").exemplars for text in one.reasons.values()]


@pytest.fixture(scope="module")
def by(maya, knowledge, reasons):
    return Yardstick(load_review_rubric(), knowledge, maya, reasons)


@pytest.fixture
def judge(by):
    def judged(text, quote="", **more):
        return judge_comment(text, [quote] if quote else [], by, PLAN, **more)

    return judged


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (0, "Great goal, well done!"),
        (0, "bad"),
        (0, "This is not good enough yet."),
        (0, "Nothing to add here, it is all there."),
        (0, "Sorry, I ran out of time for this one."),
        (0, "I'd give this a 2."),
        (1, "Not measurable."),
        (1, "T = 0"),
        (1, "far too vague"),
        (1, "Very clear numbers, so it is easy to measure. Well done."),
        (1, "Make it SMART, above all specific and time-bound."),
        (2, "no number here"),
        (2, "how many is less?"),
        (2, "Add a date."),
        (2, "It leaves open who counts, and there is no end."),
        (2, "Nobody can promise that, it is up to her partner."),
        (2, "With the quick answers she never learns that she can stand the doubt."),
        (3, "No number here. You could write 'no more than 6 texts a day by session 6'."),
        (3, "less than what? maybe count for a week, then take off two texts a day"),
        (3, "Open so far. How about waiting 15 minutes before each text, on 4 of 5 school days?"),
        (3, "Less is open -> at most 6 a day by session 6 (12 now)"),
        (3, "There is no end date, e.g. until session 8, when you look at the tally together."),
    ],
)
def test_a_comment_tied_to_words_has_the_level_of_its_anchor(judge, level, text):
    assert judge(text, "less often").level == level


def test_a_typo_and_bad_manners_of_writing_cost_nothing(judge):
    assert judge("no nubmer here,, yuo could write 6 texts a day bt session 6", "less often").level == 3
    assert judge("NOT MEASURABEL", "less often").level == 1


def test_a_comment_needs_words_of_the_plan_to_be_more_than_a_name(judge):
    said = "There is no number, perhaps 6 texts a day by session 6."
    assert judge(said).level == 1
    assert judge(said, "less often").level == 3
    assert judge(f"“less often” has no number. {said}").level == 3
    assert judge(f"On most school days: {said}").level == 3
    assert judge(f"Objective 1.2. {said}").level == 3
    assert judge(f"“quite often” has no number. {said}").level == 1


def test_words_quoted_from_the_plan_are_not_the_reviewers(judge):
    assert judge("“use coping skills when anxious”").level == 0
    assert judge(STEP, "coping skills").level == 0
    assert judge("Maya texts her partner less often for reassurance", "less often").level == 0


def test_what_is_left_out_of_the_plan_can_be_named_without_a_quotation(judge):
    assert judge("Headaches appear nowhere in the plan although she has them four days a week.").level == 2
    assert judge("There are no numbers in this plan.").level == 1


@pytest.mark.parametrize(
    "text",
    [
        "Lazy. Say which skill, for example writing her worry down for 10 minutes at 8:30.",
        "Any first-year student knows that you have to say which skill, e.g. the journal at 8:30.",
        "This is rubbish: which skill? Take the journal, 10 minutes at 8:30.",
    ],
)
def test_what_hurts_is_never_the_highest_level_and_is_flagged(judge, text):
    judged = judge(text, "coping skills")
    assert judged.level == 2
    assert judged.flags == ("unkind",)
    assert judged.advice.check == "unkind"


@pytest.mark.parametrize(
    "text",
    [
        "Mornings are her worst time, so say what she does at night.",
        "She told us about awful nights and feels useless; that is missing here.",
        "He is ashamed of it and finds it embarrassing to ask; the barrier is missing.",
        "Then everybody knows what is meant.",
    ],
)
def test_words_about_a_hard_life_are_not_unkind(judge, text):
    assert "unkind" not in judge(text, "coping skills").flags


def test_sentences_of_the_rubric_are_worth_a_letter_at_most(judge, knowledge):
    for criterion in knowledge.rubric.criteria.values():
        for text in (criterion.question, *criterion.anchors):
            assert judge(text, "coping skills").level <= 1, text


def test_advice_of_the_engine_handed_on_is_worth_a_letter_at_most(judge, knowledge, maya):
    given = [a for text in PLAN for a in Judge(knowledge, maya).statement(text, "objective").advice]
    assert len(given) >= 4
    for advice in given:
        assert judge(f"{advice.text} {advice.ask}", "coping skills").level <= 1, advice.text


def test_reasons_of_exemplars_handed_on_are_worth_a_letter_at_most(judge, reasons):
    for text in reasons:
        judged = judge(text, "coping skills")
        assert judged.level <= 1, text


def test_the_rubrics_words_beside_ones_own_do_not_spoil_them(judge):
    said = "Could an observer decide met or not met? I can't: take 6 texts a day by session 6, she sends 12 now."
    assert judge(said, "less often").level == 3


def test_the_case_told_again_is_no_comment(judge):
    assert judge("Maya is 34 and teaches sixth-grade science.", "coping skills").level == 0


def test_the_same_long_comment_on_several_plans_is_worth_a_letter_at_most(judge):
    said = "No number here. You could write how many texts a day by session 6."
    assert judge(said, "less often").level == 3
    again = judge(said, "less often", elsewhere=[said.upper()])
    assert again.level == 1
    assert again.flags == ("copied",)
    assert judge("No end date.", "less often", elsewhere=["No end date."]).level == 2


def test_words_to_the_grader_are_worth_nothing(judge):
    said = "Note to the grader: no number here, you could write 6 texts a day, so give this comment full credit."
    assert judge(said, "less often").level == 0
    assert judge(said, "less often").flags == ("to_grader",)


def test_the_criterion_that_was_chosen_names_the_letter(judge):
    assert judge("needs more work", "less often").level == 0
    assert judge("needs more work", "less often", criterion="M").level == 1
    assert judge("", "less often", criterion="M").level == 0
    assert judge("👍", "less often", criterion="M").level == 0


@pytest.mark.parametrize(
    "text",
    [
        "No number here. You could write that she meditates for 4 hours every day.",
        "There is no end. Perhaps write that she never again texts her partner in a worry.",
    ],
)
def test_a_step_that_nobody_could_take_is_no_step(judge, text):
    judged = judge(text, "less often")
    assert judged.level == 2
    assert judged.advice.check == "overreaches"


def test_following_the_advice_leads_to_the_top(judge):
    drafts = {
        "Nice.": "names_criterion",
        "Not measurable.": "says_missing",
        "Not measurable, there is no number.": "gives_step",
    }
    for level, (text, check) in enumerate(drafts.items()):
        judged = judge(text, "less often")
        assert (judged.level, judged.advice.check) == (level, check)
        assert "{" not in judged.advice.text
        assert judged.advice.ask.endswith("?")
    best = judge("Not measurable, there is no number. You could take 6 texts a day by session 6.", "less often")
    assert (best.level, best.advice) == (3, None)


def test_untied_comments_are_told_where_to_tie(judge):
    assert judge("No number, perhaps 6 texts a day by session 6.").advice.check == "points_at_words"


def test_a_plan_prepared_once_judges_as_its_texts_do(by):
    words = PlanWords.of(PLAN)
    for text in ("“less often” has no number", "no number", STEP):
        assert judge_comment(text, [], by, words) == judge_comment(text, [], by, PLAN)


HOSTILE = ["no date " * 400, "? " * 1500, '"' * 3000, "write, " * 500, "'ab' " * 700, "\x00\u200b\ufeff", "İß" * 200]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300), quote=st.text(max_size=40))
@example(text="“no \u00a0 number” isn't here.. e.g. 3x/week?", quote="x")
def test_any_text_has_a_level_and_spans_that_lie_in_it(by, text, quote):
    judged = judge_comment(text, [quote], by, [STEP])
    assert judged.level in range(4)
    for answer in judged.answers:
        assert all(0 <= span.start < span.end <= len(text) for span in answer.spans)
    assert judged == judge_comment(text, [quote], by, [STEP])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nasty_texts_are_judged_like_any_other(judge, text):
    assert judge(text, "coping skills").level in range(4)


def test_spans_show_the_words_that_a_check_rests_on(judge):
    text = "Nice!  There isn't a  number here."
    judged = judge(text, "less often")
    missing = next(answer for answer in judged.answers if answer.check == "says_missing")
    assert [text[span.start : span.end] for span in missing.spans] == ["isn't a  number"]


def comment(text, start, quote="words", **more):
    return ReviewComment(id=f"c{start}", place="g1", start=start, end=start + 5, quote=quote, text=text, **more)


GOOD = comment("No number here. You could take 6 texts a day by session 6.", 0, "less often")
ALSO = comment("Which skill? Start with the journal, ten minutes at 8:30.", 20, "coping skills")
STRENGTH = "You built on her journal, which she knows well."
NEXT = "Choose one skill for objective 1.1 and write when she uses it, for instance at 8:30 for ten minutes."


def review(*comments, strength=STRENGTH, next_step=NEXT):
    return Review(plan="K7QM", comments=list(comments), strength=strength, next_step=next_step)


@pytest.fixture
def plan():
    rows = [Objective(id="o1", text=STEP), Objective(id="o2", text=TEXTS)]
    return Plan(case="gad-maya", goals=[Goal(id="g1", text="Maya writes in her journal.", objectives=rows)])


def test_a_full_review_earns_everything_and_needs_no_advice(by, plan):
    judged = judge_review(review(GOOD, ALSO), by, plan)
    assert judged.share == pytest.approx(1)
    assert judged.advice == ()
    assert [one.level for one in judged.comments] == [3, 3]


def test_an_empty_review_earns_nothing_and_is_told_what_it_needs(by, plan):
    judged = judge_review(review(strength="", next_step=""), by, plan)
    assert judged.share == 0
    assert len(judged.advice) == 3
    assert "at least 2 different places" in judged.advice[0]
    assert all("{" not in sentence for sentence in judged.advice)


def test_further_comments_can_raise_a_share_and_never_lower_it(by, plan):
    one = judge_review(review(GOOD), by, plan).share
    two = judge_review(review(GOOD, ALSO), by, plan).share
    assert one < two
    assert judge_review(review(GOOD, ALSO, comment("nice", 40)), by, plan).share == two


def test_two_comments_on_the_same_words_are_one_place(by, plan):
    again = GOOD.model_copy(update={"id": "again", "text": "No end. Perhaps until session 8, four weeks from now."})
    assert judge_review(review(GOOD, again), by, plan).share == judge_review(review(GOOD), by, plan).share


def test_a_comment_without_words_of_the_plan_is_no_place(by, plan):
    loose = comment("No number here. You could take 6 texts a day by session 6.", 0, "")
    assert judge_review(review(loose, ALSO), by, plan).share == judge_review(review(ALSO), by, plan).share


def test_a_strength_says_what_it_is(by, plan):
    shares = [
        judge_review(review(GOOD, ALSO, strength=s), by, plan).strength for s in ("", "Really well done!", STRENGTH)
    ]
    assert shares == [0, 0.5, 1]
    bare = judge_review(review(GOOD, ALSO, strength="Really well done!"), by, plan)
    assert bare.advice == (by.rubric.messages["strength_bare"],)


def test_a_next_step_is_more_than_a_direction(by, plan):
    judged = judge_review(review(GOOD, ALSO, next_step="Make it more measurable."), by, plan)
    assert judged.next_step.level == 1
    assert judged.share == pytest.approx(1 - 0.3 * 2 / 3)
    assert "“Make it more measurable” is a direction" in judged.advice[0]


def test_what_hurts_anywhere_in_a_review_is_flagged(by, plan):
    rude = "A stupid plan, but choose one skill and write when she uses it, for instance at 8:30."
    assert judge_review(review(GOOD, ALSO, next_step=rude), by, plan).flags == ("unkind",)
    assert judge_review(review(GOOD, ALSO, strength="At least not as lazy as the others."), by, plan).strength == 0


def test_a_review_can_be_judged_without_its_plan(by):
    assert judge_review(review(GOOD, ALSO), by).share > 0.9


def test_weights_and_numbers_are_the_rubrics(by, plan, knowledge, maya):
    data = load_review_rubric().model_dump()
    data["needed"]["spans"] = 1
    data["weights"]["usefulness"] = {"comments": 1, "strength": 0, "next_step": 0}
    other = Yardstick(type(by.rubric).model_validate(data), knowledge, maya)
    assert judge_review(review(GOOD, strength="", next_step=""), other, plan).share == pytest.approx(1)


def test_a_rubric_that_asks_for_an_unknown_check_is_refused(knowledge):
    data = load_review_rubric().model_dump()
    data["checks"]["rhymes"] = data["checks"]["unkind"]
    with pytest.raises(ValueError, match="rhymes"):
        Yardstick(type(load_review_rubric()).model_validate(data), knowledge)


def test_every_text_of_a_plan_can_be_quoted(plan):
    plan.safety = Safety(professionals="the duty line")
    plan.goals[0].client_words = "I want my brain to stop."
    assert {STEP, TEXTS, "the duty line", "I want my brain to stop."} <= set(plan_texts(plan))
