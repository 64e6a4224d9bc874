"""What a learner did with the outcome measures, `measures.json`."""

from pathlib import Path

from goalsmith.model import MeasuresFile
from goalsmith.store.reviews import WorkStore

MEASURES_FILE = "measures.json"


def measures_store(folder: Path, case_id: str) -> WorkStore[MeasuresFile]:
    """The store of `measures.json` in `folder`."""
    return WorkStore(folder / MEASURES_FILE, MeasuresFile, case_id)
