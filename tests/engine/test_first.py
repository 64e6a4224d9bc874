"""First words and signs of a pattern let through every text that the pattern can match."""

import importlib
import pkgutil
import re
from re import _constants as op  # private, but nothing public tells what a pattern can begin with
from re import _parser

import pytest

import goalsmith.engine
from goalsmith.engine.evidence.first import Wording, heads, opened
from goalsmith.engine.text import normalise, tokenise


def wordings():
    """Every wording of the engine by where it stands, also of those that are parts of a list."""
    for module in pkgutil.walk_packages(goalsmith.engine.__path__, "goalsmith.engine."):
        for name, value in vars(importlib.import_module(module.name)).items():
            entries = value if isinstance(value, tuple) else ()
            parts = [part for entry in entries if isinstance(entry, tuple) for part in entry]
            for number, found in enumerate([value, *parts]):
                if isinstance(found, Wording):
                    yield f"{module.name.removeprefix('goalsmith.engine.')}.{name}[{number}]", found


FOUND: dict[Wording, str] = {}
for place, found in wordings():
    FOUND.setdefault(found, place)
GUARDED = {place: found for found, place in FOUND.items() if found.first}
SIGNED = {place: found for found, place in FOUND.items() if found.signs != found.first}


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
    return sorted(begin for begin in begins if wording.number not in opened(re.match(r"[a-z]+|.?", begin).group()))


@pytest.mark.parametrize("name", GUARDED)
def test_the_first_words_of_a_pattern_are_all_that_it_begins_with(name):
    assert refused(GUARDED[name]) == []


def test_a_first_word_that_is_left_out_is_noticed():
    assert refused(Wording(r"(?:by|un(?:til|der)\b) noon", "by")) == ["under ", "until "]


def kinds(members):
    """The characters of a set in brackets, with one for each class and "?" for what may be anything."""
    found = set()
    for kind, value in members:
        if kind is op.NEGATE:
            return {"?"}
        if kind is op.RANGE:
            found |= set(map(chr, range(value[0], value[1] + 1)))
        elif kind is op.LITERAL:
            found.add(chr(value))
        else:
            found.add({op.CATEGORY_DIGIT: "5", op.CATEGORY_SPACE: " "}.get(value, "?"))
    return found


class Certain:
    """Whether every match of a pattern has one of `signs` in it, which are told as `Wording` takes them.

    Each way through the pattern is followed by the word that is being spelled: its letters so far, "" where a word may
    begin, None inside another. A way ends as soon as a sign is certain.
    """

    def __init__(self, signs):
        self.signs = signs.split()

    def of(self, pattern, *, at_a_word=False):
        return all(map(self.begun, self.row(_parser.parse(pattern), {"" if at_a_word else None})))

    def begun(self, run):
        """Whether any word that begins with `run` has a sign."""
        return bool(run) and any(s[-1] == "*" and run.startswith(s[:-1]) for s in self.signs)

    def row(self, tree, runs):
        for kind, value in tree:
            runs = self.part(kind, value, runs)
        return runs

    def part(self, kind, value, runs):
        if kind is op.SUBPATTERN:
            return self.row(value[3], runs)
        if kind is op.BRANCH:
            return set().union(*(self.row(one, runs) for one in value[1]))
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            once = self.row(value[2], runs)
            again = set() if value[1] == 1 else self.row(value[2], {run or None for run in once if not self.begun(run)})
            return once | again | (runs if value[0] == 0 else set())
        if kind in (op.ASSERT, op.ASSERT_NOT):
            return runs
        chars = {chr(value)} if kind is op.LITERAL else kinds(value) if kind is op.IN else {"?"}
        return set().union(*(self.next(" " if kind is op.AT else char, runs) for char in chars))

    def next(self, char, runs):
        """The ways on behind one character; a figure is a word of its own, and so is what follows it."""
        if char.isalpha():
            return {None if run is None else run + char for run in runs}
        if char in "?_":
            return {None for run in runs if not self.begun(run)}
        if char in self.signs or (char.isdigit() and "#" in self.signs and None not in runs):
            return set()
        return {"" for run in runs if not (self.begun(run) or run in self.signs)}


@pytest.mark.parametrize("place", SIGNED)
def test_a_text_without_the_signs_of_a_pattern_cannot_match_it(place):
    wording = SIGNED[place]
    assert Certain(wording.signs).of(wording.pattern, at_a_word=bool(wording.first))


def test_a_sign_that_is_left_out_is_noticed():
    assert Certain("most up").of(r"\b(?:at most|up to) \d")
    assert not Certain("most").of(r"\b(?:at most|up to) \d")
    assert not Certain("most").of(r"\b(?:at most\w*)"), "a word that only begins so is no sign"


# Words that no other test reads: what is known of a word is kept.
INSIDE = [("387percent", "percent"), ("wvu387", "wvu"), ("zyx'wvu", "wvu"), ("zyx.Wvu", "wv*"), ("38751", "#")]


@pytest.mark.parametrize(("text", "sign"), INSIDE)
def test_a_sign_is_seen_inside_a_figure_and_behind_an_apostrophe_or_a_full_stop(text, sign):
    wording = Wording("never looked for", signs=sign)
    norm = normalise(text)
    assert heads(norm, tokenise(norm)).signs & wording.bit


def test_a_sign_that_is_no_letter_is_seen_wherever_a_pattern_names_it():
    signs = {sign for wording in FOUND for sign in wording.signs.split() if not sign[0].isalnum() and sign != "#"}
    assert {sign for sign in signs if heads(sign, tokenise(sign)).signs == heads("", tokenise("")).signs} == set()


def test_every_long_pattern_is_guarded():
    names = {place.split(".")[-1].partition("[")[0] for place in GUARDED}
    assert {"LIMITS", "STRETCHES", "_DURATION", "_LIMIT", "DOSE"} <= names
