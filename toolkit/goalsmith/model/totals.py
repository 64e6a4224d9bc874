"""Item answers and the total that is given beside them."""

from collections.abc import Mapping, Sequence


def see_totals(item_answers: Mapping[str, Sequence[int]], totals: Mapping[str, float], field: str) -> None:
    """See that the answers to each instrument add up to its total in `field`.

    Raises:
        ValueError: they do not, or there is no total.
    """
    for instrument, answers in item_answers.items():
        total = totals.get(instrument)
        if total != sum(answers):
            said = "nothing" if total is None else format(total, "g")
            raise ValueError(
                f"item_answers: {instrument} adds up to {sum(answers)} but {field} says {said}; make the two agree"
            )
