"""What is known to help, and to harm, in one disorder: the engine's ground for judging relevance."""

from typing import Annotated, Literal

from pydantic import Field

from goalsmith.model.base import Authored, Slug, Text


class Technique(Authored):
    """A technique that is supported for the disorder, with the words that name it (lower case)."""

    name: Text
    words: Annotated[list[Text], Field(min_length=1)]


class Contraindicated(Authored):
    """A move that works against treatment. Only a `clear` one lowers a level."""

    id: Slug
    words: Annotated[list[Text], Field(min_length=1)]
    unless: list[Text] = []
    why: Text
    instead: Text
    exceptions: str = ""
    certainty: Literal["clear", "debated"]


class Practice(Authored):
    """One disorder. `icd10cm` holds the code prefixes that it applies to."""

    disorder: Slug
    name: Text
    icd10cm: Annotated[list[Text], Field(min_length=1)]
    problems: dict[str, list[Text]]
    techniques: list[Technique]
    measures: list[Text]
    contraindicated: list[Contraindicated] = []
    sources: Annotated[list[Text], Field(min_length=1)]
