"""A case: one fictional client, with what a plan for them has to answer."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from goalsmith.model.base import Authored, Slug, Text
from goalsmith.model.interview import Interview
from goalsmith.model.presenting import PresentingProblem, Risk
from goalsmith.model.stage import Stage
from goalsmith.model.totals import see_totals

Rating = Annotated[int, Field(ge=0, le=10)]


class Diagnosis(Authored):
    """A diagnosis by name and ICD-10-CM code."""

    name: Text
    icd10cm: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$")]


class Client(Authored):
    """Who the client is. Age in years."""

    age: Annotated[int, Field(ge=0, le=120)]
    gender: Text
    occupation: Text
    household: Text


class Readiness(Authored):
    """How important change is to the client and how confident they are, both 0 to 10, and their own view."""

    importance: Rating
    confidence: Rating
    own_view: str = ""


class Context(Authored):
    """Where the client comes from and who stands by them."""

    culture: str = ""
    faith: str = ""
    language: str = ""
    supports: str = ""


class Reference(Authored):
    """A source that the case rests on."""

    author: Text
    year: Annotated[int, Field(ge=1800, le=2100)]
    title: Text
    source: str = ""


class Required(Authored):
    """How many goals a plan needs, and how many objectives each; a shortfall counts as zero points."""

    goals: Annotated[int, Field(ge=1, le=10)] = 1
    objectives_per_goal: Annotated[int, Field(ge=1, le=10)] = 1


class Case(Authored):
    """One case. `measures` maps an instrument to the client's total score at intake."""

    id: Slug
    title: str = ""
    diagnosis: Diagnosis
    comorbid: list[Diagnosis] = []
    client: Client
    pronouns: str = ""
    client_words: Text
    presenting_problems: Annotated[list[PresentingProblem], Field(min_length=1)]
    strengths: list[Text]
    barriers: list[Text]
    measures: dict[str, float]
    item_answers: dict[str, list[int]] = {}
    planned_sessions: Annotated[int, Field(ge=1, le=200)]
    intake: date | None = None
    session_every: str = ""
    context: Context = Field(default_factory=Context)
    readiness: Readiness | None = None
    risk: list[Risk] = []
    required: Required = Field(default_factory=Required)
    narrative: str = ""
    interview: Interview | None = None
    stages: list[Stage] = []
    references: list[Reference] = []

    @model_validator(mode="after")
    def _consistent(self) -> "Case":
        ids = [p.id for p in self.presenting_problems]
        if twice := {i for i in ids if ids.count(i) > 1}:
            raise ValueError(f"presenting_problems: the id {sorted(twice)[0]} stands twice; give each its own")
        see_totals(self.item_answers, self.measures, "measures")
        return self

    @property
    def name(self) -> str:
        """What to call the case on a page."""
        return self.title or self.id

    @property
    def client_name(self) -> str:
        """What to call the client: the first word of the title, where that is a name, else "The client"."""
        first = self.title.split(" ")[0].strip(",:;.")
        named = len(first) > 1 and first[0].isupper() and first.lower() not in ("the", "an", "one")
        return first if named else "The client"
