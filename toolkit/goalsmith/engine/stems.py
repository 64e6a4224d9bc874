"""The stems of a text that carry meaning, and those that two texts share by chance."""

from goalsmith.engine.evidence.words import common, direction, picture
from goalsmith.engine.text import normalise, stem, tokenise

FUNCTION = frozenset(stem(w) for w in common.FUNCTION) | common.FUNCTION
_VERBS = (*direction.REDUCE, *direction.RAISE, *picture.STATE_GOAL)
COMMON = frozenset(stem(w) for phrase in (*_VERBS, *common.COMMON) if " " not in phrase for w in phrase.split("|"))
"""Stems that a statement may share with a case by chance."""


def content(text: str) -> list[str]:
    """The stems of `text` that carry meaning."""
    return [s for s in tokenise(normalise(text)).stems if len(s) > 2 and s not in FUNCTION and not s[0].isdigit()]
