"""Hints for whoever adds up the answers of a measure and looks for the band: where a slip may lie, never the result."""

from collections.abc import Sequence

from goalsmith.engine.outcomes import band, missed, range_of
from goalsmith.model import Measure


def total_hint(answers: Sequence[int], typed: str) -> str:
    """What to look at again in the total that was typed; empty where it is right or nothing was to add up."""
    if not answers:
        return ""
    if not typed.strip().isascii() or not typed.strip().isdecimal():
        return "Write the total as a whole number."
    given, right = int(typed), sum(answers)
    if given == right:
        return ""
    off = "a little more" if abs(given - right) <= 3 else "more"
    if given > right:
        off = off.replace("more", "less")
    return f"The answers add up to {off} than {given}. {_where(answers, given)}"


def _where(answers: Sequence[int], given: int) -> str:
    """Which slip explains the difference."""
    if given == sum(answers) + len(answers):
        return "Did you count “Not at all” as 1? It counts 0."
    items = missed(answers, given)
    if not items or len(items) > 3:
        return "Each answer counts what stands in brackets; add them once more."
    others = "".join(f" or {number}" for number in items[-1:]) if len(items) > 1 else ""
    names = f"item {', '.join(map(str, items[:-1] or items))}{others}"
    return f"Was {names} left out?" if given < sum(answers) else f"Was {names} counted twice?"


def band_hint(measure: Measure, score: float, chosen: str) -> str:
    """How the chosen band is bounded; empty where it is right, or where the measure has none."""
    right = band(measure, score)
    if right is None or chosen == right:
        return ""
    if not chosen:
        return "Choose the severity band."
    name = f"{chosen[0].upper()}{chosen[1:]}"
    return f"“{name}” goes from {range_of(measure, chosen)}. In which band does the total lie?"
