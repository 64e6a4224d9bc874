"""What is known to help, and to harm, in one disorder: the engine's ground for judging relevance."""

from typing import Annotated, Literal

from pydantic import Field

from goalsmith.model.base import Authored, Slug, Text


class Technique(Authored):
    """A technique that is supported for the disorder, with the phrases that name it (see engine/phrases.py).

    `specific` marks one that is meant for this disorder: in a plan for another it is out of place.
    """

    name: Text
    words: Annotated[list[Text], Field(min_length=1)]
    specific: bool = False


class Contraindicated(Authored):
    """A move that works against treatment. Only a `clear` one lowers a level.

    `words` are phrases that name it; the move counts unless one of `unless` is found as well, or the sentence cuts
    the move down. `whole` marks phrases that already say the direction ("wear gloves"), whatever else is reduced. A
    `dangerous` move may hurt somebody: it is out of the question rather than irrelevant. `why` says what is wrong with
    it, on the ground of `source`.
    """

    id: Slug
    words: Annotated[list[Text], Field(min_length=1)]
    unless: list[Text] = []
    whole: bool = False
    dangerous: bool = False
    why: Text
    source: Text
    instead: Text
    exceptions: str = ""
    certainty: Literal["clear", "debated"]


class Practice(Authored):
    """One disorder. `icd10cm` holds the code prefixes that it applies to.

    `problems` are groups of phrases that mean the same trouble; a case that shows one of a group owns the group.
    `fits` names the groups by which its techniques are in place in a case with another diagnosis, as sleep restriction
    is for a depressed client who lies awake. `symptoms` name the disorder's symptoms in general terms. `wellness` names
    what is good for anybody, and `unrelated` what no mental disorder is treated with: a statement that holds nothing
    else has a weak link to the case, or none.
    """

    disorder: Slug
    name: Text
    icd10cm: Annotated[list[Text], Field(min_length=1)]
    symptoms: list[Text] = []
    problems: dict[str, list[Text]]
    fits: list[str] = []
    wellness: list[Text] = []
    unrelated: list[Text] = []
    techniques: list[Technique]
    measures: list[Text]
    contraindicated: list[Contraindicated] = []
    sources: Annotated[list[Text], Field(min_length=1)]
