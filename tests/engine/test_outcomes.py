"""What a score and its change say, by the published numbers."""

import pytest

from goalsmith.engine.outcomes import band, change, range_of, reliable_at, remitted
from goalsmith.store import load_knowledge


@pytest.fixture(scope="module")
def measures():
    return load_knowledge().measures


@pytest.mark.parametrize(
    ("name", "score", "expected"),
    [("PHQ-9", 0, "minimal"), ("PHQ-9", 14, "moderate"), ("PHQ-9", 15, "moderately severe"), ("PHQ-9", 27, "severe"),
     ("GAD-7", 9, "mild"), ("GAD-7", 10, "moderate"), ("ASQ", 98, None)],
)  # fmt: skip
def test_a_score_lies_in_its_band(measures, name, score, expected):
    assert band(measures.find(name), score) == expected


def test_a_band_is_named_by_its_scores(measures):
    assert range_of(measures.find("PHQ-9"), "moderate") == "10 to 14"
    assert range_of(measures.find("PHQ-9"), "severe") == "20 to 27"
    assert range_of(measures.find("PHQ-9"), "none such") == ""


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        ("PHQ-9", 17, 12, "no-reliable-change"),
        ("PHQ-9", 17, 11, "improved"),
        ("PHQ-9", 17, 23, "worse"),
        ("GAD-7", 16, 13, "no-reliable-change"),
        ("GAD-7", 16, 12, "improved"),
        ("ASQ", 98, 20, "no-criterion"),
    ],
)
def test_a_change_below_the_reliable_one_is_neither_progress_nor_decline(measures, name, before, after, expected):
    assert change(measures.find(name), before, after) == expected


def test_the_score_from_which_a_change_is_reliable(measures):
    assert reliable_at(measures.find("PHQ-9"), 17) == 11
    assert reliable_at(measures.find("PHQ-9"), 4) is None, "there is no such score"
    assert reliable_at(measures.find("ASQ"), 98) is None


def test_remission_is_said_where_it_is_published(measures):
    assert remitted(measures.find("PHQ-9"), 4) is True
    assert remitted(measures.find("PHQ-9"), 5) is False
    assert remitted(measures.find("ASQ"), 0) is None


def test_items_ship_only_where_they_are_free(measures):
    assert {measure.name for measure in measures.measures if measure.items} == {"PHQ-9", "GAD-7"}
    for measure in measures.measures:
        if measure.items:
            most = (len(measure.items.answers) - 1) * len(measure.items.texts)
            assert (measure.low, measure.high) == (0, most)
            assert measure.licence.startswith("free")
