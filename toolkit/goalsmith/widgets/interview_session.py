"""An interview with the client of one assignment, without a screen: ask, take back, note, look back."""

from pathlib import Path

from goalsmith.engine.interview import Listener, answer, debrief, found, offered, reply, still_out
from goalsmith.errors import BadCase
from goalsmith.model import Debrief, Exchange, Fact, Interview, InterviewFile, Question
from goalsmith.store import interview_store, load_cases, load_interviewing
from goalsmith.widgets.bulletin import tell
from goalsmith.widgets.text import clean

LONGEST_QUESTION = 1_000
"""Code points of a typed question that are read; the file takes no more than 2,000."""
LONGEST_NOTES = 20_000
SUGGESTED = 3


class InterviewSession:
    """The interview in `folder`. Every change is saved at once; `problem` is a sentence when the last save failed.

    `suggested` are the prepared questions nearest to the last typed one, where it was not understood.
    """

    def __init__(self, folder: Path) -> None:
        """Open what was saved.

        Raises:
            BadFile: the folder lacks its case or its rubrics, or they are damaged.
        """
        self.folder = folder
        self.case = load_cases(folder / "case.yaml")[0]
        self.kinds = load_interviewing(folder / "rubrics")
        self.store = interview_store(folder, self.case.id)
        self.written: InterviewFile = self.store.load()
        self.problem = ""
        self.suggested: list[Question] = []
        self._listener = Listener(self.case.interview) if self.case.interview else None
        self._suggest()

    # Looking

    @property
    def interview(self) -> Interview:
        """The interview of the case.

        Raises:
            BadCase: the case has none.
        """
        if self.case.interview is None:
            raise BadCase(self.folder / "case.yaml", ["interview: the case has none; add one"])
        return self.case.interview

    @property
    def client(self) -> str:
        """What to call the client: the first word of the case's title, where that is a name."""
        return self.case.client_name

    @property
    def saved_at(self) -> float:
        """When the interview was last saved, in seconds since 1970, or 0 for never."""
        return self.written.saved_at.timestamp() if self.written.saved_at else 0.0

    @property
    def exchanges(self) -> list[Exchange]:
        """What was asked and answered so far."""
        return self.written.exchanges

    def offered(self) -> list[Question]:
        """What is in the list of questions now."""
        return offered(self.interview, self.exchanges)

    def found(self) -> list[Fact]:
        """What was learned so far, in the order in which it came out."""
        return found(self.interview, self.exchanges)

    def still_out(self) -> tuple[int, int]:
        """How many facts are still out: those that a plan needs, and others."""
        return still_out(self.interview, self.exchanges)

    def new_facts(self, at: int) -> int:
        """How many facts came out with the exchange number `at` that had not come out before."""
        before = {fact for one in self.exchanges[:at] for fact in one.facts}
        return len({fact for fact in self.exchanges[at].facts if self.interview.fact(fact)} - before)

    def meant(self, exchange: Exchange) -> str:
        """The prepared question as which typed words were understood, or empty."""
        question = self.interview.question(exchange.question) if exchange.typed else None
        return question.ask if question else ""

    def debrief(self) -> Debrief:
        """Look back on the interview so far."""
        return debrief(self.case, self.exchanges, self.kinds)

    # Changing

    def ask(self, question_id: str) -> bool:
        """Ask a prepared question; return whether there is one of that id."""
        question = self.interview.question(question_id)
        if question is None:
            return False
        self._add(answer(question, self.exchanges))
        return True

    def say(self, text: str) -> bool:
        """Ask in words of one's own; return whether there were any."""
        typed = clean(text).strip()[:LONGEST_QUESTION]
        if not typed or self._listener is None:
            return False
        self._add(reply(self.interview, self.exchanges, typed, self._listener.understand(typed)))
        return True

    def can_take_back(self) -> bool:
        """Whether the last question was typed and understood as a prepared one."""
        return bool(self.exchanges and self.meant(self.exchanges[-1]))

    def take_back(self) -> None:
        """Take the last question back: it was not understood as it was meant."""
        if not self.can_take_back():
            return
        wrong = self.exchanges[-1]
        self.written.exchanges = self.exchanges[:-1]
        self.suggested = self._nearest(wrong.asked, wrong.question)
        self._save()

    def note(self, text: str) -> None:
        """Keep the learner's own notes."""
        self.written.notes = clean(text)[:LONGEST_NOTES]
        self._save()

    def end(self) -> None:
        """End the interview, to look back on it."""
        self.written.ended = True
        self._save()

    def go_on(self) -> None:
        """Go on asking after having looked back."""
        self.written.ended = False
        self._save()

    def _add(self, exchange: Exchange) -> None:
        self.written.exchanges = [*self.exchanges, exchange]
        self._suggest()
        self._save()

    def _suggest(self) -> None:
        last = self.exchanges[-1] if self.exchanges else None
        lost = last is not None and not last.question and last.poor is None
        self.suggested = self._nearest(last.asked) if last and lost else []

    def _nearest(self, text: str, without: str = "") -> list[Question]:
        if self._listener is None:
            return []
        near = self._listener.nearest(text, SUGGESTED + 1)
        return [one for one in near if one.id != without][:SUGGESTED]

    def _save(self) -> None:
        try:
            self.store.save(self.written)
            self.problem = ""
        except OSError as problem:
            self.problem = f"the interview cannot be saved: {problem.strerror or problem}"
        tell(self.folder, "interview")
