"""What a score and a change of it say: severity band, reliable change, remission. Pure functions.

Comes in: a `Measure` with its published numbers, and scores. Goes out: a name, a reading, yes or no; None or
"no-criterion" where nothing is published.
"""

from goalsmith.model import Measure, Reading

__all__ = ["band", "change", "range_of", "reliable_at", "remitted"]


def band(measure: Measure, score: float) -> str | None:
    """The severity band that `score` lies in, or None where the measure has none."""
    reached = [one.name for one in sorted(measure.bands, key=lambda one: one.low) if one.low <= score]
    return reached[-1] if reached else None


def change(measure: Measure, before: float, after: float) -> Reading:
    """What a change of the total score shows.

    Source: Jacobson NS, Truax P (1991), Clinical significance; the number of points is that of the measure's sources.
    """
    if measure.reliable_change is None:
        return "no-criterion"
    if abs(after - before) < measure.reliable_change:
        return "no-reliable-change"
    return "improved" if (after < before) == (measure.better == "lower") else "worse"


def remitted(measure: Measure, score: float) -> bool | None:
    """Whether `score` counts as remission, or None where nothing is published."""
    return None if measure.remission_at_most is None else score <= measure.remission_at_most


def reliable_at(measure: Measure, baseline: float) -> float | None:
    """The score from which the change since `baseline` is a reliable improvement; None where there is none in range."""
    if measure.reliable_change is None:
        return None
    score = baseline - measure.reliable_change if measure.better == "lower" else baseline + measure.reliable_change
    return score if measure.low <= score <= measure.high else None


def range_of(measure: Measure, name: str) -> str:
    """The scores of a severity band in words, such as "10 to 14"; empty for a band that the measure does not have."""
    bands = sorted(measure.bands, key=lambda one: one.low)
    for at, one in enumerate(bands):
        if one.name == name:
            top = bands[at + 1].low - 1 if at + 1 < len(bands) else measure.high
            return f"{one.low:g} to {top:g}"
    return ""
