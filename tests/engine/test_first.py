"""The words in front of each long pattern let through all that the pattern can begin with."""

import re
from re import _constants as op  # private, but nothing public tells what a pattern can begin with
from re import _parser

import pytest

from goalsmith.engine.evidence import deadline, manner, quantity, time
from goalsmith.engine.evidence.first import Wording

GUARDED = {
    name: wording
    for module in (time, deadline, quantity, manner)
    for name, wording in vars(module).items()
    if isinstance(wording, Wording) and wording.first
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
    assert kind in (op.ASSERT, op.ASSERT_NOT), kind
    return {""}


def openings(tree):
    """The first words that a parsed pattern can match, each with the sign after it that is no letter, if any."""
    found = {""}
    for kind, value in tree:
        growing = {w for w in found if w == "" or w[-1].isalpha()}
        if not growing:
            break
        if kind is op.AT:  # the edge of a word: what has begun ends here
            grown = {f"{word} " if word else "" for word in growing}
        else:
            grown = {word + more for word in growing for more in step(kind, value)}
        found = (found - growing) | grown
    return found


def refused(wording):
    """What the pattern could match but for the first words that it is tried at."""
    begins = openings(_parser.parse(wording.pattern))
    return sorted(begin for begin in begins if not wording.opens(re.match(r"[a-z]+|.?", begin).group()))


@pytest.mark.parametrize("name", GUARDED)
def test_the_first_words_of_a_pattern_are_all_that_it_begins_with(name):
    assert refused(GUARDED[name]) == []


def test_a_first_word_that_is_left_out_is_noticed():
    assert refused(Wording(r"(?:by|un(?:til|der)\b) noon", "by")) == ["under ", "until "]


def certain(tree, signs, run=""):
    """Whether every match of a parsed pattern has one of `signs` in it. `run` are the letters right before it."""
    for kind, value in tree:
        if kind is op.LITERAL:
            run += chr(value)
            if any(sign in run for sign in signs):
                return True
        elif kind is op.SUBPATTERN:
            if certain(value[3], signs, run):
                return True
            run = ""
        elif kind is op.BRANCH:
            if all(certain(one, signs, run) for one in value[1]):
                return True
            run = ""
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            if value[0] > 0 and certain(value[2], signs, run):
                return True
            run = ""
        elif kind is op.IN:
            run = ""
    return False


SIGNED = [
    *((name, pattern, signs) for name, pattern, signs in (*quantity._KINDS, *time._IN_ORDER) if signs),
    ("dose", quantity.DOSE, quantity._DOSE_SIGNS),
    ("change", quantity._CHANGE, quantity._CHANGE_SIGNS),
]


@pytest.mark.parametrize(("name", "pattern", "signs"), SIGNED)
def test_a_text_without_the_signs_of_a_pattern_cannot_match_it(name, pattern, signs):
    assert certain(_parser.parse(pattern.pattern), signs)


def test_a_sign_that_is_left_out_is_noticed():
    assert certain(_parser.parse(r"\b(?:at most|up to) \d"), ("most", "up to"))
    assert not certain(_parser.parse(r"\b(?:at most|up to) \d"), ("most",))


def test_every_long_pattern_is_guarded():
    assert {"LIMITS", "STRETCHES", "_DURATION", "_LIMIT", "DOSE"} <= set(GUARDED)
