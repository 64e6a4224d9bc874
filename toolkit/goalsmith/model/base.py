"""The two kinds of record: strict ones that authors write, open ones that learners write.

What reads a record is built when the first one is read (`defer_build`), so that an import does not wait for it.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Authored(BaseModel):
    """A record of a file that a course author writes: unknown keys are refused, so that a typo is found."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Kept(BaseModel):
    """A record of a learner's file: unknown keys are kept, so that nothing of a newer version is lost."""

    model_config = ConfigDict(extra="allow", validate_assignment=True, defer_build=True)
