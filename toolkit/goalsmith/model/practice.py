"""What is known to help, and to harm, in one disorder: the engine's ground for judging relevance."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Slug, Text


class Technique(Authored):
    """A technique that is supported for the disorder, with the phrases that name it (see engine/phrases.py).

    `specific` marks one that is meant for this disorder: in a plan for another it is out of place.
    """

    name: Text
    words: Annotated[list[Text], Field(min_length=1)]
    specific: bool = False


class Behaviour(Authored):
    """What a sentence would have to plan to be a contraindicated move. All lists hold phrases (see engine/phrases.py).

    `does` names what keeps the disorder going: it counts where the sentence plans it, and not where it is denied,
    resisted, cut down, given up or only told of. `leaves` names what the client needs to come back to: it counts where
    the sentence avoids or drops it. Where `near` (and `and_near`) is given, one of its phrases has to stand near by in
    the same sentence. `<name>` stands for the list of that name in a `vocabulary`, `<own>` for what this client avoids
    by the case, `<client>` for the client's name. It does not count where the text holds one of `unless`.
    `however_little` marks what is out of the question in any amount. A `tentative` behaviour is worded widely: it
    counts only where the text as a whole speaks for harm too (see `harm.py`).
    """

    does: list[Text] = []
    leaves: list[Text] = []
    near: list[Text] = []
    and_near: list[Text] = []
    unless: list[Text] = []
    however_little: bool = False
    tentative: bool = False

    @model_validator(mode="after")
    def _names_something(self) -> "Behaviour":
        if not self.does and not self.leaves:
            raise ValueError("give `does` (what is harmful to plan) or `leaves` (what is harmful to drop)")
        return self


class Contraindicated(Authored):
    """A move that works against treatment. Only a `clear` one lowers a level.

    A text makes the move when it plans one of `behaviours`, or when the network reads it in the text (`harm.py`): a
    move that the network has learned may do without rules. A `dangerous` move may hurt somebody: it is out of the
    question rather than irrelevant. `why` says what is wrong with it, on the ground of `source`.
    """

    id: Slug
    behaviours: list[Behaviour] = []
    dangerous: bool = False
    why: Text
    source: Text
    instead: Text
    exceptions: str = ""
    certainty: Literal["clear", "debated"]


class Slot(Authored):
    """A gap in a template, that the learner fills to fit the client. `hint` says what belongs there."""

    name: Literal["behaviour", "measure", "baseline", "target", "dose", "by when", "situation", "who"]
    hint: Text


class Template(Authored):
    """A starting point for a goal or an objective: a sentence with gaps such as `[target]`, one for each of `slots`.

    `problem` names the group of `problems` that it answers. `why` says what the evidence supports, by `source`.
    """

    id: Slug
    kind: Literal["goal", "objective"]
    problem: Slug
    technique: str = ""
    text: Text
    slots: Annotated[list[Slot], Field(min_length=1)]
    why: Text
    source: Text

    @model_validator(mode="after")
    def _has_its_slots(self) -> "Template":
        for slot in self.slots:
            if f"[{slot.name}]" not in self.text:
                raise ValueError(f"slots: the text has no [{slot.name}]; add it, or take the slot out")
        return self


class Practice(Authored):
    """One disorder. `icd10cm` holds the code prefixes that it applies to.

    `problems` are groups of phrases that mean the same trouble; a case that shows one of a group owns the group.
    `fits` names the groups by which its techniques are in place in a case with another diagnosis, as sleep restriction
    is for a depressed client who lies awake. `symptoms` name the disorder's symptoms in general terms. `wellness` names
    what is good for anybody, and `unrelated` what no mental disorder is treated with: a statement that holds nothing
    else has a weak link to the case, or none. `vocabulary` are
    lists of everyday words that behaviours of any practice may call up by their name.
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
    vocabulary: dict[Slug, list[Text]] = {}
    contraindicated: list[Contraindicated] = []
    templates: list[Template] = []
    sources: Annotated[list[Text], Field(min_length=1)]
