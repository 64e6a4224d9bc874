"""One learner's work on one plan, without a screen: change, save, judge, undo."""

from pathlib import Path

from goalsmith.engine import Judge
from goalsmith.engine.templates import template_rows
from goalsmith.model import Goal, Objective, Plan, PlanAssessment, RankedProblem, Receipt, StatementAssessment, Template
from goalsmith.model.assessment import Kind
from goalsmith.render import ranked_problems
from goalsmith.store import PlanStore, interview_notes, load_assignment, load_folder, load_receipt, plan_digest
from goalsmith.widgets.bulletin import tell
from goalsmith.widgets.changes import Change, Timeline
from goalsmith.widgets.text import clean

Statement = Goal | Objective


class EditSession:
    """The plan of the assignment in `folder`, with its store and its judge. Every change is saved at once.

    `saves` counts the saves that succeeded; `problem` is one sentence when the last one failed, else empty.
    """

    def __init__(self, folder: Path) -> None:
        """Open the assignment in `folder`, with the saved plan or a first empty goal.

        Raises:
            BadFile: the folder lacks an assignment, its case or its rubrics, or holds another case's plan.
        """
        self.folder = folder
        self.assignment = load_assignment(folder)
        self.live = self.assignment.live
        self.case, self.knowledge = load_folder(folder)
        self.rubric = self.knowledge.rubric
        self.store = PlanStore(folder, self.case.id)
        self.plan = self.store.load()
        self.judge = Judge(self.knowledge, self.case)
        self.saves = 0
        self.problem = ""
        self._templates: dict[Kind, list[tuple[str, Template]]] = {}
        self._judged: dict[str, tuple[str, StatementAssessment]] = {}
        self._used = {row.id for row in self.plan.statements()} | set(self.store.history.newest())
        for row in self.plan.statements():
            row.text = clean(row.text)
        if not self.plan.goals:
            goal = self._new_goal()
            goal.objectives.append(self._new_objective(goal))
        self.changes = Timeline(self.plan)

    # Looking

    @property
    def saved_at(self) -> float:
        """When the plan was last saved, in seconds since 1970, or 0 for never."""
        return self.plan.saved_at.timestamp() if self.plan.saved_at else 0.0

    def find(self, statement_id: str) -> Statement:
        """Return the statement of that id.

        Raises:
            KeyError: the plan has none.
        """
        for row in self.plan.statements():
            if row.id == statement_id:
                return row
        raise KeyError(statement_id)

    def goal_of(self, statement_id: str) -> Goal:
        """Return the goal itself, or the goal that an objective belongs to."""
        for goal in self.plan.goals:
            if statement_id in {goal.id, *(objective.id for objective in goal.objectives)}:
                return goal
        raise KeyError(statement_id)

    def label(self, statement_id: str) -> str:
        """What the page calls a statement now: "Goal 2" or "Objective 2.1"."""
        goal = self.goal_of(statement_id)
        number = self.plan.goals.index(goal) + 1
        if goal.id == statement_id:
            return f"Goal {number}"
        return f"Objective {number}.{[o.id for o in goal.objectives].index(statement_id) + 1}"

    def can_move(self, statement_id: str, by: int) -> bool:
        """Whether there is room to move the statement up (-1) or down (+1) among its siblings."""
        row, siblings = self._with_siblings(statement_id)
        return 0 <= _place(siblings, row) + by < len(siblings)

    def changed_since_submission(self) -> bool | None:
        """Whether the work differs from what was last submitted; None before the first submission."""
        receipt = self.receipt()
        return None if receipt is None else receipt.plan_digest != self.digest()

    def digest(self) -> str:
        """The digest of what a submission would hand in now."""
        return plan_digest(self.plan)

    def receipt(self) -> Receipt | None:
        """The receipt of the last submission, or None."""
        return load_receipt(self.folder, self.assignment.name)

    def notes(self) -> list[str]:
        """What the interview brought out, to quote in the plan."""
        return interview_notes(self.folder, self.case.id)

    def templates(self, kind: Kind) -> list[tuple[str, Template]]:
        """Starting points for a statement of that kind, each with a label; they are looked up once."""
        if kind not in self._templates:
            self._templates[kind] = template_rows(self.case, self.knowledge.practices, kind)
        return self._templates[kind]

    # Judging

    def assess(self, statement_id: str) -> StatementAssessment | None:
        """Judge one statement, or return the judgement that still holds; None for an empty one."""
        row = self.find(statement_id)
        if not row.text.strip():
            return None
        state = row.model_dump_json(exclude={"objectives"})
        known = self._judged.get(statement_id)
        if known is None or known[0] != state:
            known = (state, self._judge(row))
            self._judged[statement_id] = known
        return known[1]

    def assess_plan(self) -> PlanAssessment:
        """Judge the whole plan."""
        return self.judge.plan(self.plan)

    def _judge(self, row: Statement) -> StatementAssessment:
        if isinstance(row, Goal):
            return self.judge.statement(row.text, "goal", measure=row.measure, review_by=row.review_by)
        return self.judge.statement(row.text, "objective", due=row.due, interventions=row.interventions)

    # Changing

    def edit(self, statement_id: str, text: str) -> None:
        """Set the words of a statement and save."""
        self.find(statement_id).text = clean(text)
        self.save()

    def add_goal(self) -> Goal:
        """Append an empty goal with one empty objective and save."""
        goal = self._new_goal()
        goal.objectives.append(self._new_objective(goal))
        self.save()
        return goal

    def add_objective(self, goal_id: str) -> Objective:
        """Append an empty objective to a goal and save."""
        goal = self.goal_of(goal_id)
        goal.objectives.append(self._new_objective(goal))
        self.save()
        return goal.objectives[-1]

    def move(self, statement_id: str, by: int) -> None:
        """Move a statement up (-1) or down (+1) among its siblings and save; at the end nothing happens."""
        if not self.can_move(statement_id, by):
            return
        row, siblings = self._with_siblings(statement_id)
        place = _place(siblings, row)
        siblings.insert(place + by, siblings.pop(place))
        self.save()

    def delete(self, statement_id: str) -> str:
        """Take a statement, a goal with its objectives, out of the plan and save; return what it was called."""
        row, siblings = self._with_siblings(statement_id)
        label = self.label(statement_id)
        siblings.pop(_place(siblings, row))
        self.save()
        return label

    def undo(self) -> str:
        """Take the last change back and save; return a sentence about it, or nothing where there is none."""
        return self._go(self.changes.undo())

    def redo(self) -> str:
        """Do again what was taken back last and save; return a sentence about it, or nothing where there is none."""
        return self._go(self.changes.redo())

    def _go(self, step: tuple[Change, Plan] | None) -> str:
        if step is None:
            return ""
        change, plan = step
        plan.saved_at = self.plan.saved_at
        self.plan = plan
        self.save()
        return change.what

    def decision(self, problem_id: str) -> RankedProblem:
        """Return what was decided on a problem of the case; an undecided one is not in the plan."""
        return next((row for row in self.plan.problems if row.id == problem_id), RankedProblem(id=problem_id))

    def decide(self, decided: RankedProblem) -> None:
        """Put a decision on a problem into the plan and save."""
        if decided.id not in {row.id for row in self.plan.problems}:
            self.plan.problems.append(decided)
        self.save()

    def ranked(self) -> list[str]:
        """The ids of the case's problems in the order of the plan."""
        return [problem_id for problem_id, _ in ranked_problems(self.case, self.plan)]

    def rank(self, problem_id: str, by: int) -> None:
        """Move a problem up (-1) or down (+1) in the order and save; at the end nothing happens."""
        order = self.ranked()
        place = order.index(problem_id)
        if not 0 <= place + by < len(order):
            return
        order.insert(place + by, order.pop(place))
        rows = [self.decision(one) for one in order]
        for number, row in enumerate(rows, 1):
            row.rank = number
        others = [row for row in self.plan.problems if row.id not in order]
        self.plan.problems = [*rows, *others]
        self.save()

    def bring_back(self, version: Plan) -> None:
        """Take the words of an earlier version and save. Fields of statements that are still there stay as they are.

        What has come since goes; `undo` brings it back.
        """
        goals = {goal.id: goal for goal in self.plan.goals}
        steps = {step.id: step for goal in self.plan.goals for step in goal.objectives}
        back = []
        for old in version.goals:
            goal = goals.get(old.id) or Goal(id=old.id)
            goal.text = old.text
            goal.objectives = [
                _with_words(steps.get(step.id) or Objective(id=step.id), step) for step in old.objectives
            ]
            if old.text.strip() or any(step.text.strip() for step in old.objectives):
                back.append(goal)
        self.plan.goals = back
        self.save()

    def save(self) -> bool:
        """Save the plan; False, with `problem` set, when the folder cannot be written."""
        self.changes.saw(self.plan)
        try:
            self.store.save(self.plan)
        except OSError as error:
            self.problem = f"the plan cannot be written ({error.strerror}); your words are kept in this browser"
            return False
        self.saves += 1
        self.problem = ""
        tell(self.folder, "plan")
        return True

    # Helpers

    def _with_siblings(self, statement_id: str) -> tuple[Statement, list[Goal] | list[Objective]]:
        row = self.find(statement_id)
        return row, self.plan.goals if isinstance(row, Goal) else self.goal_of(statement_id).objectives

    def _new_goal(self) -> Goal:
        goal = Goal(id=self._unused("g"))
        self.plan.goals.append(goal)
        return goal

    def _new_objective(self, goal: Goal) -> Objective:
        return Objective(id=self._unused(f"{goal.id}-o"))

    def _unused(self, prefix: str) -> str:
        """An id that this plan has never had: a deleted one is not given out again, so that history stays readable."""
        number = 1
        while f"{prefix}{number}" in self._used:
            number += 1
        self._used.add(f"{prefix}{number}")
        return f"{prefix}{number}"


def _with_words(step: Objective, old: Objective) -> Objective:
    step.text = old.text
    return step


def _place(rows: list[Goal] | list[Objective], row: Statement) -> int:
    return [other.id for other in rows].index(row.id)
