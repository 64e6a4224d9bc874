"""A rubric: criteria with anchored levels, and the yes/no checks that lead to a level. All of it is data."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Slug, Text

Level = Annotated[int, Field(ge=0, le=3)]
CheckId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Check(Authored):
    """One yes/no question about a statement.

    `advice` is shown when the check keeps the statement below what is expected: a sentence that may use
    ``{quote}`` for the learner's own words and ``{fact}`` for the case fact. `ask` is a question that leads on.
    `when` says which answer calls for the advice. `goal_advice` and `goal_ask` take their place for a goal, which is
    never asked for dose, technique or place.
    """

    question: Text
    advice: str = ""
    ask: str = ""
    goal_advice: str = ""
    goal_ask: str = ""
    when: Literal["no", "yes"] = "no"


class Rule(Authored):
    """The level that holds when every check in `all` says yes and every check in `none` says no."""

    level: Level
    all: list[CheckId] = []
    none: list[CheckId] = []


class Expected(Authored):
    """The level that a goal and an objective are each expected to reach."""

    goal: Level
    objective: Level


class Criterion(Authored):
    """One letter: its question, four anchors, and rules of which the first that holds gives the level."""

    name: Text
    question: Text
    anchors: Annotated[list[Text], Field(min_length=4, max_length=4)]
    expected: Expected
    rules: Annotated[list[Rule], Field(min_length=1)]

    @model_validator(mode="after")
    def _ends_without_condition(self) -> "Criterion":
        if self.rules[-1].all or self.rules[-1].none:
            raise ValueError("rules: the last rule must hold always (a level alone), so that every text has a level")
        return self


class Rubric(Authored):
    """A whole rubric. `type_advice` is said when a statement is filed under the wrong kind."""

    id: Slug
    version: Text
    title: Text
    criteria: dict[Literal["S", "M", "A", "R", "T"], Criterion]
    checks: dict[CheckId, Check]
    type_advice: dict[str, Text]

    @model_validator(mode="after")
    def _rules_name_known_checks(self) -> "Rubric":
        for letter, criterion in self.criteria.items():
            for rule in criterion.rules:
                for check in (*rule.all, *rule.none):
                    if check not in self.checks:
                        raise ValueError(f"criteria.{letter}.rules: no check is called {check}; add it under checks")
        return self
