"""Each practice offers starting points: sentences whose gaps, problems, techniques and sources hold together."""

import re

import pytest

from goalsmith.store import load_knowledge

PRACTICES = [p for p in load_knowledge().practices if p.disorder != "everybody"]
TEMPLATES = [pytest.param(p, t, id=f"{p.disorder}/{t.id}") for p in PRACTICES for t in p.templates]
FULL = {"gad", "ocd", "major-depression"}


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda p: p.disorder)
def test_a_practice_has_goals_and_objectives_to_start_from(practice):
    kinds = [t.kind for t in practice.templates]
    goals, objectives = (2, 5) if practice.disorder in FULL else (1, 3)
    assert kinds.count("goal") >= goals
    assert kinds.count("objective") >= objectives
    assert len({t.id for t in practice.templates}) == len(kinds)


@pytest.mark.parametrize(("practice", "template"), TEMPLATES)
def test_a_template_answers_a_problem_of_its_practice_with_one_of_its_techniques(practice, template):
    assert template.problem in practice.problems
    assert template.kind == "goal" or template.technique in {t.name for t in practice.techniques}


@pytest.mark.parametrize(("practice", "template"), TEMPLATES)
def test_every_gap_of_a_template_has_one_hint_that_is_a_sentence(practice, template):
    assert sorted(re.findall(r"\[([^\]]*)\]", template.text)) == sorted(slot.name for slot in template.slots)
    assert all(re.fullmatch(r"[A-Z][^{}\[\]]{15,140}\.", slot.hint) for slot in template.slots)


@pytest.mark.parametrize(("practice", "template"), TEMPLATES)
def test_a_template_says_on_what_source_it_rests(practice, template):
    assert template.source in practice.sources
    assert re.match(r"\w.* \(\d{4}\)\. \w", template.source)
    assert template.why.endswith(".")


@pytest.mark.parametrize(("practice", "template"), TEMPLATES)
def test_a_template_of_a_goal_asks_for_no_dose_place_or_helper(practice, template):
    if template.kind == "goal" and practice.disorder != "insomnia":
        assert not {"dose", "situation", "who"} & {slot.name for slot in template.slots}


def test_templates_name_no_client_and_are_told_apart_by_their_words():
    texts = [p.values[1].text for p in TEMPLATES]
    assert len(set(texts)) == len(texts)
    assert not any(re.search(r"\b(?:Maya|Daniel|Ruth|she|he|her|his)\b", text) for text in texts)
