"""Words and phrases by what they do in a sentence. One list a class; `phrases.py` says how a phrase is written."""

from goalsmith.engine.evidence.words import common, direction, picture, report, scale

LISTS = {**picture.LISTS, **scale.LISTS, **direction.LISTS, **report.LISTS}
"""Every class of words by the name that its places go by."""

__all__ = ["LISTS", "common", "direction", "picture", "report", "scale"]
