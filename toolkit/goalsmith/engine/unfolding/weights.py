"""What counts how much. The numbers are ours: no published weighting of such decisions was found."""

from collections.abc import Mapping

from goalsmith.model.stage_result import StageItemKind

PARTS: Mapping[StageItemKind, int] = {
    "first": 3,  # new risk comes before everything else, so it weighs nearly as much as all objectives
    "reading": 2,
    "objective": 4,  # reviewing objectives against data is what the session is for
    "choice": 2,
    "revision": 2,
}
"""Weight of each part. A part that the session does not ask for is left out, and the others share its weight."""

UNSAFE_FIRST_CAP = 0.2
"""The most that a session may earn where new risk did not come first: what else was right does not make up for it."""

ALONE, WITH_REASON, WITH_DATA = 0.4, 0.6, 1.0
"""Of a decision that follows: without a reason, with one, and with one that names something of the data."""

SHARED_WORDS = 2
"""So many words of meaning, or one number, have to be the data's for a reason to name it."""

MOST_OBJECTIVES = 60
"""Objectives of a plan that are read; a longer plan was not written by hand."""
