"""The network that reads a text for what works against treatment, as data."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from goalsmith.model.base import Authored, Text


class HarmScores(Authored):
    """`harm/network.yaml`: from which score on a text counts, and what the outputs of the network stand for.

    A score is in log odds. A text makes a contraindicated move when its score reaches `alone`; where the rules of a
    practice find the move as well, `with_move` is enough, or `with_plain_move` where it is told in a dozen words, or
    `with_dangerous_move` where it may hurt somebody, or `with_tentative` where the rule is worded widely. `moves` names
    the moves that the network tells apart, as "disorder:move", in the order of its outputs.
    """

    alone: float
    with_move: float
    with_plain_move: float
    with_dangerous_move: float
    with_tentative: float
    moves: Annotated[list[Text], Field(min_length=1)]


@dataclass(frozen=True, slots=True, eq=False)
class HarmNetwork:
    """A trained network in ONNX format, the pieces of words that it knows in the order of their numbers, its scores."""

    scores: HarmScores
    vocabulary: tuple[str, ...]
    network: bytes
