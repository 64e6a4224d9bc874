"""Playing reviewers and authors of a round in this process: what their notebooks would write, handed in for real."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nbgrader.api import Gradebook
from peer_helpers import ASKED, CASE, COURSE, FOLLOWUP, NAMES, REVIEW, learner

from goalsmith.grading import phases
from goalsmith.grading.running import exchanged
from goalsmith.model import Calibration, FollowupFile, PacketPlan, Review, ReviewComment, ReviewFile
from goalsmith.peer.packets.fetch import fetch
from goalsmith.peer.rounds.open import open_round
from goalsmith.peer.rounds.terms import Terms
from goalsmith.store import answer_store, read_packet, review_store

NOW = datetime(2027, 4, 2, 12, tzinfo=UTC)
Levels = Callable[[str, PacketPlan], Mapping[str, int]]


def soon(days: int = 10) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) + timedelta(days=days)


def opened(course: Path, reviews: int = 3, **more) -> None:
    open_round(course, CASE, Terms(review_by=soon(), reviews=reviews, **more), by="supervisor")


def get_packet(course: Path, name: str):
    """Fetch the review notebook and the packet; return its folder and the packet."""
    who = learner(course, name)
    folder = phases.fetch(course, who, REVIEW)
    fetch(folder, phases.learner_config(course, who, REVIEW))
    return folder, read_packet(folder)


def middling(_name: str, _plan: PacketPlan) -> dict[str, int]:
    return dict.fromkeys(ASKED, 2)


def a_review(
    plan: PacketPlan, levels: Mapping[str, int], words: str = "Name the evening on which it happens."
) -> Review:
    rows = [row for row in plan.plan.statements() if len(row.text) > 12]
    comments = [
        ReviewComment(id=f"c{at}", place=row.id, start=0, end=10, quote=row.text[:10], criterion="S", text=words)
        for at, row in enumerate(rows[:2])
    ]
    return Review(
        plan=plan.id,
        first=dict(levels),
        levels=dict(levels),
        comments=comments,
        strength="The steps are small.",
        next_step="Add the score to come from.",
        minutes=19,
        finished_at=NOW,
    )


def review_all(course: Path, name: str, levels: Levels = middling, spoil: Callable[[ReviewFile], None] | None = None):
    """Calibrate, review every plan of the packet and the own one, and hand in."""
    folder, packet = get_packet(course, name)
    written = ReviewFile(
        case=CASE,
        calibration=Calibration(rubric="x", finished_at=NOW),
        reviews=[a_review(plan, levels(name, plan)) for plan in packet.plans],
        self_review=Review(plan="own", levels=dict.fromkeys(ASKED, 2)),
    )
    if spoil:
        spoil(written)
    review_store(folder, CASE).save(written)
    hand_in_work(course, name, REVIEW)
    return folder


def everybody_reviews(course: Path) -> None:
    """Hand in everybody's reviews of everything, each a little different, and collect and grade them."""
    for at, name in enumerate(NAMES):
        review_all(course, name, lambda _n, _p, at=at: {one: 2 if (at + c) % 3 else 1 for c, one in enumerate(ASKED)})
    phases.collect(course, REVIEW)
    assert not phases.grade(course, REVIEW).failed


def hand_in_work(course: Path, name: str, assignment: str) -> None:
    exchanged("Submit", phases.learner_config(course, learner(course, name), assignment))


def get_returned(course: Path, name: str) -> Path:
    """Fetch the follow-up notebook and what came back."""
    who = learner(course, name)
    folder = phases.fetch(course, who, FOLLOWUP)
    fetch(folder, phases.learner_config(course, who, FOLLOWUP))
    return folder


def answer(course: Path, name: str, write: Callable[[FollowupFile], None]) -> Path:
    """Write answers and hand them in."""
    folder = get_returned(course, name)
    store = answer_store(folder, CASE)
    written = store.load()
    write(written)
    store.save(written)
    hand_in_work(course, name, FOLLOWUP)
    return folder


def cells(course: Path, assignment: str, name: str) -> dict[str, tuple[float | None, float | None, str]]:
    """Automatic points, manual points and automatic comment of each graded cell."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", COURSE) as gradebook:
        row = gradebook.find_submission_notebook(assignment, assignment, name)
        said = {comment.name: comment.auto_comment or "" for comment in row.comments}
        return {g.name: (g.auto_score, g.manual_score, said.get(g.name, "")) for g in row.grades}
