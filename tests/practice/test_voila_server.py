"""Voila shows notebooks to whoever has the token, gives away no file, and is gone when its block ends."""

import socket
import urllib.error
import urllib.request

import pytest

from goalsmith.errors import PracticeError
from goalsmith.model import Goal, Plan
from goalsmith.practice import Voila, exact_port, free_port
from goalsmith.practice.folder import make_practice
from goalsmith.store import PlanStore

CASE = "gad-maya"


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("practice") / "mine", [CASE])
    PlanStore(made.root / CASE, CASE).save(Plan(case=CASE, goals=[Goal(id="g1", text="A private goal.")]))
    (made.root / CASE / "picture.png").write_bytes(b"private")
    return made


@pytest.fixture(scope="module")
def voila(practice):
    server = Voila(practice.root, free_port())
    with server.running(practice.home) as process:
        yield server
    assert process.returncode is not None
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(server.url(""), timeout=5)


def asked(address):
    """The status of an address and what it says."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        f"{CASE}/{CASE}.plan.json",
        f"{CASE}/.{CASE}.plan.json.before",
        f"{CASE}/{CASE}.ipynb",
        f"{CASE}/case.yaml",
        f"{CASE}-followup/key.yaml",
        f"{CASE}/picture.png",
        ".goalsmith/server.log",
        ".goalsmith/data/notebook_secret",
    ],
)
def test_no_file_is_given_away(practice, voila, name):
    for place in ("voila/files/", "voila/static/", "voila/static/../../", "files/", "api/contents/"):
        status, said = asked(voila.url(f"{place}{name}"))
        assert status in (403, 404), place
        assert "A private goal" not in said
    for place in ("voila/render/", "voila/api/contents/", "voila/tree/"):
        assert "A private goal" not in asked(voila.url(f"{place}{name}"))[1]


@pytest.mark.slow
def test_the_page_of_a_folder_leads_to_the_cases(voila):
    for place in ("", f"voila/tree/{CASE}"):
        status, said = asked(voila.url(place))
        assert status == 200
        assert "voila/render/Start%20here.ipynb" in said
        assert "rubrics" not in said


@pytest.mark.slow
def test_nobody_comes_in_without_the_token(voila):
    status, said = asked(voila.page("Start here.ipynb").partition("?")[0])
    assert "Practise on your own" not in said
    assert status != 200 or "password" in said.lower()


@pytest.mark.slow
def test_the_page_holds_no_code_and_names_no_other_machine(voila):
    status, said = asked(voila.page(f"{CASE}/{CASE}.ipynb"))
    assert status == 200
    assert "from goalsmith" not in said
    assert "https://" not in said
    assert "<title>Maya" in said


def test_a_port_that_was_asked_for_is_taken_or_refused():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(PracticeError, match=f"Port {taken} is taken"):
            exact_port(taken)
        assert free_port(taken) != taken
    assert exact_port(taken) == taken
