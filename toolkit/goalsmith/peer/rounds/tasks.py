"""Giving out reviews: one row a review, each under a letter that is drawn for its plan alone."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from sqlalchemy.orm import Session

from goalsmith.peer.rounds.database import now
from goalsmith.peer.rounds.draw import letters, stream
from goalsmith.peer.rounds.enrol import key_of
from goalsmith.peer.rounds.tables import Participant, Round, Task

Origin = Literal["open", "reassign", "known"]


def give(session: Session, round_: Round, reviews: Iterable[tuple[Participant, Participant, Origin]]) -> list[Task]:
    """Add the reviews (reviewer, author, origin). All of one plan are drawn together, so a letter tells no origin."""
    by_author = defaultdict(list)
    for reviewer, author, origin in reviews:
        by_author[author].append((reviewer, origin))
    key, at = key_of(round_), now()
    new = []
    for author, group in by_author.items():
        taken = {task.letter for task in round_.tasks if task.author_id == author.id}
        drawn = letters(len(group), taken, stream(key, f"letters {author.pseudonym} {len(taken)}"))
        for (reviewer, origin), letter in zip(group, drawn, strict=True):
            who = {"reviewer_id": reviewer.id, "author_id": author.id}
            new.append(Task(**who, letter=letter, origin=origin, state="given", given_at=at))
    round_.tasks.extend(new)
    session.flush()
    return new
