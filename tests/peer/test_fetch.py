"""The learner's side: what comes into the folder, what stays, and what is refused."""

import json
import os
import shutil

import pytest
from peer_helpers import (
    CASE,
    COURSE,
    FOLLOWUP,
    NAMES,
    REVIEW,
    fetched,
    full_review,
    hand_in,
    learner,
    opened,
    packet_of,
    sample_plan,
)
from typer.testing import CliRunner

from goalsmith.cli import app
from goalsmith.errors import BadFile, CourseError
from goalsmith.grading import phases
from goalsmith.model import Packet, PacketPlan, Plan, Returned, ReturnedReview, ReviewFile
from goalsmith.peer.packets.address import address
from goalsmith.peer.packets.deliver import exchange_folder, put
from goalsmith.peer.packets.fetch import fetch
from goalsmith.store import PlanStore, read_packet, read_plan, read_returned, review_store


def place_of(course, name, what="packet"):
    secret = (course / "submitted" / name / CASE / "submission_secret.txt").read_text()
    folder = "packets" if what == "packet" else "returned"
    return course / "exchange" / COURSE / folder / address(secret, COURSE, CASE, what)


def again(course, name, part=REVIEW):
    who = learner(course, name)
    return fetch(who.folder / part, phases.learner_config(course, who, part))


def rewrite(course, name, **changed):
    """Deliver another packet to a learner."""
    path = place_of(course, name) / "packet.json"
    packet = Packet.model_validate_json(path.read_bytes()).model_copy(update=changed)
    path.write_text(packet.model_dump_json())
    return packet


def test_a_learner_gets_the_packet_of_their_own(course):
    told = opened(course)
    for name in NAMES:
        came, folder = fetched(course, name)
        assert read_packet(folder) == packet_of(course, name)
        assert (came.plans, came.new, came.until) == (3, 3, told.review_by)
    assert came.sentence.startswith("You have 3 plans to review, until ")


def test_fetching_again_changes_nothing(course):
    opened(course)
    _, folder = fetched(course, "ada")
    before = (folder / "packet.json").stat()
    came = again(course, "ada")
    after = (folder / "packet.json").stat()
    assert (came.plans, came.new) == (3, 0)
    assert "3 plans to review, none of them new" in came.sentence
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_what_is_new_comes_last_and_what_was_there_keeps_its_place(course):
    opened(course)
    _, folder = fetched(course, "ada")
    had = [plan.id for plan in read_packet(folder).plans]
    new = PacketPlan(id="X9XX", plan=sample_plan("gwen"))
    rewrite(course, "ada", plans=[new, *reversed(read_packet(folder).plans)])
    came = again(course, "ada")
    assert [plan.id for plan in read_packet(folder).plans] == [*had, "X9XX"]
    assert (came.plans, came.new) == (4, 1)
    assert "4 plans to review, 1 of them new" in came.sentence


def test_a_withdrawn_plan_goes_and_what_was_written_about_it_stays(course):
    opened(course)
    _, folder = fetched(course, "ada")
    _, second, third = read_packet(folder).plans
    review_store(folder, CASE).save(ReviewFile(case=CASE, reviews=[full_review(second.id)]))
    rewrite(course, "ada", plans=[third])
    again(course, "ada")
    assert [plan.id for plan in read_packet(folder).plans] == [third.id]
    assert [review.plan for review in review_store(folder, CASE).load().reviews] == [second.id]


def test_a_redacted_plan_takes_the_place_of_what_was_there(course):
    opened(course)
    _, folder = fetched(course, "ada")
    first, *rest = read_packet(folder).plans
    other = PacketPlan(id=first.id, plan=Plan(case=CASE))
    rewrite(course, "ada", plans=[*rest, other])
    again(course, "ada")
    assert read_packet(folder).plans[0] == other


def test_a_damaged_packet_in_the_folder_is_replaced(course):
    opened(course)
    _, folder = fetched(course, "ada")
    (folder / "packet.json").write_text('{"plans": [')
    assert again(course, "ada").plans == 3
    assert read_packet(folder) == packet_of(course, "ada")


def test_who_handed_in_twice_finds_the_packet_by_the_version_that_was_collected(course):
    opened(course)
    hand_in(course, "ada", sample_plan("gwen"))
    assert fetched(course, "ada")[0].plans == 3


def test_before_the_round_opens_one_is_told_so(course):
    came, folder = fetched(course, "ada")
    assert came.sentence == "Nothing is there yet: the round of reviews has not been opened."
    assert not (folder / "packet.json").exists()


def test_who_handed_in_after_the_round_opened_is_told_so(course):
    opened(course)
    hand_in(course, "zoe", sample_plan("zoe"))
    assert "it took the plans of an earlier day" in fetched(course, "zoe")[0].sentence


def test_who_never_handed_in_is_told_so(course):
    opened(course)
    assert "no plan of gad-maya was handed in from this account" in fetched(course, "nobody")[0].sentence


def test_the_folder_of_the_plan_is_the_wrong_one(course):
    who = learner(course, "ada")
    with pytest.raises(CourseError, match="open gad-maya-review to get plans to review"):
        fetch(who.folder / CASE, phases.learner_config(course, who, CASE))
    with pytest.raises(BadFile, match=r"assignment\.json: is missing"):
        fetch(course, phases.learner_config(course, who, CASE))


def spoil_link(path):
    path.rename(path.with_name("other.json"))
    path.symlink_to("other.json")


def spoil_folder(path):
    shutil.move(path.parent, path.parent.with_name("moved"))
    path.parent.symlink_to("moved")


def spoil_pipe(path):
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (spoil_link, "cannot be opened"),
        (spoil_folder, "lies behind a link"),
        (spoil_pipe, "is no file of a sensible size"),
        (lambda path: path.write_bytes(b" " * 2_000_001), "is no file of a sensible size"),
        (lambda path: path.write_text('{"plans": 3'), "is damaged"),
        (lambda path: path.write_text(json.dumps({**json.loads(path.read_text()), "author": "ben"})), "is damaged"),
        (
            lambda path: path.write_text(json.dumps({**json.loads(path.read_text()), "course": "other"})),
            "belongs to the case gad-maya of other",
        ),
    ],
)
def test_what_is_no_packet_of_this_course_is_refused(course, spoil, why):
    opened(course)
    _, folder = fetched(course, "ada")
    before = (folder / "packet.json").read_bytes()
    spoil(place_of(course, "ada") / "packet.json")
    with pytest.raises(CourseError, match=f"Nothing was fetched: .*{why}"):
        again(course, "ada")
    assert (folder / "packet.json").read_bytes() == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_a_packet_that_somebody_else_put_there_is_refused(course):
    opened(course)
    fetched(course, "ada")
    os.chown(place_of(course, "ada") / "packet.json", 12345, -1)
    with pytest.raises(CourseError, match="was not put there by the supervisor"):
        again(course, "ada")


@pytest.mark.parametrize("secret", ["", "short", "ä" * 64, "x" * 2000])
def test_a_secret_that_is_none_opens_nothing(course, secret):
    opened(course)
    for path in (course / "caches" / "ada").rglob("submission_secret.txt"):
        path.write_text(secret)
    assert "no plan of gad-maya was handed in" in fetched(course, "ada")[0].sentence


def give_back(course, name, **more):
    """Put what came back to a learner's address, as releasing does."""
    record = Returned(
        case=CASE,
        course=COURSE,
        plan=sample_plan(name),
        reviews=[ReturnedReview(letter="A", next_step="Say by when."), ReturnedReview(letter="B")],
        **more,
    )
    place = exchange_folder(course, COURSE, "returned")
    put(place, place_of(course, name, "returned").name, "returned.json", record, opened(course).review_by)
    return record


def test_what_comes_back_lies_beside_the_follow_up_with_a_copy_of_the_plan(course):
    record = give_back(course, "ada")
    came, folder = fetched(course, "ada", FOLLOWUP)
    assert read_returned(folder) == record
    assert (came.reviews, came.new) == (2, 2)
    assert came.sentence == "Your plan came back with 2 reviews. Answer each next step."
    assert read_plan(folder / f"{CASE}.plan.json", CASE).goals == record.plan.goals


def test_a_revised_plan_is_never_overwritten(course):
    give_back(course, "ada")
    _, folder = fetched(course, "ada", FOLLOWUP)
    revised = sample_plan("gwen")
    PlanStore(folder, CASE).save(revised)
    again(course, "ada", FOLLOWUP)
    assert read_plan(folder / f"{CASE}.plan.json", CASE).goals == revised.goals


def test_before_the_release_nothing_comes_back(course):
    opened(course)
    came, folder = fetched(course, "ada", FOLLOWUP)
    assert came.sentence.startswith("Nothing has come back yet.")
    assert not (folder / "returned.json").exists()
    assert not (folder / f"{CASE}.plan.json").exists()


def test_the_command_finds_the_exchange_by_the_learners_own_configuration(course, monkeypatch, tmp_path):
    opened(course)
    _, folder = fetched(course, "ada")
    (folder / "packet.json").unlink()
    config = tmp_path / "config"
    config.mkdir()
    (config / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.Exchange.root = {str(course / 'exchange')!r}\n"
        f"c.Exchange.cache = {str(course / 'caches' / 'ada')!r}\n"
    )
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(config))
    ran = CliRunner().invoke(app, ["peer", "fetch", str(folder), "--json"])
    said = json.loads(ran.stdout)
    assert (ran.exit_code, said["plans"], said["new"]) == (0, 3, 3)
    assert said["until"].startswith("20")
    ran = CliRunner().invoke(app, ["peer", "fetch", str(folder)])
    assert ran.stdout.startswith("You have 3 plans to review, none of them new")
