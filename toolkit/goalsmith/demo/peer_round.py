"""The demo's round of peer review: made-up learners review each other, one of them carelessly and one not at all."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from goalsmith.demo.reviewing import SampleReviews, load_sample_reviews
from goalsmith.grading import phases
from goalsmith.grading.course import load_course
from goalsmith.model import Calibration, FollowupFile, PacketPlan, Review, ReviewComment, ReviewFile, assignment_name
from goalsmith.model.review import Levels
from goalsmith.peer.packets.fetch import fetch
from goalsmith.peer.rounds.adjudicate import set_levels, waiting
from goalsmith.peer.rounds.close import bring_up_to_date, close_round, take_followup
from goalsmith.peer.rounds.database import find_round, rounds_of
from goalsmith.peer.rounds.open import open_round
from goalsmith.peer.rounds.releasing import give_back
from goalsmith.peer.rounds.tables import Round
from goalsmith.peer.rounds.terms import Terms
from goalsmith.store import answer_store, read_packet, read_returned, review_store

BY = "demo supervisor"
REVIEWS = 3
CARELESS, SILENT = "liam", "gustav"
ANSWERING = 6
"""How many authors answer the reviews in the demo."""


class PeerRound:
    """A whole round of the demo's course, in this process."""

    def __init__(self, course: Path, case: str, people: list[phases.Learner]) -> None:
        """Let `people`, who all have a collected plan, review each other."""
        self.course, self.case, self.people = course, case, people
        self.samples: SampleReviews = load_sample_reviews()

    def play(self) -> str:
        """Open, review, close, settle and release; return in one line what happened."""
        due = datetime.now(UTC).replace(microsecond=0) + timedelta(days=7)
        opened = open_round(self.course, self.case, Terms(review_by=due, reviews=REVIEWS), by=BY)
        truth = self._truth()
        for person in self.people:
            if person.id != SILENT:
                self._review(person, truth)
        closed = close_round(self.course, self.case, BY, early=True)
        settled = self._settle()
        give_back(self.course, self.case, BY)
        for person in self.people[:ANSWERING]:
            self._answer(person)
        take_followup(self.course, self.case, BY)
        done, given = closed.reviews
        return f"{opened.plans} plans, {done} of {given} reviews, {settled} disagreements settled, all released"

    def _truth(self) -> dict[str, Levels]:
        """What the made-up reviewers see more or less well: the engine's levels, by pseudonym."""
        with rounds_of(self.course) as session:
            return {person.pseudonym: dict(person.engine) for person in self._round(session).people}

    def _review(self, person: phases.Learner, truth: dict[str, Levels]) -> None:
        name = assignment_name(self.case, "review")
        folder = phases.fetch(self.course, person, name)
        fetch(folder, phases.learner_config(self.course, person, name))
        packet = read_packet(folder)
        if packet is None:
            return
        written = ReviewFile(
            case=self.case,
            calibration=Calibration(rubric="demo", finished_at=datetime.now(UTC)),
            reviews=[self._one(person.id, plan, truth[plan.id]) for plan in packet.plans],
            self_review=Review(plan="own", levels=dict.fromkeys(next(iter(truth.values())), 2)),
        )
        review_store(folder, self.case).save(written)
        phases.submit(self.course, person, name)

    def _one(self, reviewer: str, plan: PacketPlan, truth: Levels) -> Review:
        """One review: levels near the truth with a leniency of the reviewer's own, and comments of some usefulness."""
        lenient = random.Random(reviewer).gauss(0.1, 0.4)  # noqa: S311 - the same demo at every run is the point
        rng = random.Random(f"{reviewer} {plan.plan.model_dump_json()}")  # noqa: S311
        levels: Levels = {one: _near(rng, level + lenient) for one, level in truth.items()}
        if reviewer == CARELESS:
            levels = {one: rng.randint(0, 3) for one in truth}
        comments = self._comments(rng, plan, levels, careless=reviewer == CARELESS)
        return Review(
            plan=plan.id,
            first=dict(levels),
            levels=levels,
            comments=comments,
            strength=self.samples.strength(rng),
            next_step=self.samples.next_step(rng, levels),
            minutes=2 if reviewer == CARELESS else rng.randint(14, 26),
            finished_at=datetime.now(UTC),
        )

    def _comments(self, rng: random.Random, plan: PacketPlan, levels: Levels, *, careless: bool) -> list[ReviewComment]:
        rows = [row for row in plan.plan.statements() if row.text.strip()]
        weakest = sorted(levels, key=lambda one: (levels[one], rng.random()))
        found = []
        for at, (row, criterion) in enumerate(zip(rng.sample(rows, k=min(3, len(rows))), weakest, strict=False), 1):
            words = row.text[: row.text.find(" ", 24) if len(row.text) > 32 else len(row.text)]
            useful = 0 if careless else rng.choice((1, 2, 3, 3))
            text = self.samples.comment(rng, criterion, useful, levels[criterion])
            found.append(
                ReviewComment(id=f"c{at}", place=row.id, end=len(words), quote=words, criterion=criterion, text=text)
            )
        return found

    def _settle(self) -> int:
        """Decide every disagreement by what the supervisor had scored, or halfway; return how many."""
        with rounds_of(self.course) as session:
            round_ = self._round(session)
            torn = [one.participant for one in waiting(round_) if one.kind == "disagreement" and one.participant]
            for person in torn:
                levels = {one: round(level, 1) for one, level in (person.known or person.engine).items()}
                set_levels(session, round_, person, levels, by=BY, why="Read again beside the anchors.")
            number = len(torn)
        bring_up_to_date(self.course, self.case, BY)
        return number

    def _answer(self, person: phases.Learner) -> None:
        name = assignment_name(self.case, "followup")
        folder = phases.fetch(self.course, person, name)
        fetch(folder, phases.learner_config(self.course, person, name))
        back = read_returned(folder)
        if back is None:
            return
        rng = random.Random(person.id)  # noqa: S311
        written = FollowupFile(case=self.case)
        for review in back.reviews:
            answer = written.to(review.letter)
            answer.taken, answer.why = self.samples.answer(rng)
            answer.helpful = rng.randint(1, 3)
        answer_store(folder, self.case).save(written)
        phases.submit(self.course, person, name)

    def _round(self, session) -> Round:
        return find_round(session, load_course(self.course).course_id, self.case)


def _near(rng: random.Random, level: float) -> int:
    return min(3, max(0, round(level + rng.gauss(0, 0.5))))
