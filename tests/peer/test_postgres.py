"""Rounds on a database server: the tests of the database once more, on PostgreSQL instead of SQLite."""

import shutil
from pathlib import Path

import pytest
from peer_helpers import opened
from play import everybody_reviews
from server import free_port, running
from test_adjudicate import (  # noqa: F401
    closed,
    test_a_held_text_is_redacted_or_released_for_its_author,
    test_a_level_that_was_set_is_logged_and_reaches_the_gradebook,
)
from test_after_release import (  # noqa: F401
    given_back,
    test_answers_earn_points_by_the_share_with_a_reason,
    test_one_appeal_is_decided_with_everything_in_view,
)
from test_close import (  # noqa: F401
    test_a_name_in_a_comment_is_held_back_from_its_author,
    test_closing_twice_says_so_and_logs_no_change_twice,
    test_peer_points_and_comments_land_in_the_gradebook,
)
from test_open import (  # noqa: F401 - they run here too, on this module's course
    test_an_opening_that_was_cut_short_is_finished_by_running_it_again,
    test_cut_short_before_it_is_decided_leaves_no_round,
    test_every_plan_gets_its_reviews_and_nobody_their_own,
    test_opening_again_changes_nothing_and_tells_what_stands,
    test_text_that_no_database_can_hold_is_cleaned,
)
from test_packets import (  # noqa: F401
    test_a_plan_that_names_somebody_waits_until_it_is_released,
    test_a_redacted_plan_travels_with_what_the_supervisor_put_there,
)
from test_reassign_round import (  # noqa: F401
    test_every_change_is_in_the_log,
    test_known_plans_go_to_joiners_and_leave_with_drop_outs,
    test_late_joiners_review_and_are_reviewed,
    test_late_reviews_are_passed_on_after_the_deadline_only,
)
from test_status import (  # noqa: F401
    test_reviews_that_came_in_are_counted_for_reviewer_and_author,
)

from goalsmith.errors import RoundError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server():
    with running() as one:
        yield one


@pytest.fixture
def course(handed_in, server, tmp_path) -> Path:
    """The course of the other tests, with an empty database of its own on the server."""
    folder = Path(shutil.copytree(handed_in, tmp_path / "course"))
    return rounds_at(folder, server.new_database())


@pytest.fixture(scope="module")
def all_on_server(handed_in, server, tmp_path_factory) -> tuple[Path, str]:
    """A course whose round on the server has every review, and the address of its database."""
    address = server.new_database()
    folder = Path(shutil.copytree(handed_in, tmp_path_factory.mktemp("server") / "course"))
    opened(rounds_at(folder, address))
    everybody_reviews(folder)
    return folder, address


@pytest.fixture
def reviewed(all_on_server, server, tmp_path) -> Path:
    """A course of its own with such a round, in a copy of the database."""
    folder = Path(shutil.copytree(all_on_server[0], tmp_path / "course"))
    return rounds_at(folder, server.new_database(like=all_on_server[1]), instead_of=all_on_server[1])


def rounds_at(course: Path, address: str, instead_of: str = "null") -> Path:
    settings = course / "course.yaml"
    text = settings.read_text()
    assert f"peer_db: {instead_of}\n" in text
    settings.write_text(text.replace(f"peer_db: {instead_of}\n", f"peer_db: {address}\n"))
    return course


def test_nothing_of_the_round_lies_in_the_courses_folder(course):
    opened(course)
    assert not (course / "peer.db").exists()


@pytest.fixture
def lonely(handed_in, tmp_path) -> Path:
    return Path(shutil.copytree(handed_in, tmp_path / "lonely"))


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql+pg8000://goalsmith:x@127.0.0.1:{free_port()}/nothing",
        "postgresql+nodriver://goalsmith@127.0.0.1/nothing",
        "no address",
    ],
)
def test_a_database_that_cannot_be_used_is_told_in_a_sentence(lonely, address):
    with pytest.raises(RoundError, match=r"^The database of the rounds cannot be used: .*peer_db in course\.yaml\.$"):
        opened(rounds_at(lonely, address))


def test_a_wrong_password_is_told_in_a_sentence(lonely, server):
    address = server.new_database().replace(server.password, "wrong")
    with pytest.raises(RoundError, match="password authentication failed"):
        opened(rounds_at(lonely, address))
