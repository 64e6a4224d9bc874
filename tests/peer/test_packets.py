"""What lies in the exchange for a reviewer: which fields, under which names, with which times and rights."""

import base64
import json
import shutil
import sqlite3
import stat
import string
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from peer_helpers import CASE, COURSE, REVIEW, all_packets, fetched, full_review, learner, opened, sample_plan, terms

from goalsmith.grading import phases
from goalsmith.grading.running import exchanged
from goalsmith.model import (
    Goal,
    Objective,
    Plan,
    PrivateFlag,
    RankedProblem,
    ReviewFile,
    Safety,
    TargetedMeasure,
)
from goalsmith.peer.packets.address import address
from goalsmith.peer.packets.allow import TRAVELS, travelling
from goalsmith.peer.packets.places import replaced, texts
from goalsmith.peer.privacy.ordinary import ordinary_words
from goalsmith.peer.rounds import open as opening
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.hold import held, redacted_plan
from goalsmith.peer.rounds.status import status
from goalsmith.store import find_case, read_packet, review_store

MAYA = find_case(CASE)


def full_plan(mark: str) -> Plan:
    """A plan in which every text that there is holds `mark` and where it stands."""

    def filled(kind):
        names = [name for name in TRAVELS[kind] if kind.model_fields[name].annotation is str]
        return {name: f"{mark} {kind.__name__} {name}" for name in names}

    step = Objective(id=f"{mark}-id", interventions=[f"{mark} one", f"{mark} two"], **filled(Objective), secret=mark)
    measure = TargetedMeasure(**filled(TargetedMeasure), baseline=16, target=9, source=mark)
    goal = Goal(
        id=mark, measure=measure, objectives=[step], problem="worry", importance=8, confidence=4, **filled(Goal)
    )
    ranked = RankedProblem(id="worry", rank=1, decision="now", reason=f"{mark} RankedProblem reason", by=mark)
    return Plan(
        case=CASE,
        stage=mark,
        saved_at=datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC),
        problems=[ranked, RankedProblem(id=mark, decision="later", reason=f"{mark} of an own problem")],
        goals=[goal],
        safety=Safety(**filled(Safety), signature=mark),
        author=mark,
        history=[{"by": mark}],
    )


def test_only_listed_fields_travel():
    plan = travelling(full_plan("MARK"), MAYA)
    data = plan.model_dump_json()
    assert set(json.loads(data)) == {"format", "case", "stage", "saved_at", "problems", "goals", "safety"}
    assert (plan.stage, plan.saved_at) == ("intake", None)
    assert [goal.id for goal in plan.goals] == ["g1"]
    assert [step.id for step in plan.goals[0].objectives] == ["g1-o1"]
    assert [problem.id for problem in plan.problems] == ["worry"]
    assert "2026" not in data
    kept = dict(texts(plan))
    assert data.count("MARK") == len(kept) == 18
    assert (plan.goals[0].measure.target, plan.goals[0].importance, plan.goals[0].confidence) == (9, 8, 4)


def test_a_goal_for_a_problem_that_the_case_does_not_have_travels_without_its_name():
    plan = Plan(case=CASE, goals=[Goal(id="g1", text="Sleep", problem="problem-of-ada")])
    assert travelling(plan, MAYA).goals[0].problem == ""


def test_every_text_has_a_place_where_it_can_be_redacted():
    plan = travelling(full_plan("MARK"), MAYA)
    for place, text in texts(plan):
        changed = replaced(plan, place, "MARK", "[…]")
        assert dict(texts(changed))[place] == text.replace("MARK", "[…]")
        assert changed.model_dump_json().count("MARK") == plan.model_dump_json().count("MARK") - 1
    assert replaced(plan, "g9.text", "MARK", "x") == plan
    assert replaced(plan, "g1.id", "g1", "x") == plan


def test_an_address_follows_from_secret_course_assignment_and_kind():
    one = address("s" * 64, "c", "a", "packet")
    assert len(one) == 64
    others = [("t" * 64, "c", "a", "packet"), ("s" * 64, "d", "a", "packet"), ("s" * 64, "c", "b", "packet")]
    assert len({one, address("s" * 64, "c", "a", "returned"), *(address(*other) for other in others)}) == 5


def test_nobody_can_list_packets_and_their_times_are_all_the_same(course):
    opened(course)
    place = course / "exchange" / COURSE / "packets"
    assert stat.S_IMODE(place.stat().st_mode) == 0o711
    folders = sorted(place.iterdir())
    assert len(folders) == 8
    assert all(len(folder.name) == 64 and set(folder.name) <= set("0123456789abcdef") for folder in folders)
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o755}
    files = [file for folder in folders for file in folder.iterdir()]
    assert [file.name for file in files] == ["packet.json"] * 8
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o644}
    assert len({path.stat().st_mtime_ns for path in [place, *folders, *files]}) == 1


def test_packets_written_again_are_the_same_bytes_and_leave_nothing_beside_them(course):
    told = opened(course)
    files = sorted((course / "exchange").rglob("packet.json"))
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in files]
    (files[0].parent / ".packet.json.cut.tmp").write_text("half")
    opened(course, review_by=told.review_by)
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in files] == before
    assert [path.name for path in files[0].parent.iterdir()] == ["packet.json"]


def test_plans_stand_in_another_order_than_their_pseudonyms_or_authors(course):
    opened(course)
    orders = [[plan.id for plan in packet.plans] for packet in all_packets(course)]
    assert any(order != sorted(order) for order in orders)
    assert any(order != sorted(order, reverse=True) for order in orders)


def test_nobody_but_the_owner_can_read_the_database(course):
    opened(course)
    assert stat.S_IMODE((course / "peer.db").stat().st_mode) & 0o007 == 0


def naming(course: Path, author: str, text: str) -> None:
    """Let `author` have handed in a plan with `text` in it."""
    written = sample_plan(author)
    written.goals[0].agreed_how = text
    (course / "submitted" / author / CASE / f"{CASE}.plan.json").write_text(written.model_dump_json())


def decide(course: Path, decision: str, replacement: str = "") -> None:
    with rounds_of(course) as session:
        for matter in find_round(session, COURSE, CASE).matters:
            matter.state, matter.decision, matter.replacement = "decided", decision, replacement


def pseudonym(course: Path, author: str) -> str:
    with rounds_of(course) as session:
        people = find_round(session, COURSE, CASE).people
        return next(person.pseudonym for person in people if person.learner == author)


def read_by_all(course: Path) -> dict[str, Plan]:
    return {plan.id: plan.plan for packet in all_packets(course) for plan in packet.plans}


def test_a_plan_that_names_somebody_waits_until_it_is_released(course):
    naming(course, "ben", "Chidi Ezeudu and I agreed on it with her.")
    asked = terms()
    told = opening.open_round(course, CASE, asked, "Dr Okafor")
    assert [(one.learner, one.place, one.words) for one in told.held] == [("ben", "g1.agreed_how", "Chidi Ezeudu")]
    assert "full name of chidi on the roster" in told.held[0].reason
    name = pseudonym(course, "ben")
    assert name not in read_by_all(course)
    decide(course, "released")
    assert opening.open_round(course, CASE, asked, "Dr Okafor").held == ()
    assert "Chidi Ezeudu" in read_by_all(course)[name].model_dump_json()


def test_a_redacted_plan_travels_with_what_the_supervisor_put_there(course):
    naming(course, "ben", "Chidi Ezeudu and I agreed on it with her.")
    asked = terms()
    opening.open_round(course, CASE, asked, "Dr Okafor")
    decide(course, "redacted", "a colleague")
    opening.open_round(course, CASE, asked, "Dr Okafor")
    assert (
        read_by_all(course)[pseudonym(course, "ben")].goals[0].agreed_how == "a colleague and I agreed on it with her."
    )
    decide(course, "redacted")
    with rounds_of(course) as session:
        ben = next(one for one in find_round(session, COURSE, CASE).people if one.learner == "ben")
        assert redacted_plan(ben).goals[0].agreed_how == "[…] and I agreed on it with her."


def test_a_text_that_was_kept_back_for_good_keeps_its_plan_back(course):
    naming(course, "ben", "Written by ben.lindqvist@clinic.example")
    opened(course)
    decide(course, "withheld")
    with rounds_of(course) as session:
        people = find_round(session, COURSE, CASE).people
        assert [person.learner for person in people if held(person)] == ["ben"]


def test_a_plan_that_a_reviewer_flags_waits_until_the_supervisor_has_looked(course):
    opened(course)
    _, folder = fetched(course, "ada")
    flagged = read_packet(folder).plans[0].id
    review = full_review(flagged)
    review.flag = PrivateFlag(kind="real-client", text="I think I know her.")
    review_store(folder, CASE).save(ReviewFile(case=CASE, reviews=[review]))
    exchanged("Submit", phases.learner_config(course, learner(course, "ada"), REVIEW))
    assert status(course, CASE).waiting == {"flag": 1}
    assert flagged not in read_by_all(course)
    assert len(read_by_all(course)) == 7
    decide(course, "released")
    status(course, CASE)
    assert flagged in read_by_all(course)


# A property: whatever rosters and plans are drawn, no byte that is written for reviewers tells who somebody is.

_LETTERS = st.text(alphabet="bdfgklmnprstvzéüøñçaeiouı", min_size=6, max_size=10)
_DISGUISES = (
    str,
    str.upper,
    lambda name: f"{name}'s",
    lambda name: f"@{name}",
    lambda name: f"{name}_03",
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: "".join(chr(ord(one) + 0xFEE0) if one in string.ascii_letters else one for one in name),
    lambda name: f"{name[:3]}\u00ad{name[3:]}",
    lambda name: f"<b>{name}</b>",
)


@st.composite
def cohorts(draw):
    """Seven people, a plan of each with a name in disguise in one text or with none, and whose plan has one."""
    ours = full_plan("Maya").model_dump_json()
    names = draw(
        st.lists(_LETTERS.filter(lambda name: plain(name) not in ours), min_size=21, max_size=21, unique_by=plain)
    )
    people = [
        {
            "id": plain(one),
            "first": two.title(),
            "last": three.title(),
            "email": f"{plain(two)}.{plain(three)}@x.example",
        }
        for one, two, three in zip(names[:7], names[7:14], names[14:], strict=True)
    ]
    plans, naming_somebody = [], set()
    for person in people:
        whom = draw(st.sampled_from(people))
        said = draw(st.sampled_from([*whom.values(), ""]))
        disguise = draw(st.sampled_from(_DISGUISES))
        where = draw(st.integers(0, 17))
        plans.append(hidden_plan(person, disguise(said) if said else "", where))
        naming_somebody |= {person["id"]} if said else set()
    return people, plans, naming_somebody


def plain(text: str) -> str:
    """The text without accents, in small letters: an own version of what the search does."""
    text = text.translate(str.maketrans("øı", "oi"))
    return "".join(one for one in unicodedata.normalize("NFKD", text).casefold() if unicodedata.category(one) != "Mn")


def hidden_plan(person: dict[str, str], said: str, where: int) -> Plan:
    """A plan with its author in every field that stays behind, and `said` in one that travels."""
    everything = " ".join(person.values())
    plan = full_plan("Maya")
    plan.__pydantic_extra__["author"] = everything
    plan.stage = plan.goals[0].id = plan.problems[1].id = person["id"]
    plan.goals[0].objectives[0].id = f"{person['id']}-o1"
    plan.problems[1].reason = plan.safety.__pydantic_extra__["signature"] = everything
    plan.goals[0].__pydantic_extra__["written by"] = everything
    if said:
        fields = list(texts(travelling(plan, MAYA)))
        place, text = fields[where]
        field = place.partition(".")[2]
        record = {"g1": plan.goals[0], "g1-o1": plan.goals[0].objectives[0], "safety": plan.safety}.get(
            place.split(".")[0]
        )
        if record is not None and "." not in field:
            setattr(record, field, f"{text} with {said} there")
        else:
            plan.goals[0].text = f"{text} {said}"
    return plan


@pytest.fixture(scope="module")
def bare_course(released, tmp_path_factory) -> Path:
    """A course that is filled anew for each example."""
    return Path(shutil.copytree(released, tmp_path_factory.mktemp("bare") / "course"))


@cache
def ordinary_of(course: Path) -> frozenset[str]:
    return ordinary_words(course / "source" / CASE)


def fill(course: Path, people: list[dict[str, str]], plans: list[Plan]) -> list[str]:
    """Put people on the roster and their submissions into the course; return the secrets and times of these."""
    shutil.rmtree(course / "submitted", ignore_errors=True)
    shutil.rmtree(course / "exchange" / COURSE / "packets", ignore_errors=True)
    (course / "peer.db").unlink(missing_ok=True)
    with sqlite3.connect(course / "gradebook.db") as gradebook:
        gradebook.execute("DELETE FROM student")
        rows = [(one["id"], one["first"], one["last"], one["email"]) for one in people]
        gradebook.executemany("INSERT INTO student (id, first_name, last_name, email) VALUES (?, ?, ?, ?)", rows)
    told = []
    for number, (person, plan) in enumerate(zip(people, plans, strict=True)):
        folder = course / "submitted" / person["id"] / CASE
        folder.mkdir(parents=True)
        secret = f"{number:02d}" * 64
        time = f"2026-03-0{number + 1} 11:22:33.445566 UTC"
        (folder / f"{CASE}.plan.json").write_text(plan.model_dump_json(), "utf-8")
        (folder / "submission_secret.txt").write_text(secret)
        (folder / "timestamp.txt").write_text(time)
        told += [secret, time, time[:10], "11:22:33", "05:06:07", person["id"]]
    return told


def written_for_reviewers(course: Path) -> Iterator[str]:
    """Everything below the packets as text, in several forms: names, raw contents, and these with escapes resolved."""
    place = course / "exchange" / COURSE / "packets"
    for path in place.rglob("*"):
        yield str(path.relative_to(place))
        yield str(path.stat().st_mtime)
        if path.is_file():
            raw = path.read_bytes()
            yield raw.decode("utf-8")
            yield json.dumps(json.loads(raw), ensure_ascii=True)
            yield json.dumps(json.loads(raw), ensure_ascii=False)


def encoded(name: str) -> set[str]:
    """How a name could stand there: plain, escaped as JSON does, and in base 64."""
    raw = name.encode()
    return {plain(name), plain(json.dumps(name)[1:-1]), plain(base64.b64encode(raw).decode().rstrip("=")), raw.hex()}


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.generate],  # making a failure smaller would take minutes
    suppress_health_check=list(HealthCheck),
)
@given(cohort=cohorts())
def test_no_byte_written_for_a_reviewer_tells_who_anybody_is(bare_course, cohort):
    people, plans, naming_somebody = cohort
    # A name that is an ordinary word, such as Guests, names nobody alone; test_privacy has these.
    assume(not {plain(name) for person in people for name in person.values()} & ordinary_of(bare_course))
    facts = fill(bare_course, people, plans)
    told = opened(bare_course, reviews=2)
    everything = "\n".join(plain(text) for text in written_for_reviewers(bare_course))
    assert told.plans == 7
    for person in people:
        for name in person.values():
            for form in encoded(name):
                assert form not in everything, f"{name!r} as {form!r}"
    for fact in [*facts, str(bare_course), "submitted", "learners"]:
        assert plain(fact) not in everything, fact
    assert {one.learner for one in told.held} == naming_somebody
