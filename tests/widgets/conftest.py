"""An assignment folder as a learner fetches it."""

import pytest
from widget_tools import make_assignment


@pytest.fixture
def folder(tmp_path):
    return make_assignment(tmp_path / "gad-maya")
