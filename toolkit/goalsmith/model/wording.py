"""Remarks on wording, as data: they touch neither level nor points."""

from typing import Annotated

from pydantic import Field

from goalsmith.model.base import Authored, Slug, Text


class WordingNote(Authored):
    """What to offer when one of `words` is found and none of `unless`. `text` may use ``{quote}``."""

    id: Slug
    words: Annotated[list[Text], Field(min_length=1)]
    unless: list[Text] = []
    text: Text
    ask: str = ""


class Approach(Authored):
    """What to offer for a goal that says only what will be `less`, and not what will be `there`."""

    less: Annotated[list[Text], Field(min_length=1)]
    there: Annotated[list[Text], Field(min_length=1)]
    text: Text
    ask: str = ""


class Strength(Authored):
    """What to offer when the plan leaves a strength of the case unused; ``{fact}`` is that strength."""

    text: Text
    ask: str = ""


class Wording(Authored):
    """`wording.yaml`."""

    person_first: list[WordingNote] = []
    approach: Approach
    strength: Strength
    sources: list[Text] = []
