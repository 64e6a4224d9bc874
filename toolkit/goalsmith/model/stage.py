"""A later session of a case: what happened since, new readings, and what the learner has to decide.

The key to a stage (`StageKey`) lies in a file of its own, which learners of a course do not get.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Kept, Slug, Text
from goalsmith.model.plan import Plan
from goalsmith.model.presenting import PresentingProblem, Risk
from goalsmith.model.rated_by import RatedBy
from goalsmith.model.totals import see_totals

Decision = Literal["met", "continue", "revise", "drop"]
DECISIONS: tuple[Decision, ...] = ("met", "continue", "revise", "drop")
Reading = Literal["improved", "no-reliable-change", "worse", "no-criterion"]
Verdict = Literal["defensible", "unsupported", "unsafe"]
STAGES_FORMAT = 1


class Latest(Authored):
    """The newest figure of what a thread counts, such as 4 messages a day, and which way is better."""

    value: float
    unit: Text
    better: Literal["lower", "higher"]


class StageThread(Authored):
    """What the session brought on one problem: the data that objectives for it are reviewed against."""

    problem: Slug
    data: Text
    latest: Latest | None = None


class Option(Authored):
    """One answer that a choice offers."""

    id: Slug
    text: Text


class Choice(Authored):
    """A question with prepared answers. `first` asks what comes first, `enquiry` what to ask or examine next.

    `most` is how many answers may be chosen.
    """

    id: Slug
    kind: Literal["first", "enquiry", "other"]
    ask: Text
    options: Annotated[list[Option], Field(min_length=2)]
    most: Annotated[int, Field(ge=1)] = 1


class Stage(Authored):
    """One later session. `readings` maps an instrument to its total; `item_answers` hold items where they may ship.

    `session` is the number of the session, from 2. `new_problems` were not there, or not known, at intake, and may have
    threads too; `risk` is what this session brings up.
    """

    id: Slug
    session: Annotated[int, Field(ge=2, le=200)]
    title: Text
    narrative: Text
    readings: dict[str, float] = {}
    item_answers: dict[str, list[int]] = {}
    threads: Annotated[list[StageThread], Field(min_length=1)]
    new_problems: list[PresentingProblem] = []
    risk: list[Risk] = []
    choices: list[Choice] = []

    @model_validator(mode="after")
    def _adds_up(self) -> "Stage":
        see_totals(self.item_answers, self.readings, "readings")
        for ids in ([one.id for one in self.choices], [one.problem for one in self.threads]):
            if twice := {one for one in ids if ids.count(one) > 1}:
                raise ValueError(f"{sorted(twice)[0]} stands twice; give each choice and each thread its own")
        return self


class Ruling(Authored):
    """What the key says of one decision or answer: how it stands to the data, why, and the data behind it."""

    verdict: Verdict
    why: Text
    data: str = ""

    @model_validator(mode="after")
    def _rests_on_data(self) -> "Ruling":
        if self.verdict == "defensible" and not self.data:
            raise ValueError("data: a defensible decision needs the data behind it, in the words of the stage")
        return self


class StageRulings(Authored):
    """The key of one stage: for each thread each decision, and for each choice each of its options."""

    decisions: dict[Slug, dict[Decision, Ruling]]
    choices: dict[Slug, dict[Slug, Ruling]] = {}


class StageKey(Authored):
    """`key.yaml` beside `case.yaml`: what follows from the data of each stage, and what is unsafe."""

    case: Slug
    rated_by: RatedBy
    stages: dict[Slug, StageRulings]


class ObjectiveReview(Kept):
    """What the learner decided on one objective, on the ground of which thread, and why.

    `text` keeps the objective's words as they were then.
    """

    objective: Annotated[str, Field(min_length=1, max_length=60)]
    text: str = ""
    thread: str = ""
    decision: Decision | None = None
    reason: Annotated[str, Field(max_length=20_000)] = ""


class StageWork(Kept):
    """A learner's work on one stage. `before` and `after` are the plan as it was and as it was committed."""

    id: Annotated[str, Field(min_length=1, max_length=60)]
    readings: dict[str, Reading] = {}
    choices: dict[str, list[str]] = {}
    objectives: list[ObjectiveReview] = []
    plan_reason: Annotated[str, Field(max_length=20_000)] = ""
    before: Plan | None = None
    after: Plan | None = None
    committed_at: datetime | None = None


class StagesFile(Kept):
    """`stages.json`, beside the follow-up notebook."""

    format: int = STAGES_FORMAT
    case: Annotated[str, Field(min_length=1, max_length=60)]
    stages: list[StageWork] = []
    saved_at: datetime | None = None

    def of(self, stage_id: str) -> StageWork:
        """The work on the stage of that id, made and kept if there is none yet."""
        for work in self.stages:
            if work.id == stage_id:
                return work
        self.stages.append(StageWork(id=stage_id))
        return self.stages[-1]
