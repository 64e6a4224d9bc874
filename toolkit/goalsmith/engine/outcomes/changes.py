"""What a change of a total score shows."""

from goalsmith.model import Measure, Reading


def change(measure: Measure, before: float, after: float) -> Reading:
    """What a change of the total score shows; below the reliable change it is neither progress nor decline.

    Source: Jacobson NS, Truax P (1991), Clinical significance: a statistical approach to defining meaningful change in
    psychotherapy research, for the idea. The points are those of the measure's own sources: 4 of the GAD-7 and 6 of
    the PHQ-9 by the manual of the NHS talking therapies.
    """
    if measure.reliable_change is None:
        return "no-criterion"
    if abs(after - before) < measure.reliable_change:
        return "no-reliable-change"
    return "improved" if (after < before) == (measure.better == "lower") else "worse"


def reliable_lines(measure: Measure, baseline: float) -> tuple[float | None, float | None]:
    """The scores from which a change since `baseline` is reliable: for the better, and for the worse.

    None where no such score is published, or none lies in the measure's range. Source: as for `change`.
    """
    if measure.reliable_change is None:
        return None, None
    step = -measure.reliable_change if measure.better == "lower" else measure.reliable_change
    better, worse = baseline + step, baseline - step
    return _within(measure, better), _within(measure, worse)


def percent_better(measure: Measure, before: float, after: float) -> float | None:
    """By how much of `before`, in percent, the score is better; below 0 where it is worse. None for nothing to lose.

    The percentage is of the score as it stands, as the trials count it, so a scale that does not begin at 0 has none.
    """
    if measure.low != 0 or before <= 0:
        return None
    gone = 100 * (before - after) / before
    return gone if measure.better == "lower" else -gone


def responded(measure: Measure, before: float, after: float) -> bool | None:
    """Whether the change is what the measure's sources call a response; None where they give no percentage.

    Source: 35 % of the Y-BOCS, Mataix-Cols and others (2016); 50 % of the PHQ-9, Coley and others (2020); 40 % of the
    PDSS, Furukawa and others (2009).
    """
    percent = percent_better(measure, before, after)
    if measure.response_percent is None or percent is None:
        return None
    return percent >= measure.response_percent


def _within(measure: Measure, score: float) -> float | None:
    return score if measure.low <= score <= measure.high else None
