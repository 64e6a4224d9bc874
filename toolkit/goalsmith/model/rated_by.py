"""Who set the levels or the key of an author's file."""

from datetime import date as Date  # noqa: N812 - a field is called date

from goalsmith.model.base import Authored, Text


class RatedBy(Authored):
    """Who set the levels. Until licensed clinicians have signed, pages call them reference levels."""

    role: Text
    licence: Text
    date: Date
