"""Who can take part in a round: the plans that were collected, with what is wrong with those that stay out."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from goalsmith.errors import BadPlan, RoundError
from goalsmith.grading.cohort import Progress
from goalsmith.grading.course import load_course
from goalsmith.grading.score import Master, master_of
from goalsmith.model import Case, Plan, asked
from goalsmith.peer.packets.address import address, read_secret
from goalsmith.peer.packets.allow import travelling
from goalsmith.store import plan_name, read_plan

MOST_PLAN_BYTES = 200_000
"""What one plan may weigh in a packet, so that a packet with ten of them stays below the 2 MB that a learner reads."""


@dataclass(frozen=True, slots=True)
class Collected:
    """One learner's plan as it will travel. `digest` is the hash of the plan file; `secret` None if it has none."""

    learner: str
    plan: Plan
    digest: str
    secret: str | None

    def address(self, course: str, assignment: str) -> str | None:
        """Where the learner's packet will lie, or None for somebody who cannot be reached."""
        return address(self.secret, course, assignment, "packet") if self.secret else None

    def return_address(self, course: str, assignment: str) -> str | None:
        """Where the learner's own plan comes back to."""
        return address(self.secret, course, assignment, "returned") if self.secret else None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The usable plans in the order of their learners' ids, and why others stay out, a sentence by learner."""

    plans: tuple[Collected, ...]
    bad: dict[str, str]


def source_of(course: Path, assignment: str) -> Path:
    """The folder of the masters of a course's assignment of plans.

    Raises:
        RoundError: the course has no such assignment, leaves peer review out for it, or has not built it.
    """
    settings = load_course(course)
    terms = settings.assignments.get(assignment)
    source = course / "source" / assignment
    if terms is None:
        named = ", ".join(settings.assignments) or "none"
        raise RoundError(f"{assignment} is no case of {course / 'course.yaml'}; it has: {named}.")
    if not terms.peer:
        raise RoundError(f"{assignment} has `peer: false` in {course / 'course.yaml'}, so it has no reviews.")
    if not (source / "case.yaml").is_file():
        raise RoundError(f"{source} is missing; first run: goalsmith course build {course}")
    return source


def gather(course: Path, assignment: str) -> Gathered:
    """Read every collected plan of `assignment`.

    Raises:
        RoundError: nothing has been collected.
    """
    case = master_of(source_of(course, assignment)).case
    folders = sorted((course / "submitted").glob(f"*/{assignment}"))
    if not folders:
        raise RoundError(f"Nothing of {assignment} was collected yet. First run: nbgrader collect {assignment}")
    plans, bad = [], {}
    for folder in folders:
        try:
            plans.append(_read(folder, case))
        except BadPlan as problem:
            bad[folder.parent.name] = str(problem)
    return Gathered(tuple(_told_apart(plans)), bad)


def engine_levels(master: Master, plan: Plan) -> dict[str, int]:
    """The rubric engine's level 0 to 3 of each criterion that the case asks for."""
    judged = master.judge.plan(plan)
    levels: dict[str, int | None] = {**judged.levels}
    levels.update((part, result.level) for part, result in judged.whole.items())
    return {one: level for one in asked(master.case) if (level := levels.get(one)) is not None}


def judge_all(master: Master, plans: tuple[Collected, ...], progress: Progress | None) -> dict[str, dict[str, int]]:
    """The engine's levels by learner."""
    levels = {}
    for one in plans:
        if progress:
            progress(one.learner, len(plans))
        levels[one.learner] = engine_levels(master, one.plan)
    return levels


def _read(folder: Path, case: Case) -> Collected:
    path = folder / plan_name(case.id)
    if path.is_symlink():
        raise BadPlan(path.name, ["is a link to another file; hand in the plan itself"])
    written = read_plan(path, case.id)
    if not any(row.text.strip() for row in written.statements()):
        raise BadPlan(path.name, ["holds no goal yet; there is nothing to review"])
    plan = travelling(written, case)
    if (size := len(plan.model_dump_json())) > MOST_PLAN_BYTES:
        raise BadPlan(path.name, [f"has {size:,} characters, too many to review; {MOST_PLAN_BYTES:,} are the limit"])
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Collected(folder.parent.name, plan, digest, read_secret(folder))


def _told_apart(plans: list[Collected]) -> list[Collected]:
    """The plans, without any secret that two learners handed in: it would open the one's packet to the other."""
    times = Counter(one.secret for one in plans)
    return [one if times[one.secret] == 1 else Collected(one.learner, one.plan, one.digest, None) for one in plans]
