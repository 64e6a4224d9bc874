"""What this client avoids or has given up, read from the sentences of the case."""

import re

from goalsmith.engine.evidence.words import common
from goalsmith.engine.evidence.words.listed import listed
from goalsmith.engine.text import normalise, stem, tokenise
from goalsmith.model import Case

_SIGN = re.compile(
    r"\b(?:avoid(?:s|ing)?|(?:has|have) not (?:\w+ )?(?:entered|visited|used|driven|heard|said|been|touched|left|seen"
    r"|gone|taken|spoken)|never (?:takes|speaks|uses|goes|leaves|enters|drives|eats|rings|answers)|stopped|stays away"
    r" from|no longer (?:goes|dances|cooks|sees|takes|uses|plays|drives|visits|sings|works)|(?:has|have) given up"
    r"|given up|(?:has|have) left|fears to|afraid of|skips|cancels|declines|declined|does not (?:use|enter|visit|take)"
    r"|answers no|parks only|missed)\b"
)
_END = re.compile(
    r"[.;:]|, (?:has|have|sits|checks|asks|looks|writes|drinks|sends|is|fears)\b"
    r"|\b(?:because|since|after|before|for (?:\w+ )?(?:months|weeks|years)|so that|ago|when|without)\b"
)
_LOOSE = frozenset(
    stem(w)
    for w in listed("""
        station, public, transport, talk, touching, visit, heard, leaving, entered, sunday, every, late, shift,
        colleague, old, few, several, half, dozen, month, year, week, daughter, son, mother, father, wife,
        husband, partner, child, friend, people, night, home, house, custody, programme, promotion, without,
        going, seeing, using, taking, drinking, course, needs, most, other, thing, things
    """)
)
"""Words that stand beside what is avoided, and name it no better."""


def avoided(case: Case) -> list[str]:
    """The words for what the case says that the client avoids, has stopped, or never does."""
    found: dict[str, None] = {}
    for text in [p.text for p in case.presenting_problems] + case.barriers:
        norm = normalise(text)
        for sign in _SIGN.finditer(norm):
            end = _END.search(norm, sign.end())
            tokens = tokenise(norm[sign.end() : end.start() if end else len(norm)])
            for word, root in zip(tokens.words, tokens.stems, strict=True):
                if len(root) > 3 and root not in _LOOSE and word not in common.FUNCTION and root not in _COMMON:
                    found[word] = None
    return list(found)


_COMMON = frozenset(stem(w) for w in common.COMMON)
