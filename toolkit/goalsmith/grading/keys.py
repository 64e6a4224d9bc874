"""The key to a case's later sessions: the course's own, or else the shipped one. Learners of a course never get it."""

from pathlib import Path

from goalsmith.engine.unfolding import check
from goalsmith.errors import BadCase
from goalsmith.model import Case, Measures, StageKey
from goalsmith.store import KEY_FILE, key_file, load_key


def course_key(source: Path, case_id: str) -> StageKey | None:
    """The key that the assignment in the folder `source` is scored by; None where none is.

    It lies beside the master cases, as exemplars do.
    """
    path = key_file(case_id, source.parent.parent / "case_vignettes")
    return load_key(path) if path else None


def see_key(case: Case, own: Path, measures: Measures) -> None:
    """See that a course's own case or key goes together with the other, before anything is built.

    `own` is the folder of the course's cases. What is shipped is tested where it is made.

    Raises:
        BadCase: with one sentence for each thing that is wrong.
    """
    folder = own / case.id
    if not any((folder / name).is_file() for name in ("case.yaml", KEY_FILE)):
        return
    path = key_file(case.id, own)
    key = load_key(path) if path and (case.stages or path.parent == folder) else None
    if problems := check(case, key, measures):
        raise BadCase(folder, problems)
