"""An author's work after the reviews, without a screen: answers, one appeal and private flags."""

from datetime import UTC, datetime
from pathlib import Path

from goalsmith.model import FollowupFile, PrivateFlag, Returned, StepAnswer
from goalsmith.store import (
    answer_store,
    load_assignment,
    load_folder,
    read_returned,
)
from goalsmith.widgets.text import clean


class FollowupSession:
    """The follow-up in `folder`. Every change is saved at once; `returned` is None until the reviews have come.

    `problem` is one sentence when the last save failed, else empty.
    """

    def __init__(self, folder: Path) -> None:
        """Open the follow-up in `folder`.

        Raises:
            BadFile: the folder lacks an assignment, its case or its rubrics.
        """
        self.folder = folder
        self.assignment = load_assignment(folder)
        self.case, self.knowledge = load_folder(folder)
        self.store = answer_store(folder, self.case.id)
        self.written: FollowupFile = self.store.load()
        self.returned: Returned | None = None
        self.problem = ""
        self.look_again()

    def look_again(self) -> None:
        """Read what has come back since; what the author wrote stays."""
        self.returned = read_returned(self.folder)

    @property
    def saved_at(self) -> float:
        """When the answers were last saved, in seconds since 1970, or 0 for never."""
        return self.written.saved_at.timestamp() if self.written.saved_at else 0.0

    def answer(self, letter: str) -> StepAnswer:
        """The answer to reviewer `letter`."""
        return self.written.to(letter)

    def missing(self) -> list[str]:
        """Whose next steps have no decision or no reason yet."""
        if self.returned is None:
            return []
        steps = [review.letter for review in self.returned.reviews if review.next_step.strip()]
        answers = {letter: self.answer(letter) for letter in steps}
        return [letter for letter, one in answers.items() if not (one.taken and one.why.strip())]

    def decide(self, letter: str, taken: str) -> None:
        """Take the next step of a reviewer, a part of it, or not; "" for undecided. Saves."""
        self.answer(letter).taken = taken or None  # type: ignore[assignment]  # checked on assignment
        self.save()

    def explain(self, letter: str, why: str) -> None:
        """Say why. Saves."""
        self.answer(letter).why = clean(why)
        self.save()

    def rate(self, letter: str, helpful: str) -> None:
        """Mark how helpful the review was, "0" to "3"; "" for no mark. Saves."""
        self.answer(letter).helpful = int(helpful) if helpful else None
        self.save()

    def flag(self, letter: str, kind: str, text: str) -> None:
        """Tell the supervisor of something in a review; an empty kind takes it back. Saves."""
        self.answer(letter).flag = PrivateFlag(kind=kind, text=clean(text)) if kind else None  # type: ignore[arg-type]
        self.save()

    def appeal(self, reason: str) -> None:
        """Write the reason of an appeal that has not been sent yet. Saves."""
        if not self.written.appeal.sent_at:
            self.written.appeal.reason = clean(reason)
            self.save()

    def send_appeal(self) -> bool:
        """Send the appeal along with the next submission; False where it has no reason or was sent before."""
        appeal = self.written.appeal
        if appeal.sent_at or not appeal.reason.strip():
            return False
        appeal.sent_at = datetime.now(UTC).replace(microsecond=0)
        return self.save()

    def save(self) -> bool:
        """Save the answers; False, with `problem` set, when the folder cannot be written."""
        try:
            self.store.save(self.written)
        except OSError as error:
            self.problem = f"the answers cannot be written ({error.strerror})"
            return False
        self.problem = ""
        return True
