"""What each kind of question is for, why it works or brings little, and where that is written."""

from typing import Annotated, get_args

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Text
from goalsmith.model.interview import QuestionKind


class InterviewSource(Authored):
    """A publication."""

    author: Text
    year: Annotated[int, Field(ge=1800, le=2100)]
    title: Text
    source: str = ""

    @property
    def cited(self) -> str:
        """As it stands on a page."""
        where = f" {self.source}." if self.source else ""
        stop = "" if self.title.endswith(("?", "!")) else "."
        return f"{self.author} ({self.year}). {self.title}{stop}{where}"


class KindOfQuestion(Authored):
    """One kind of question. `works` says why it works; of a poor kind, why it brings little."""

    kind: QuestionKind
    name: Text
    purpose: Text
    works: Text
    sources: list[InterviewSource] = []


class Interviewing(Authored):
    """The kinds of questions, in the order in which they are offered. `suicide` says why to ask about it."""

    suicide: Text
    suicide_sources: Annotated[list[InterviewSource], Field(min_length=1)]
    kinds: list[KindOfQuestion]

    @model_validator(mode="after")
    def _each_kind_once(self) -> "Interviewing":
        kinds = [one.kind for one in self.kinds]
        if twice := sorted({kind for kind in kinds if kinds.count(kind) > 1}):
            raise ValueError(f"kinds: {twice[0]} stands twice; keep one of them")
        if missing := sorted(set(get_args(QuestionKind)) - set(kinds)):
            raise ValueError(f"kinds: {', '.join(missing)} missing; explain every kind of question")
        return self

    def of(self, kind: QuestionKind) -> KindOfQuestion:
        """What is said on one kind."""
        return next(one for one in self.kinds if one.kind == kind)
