"""The rubric of reviews: the shipped one holds where a course brings none, and mistakes are told in a sentence."""

import pytest
import yaml

from goalsmith.data import data_root
from goalsmith.errors import BadRubric
from goalsmith.store import load_review_rubric


@pytest.fixture
def written(tmp_path):
    """Write the shipped rubric with a change, and read it back."""

    def change(edit):
        data = yaml.safe_load((data_root() / "rubrics" / "review.yaml").read_text("utf-8"))
        edit(data)
        (tmp_path / "review.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        return load_review_rubric(tmp_path)

    return change


def test_a_folder_without_one_gets_the_shipped_rubric(tmp_path):
    assert load_review_rubric(tmp_path) == load_review_rubric()


def test_a_courses_own_rubric_holds(written):
    assert written(lambda data: data["needed"].update(spans=3)).needed.spans == 3


def test_every_check_that_keeps_a_comment_down_has_something_to_say():
    rubric = load_review_rubric()
    for name in {name for rule in rubric.comment.rules for name in (*rule.all, *rule.none)}:
        assert rubric.checks[name].advice, name
        assert rubric.checks[name].ask.endswith("?"), name


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda d: d["checks"].pop("unkind"), "no check is called unkind"),
        (lambda d: d["messages"].pop("spans"), "messages: spans is missing"),
        (
            lambda d: d["weights"]["mark"].update(agreement=0.9),
            "mark: the weights add up to 1.3; make them",
        ),
        (lambda d: d["comment"]["rules"].pop(), "the last rule must hold always"),
        (lambda d: d["comment"]["anchors"].pop(), "comment.anchors"),
        (lambda d: d["needed"].update(strengths=2), "needed.strengths"),
        (lambda d: d.update(colour="blue"), "colour"),
    ],
)
def test_a_mistake_is_told_with_its_place(written, edit, says):
    with pytest.raises(BadRubric, match=says):
        written(edit)
