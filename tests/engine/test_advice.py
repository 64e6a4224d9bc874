"""Advice is short, quotes the learner, and raises the level when it is followed."""

import pytest

# A weak statement, the letter that is short, and the statement as its advice asks for it.
FOLLOWED = [
    ("gad-maya", "objective", "T", "Write worries in her journal", "Write worries in her journal by session 6"),
    ("gad-maya", "objective", "M", "Send fewer texts to her partner", "Send no more than 4 texts a day to her partner"),
    ("gad-maya", "objective", "S", "Use coping skills", "Write each worry in her journal at 5 pm at the kitchen table"),
    ("gad-maya", "objective", "A", "Meditate for 10 minutes daily", "Walk the dog for 10 minutes daily"),
    ("gad-maya", "objective", "A", "Do PMR for two hours every day", "Do PMR for 15 minutes every day"),
    ("gad-maya", "goal", "M", "Have less worry", "Have less worry, GAD-7 from 16 to 9"),
    ("gad-maya", "goal", "A", "GAD-7 below 25 by session 8", "GAD-7 below 10 by session 8"),
    ("ocd-daniel", "objective", "S", "Do exposure for 15 minutes a day",
     "Touch the handle of the tram door for 15 minutes a day and wait before washing"),
    ("ocd-daniel", "goal", "A", "Never have a germ thought again", "Cook with raw meat while a germ thought is there"),
    ("mdd-ruth", "objective", "T", "Phone Jean from choir", "Phone Jean from choir on Wednesday"),
    ("mdd-ruth", "goal", "R", "Lose 15 lbs by June", "Sing in the choir again by June"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "kind", "letter", "weak", "better"), FOLLOWED)
def test_following_the_advice_raises_the_level(judges, case, kind, letter, weak, better):
    before, after = judges[case].statement(weak, kind), judges[case].statement(better, kind)
    assert any(a.criterion == letter for a in before.advice), [a.text for a in before.advice]
    assert after.level(letter) > before.level(letter)


def test_advice_speaks_only_of_letters_that_fall_short(judges):
    judged = judges["gad-maya"].statement("Write worries in her journal at 5 pm for 10 minutes daily", "objective")
    short = {letter for letter, result in judged.letters.items() if not result.met}
    assert {a.criterion for a in judged.advice} == short == {"T"}


def test_a_goal_is_never_asked_for_dose_technique_or_place(judges):
    for text in ("Feel better", "Improve sleep", "Reduce anxiety", "Be more confident with people"):
        for case in judges.values():
            for advice in case.statement(text, "goal").advice:
                said = f"{advice.text} {advice.ask}".lower()
                assert not any(w in said for w in ("how often", "how long", "minutes", "technique", "where, when")), (
                    said
                )


def test_every_message_rests_on_the_learners_words_or_a_fact(gad):
    for text in ("Feel better", "Use coping skills", "Meditate daily", "GAD-7 below 25", "Wife will stop nagging"):
        for advice in gad.statement(text, "objective").advice:
            assert "{" not in advice.text
            assert len(advice.text) < 260
            assert advice.fact or any(
                part.strip(" …") in text for part in advice.text.split("“")[1:] for part in [part.split("”")[0]]
            )


def test_what_is_furthest_from_expected_comes_first(gad):
    letters = [a.criterion for a in gad.statement("Walk the dog daily", "objective").advice]
    gaps = {x: r.expected - r.reached for x, r in gad.statement("Walk the dog daily", "objective").letters.items()}
    assert [gaps[x] for x in letters] == sorted((gaps[x] for x in letters), reverse=True)
