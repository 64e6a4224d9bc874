"""The words in front of each long pattern let through all that the pattern can begin with."""

import re
from re import _constants as op  # private, but nothing public tells what a pattern can begin with
from re import _parser

import pytest

from goalsmith.engine.evidence import quantity, time
from goalsmith.engine.evidence.first import Wording, ahead

GUARDED = {
    name: pattern.pattern.removeprefix(r"\b")
    for module in (time, quantity)
    for name, pattern in vars(module).items()
    if isinstance(pattern, Wording) and pattern.pattern.removeprefix(r"\b").startswith("(?=")
}


def signs(members):
    """The characters of a set in brackets, with one standing for each class."""
    for kind, value in members:
        if kind is op.RANGE:
            yield from map(chr, range(value[0], value[1] + 1))
        else:
            yield chr(value) if kind is op.LITERAL else "5" if value is op.CATEGORY_DIGIT else "z"


def step(kind, value):
    """What one part of a pattern can be, up to the end of its first word."""
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.IN:
        return set(signs(value))
    if kind is op.SUBPATTERN:
        return openings(value[3])
    if kind is op.BRANCH:
        return set().union(*map(openings, value[1]))
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return openings(value[2]) | ({""} if value[0] == 0 else set())
    if kind is op.AT:
        return {" ", ""}
    return {""}


def openings(tree):
    """The first words that a parsed pattern can match, each with the sign after it that is no letter, if any."""
    found = {""}
    for kind, value in tree:
        growing = {w for w in found if w == "" or w[-1].isalpha()}
        if not growing:
            break
        more = step(kind, value)
        if kind is op.AT:  # the edge of a word: what has begun ends here
            grown = {f"{w} " if w else "" for w in growing}
        else:
            grown = {w + m for w in growing for m in more if not (kind is op.ASSERT)} | (
                growing if kind is op.ASSERT else set()
            )
        found = (found - growing) | grown
    return found


def refused(text):
    """What the pattern could match but for its first words."""
    end = next(at for at in range(4, len(text)) if text[:at].endswith(")") and text[at:].startswith("(") and _closed(text[:at]))
    guard = re.compile(text[:end])
    return sorted(w for w in openings(_parser.parse(text[end:])) if not guard.match(w))


def _closed(text):
    return text.replace(r"\(", "").count("(") == text.count(")")


@pytest.mark.parametrize("name", GUARDED)
def test_the_first_words_of_a_pattern_are_all_that_it_begins_with(name):
    assert refused(GUARDED[name]) == []


def test_a_first_word_that_is_left_out_is_noticed():
    assert refused(ahead("by") + r"(?:by|un(?:til|der)\b) noon") == ["under ", "until "]


def test_every_long_pattern_is_guarded():
    assert {"_EXPLICIT", "_DURATION", "_LIMIT", "DOSE"} <= set(GUARDED)
