"""One course is built, generated and released for the whole session; each test works on a copy of it."""

import shutil
from pathlib import Path

import pytest
from grading_helpers import CASE

from goalsmith.grading import phases
from goalsmith.grading.course import new_course


@pytest.fixture(scope="session")
def template(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "course"
    new_course(folder)
    settings = folder / "course.yaml"
    text = settings.read_text().replace("exchange: null", "exchange: exchange")
    text = text.replace(f"{CASE}: {{due: null", f'{CASE}: {{due: "2027-03-31T18:00:00+02:00"')
    settings.write_text(text)
    phases.build(folder)
    phases.generate(folder, CASE)
    phases.release(folder, CASE)
    return folder


@pytest.fixture
def course(template, tmp_path) -> Path:
    """A course with its assignment released and nobody's submission yet."""
    return Path(shutil.copytree(template, tmp_path / "course"))
