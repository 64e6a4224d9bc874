"""How much single words and pairs of words speak for a plan that works against treatment, as data."""

from typing import Annotated

from pydantic import Field

from goalsmith.model.base import Authored, Text


class Weighed(Authored):
    """Words that speak for harm by the same `weight`, in log odds; a negative one speaks against it.

    A word stands as its stem, a pair as two stems with a blank between. `<client>` is the client's name, `<number>` a
    number, `^` the begin of the text and `$` its end.
    """

    weight: float
    words: Annotated[list[Text], Field(min_length=1)]


class HarmWords(Authored):
    """`harm.yaml`, written by `benchmarks/harm_weights.py`.

    A text makes a contraindicated move when the weights of its words reach `threshold`, together with `planned` where
    it plans a move, or with `tentative` where it plans one that is worded widely.
    """

    threshold: float
    planned: Annotated[float, Field(ge=0)]
    tentative: Annotated[float, Field(ge=0)]
    weights: list[Weighed]
