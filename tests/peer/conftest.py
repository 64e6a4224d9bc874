"""One course, in which eight learners handed in, is made once for the session; each test works on a copy of it."""

import shutil
from pathlib import Path

import pytest
from peer_helpers import CASE, FOLLOWUP, NAMES, REVIEW, ROSTER, enrol, hand_in
from play import everybody_reviews, opened

from goalsmith.grading import phases
from goalsmith.grading.course import load_course, new_course


@pytest.fixture(scope="session")
def released(tmp_path_factory) -> Path:
    """A course whose three assignments of one case are released, with its roster, and nothing handed in."""
    folder = tmp_path_factory.mktemp("peer") / "course"
    new_course(folder)
    settings = folder / "course.yaml"
    lines = [line for line in settings.read_text().splitlines() if not _other_case(line)]
    text = "\n".join(lines).replace("exchange: null", "exchange: exchange") + "\n"
    settings.write_text(text.replace(f"{CASE}: {{due: null", f'{CASE}: {{due: "2027-03-31T18:00:00+02:00"'))
    assert list(load_course(folder).assignments) == [CASE]
    phases.build(folder)
    for assignment in (CASE, REVIEW, FOLLOWUP):
        phases.generate(folder, assignment)
        phases.release(folder, assignment)
    enrol(folder, *ROSTER)
    return folder


@pytest.fixture(scope="session")
def handed_in(released, tmp_path_factory) -> Path:
    """The same course with everybody's plan collected and graded."""
    folder = Path(shutil.copytree(released, tmp_path_factory.mktemp("handed-in") / "course"))
    for name in NAMES:
        hand_in(folder, name)
    phases.collect(folder, CASE)
    assert not phases.grade(folder, CASE).failed
    return folder


@pytest.fixture(scope="session")
def all_reviewed(handed_in, tmp_path_factory) -> Path:
    """The same course with an open round in which everybody reviewed everything, each a little differently."""
    folder = Path(shutil.copytree(handed_in, tmp_path_factory.mktemp("reviewed") / "course"))
    opened(folder)
    everybody_reviews(folder)
    return folder


@pytest.fixture
def reviewed(all_reviewed, tmp_path) -> Path:
    """A course of its own with such a round."""
    return Path(shutil.copytree(all_reviewed, tmp_path / "course"))


@pytest.fixture
def empty_course(released, tmp_path) -> Path:
    """A course of its own in which nobody has handed in yet."""
    return Path(shutil.copytree(released, tmp_path / "course"))


@pytest.fixture
def course(handed_in, tmp_path) -> Path:
    """A course of its own with eight collected and graded plans."""
    return Path(shutil.copytree(handed_in, tmp_path / "course"))


def _other_case(line: str) -> bool:
    return line.startswith("  ") and "live:" in line and CASE not in line
