"""With two real accounts on one machine: each gets the own packet, and nothing that the other may read.

Run by root alone or as one user such a test would prove nothing: the kernel has to say no.
"""

import json
import shutil
from pathlib import Path

import pytest
from peer_helpers import CASE, COURSE, NAMES, REVIEW, opened, sample_plan
from two_users import Account, accounts, need_users, search, shared_place

from goalsmith.grading import phases
from goalsmith.model import Packet
from goalsmith.peer.packets.address import address

pytestmark = pytest.mark.slow

_HAND_IN = f"""
import sys
from pathlib import Path
from traitlets.config import Config
from goalsmith.grading.running import exchanged
from goalsmith.grading.submit import learner_config, submit_folder
from goalsmith.model import Plan
from goalsmith.store import PlanStore

place = Path.cwd() / "work"
place.mkdir(exist_ok=True)
for name in ("{CASE}", "{REVIEW}"):
    config = learner_config(place / name)
    config.CourseDirectory.course_id, config.CourseDirectory.assignment_id = "{COURSE}", name
    config.Exchange.assignment_dir = str(place)
    exchanged("FetchAssignment", config)
PlanStore(place / "{CASE}", "{CASE}").save(Plan.model_validate_json(sys.argv[1]))
submit_folder(place / "{CASE}")
"""

_TRY = """
import json, os, sys
refused = {}
def attempt(what, how):
    try:
        how()
        refused[what] = "no"
    except OSError as problem:
        refused[what] = type(problem).__name__
packets, folder, course = sys.argv[1:]
attempt("list the packets", lambda: os.listdir(packets))
attempt("put something among the packets", lambda: os.mkdir(os.path.join(packets, "0" * 64)))
attempt("take the packets away", lambda: os.rename(packets, packets + "-mine"))
attempt("open the packets to all", lambda: os.chmod(packets, 0o777))
attempt("list the submissions", lambda: os.listdir(os.path.join(os.path.dirname(packets), "inbound")))
attempt("read the rounds' database", lambda: open(os.path.join(course, "peer.db")))
attempt("read the gradebook", lambda: open(os.path.join(course, "gradebook.db")))
attempt("read what was collected", lambda: os.listdir(os.path.join(course, "submitted")))
attempt("look into the other's home", lambda: os.listdir(folder))
attempt("read the other's cache", lambda: os.listdir(os.path.join(folder, ".local/share/jupyter/nbgrader_cache")))
print(json.dumps(refused))
"""


@pytest.fixture(scope="module")
def machine(handed_in):
    """A course of the supervisor's own, and two learners with accounts who handed in; the round is open."""
    need_users()
    with shared_place() as place:
        course = Path(shutil.copytree(handed_in, place / "course"))
        course.chmod(0o700)
        shutil.move(course / "exchange", place / "exchange")
        settings = course / "course.yaml"
        settings.write_text(settings.read_text().replace("exchange: exchange", "exchange: ../exchange"))
        ada, ben = accounts(place)
        for account in (ada, ben):
            account.run("-c", _HAND_IN, sample_plan(account.name).model_dump_json())
        collected = phases.collect(course, CASE)
        assert collected == sorted([*NAMES, ada.name, ben.name])
        opened(course)
        yield place, course, ada, ben


def fetched_by(account: Account) -> Packet:
    """What `goalsmith peer fetch` brings when this learner runs it."""
    folder = account.home / "work" / REVIEW
    said = json.loads(account.run("-m", "goalsmith", "peer", "fetch", "--json", str(folder)))
    packet = Packet.model_validate_json((folder / "packet.json").read_bytes())
    assert said["plans"] == len(packet.plans)
    return packet


def delivered(place: Path, course: Path, name: str) -> tuple[Packet, Path]:
    secret = (course / "submitted" / name / CASE / "submission_secret.txt").read_text()
    path = place / "exchange" / COURSE / "packets" / address(secret, COURSE, CASE, "packet") / "packet.json"
    return Packet.model_validate_json(path.read_bytes()), path


def test_each_learner_gets_their_own_packet(machine):
    place, course, ada, ben = machine
    for account in (ada, ben):
        assert fetched_by(account) == delivered(place, course, account.name)[0]
    assert fetched_by(ada) != fetched_by(ben)


def test_another_learner_who_tries_everything_gets_nothing(machine):
    place, course, ada, ben = machine
    fetched_by(ada)
    hers, path = delivered(place, course, ada.name)
    his, _ = delivered(place, course, ben.name)
    secret = (course / "submitted" / ada.name / CASE / "submission_secret.txt").read_text()
    for_her_alone = {plan.id for plan in hers.plans} - {plan.id for plan in his.plans}
    assert for_her_alone

    walked = search(ben, place / "exchange", place / "course", place / "home")
    others = [one for one in walked["found"] if not Path(one).is_relative_to(ben.home)]
    assert others
    assert [one for one in others if one.endswith(("packet.json", ".db", "submission_secret.txt"))] == []
    everything = "\n".join([*walked["found"], *walked["read"].values()])
    for telling in (path.parent.name, secret, *for_her_alone):
        assert telling not in everything
    assert str(path.parent.parent) in walked["refused"]
    assert str(course) in walked["refused"]
    assert str(ada.home) in walked["refused"]


def test_the_same_walk_finds_the_packet_where_rights_allow_it(machine):
    """What shows that the walk would find something if there were something to find."""
    place, course, ada, _ = machine
    _, path = delivered(place, course, ada.name)
    path.parent.parent.chmod(0o755)
    try:
        assert str(path) in search(ada, place / "exchange")["read"]
    finally:
        path.parent.parent.chmod(0o711)


def test_every_door_is_closed(machine):
    place, course, ada, ben = machine
    packets = place / "exchange" / COURSE / "packets"
    tried = json.loads(ben.run("-c", _TRY, str(packets), str(ada.home), str(course)))
    assert len(tried) == 10
    assert set(tried.values()) == {"PermissionError"}, tried


def test_ones_own_secret_opens_no_other_address(machine):
    place, course, _, ben = machine
    secret = (course / "submitted" / ben.name / CASE / "submission_secret.txt").read_text()
    tries = [
        (COURSE, REVIEW, "packet"),
        (COURSE, CASE, "returned"),
        ("gs-ada", CASE, "packet"),
        (COURSE, "gs-ada", "packet"),
    ]
    for course_id, assignment, what in tries:
        guess = place / "exchange" / COURSE / "packets" / address(secret, course_id, assignment, what)
        assert not guess.exists()


def test_with_anothers_folder_copied_one_gets_ones_own_packet(machine):
    place, course, _, ben = machine
    copy = ben.home / "work" / "of-ada" / REVIEW
    shutil.copytree(ben.home / "work" / REVIEW, copy)
    for path in [copy.parent, copy, *copy.rglob("*")]:
        shutil.chown(path, ben.name, ben.name)
    said = json.loads(ben.run("-m", "goalsmith", "peer", "fetch", "--json", str(copy)))
    assert said["plans"] == len(packet_ids := [plan.id for plan in delivered(place, course, ben.name)[0].plans])
    assert [plan["id"] for plan in json.loads((copy / "packet.json").read_text())["plans"]] == packet_ids
