"""Every byte written for an author is searched for who reviewed them: files and their names, pages, comments."""

import base64
import html
import json
import os
import random
import re
import string

import pytest
from peer_helpers import CASE, NAMES, REVIEW, ROSTER
from play import cells, get_returned, opened, review_all

from goalsmith.grading import phases
from goalsmith.model import ReviewComment
from goalsmith.peer.rounds.adjudicate import decide, waiting
from goalsmith.peer.rounds.close import close_round
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.releasing import give_back


def told(course, name):
    """What tells who somebody is: id, names, address, secret, pseudonym, and where their own packet lies."""
    person = next(one for one in ROSTER if one.id == name)
    secret = (course / "submitted" / name / CASE / "submission_secret.txt").read_text().strip()
    with rounds_of(course) as session:
        row = next(p for p in find_round(session, "course", CASE).people if p.learner == name)
        return [name, person.first, person.last, person.email, secret, row.pseudonym, row.address, row.return_address]


def ways(word):
    """A word as it may stand in a file: as it is, escaped for JSON or HTML, in base64 with any beginning."""
    plain = {word, json.dumps(word)[1:-1], html.escape(word), "".join(f"\\u{ord(c):04x}" for c in word)}
    coded = {base64.b64encode(b"x" * n + word.encode()).decode()[4 if n else 0 : -4] for n in range(3)}
    return plain | {one for one in coded if len(one) > 7}


def is_in(word, text):
    """Whether `text` tells `word`: short ones as whole words, long ones anywhere."""
    for way in ways(word):
        pattern = rf"(?<![a-z0-9]){re.escape(way)}(?![a-z0-9])" if len(way) < 8 else re.escape(way)
        if re.search(pattern, text, re.IGNORECASE):
            return True
    return False


def everything_for(course, name):
    """All bytes that our code and nbgrader's pages hold for an author, with the names and times of the files."""
    folder = get_returned(course, name)
    texts = [(folder / "returned.json").read_text("utf-8"), str((folder / "returned.json").stat().st_size)]
    with rounds_of(course) as session:
        row = next(p for p in find_round(session, "course", CASE).people if p.learner == name)
        place = course / "exchange" / "course" / "returned" / row.return_address
    for root, _, files in os.walk(place):
        texts += [f"{root.rsplit('/', 1)[0]}"[-8:], *files]
        texts += [(place / file).read_text("utf-8") for file in files]
    for part in (CASE, REVIEW):
        texts += [json.dumps(cells(course, part, name)), (page(course, name, part)).read_text("utf-8")]
    return "\n".join(texts)


def page(course, name, assignment):
    return course / "feedback" / name / assignment / f"{assignment}.html"


@pytest.fixture(scope="module")
def given_back(handed_in, tmp_path_factory):
    """A released round whose reviewers try to sign their reviews in every field that a file can hold."""
    import shutil

    course = shutil.copytree(handed_in, tmp_path_factory.mktemp("signed") / "course")
    opened(course)
    rng = random.Random(7)

    def signed(name):
        def sign(written):
            for review in written.reviews:
                review.__pydantic_extra__["author"] = name
                review.comments.append(
                    ReviewComment(id=f"by-{name}", place="g1", end=9, quote="x" * 9, text="A plain remark.", by=name)
                )
                review.comments[0].id = "".join(rng.choices(string.ascii_lowercase, k=6)) + f"-{name}"
                review.strength = f"Written by {name}." if name in ("ada", "hugo") else review.strength

        return sign

    for name in NAMES:
        review_all(course, name, spoil=signed(name))
    close_round(course, CASE, "supervisor", early=True)
    with rounds_of(course) as session:
        round_ = find_round(session, "course", CASE)
        for matter in waiting(round_):
            if matter.kind == "disagreement":
                decide(session, round_, matter, "accepted", by="supervisor", why="Looked at.")
    give_back(course, CASE, "supervisor")
    for part in (CASE, REVIEW):
        phases.feedback(course, part)
    return course


@pytest.mark.slow
@pytest.mark.parametrize("author", NAMES)
def test_nothing_that_is_written_for_an_author_tells_a_reviewer(given_back, author):
    text = everything_for(given_back, author)
    assert "Reviewer A" in text
    for other in NAMES:
        if other != author:
            # Their pseudonym is on the page of the reviewer who read their plan, and says nothing of who they are.
            words = [word for word in told(given_back, other) if len(word) > 4 or not word.isupper()]
            found = [word for word in words if is_in(word, text)]
            assert not found, f"{other}: {found}"


@pytest.mark.slow
def test_the_search_would_find_them(given_back):
    text = everything_for(given_back, "ben")
    assert is_in("ben", text)
    assert is_in("Tremblay", json.dumps({"by": base64.b64encode(b"Gwen Tremblay").decode()}))
    assert not is_in("ada", "Canada")
