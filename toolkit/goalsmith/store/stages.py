"""A learner's work on the later sessions of a case, `stages.json`, and the key that it is judged by, `key.yaml`.

A key lies beside its case among the authors' files, never in what learners of a course get.
"""

from pathlib import Path

from goalsmith.data import data_root
from goalsmith.errors import BadCase
from goalsmith.model import StageKey, StagesFile
from goalsmith.store.reviews import WorkStore, read_work
from goalsmith.store.yamlfile import load

STAGES_FILE = "stages.json"
KEY_FILE = "key.yaml"


def stage_store(folder: Path, case_id: str) -> WorkStore[StagesFile]:
    """The store of `stages.json` in `folder`."""
    return WorkStore(folder / STAGES_FILE, StagesFile, case_id)


def read_stages(path: Path, case_id: str) -> StagesFile:
    """Read `stages.json` as a grader does.

    Raises:
        BadReviews: missing, larger than 2 MB, not JSON, not such a file, of another case, or with a session twice.
    """
    return read_work(path, StagesFile, case_id)


def key_file(case_id: str, own: Path) -> Path | None:
    """Where the key of a case lies: among a course's `own` cases, or else among the shipped ones; or None."""
    places = [root / case_id / KEY_FILE for root in (own, data_root() / "case_vignettes")]
    return next((path for path in places if path.is_file()), None)


def load_key(path: Path) -> StageKey:
    """Read the key at `path`.

    Raises:
        BadCase: with one sentence for each problem.
    """
    return load(StageKey, path, BadCase)


def key_beside(folder: Path) -> StageKey | None:
    """The key in a notebook's own folder, where practising alone has put it; None in a course.

    Raises:
        BadCase: with one sentence for each problem.
    """
    path = folder / KEY_FILE
    return load_key(path) if path.is_file() else None
