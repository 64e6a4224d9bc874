"""An interview with the fictional client: what can be asked, what the client answers, and what that brings out.

A small graph: a question may be offered only after others (`after`). Answers bring out facts, and a plan that is
specific and measurable needs some of them.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Kept, Slug, Text
from goalsmith.model.presenting import RiskKind

QuestionKind = Literal[
    "open", "scaling", "miracle", "exception", "functional", "values", "strengths", "culture", "barrier", "safety",
    "frequency", "duration", "substance", "leading", "stacked", "accusing",
]  # fmt: skip
POOR_KINDS: tuple[QuestionKind, ...] = ("leading", "stacked", "accusing")
DIRECT_KINDS: tuple[QuestionKind, ...] = ("safety", "frequency", "duration", "substance")
"""Direct questions of these kinds always get a straight answer, wherever the interview stands."""
INTERVIEW_FORMAT = 1


class Fact(Authored):
    """Something that an answer brings out, as a note in the clinician's words.

    `problem` is the presenting problem that it belongs to, where it belongs to one. `needed` marks a fact without
    which no specific, measurable plan can be written; `needed_for` then says what a plan does with it.
    """

    id: Slug
    text: Text
    problem: str = ""
    needed: bool = False
    needed_for: str = ""

    @model_validator(mode="after")
    def _says_what_for(self) -> "Fact":
        if self.needed and not self.needed_for:
            raise ValueError("needed_for: say what a plan does with this fact, since it is needed")
        return self


class Question(Authored):
    """A question that can be asked. `answer` is what the client says; `facts` are the ids of what it brings out.

    `also` are other ways to ask the same, by which typed questions are matched. `after` are ids of questions: this one
    is offered in the list once one of them has been asked; typed, it is understood at any time. `again` is the answer
    to being asked a second time. `enquires` says which risks the question asks about in so many words. `why` tells
    what makes it a good or a poor question here; a poor one needs it.
    """

    id: Slug
    kind: QuestionKind
    ask: Text
    also: list[Text] = []
    answer: Text
    facts: list[Slug] = []
    after: list[Slug] = []
    again: str = ""
    enquires: list[RiskKind] = []
    why: str = ""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> "Question":
        if self.kind in POOR_KINDS and not self.why:
            raise ValueError("why: say what makes this a poor question")
        if self.enquires and self.kind != "safety":
            raise ValueError("enquires: only a question of the kind safety asks about risks")
        if self.kind in DIRECT_KINDS and self.after:
            raise ValueError("after: a direct question can be asked at any time; take `after` out")
        return self


class Deflections(Authored):
    """What the client answers to a typed question that leads, stacks or accuses, or that nothing prepared matches."""

    leading: Annotated[list[Text], Field(min_length=1)]
    stacked: Annotated[list[Text], Field(min_length=1)]
    accusing: Annotated[list[Text], Field(min_length=1)]
    unmatched: Annotated[list[Text], Field(min_length=1)]


class Interview(Authored):
    """The interview of a case. `opening` is how the client begins, `closing` what they say at the end."""

    opening: Text
    closing: Text
    facts: Annotated[list[Fact], Field(min_length=1)]
    questions: Annotated[list[Question], Field(min_length=1)]
    deflections: Deflections

    def question(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return next((one for one in self.questions if one.id == question_id), None)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of that id, or None."""
        return next((one for one in self.facts if one.id == fact_id), None)


class Exchange(Kept):
    """One question as the learner put it, and the client's answer. `question` is the id of the prepared question.

    It is empty where nothing prepared matched; `poor` says then, or of a typed question of its own poor form, how it
    was poorly put. `facts` are the ids of what it brought out.
    """

    asked: Annotated[str, Field(max_length=2_000)]
    question: str = ""
    typed: bool = False
    poor: Literal["leading", "stacked", "accusing"] | None = None
    answer: str = ""
    facts: list[str] = []


class InterviewFile(Kept):
    """`interview.json`, beside the notebook. `ended` is set once the learner has asked for the debrief."""

    format: int = INTERVIEW_FORMAT
    case: Annotated[str, Field(min_length=1, max_length=60)]
    exchanges: list[Exchange] = []
    notes: Annotated[str, Field(max_length=20_000)] = ""
    ended: bool = False
    saved_at: datetime | None = None
