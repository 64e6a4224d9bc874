"""A learner's work on the later sessions of a case, without a screen: open, decide, commit."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from goalsmith.engine.unfolding import asked_readings, changed, score_stage, under_review
from goalsmith.errors import BadPlan
from goalsmith.model import (
    Choice,
    Decision,
    Objective,
    ObjectiveReview,
    Plan,
    Reading,
    Stage,
    StageResult,
    StagesFile,
    StageWork,
)
from goalsmith.store import (
    key_beside,
    load_assignment,
    load_folder,
    plan_name,
    read_plan,
    stage_store,
)
from goalsmith.widgets.bulletin import tell
from goalsmith.widgets.text import clean

State = Literal["committed", "open", "ready", "later"]
LONGEST = 20_000
"""Code points that one reason may have; the file takes no longer one."""


class StageSession:
    """The later sessions of the case in `folder`. Every change is saved at once; what is committed stays as it is.

    `key` is there only where somebody practises alone. `problem` is one sentence when the last save failed, else empty.
    """

    def __init__(self, folder: Path) -> None:
        """Open what was saved.

        Raises:
            BadFile: the folder lacks an assignment, its case or its rubrics, or holds a damaged key.
        """
        self.folder = folder
        self.assignment = load_assignment(folder)
        self.case, self.knowledge = load_folder(folder)
        self.key = key_beside(folder)
        self.store = stage_store(folder, self.case.id)
        self.written: StagesFile = self.store.load()
        self.problem = ""

    # Looking

    @property
    def saved_at(self) -> float:
        """When the work was last saved, in seconds since 1970, or 0 for never."""
        return self.written.saved_at.timestamp() if self.written.saved_at else 0.0

    def plan(self) -> Plan | None:
        """The plan in the folder as it is saved now, or None where there is none that can be read."""
        try:
            return read_plan(self.folder / plan_name(self.case.id), self.case.id)
        except BadPlan:
            return None

    def work(self, stage: Stage) -> StageWork:
        """The work on a session; an untouched one is not in the file."""
        return next((one for one in self.written.stages if one.id == stage.id), StageWork(id=stage.id))

    def state(self, stage: Stage) -> State:
        """A session is opened by the learner, once the one before it is committed."""
        work = self.work(stage)
        if work.committed_at is not None:
            return "committed"
        if work.before is not None:
            return "open"
        at = self.case.stages.index(stage)
        return "ready" if not at or self.state(self.case.stages[at - 1]) == "committed" else "later"

    def readings(self, stage: Stage) -> list[str]:
        """The instruments whose change the learner is asked about."""
        return [name for name, _ in asked_readings(self.case, stage, self.knowledge.measures)]

    def objectives(self, stage: Stage) -> list[tuple[str, Objective]]:
        """What is reviewed: the objectives of the plan as it was when the session was opened."""
        return [(label, objective) for label, _, objective in under_review(self.work(stage).before)]

    def review(self, stage: Stage, objective: str) -> ObjectiveReview:
        """What was decided on an objective."""
        return next(one for one in self.work(stage).objectives if one.objective == objective)

    def new_objectives(self, stage: Stage) -> list[str]:
        """What the plan calls the objectives that have come since the session was opened."""
        old = {objective.id for _, objective in self.objectives(stage)}
        return [label for label, _, objective in under_review(self.plan()) if objective.id not in old]

    def result(self, stage: Stage) -> StageResult | None:
        """What the key says of a committed session; None in a course, where the key is not here."""
        rulings = self.key.stages.get(stage.id) if self.key else None
        if rulings is None or self.state(stage) != "committed":
            return None
        return score_stage(self.case, stage, rulings, self.work(stage), self.knowledge.measures)

    def missing(self, stage: Stage) -> list[str]:
        """What a session still needs before it can be committed, each as a phrase."""
        work = self.work(stage)
        lacking = [_asked(one) for one in stage.choices if one.kind == "first" and not work.choices.get(one.id)]
        lacking += [f"what {name} shows" for name in self.readings(stage) if name not in work.readings]
        lacking += self._open_objectives(work)
        lacking += [_asked(one) for one in stage.choices if one.kind != "first" and not work.choices.get(one.id)]
        return lacking + self._open_revision(stage)

    def _open_objectives(self, work: StageWork) -> list[str]:
        labels = {objective.id: label for label, _, objective in under_review(work.before)}
        reviews = [one for one in work.objectives if one.objective in labels]
        kinds = (
            ("what {} is about", [one for one in reviews if not one.thread]),
            ("a decision on {}", [one for one in reviews if one.decision is None]),
            ("a reason for {}", [one for one in reviews if not one.reason.strip()]),
        )
        return [phrase.format(", ".join(labels[one.objective] for one in found)) for phrase, found in kinds if found]

    def unrevised(self, stage: Stage) -> list[str]:
        """The ids of the objectives that are to be revised and have the same words as when the session was opened."""
        work, plan = self.work(stage), self.plan()
        return [one for one in _to_revise(work) if not changed(work.before, plan, one)]

    def _open_revision(self, stage: Stage) -> list[str]:
        work = self.work(stage)
        if not _to_revise(work):
            return []
        labels = {objective.id: label for label, objective in self.objectives(stage)}
        same = ", ".join(labels[one] for one in self.unrevised(stage))
        lacking = [f"a change in your plan for {same}, which you revise"] if same else []
        return lacking if work.plan_reason.strip() else [*lacking, "the reason for the change of your plan"]

    def can_open(self) -> bool:
        """Whether the plan has an objective to review."""
        return bool(under_review(self.plan()))

    # Deciding

    def open(self, stage: Stage) -> bool:
        """Open a session: the plan of this moment is what it reviews. False while there is no objective to review."""
        if self.state(stage) != "ready" or not self.can_open():
            return False
        plan = self.plan()
        work = self.written.of(stage.id)
        work.before = plan
        threads = {thread.problem for thread in stage.threads}
        work.objectives = [
            ObjectiveReview(objective=one.id, text=one.text, thread=problem if problem in threads else "")
            for _, problem, one in under_review(plan)
        ]
        return self._save()

    def say_reading(self, stage: Stage, name: str, shows: Reading | None) -> None:
        """Say what a reading shows against intake. Saves."""
        if work := self._changing(stage):
            others = {key: value for key, value in work.readings.items() if key != name}
            work.readings = {**others, name: shows} if shows else others
            self._save()

    def choose(self, stage: Stage, choice: str, options: Sequence[str]) -> None:
        """Answer a choice. Saves."""
        if work := self._changing(stage):
            work.choices = {**work.choices, choice: list(options)}
            self._save()

    def decide(self, stage: Stage, objective: str, decision: Decision | None) -> None:
        """Decide on an objective. Saves."""
        if self._changing(stage):
            self.review(stage, objective).decision = decision
            self._save()

    def relate(self, stage: Stage, objective: str, thread: str) -> None:
        """Say which problem an objective is about. Saves."""
        if self._changing(stage):
            self.review(stage, objective).thread = thread
            self._save()

    def explain(self, stage: Stage, objective: str, reason: str) -> None:
        """Say why. Saves."""
        if self._changing(stage):
            self.review(stage, objective).reason = clean(reason)[:LONGEST]
            self._save()

    def explain_plan(self, stage: Stage, reason: str) -> None:
        """Say why the plan was changed. Saves."""
        if work := self._changing(stage):
            work.plan_reason = clean(reason)[:LONGEST]
            self._save()

    def commit(self, stage: Stage) -> bool:
        """Keep the session as it is, with the plan of this moment; False while something is missing."""
        work = self._changing(stage)
        if work is None or self.missing(stage):
            return False
        work.after = self.plan()
        work.committed_at = datetime.now(UTC).replace(microsecond=0)
        if not self._save():
            work.after = work.committed_at = None
            return False
        return True

    def _changing(self, stage: Stage) -> StageWork | None:
        return self.work(stage) if self.state(stage) == "open" else None

    def _save(self) -> bool:
        try:
            self.store.save(self.written)
        except OSError as error:
            self.problem = f"your work cannot be written ({error.strerror})"
            return False
        self.problem = ""
        tell(self.folder, "stages")
        return True


def _to_revise(work: StageWork) -> list[str]:
    known = {objective.id for _, _, objective in under_review(work.before)}
    return [one.objective for one in work.objectives if one.decision == "revise" and one.objective in known]


def _asked(choice: Choice) -> str:
    return "what comes first" if choice.kind == "first" else f"an answer to “{choice.ask}”"
