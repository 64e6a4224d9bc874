"""What a score and its change say, by the published numbers."""

import pytest

from goalsmith.engine.outcomes import (
    band,
    change,
    missed,
    percent_better,
    range_of,
    reliable_lines,
    remitted,
    responded,
    total,
)
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


def test_the_scores_from_which_a_change_is_reliable_each_way(measures):
    assert reliable_lines(measures.find("PHQ-9"), 17) == (11, 23)
    assert reliable_lines(measures.find("PHQ-9"), 4) == (None, 10), "nobody can fall 6 points from 4"
    assert reliable_lines(measures.find("GAD-7"), 18) == (14, None)
    assert reliable_lines(measures.find("ASQ"), 98) == (None, None)
    rises = measures.find("GAD-7").model_copy(update={"better": "higher"})
    assert reliable_lines(rises, 10) == (14, 6)
    assert (change(rises, 10, 14), change(rises, 10, 6)) == ("improved", "worse")


def test_a_response_is_a_percentage_of_the_score_at_the_start(measures):
    obsessions = measures.find("Y-BOCS")
    assert percent_better(obsessions, 20, 15) == 25
    assert percent_better(obsessions, 20, 25) == -25
    assert (responded(obsessions, 20, 13), responded(obsessions, 20, 14)) == (True, False)
    assert responded(measures.find("PHQ-9"), 18, 9) is True
    assert responded(measures.find("GAD-7"), 18, 0) is None, "its sources give no percentage"
    assert percent_better(obsessions, 0, 5) is None
    assert percent_better(measures.find("PSWQ"), 60, 30) is None, "its scale begins at 16"


def test_answers_are_added_up_and_counted_from_nought(measures):
    items = measures.find("GAD-7").items
    assert total([2, 3, 3, 3, 1, 2, 2], items) == 16
    with pytest.raises(ValueError, match="7 answers are needed, one for each item; there are 3"):
        total([1, 2, 3], items)
    with pytest.raises(ValueError, match="counts 0 to 3, not 4"):
        total([4, 0, 0, 0, 0, 0, 0], items)


@pytest.mark.parametrize(("given", "expected"), [(6, []), (4, [1]), (3, [2]), (5, [4]), (8, [1]), (21, [])])
def test_a_slip_in_adding_up_is_traced_to_the_item(given, expected):
    assert missed([2, 3, 0, 1], given) == expected


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
