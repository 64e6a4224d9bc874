"""What a score and a change of it say: adding up, severity band, reliable change, response, remission. Pure functions.

Comes in: a `Measure` with its published numbers, and scores or item answers. Goes out: a name, a reading, a number, yes
or no; None or "no-criterion" where nothing is published.
"""

from goalsmith.engine.outcomes.adding import missed, total
from goalsmith.engine.outcomes.bands import band, range_of, remitted
from goalsmith.engine.outcomes.changes import change, percent_better, reliable_lines, responded

__all__ = [
    "band",
    "change",
    "missed",
    "percent_better",
    "range_of",
    "reliable_lines",
    "remitted",
    "responded",
    "total",
]
