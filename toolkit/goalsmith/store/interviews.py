"""A learner's interview, `interview.json`, and what was learned in it."""

from pathlib import Path

from goalsmith.errors import BadCase, BadReviews
from goalsmith.model import InterviewFile
from goalsmith.store.catalogue import load_cases
from goalsmith.store.reviews import WorkStore, read_work

INTERVIEW_FILE = "interview.json"


def interview_store(folder: Path, case_id: str) -> WorkStore[InterviewFile]:
    """The store of `interview.json` in `folder`."""
    return WorkStore(folder / INTERVIEW_FILE, InterviewFile, case_id)


def read_interview(path: Path, case_id: str) -> InterviewFile:
    """Read `interview.json` without mending anything.

    Raises:
        BadReviews: missing, larger than 2 MB, not JSON, not an interview, or of another case.
    """
    return read_work(path, InterviewFile, case_id)


def interview_notes(folder: Path, case_id: str) -> list[str]:
    """What was learned, to quote in a plan: the facts in the order found, then the learner's own notes, one a line.

    Empty where there is no interview yet, or none that can be read: a plan can be written without one.
    """
    try:
        written = read_interview(folder / INTERVIEW_FILE, case_id)
        interview = load_cases(folder / "case.yaml")[0].interview
    except (BadReviews, BadCase):
        return []
    ids = dict.fromkeys(fact for one in written.exchanges for fact in one.facts)
    facts = [fact.text for one in ids if interview and (fact := interview.fact(one))]
    return facts + [line.strip() for line in written.notes.splitlines() if line.strip()]
