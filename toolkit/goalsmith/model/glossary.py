"""The words that the notebooks use, in plain sentences."""

from typing import Annotated

from pydantic import Field, model_validator

from goalsmith.model.base import Authored, Text


class Term(Authored):
    """One word, other forms of it, and what it means here."""

    term: Text
    also: list[Text] = []
    meaning: Text


class Glossary(Authored):
    """The file of terms."""

    terms: Annotated[list[Term], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> "Glossary":
        names = [name.casefold() for term in self.terms for name in (term.term, *term.also)]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"terms: {sorted(twice)[0]} stands twice; keep it under one term")
        return self
