"""What a learner's work on one later session earned, item by item, with the data behind each."""

from dataclasses import dataclass
from typing import Literal

from goalsmith.model.stage import Verdict

StageItemKind = Literal["first", "reading", "objective", "choice", "revision"]
StageVerdict = Verdict | Literal["missing"]


@dataclass(frozen=True, slots=True)
class StageItem:
    """One thing that was decided: about what, how it stands to the data, and the `share` 0 to 1 that it earned.

    `why` is the reason, `data` the words and numbers of the session behind it, or empty.
    """

    kind: StageItemKind
    about: str
    decided: str
    share: float
    verdict: StageVerdict
    why: str
    data: str = ""


@dataclass(frozen=True, slots=True)
class StageResult:
    """All items of one session, unsafe ones first, and the `share` 0 to 1 of its points.

    `unsafe` holds one sentence for each unsafe decision.
    """

    stage: str
    items: tuple[StageItem, ...]
    share: float
    unsafe: tuple[str, ...] = ()
