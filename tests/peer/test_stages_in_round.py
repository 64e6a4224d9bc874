"""Later sessions in a follow-up after peer review: the round gives points for answers, the key for the sessions."""

import pytest
from peer_helpers import CASE, FOLLOWUP
from play import cells, get_returned, hand_in_work
from test_adjudicate import said

from goalsmith.grading.confirm import confirm
from goalsmith.peer.rounds.close import close_round
from goalsmith.store import answer_store, find_case
from goalsmith.widgets.stage_session import StageSession


@pytest.fixture
def worked(reviewed):
    """Ada answered every next step and committed the first session, in which she continues with everything."""
    close_round(reviewed, CASE, "supervisor", early=True)
    said(reviewed, "release", CASE, "--answer-by", "2027-05-01T18:00:00+02:00")
    folder = get_returned(reviewed, "ada")
    store = answer_store(folder, CASE)
    written = store.load()
    for letter in "ABC":
        one = written.to(letter)
        one.taken, one.why = "yes", "It fits what she asked for."
    store.save(written)
    session = StageSession(folder)
    stage = session.case.stages[0]
    assert session.open(stage)
    for name in session.readings(stage):
        session.say_reading(stage, name, "no-reliable-change")
    for choice in stage.choices:
        session.choose(stage, choice.id, [choice.options[0].id])
    for _, objective in session.objectives(stage):
        session.relate(stage, objective.id, stage.threads[0].problem)
        session.decide(stage, objective.id, "continue")
        session.explain(stage, objective.id, stage.threads[0].data)
    assert session.commit(stage), session.missing(stage)
    hand_in_work(reviewed, "ada", FOLLOWUP)
    return reviewed


def test_the_round_writes_the_answers_and_leaves_the_sessions_alone(worked):
    said(worked, "followup", CASE)
    after = cells(worked, FOLLOWUP, "ada")
    assert after["answers"][0] == 5
    points, _, comment = after["stages"]
    assert 0 < points < 10
    assert f"Session {find_case(CASE).stages[0].session}" in comment
    confirm(worked, FOLLOWUP, [], "supervisor")
    said(worked, "followup", CASE)
    again = cells(worked, FOLLOWUP, "ada")
    assert (again["answers"][0], again["stages"][0], again["stages"][2]) == (5, points, comment)


def test_the_key_travels_to_nobody(worked):
    assert not list(worked.rglob("key.yaml"))
