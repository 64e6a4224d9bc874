"""Every case trains reviewers on plans of three kinds, and says of each level why it was set."""

import re

import pytest
import yaml

from goalsmith.data import data_root
from goalsmith.errors import BadCase
from goalsmith.model import asked
from goalsmith.store import find_case, list_cases, load_exemplars

CASES = [case.id for case in list_cases()]
QUOTED = re.compile(r'"([^"]+)"')


def words(text):
    return " ".join(re.findall(r"\w+", text.casefold()))


@pytest.fixture
def written(tmp_path):
    """Write the exemplars of a case with a change to the first of them, and read them back."""

    def change(edit):
        source = yaml.safe_load((data_root() / "case_vignettes" / "gad-maya" / "exemplars.yaml").read_text("utf-8"))
        edit(source["exemplars"][0])
        path = tmp_path / "gad-maya" / "exemplars.yaml"
        path.parent.mkdir()
        path.write_text(yaml.safe_dump(source, allow_unicode=True), "utf-8")
        return load_exemplars("gad-maya", tmp_path)

    return change


@pytest.mark.parametrize("case_id", CASES)
def test_every_case_has_a_strong_a_middling_and_a_flawed_plan(case_id):
    source = load_exemplars(case_id)
    assert {one.id for one in source.exemplars} == {"strong", "middling", "flawed"}
    assert source.case == case_id
    assert all(one.plan.case == case_id for one in source.exemplars)


@pytest.mark.parametrize("case_id", CASES)
def test_levels_stand_for_what_the_case_asks_and_for_nothing_else(case_id):
    for one in load_exemplars(case_id).exemplars:
        assert tuple(one.levels) == asked(find_case(case_id)), one.id
        assert one.levels.keys() == one.reasons.keys()


@pytest.mark.parametrize("case_id", CASES)
def test_each_criterion_is_seen_at_different_levels_and_no_two_plans_are_level_throughout(case_id):
    levels = [one.levels for one in load_exemplars(case_id).exemplars]
    for criterion in asked(find_case(case_id)):
        assert len({one[criterion] for one in levels}) >= 2, criterion
    assert sum(len(set(one.values())) == 1 for one in levels) <= 1


@pytest.mark.parametrize("case_id", CASES)
def test_a_reason_quotes_words_that_stand_in_the_plan(case_id):
    for one in load_exemplars(case_id).exemplars:
        said = words(one.plan.model_dump_json())
        for criterion, reason in one.reasons.items():
            for quote in QUOTED.findall(reason):
                assert words(quote) in said, f"{one.id} {criterion}: {quote}"
            assert 10 <= len(reason.split()) <= 60, f"{one.id} {criterion}"
        assert sum('"' in reason for reason in one.reasons.values()) >= len(one.reasons) / 2


def test_a_level_without_its_reason_is_refused_in_a_sentence(written):
    with pytest.raises(BadCase, match=r"reasons: T is missing; say which words of the plan its level rests on"):
        written(lambda one: one["reasons"].pop("T"))


def test_a_reason_without_a_level_is_refused_in_a_sentence(written):
    with pytest.raises(BadCase, match=r"reasons: fit has a reason but no level; add it to levels, or take the reason"):
        written(lambda one: one["levels"].pop("fit"))


@pytest.mark.parametrize("edit", [{"S": ""}, {"S": "   "}, {"S": None}])
def test_an_empty_reason_is_none(written, edit):
    with pytest.raises(BadCase, match=r"exemplars\.0\.reasons\.S"):
        written(lambda one: one["reasons"].update(edit))


@pytest.mark.parametrize("edit", [{"Z": 3}, {"S": 4}, {"S": -1}, {"S": "high"}])
def test_a_level_that_is_none_is_refused(written, edit):
    with pytest.raises(BadCase, match=r"exemplars\.0\.levels"):
        written(lambda one: one["levels"].update(edit))
