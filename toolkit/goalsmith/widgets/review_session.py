"""One learner's reviews of one case, without a screen: sample plans, the plans of the packet, the own plan."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from goalsmith.engine import Judge
from goalsmith.errors import BadFile
from goalsmith.model import (
    Calibration,
    Criterion,
    Exemplars,
    Packet,
    Plan,
    PlanAssessment,
    PlanCriterion,
    Receipt,
    Review,
    asked,
)
from goalsmith.store import (
    anchors_digest,
    keep_calibration,
    kept_calibration,
    load_assignment,
    load_exemplars,
    load_folder,
    load_receipt,
    load_review_rubric,
    plan_name,
    read_packet,
    read_plan,
    review_store,
    work_digest,
)
from goalsmith.widgets.calibration_run import CalibrationRun
from goalsmith.widgets.plan_words import Block, plan_blocks
from goalsmith.widgets.review_work import OWN, ReviewWork


class ReviewSession:
    """The reviews of the assignment in `folder`, with their store. Every change is saved at once.

    `packet` holds the plans to review, or is None; `packet_problem` is one sentence when its file cannot be read.
    `saves` counts the saves that succeeded; `problem` is one sentence when the last one failed, else empty.
    """

    def __init__(self, folder: Path) -> None:
        """Open the assignment in `folder` with what was written before.

        Raises:
            BadFile: the folder lacks an assignment, its case or its rubrics, or its sample plans cannot be read.
        """
        self.folder = folder
        self.assignment = load_assignment(folder)
        self.case, self.knowledge = load_folder(folder)
        self.asked = asked(self.case)
        both = {**self.knowledge.rubric.criteria, **self.knowledge.whole.criteria}
        self.criteria: dict[PlanCriterion, Criterion] = {one: both[one] for one in self.asked}
        self.usefulness: Criterion = load_review_rubric(folder / "rubrics").comment
        self.store = review_store(folder, self.case.id)
        self.written = self.store.load()
        self.saves, self.problem = 0, ""
        self.exemplars = _exemplars(folder)
        self.calibration = self._calibration()
        self.packet: Packet | None = None
        self.packet_problem = ""
        self._works: dict[str, ReviewWork] = {}
        self._assessed: dict[str, PlanAssessment] = {}
        self._judge: Judge | None = None
        self.read_packet()

    # Looking

    @property
    def saved_at(self) -> float:
        """When the reviews were last saved, in seconds since 1970, or 0 for never."""
        return self.written.saved_at.timestamp() if self.written.saved_at else 0.0

    def works(self) -> list[ReviewWork]:
        """The plans of the packet with their reviews, in the packet's order."""
        return [self._works[one.id] for one in self.packet.plans] if self.packet else []

    def withdrawn(self) -> list[Review]:
        """Reviews of plans that are in the packet no more. They are kept, and nothing more is asked of them."""
        if self.packet is None:
            return []
        here = {one.id for one in self.packet.plans}
        return [one for one in self.written.reviews if one.plan not in here and (one.levels or one.comments)]

    def own_plan(self) -> Plan | str:
        """The learner's own plan of the case as it is now, or a sentence on why there is none."""
        folder = self.folder.parent / self.case.id
        try:
            plan = read_plan(folder / plan_name(self.case.id), self.case.id)
        except BadFile as problem:
            return f"Your own plan is looked for in the folder {folder.name}, beside this one. {problem}."
        if any(row.text.strip() for row in plan.statements()):
            return plan
        return f"Your own plan in the folder {folder.name}, beside this one, is empty."

    def own_work(self) -> ReviewWork | str:
        """The own plan with its review, or a sentence on why there is none."""
        if OWN not in self._works:
            plan = self.own_plan()
            if isinstance(plan, str):
                return plan
            self._works[OWN] = self._work(plan, self.written.self_review or Review(plan=OWN))
        return self._works[OWN]

    def left(self) -> int | None:
        """How many plans of the packet are not finished; None while there are no plans."""
        return sum(not one.finished for one in self.works()) if self.packet and self.packet.plans else None

    def own_is_open(self) -> bool:
        """Whether it is time for the own plan: it comes last, but what was begun stays open."""
        return self.left() == 0 or self.written.self_review is not None

    def assess(self, work: ReviewWork) -> PlanAssessment:
        """What the engine says of a plan."""
        key = work.review.plan
        if key not in self._assessed:
            self._judge = self._judge or Judge(self.knowledge, self.case)
            self._assessed[key] = self._judge.plan(work.plan)
        return self._assessed[key]

    def blocks(self, plan: Plan) -> list[Block]:
        """A plan as the page shows it."""
        return plan_blocks(plan, self.case)

    def receipt(self) -> Receipt | None:
        """The receipt of the last submission, or None."""
        return load_receipt(self.folder, self.assignment.name)

    def changed_since_submission(self) -> bool | None:
        """Whether the reviews differ from those last submitted; None before the first submission."""
        receipt = self.receipt()
        return None if receipt is None else receipt.plan_digest != work_digest(self.written)

    # Changing

    def read_packet(self) -> None:
        """Read the plans to review anew. Reviews that were begun stay as they are."""
        try:
            self.packet, self.packet_problem = read_packet(self.folder), ""
        except BadFile as problem:
            self.packet_problem = f"{problem}."
            return
        if self.packet and self.packet.case != self.case.id:
            self.packet_problem = f"packet.json is for the case {self.packet.case}; get the plans again."
            self.packet = None
        for one in self.packet.plans if self.packet else ():
            known = self._works.get(one.id)
            if known is None or known.plan != one.plan:
                self._assessed.pop(one.id, None)
                review = self.written.of(one.id) or Review(plan=one.id)
                self._works[one.id] = self._work(one.plan, known.review if known else review)

    def save(self) -> bool:
        """Save the reviews; False, with `problem` set, when they cannot be written."""
        try:
            self.store.save(self.written)
        except OSError as error:
            self.problem = f"the reviews cannot be written ({error.strerror}); your words are kept in this browser"
            return False
        self.saves += 1
        self.problem = ""
        return True

    # Helpers

    def _work(self, plan: Plan, review: Review) -> ReviewWork:
        return ReviewWork(plan, self.blocks(plan), review, self.asked, self._changed)

    def _changed(self, review: Review) -> bool:
        """Save, with `review` among what is written: one that was never touched is in no file."""
        if review.plan == OWN:
            self.written.self_review = review
        elif not any(one is review for one in self.written.reviews):
            self.written.reviews = [*self.written.reviews, review]
        return self.save()

    def _calibration(self) -> CalibrationRun:
        """What was done here under these anchors, or else on another case of the course, or else a new start."""
        rubric = anchors_digest(self.knowledge)
        record = self.written.calibration
        if record.rubric != rubric:
            record = Calibration(rubric=rubric)
        if not record.finished_at and (kept := kept_calibration(self.folder, self.assignment.course, rubric)):
            # The attempts were made on the plans of another case; only that it is done holds here.
            record = Calibration(rubric=rubric, finished_at=kept.finished_at)
        if self.exemplars is None and not record.finished_at:
            record.finished_at = datetime.now(UTC).replace(microsecond=0)  # there is nothing to calibrate on
        self.written.calibration = record
        return CalibrationRun(record, self.exemplars.exemplars if self.exemplars else (), self.asked, self._calibrated)

    def _calibrated(self) -> bool:
        if self.calibration.finished:
            # Without the record the next case asks again, which is no reason to lose this one's reviews.
            with contextlib.suppress(OSError):
                keep_calibration(self.folder, self.assignment.course, self.written.calibration)
        return self.save()


def _exemplars(folder: Path) -> Exemplars | None:
    """The sample plans that were built into the folder, or None where the case has none."""
    return load_exemplars(folder.name, folder.parent) if (folder / "exemplars.yaml").exists() else None
