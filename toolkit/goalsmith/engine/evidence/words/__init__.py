"""Words and phrases by what they do in a sentence. One list a class; `phrases.py` says how a phrase is written."""

from goalsmith.engine.evidence.words import common, context, direction, picture, report, scale, wish

LISTS = {**picture.LISTS, **context.LISTS, **scale.LISTS, **direction.LISTS, **report.LISTS, **wish.LISTS}
"""Every class of words by the name that its places go by."""

__all__ = ["LISTS", "common", "context", "direction", "picture", "report", "scale", "wish"]
