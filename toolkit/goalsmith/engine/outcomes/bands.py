"""Where a score lies: its severity band, and remission."""

from goalsmith.model import Measure


def band(measure: Measure, score: float) -> str | None:
    """The severity band that `score` lies in, or None where the measure has none."""
    reached = [one.name for one in sorted(measure.bands, key=lambda one: one.low) if one.low <= score]
    return reached[-1] if reached else None


def range_of(measure: Measure, name: str) -> str:
    """The scores of a severity band in words, such as "10 to 14"; empty for a band that the measure does not have."""
    bands = sorted(measure.bands, key=lambda one: one.low)
    for at, one in enumerate(bands):
        if one.name == name:
            top = bands[at + 1].low - 1 if at + 1 < len(bands) else measure.high
            return f"{one.low:g} to {top:g}"
    return ""


def remitted(measure: Measure, score: float) -> bool | None:
    """Whether `score` counts as remission, or None where nothing is published."""
    return None if measure.remission_at_most is None else score <= measure.remission_at_most
