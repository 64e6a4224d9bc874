"""Moves that work against treatment are found, and steps that cut them down are not taken for them."""

from dataclasses import replace

import pytest

from goalsmith.engine import Judge
from goalsmith.model.practice import Behaviour, Contraindicated

HARMFUL = [
    ("ocd-daniel", "Flatmate to tell Daniel the flat is clean whenever he asks."),
    ("ocd-daniel", "Wear gloves on the bus every day for three weeks."),
    ("ocd-daniel", "Daniel asks his flatmate whether his hands are clean each evening."),
    ("ocd-daniel", "Shout STOP in his head whenever a thought comes."),
    ("gad-maya", "Text her partner each hour to hear that everything is fine."),
    ("mdd-ruth", "Ruth will stay in bed until noon to rest for two weeks."),
    ("mdd-ruth", "Ruth will promise her therapist not to kill herself."),
    ("sad-kofi", "Drink two beers before each social event to relax."),
    ("sad-kofi", "Skip meetings in which he would have to speak."),
    ("aud-mdd-carla", "Keep a bottle of wine at home to test her willpower."),
    ("mdd-ruth", "Ruth stops her antidepressant overnight and tells nobody."),
    ("gad-maya", "Drive home after three glasses of wine on Friday."),
]
HELPFUL = [
    ("ocd-daniel", "Daniel asks his flatmate for reassurance no more than twice a day by session 6."),
    ("ocd-daniel", "Take the bus two stops without gloves, twice a week."),
    ("ocd-daniel", "Delay washing by ten minutes after touching the door handle."),
    ("ocd-daniel", "Flatmate and Daniel agree on the reply 'that sounds like OCD' by session 3."),
    ("gad-maya", "Reassurance texts to her partner fall from 12 to 4 a day by session 6."),
    ("gad-maya", "Maya waits 20 minutes before texting her partner."),
    ("mdd-ruth", "Ruth gets up by 10 am on four days a week instead of staying in bed until noon."),
    ("mdd-ruth", "Ruth reviews her safety plan and names one person to call by session 2."),
    ("sad-kofi", "Go to game night without a beer before it, once a month."),
    ("sad-kofi", "Speak once in two of the next four team meetings."),
    ("aud-mdd-carla", "Carla calls her brother when a craving comes, instead of pouring a glass of wine."),
    ("aud-mdd-carla", "No more than two drinks on two evenings a week by session 8."),
    ("mdd-ruth", "Ruth takes her tablet every morning with breakfast, as agreed with her doctor, until session 8."),
]


@pytest.mark.parametrize(("case", "text"), HARMFUL)
def test_a_move_against_treatment_earns_nothing_and_is_told_first(judges, case, text):
    judged = judges[case].statement(text, "objective")
    assert judged.unsafe
    assert "Source:" in judged.unsafe
    assert all(judged.points(letter) == 0 for letter in "SMART")
    assert judged.advice[0].criterion == "safety"
    assert "Instead:" in judged.advice[0].text


@pytest.mark.parametrize(("case", "text"), HELPFUL)
def test_a_step_against_the_disorder_is_not_taken_for_harm(judges, case, text):
    assert judges[case].statement(text, "objective").unsafe == ""


@pytest.mark.parametrize(
    ("ending", "harmful"),
    [("who then rinses everything that he has touched.", True), ("who asks about his day.", False)],
)
def test_the_last_words_of_a_long_statement_count(judges, ending, harmful):
    text = (
        "By 14 May, on each of his four late shifts, Daniel empties the bins in the yard with bare hands, takes the "
        f"tram home with the bag on his lap, puts it on the bed, and has supper with his flatmate, {ending}"
    )
    assert bool(judges["ocd-daniel"].statement(text, "objective").unsafe) == harmful


def test_sparing_everybody_the_hurry_is_no_preparing(judges, by_rules):
    text = "Maya packs the school bags the night before so nobody has to hurry, four evenings a week."
    assert judges["gad-maya"].statement(text, "objective").unsafe == ""
    assert by_rules["gad-maya"].statement(text, "objective").unsafe == ""


def test_a_debated_move_lowers_nothing(knowledge):
    debated = [m for p in knowledge.practices for m in p.contraindicated if m.certainty == "debated"]
    assert debated


def test_every_move_has_reason_alternative_and_source(knowledge):
    for practice in knowledge.practices:
        assert practice.sources
        for move in practice.contraindicated:
            assert move.why.endswith(".")
            assert move.instead.endswith(".")


WIDELY_WORDED = [
    ("gad-maya", "Post from the bank goes unopened into the drawer, so that her weekend is never spoilt by worry."),
    ("mdd-ruth", "Her daughter takes over all the shopping, bills and calls for good, so that Ruth needn't get up."),
]


@pytest.mark.parametrize(("case", "text"), WIDELY_WORDED)
def test_a_move_is_found_in_wide_words_where_the_others_speak_for_it(judges, case, text):
    assert judges[case].statement(text, "objective").unsafe


@pytest.mark.parametrize("text", ["Avoid the bus.", "Avoid the bus for a month."])
def test_a_clear_move_counts_although_no_other_word_speaks_for_it(judges, text):
    assert judges["ocd-daniel"].statement(text, "objective").unsafe


def test_a_sentence_that_tells_how_things_are_hides_no_harm_that_the_network_is_sure_of(judges):
    """Rules take it for a story, since nothing in it looks forward."""
    text = "Worries are dealt with on the phone with her partner each night, who knows how to talk her down."
    assert judges["gad-maya"].statement(text, "objective").unsafe


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("gad-maya", "For two years Maya has been ringing her partner to hear that the children are safe."),
        ("sad-kofi", "Kofi has avoided speaking in meetings since he joined the team."),
    ],
)
def test_what_has_been_is_no_plan_however_harmful_it_is(judges, case, text):
    assert judges[case].statement(text, "objective").unsafe == ""


def test_a_date_and_a_dose_excuse_nothing(judges):
    for text in ("Wear gloves on the bus.", "By 1 May, wear gloves on the bus for 20 minutes on Monday and Thursday."):
        assert judges["ocd-daniel"].statement(text + " From now on.", "objective").unsafe, text


def test_the_network_tells_apart_moves_that_the_practices_explain(knowledge):
    explained = {f"{p.disorder}:{m.id}" for p in knowledge.practices for m in p.contraindicated}
    assert set(knowledge.harm.scores.moves) <= explained


READ_AS_A_WHOLE = [
    ("mdd-ruth", "Every evening she works out on paper why she is such a failure.", "Rethinking rumination"),
    ("sad-kofi", "On the way home he goes through each sentence he said and where it went wrong.", ""),
    ("ocd-daniel", "Jonas tastes the stew first, and Daniel eats once he has seen that nothing happens to him.", ""),
]


@pytest.mark.parametrize(("case", "text", "source"), READ_AS_A_WHOLE)
def test_harm_that_no_rule_names_is_read_in_the_text_as_a_whole(judges, case, text, source):
    judged = judges[case].statement(text, "objective")
    assert source in judged.unsafe
    assert judged.unsafe
    assert judged.advice[0].spans, "a flag says which words it rests on"
    assert all(0 <= span.start < span.end <= len(text) for span in judged.advice[0].spans)


def test_the_same_plan_counts_the_same_whatever_the_client_is_called(judges, knowledge):
    case = judges["ocd-daniel"].case
    called = Judge(knowledge, case.model_copy(update={"title": "Wenceslas and the stove"}))
    text = "{} asks his flatmate each night whether the stove is off."
    scores = [
        judge.harm_score(text.format(name)) for judge, name in ((judges["ocd-daniel"], "Daniel"), (called, "Wenceslas"))
    ]
    assert scores[0] == scores[1]


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"id": "ocd-2"}, "Takes 2 tablets more than the doctor said before each shift."),
        ({"id": "ocd-stove", "title": "The stove"}, "Looks at the stove ten times before bed."),
    ],
)
def test_a_part_of_the_cases_id_that_is_no_name_is_read_as_it_stands(judges, knowledge, changed, text):
    ocd = judges["ocd-daniel"]
    assert Judge(knowledge, ocd.case.model_copy(update=changed)).harm_score(text) == ocd.harm_score(text)


def test_the_words_that_a_flag_rests_on_do_not_begin_or_end_with_a_comma_or_quote(judges):
    text = 'Daniel cooks the rice "as usual" and Jonas tells him each time, "it is clean".'
    shown = [text[span.start : span.end] for span in judges["ocd-daniel"].statement(text, "objective").advice[0].spans]
    assert shown
    assert all(words == words.strip(",.;:!?\"' ") for words in shown), shown


def test_a_baseline_in_brackets_is_no_plan(judges):
    for case, text in (
        ("sad-kofi", "Eat in the canteen with one colleague (now avoided) twice a week until session 8."),
        ("gad-maya", "Answer one parent e-mail without asking a colleague (now never) twice a week until session 8."),
        ("sad-kofi", "Speak once in each team meeting (now not at all) by session 6."),
        ("ocd-daniel", "Touch the bin lid and wait 30 minutes before washing (now washes at once)."),
    ):
        assert judges[case].statement(text, "objective").unsafe == "", text


def test_a_move_of_an_author_counts_by_its_rules_alone(knowledge, judges):
    """The network has never heard of it."""
    ocd = next(p for p in knowledge.practices if p.disorder == "ocd")
    own = Contraindicated(
        id="tealeaves",
        behaviours=[Behaviour(does=["read|reads tea leaves"])],
        why="Tea leaves know nothing of germs.",
        source="Nobody N (2020). On tea",
        instead="Plan a step without tea.",
        certainty="clear",
    )
    changed = ocd.model_copy(update={"contraindicated": [*ocd.contraindicated, own]})
    practices = tuple(changed if p.disorder == "ocd" else p for p in knowledge.practices)
    judge = Judge(replace(knowledge, practices=practices), judges["ocd-daniel"].case)
    assert (
        "Tea leaves" in judge.statement("Daniel reads tea leaves before each shift for two weeks.", "objective").unsafe
    )


def test_a_text_of_any_length_and_script_is_read(judges):
    for text in ("", " ", "." * 3000, "目标" * 500, "🙂" * 300, "\ud800", "a" * 4000, "wash " * 900):
        assert judges["ocd-daniel"].statement(text, "objective").text == text
