"""A text made comparable: one kind of letter, quote, dash and space, cut into words and their stems.

Where characters have to move (a typo, a second space), an `Edit` says so, and `given` leads back to what was written.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

_SAME = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u0060\u00b4\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r", " "),
    "\u00d7": "x",
    "\u2264": "≤",
    "\u2265": "≥",
}
_TABLE = str.maketrans(_SAME)
_WIDTHLESS = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SUPERFLUOUS = re.compile(f" {{2,}}|[{_WIDTHLESS}]+")
_CONTRACTED = re.compile(r"\b[a-z]{1,8}(?:n't|'(?:ll|m|re|ve))\b")
_NOT = {"won": "will not", "can": "cannot", "shan": "shall not", "ain": "is not"}
_ENDS = {"ll": "will", "m": "am", "re": "are", "ve": "have"}
_BULLET = re.compile(r" *(?:[-*\u2022\u00b7\u25aa\u25e6] +|\(?(?:\d{1,2}|[a-h])[.)] +(?=[a-z]))| +")
_TOKEN = re.compile(r"([^\W_]+(?:['.][^\W_]+)*|[↓↑&+])")
# Each needs so many letters before it that no other word is caught: "hour", "mourning", "size" and "caller" stay.
_SPELLINGS = tuple(
    (re.compile(pattern), same)
    for pattern, same in (
        (r"(?<=[a-z]{3})our(?=$|al|able|ful|it|hood|er|ist|less|ly)", "or"),
        (r"(?<=[a-z]{3})iz(?=$|ation|er)", "is"),
        (r"(?<=[a-z]{2})yz(?=$|er)", "ys"),
        (r"(?<=[a-z]{2}[bt])r$", "er"),
        (r"(?<=[a-z]{4})ll(?=$|or$|er$|ment$|ful)", "l"),
        (r"(?<=[a-z]{3}og)u$", ""),
        (r"^skept", "scept"),
        (r"^(an|h|p)ae(?=[dmrs])", r"\1e"),
    )
)
_TWOFOLD = re.compile("our|iz|yz|r$|ll|ogu$|^skept|^.{1,2}ae")
_PAIRS = {
    "practic": "practis", "licenc": "licens", "defenc": "defens", "offenc": "offens", "pretenc": "pretens",
    "programm": "program", "grey": "gray", "pyjama": "pajama", "learnt": "learn", "dreamt": "dream", "burnt": "burn",
    "spelt": "spell", "leant": "lean", "judgement": "judgment", "acknowledgement": "acknowledgment", "metr": "meter",
    "litr": "liter", "fibr": "fiber", "skillful": "skilful", "jewellery": "jewelry", "kerb": "curb", "cosy": "cozy",
}  # fmt: skip
_DOUBLED = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")


class Tokens(NamedTuple):
    """The words of a text, in parallel lists: each as written, where it starts and ends, and its stem."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    stems: list[str]


def normalise(text: str) -> str:
    """Return `text` in lower case with one kind of quote, dash and space; every code point stays in its place."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text.lower()
    lower = text.translate(_TABLE).lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text.translate(_TABLE))


def tokenise(norm: str) -> Tokens:
    """Cut a normalised text into words; hyphens divide, apostrophes and decimal points do not."""
    parts = _TOKEN.split(norm)  # what lies between two words, then a word, and so on
    places = list(accumulate(map(len, parts)))
    words = parts[1::2]
    return Tokens(words, places[:-1:2], places[1::2], list(map(stem, words)))


_starts = attrgetter("start")
Change = tuple[int, int, str]
"""What is to stand in place of a stretch of a text."""


class Edit(NamedTuple):
    """One change that was made: from where to where in the rewritten text, and the stretch that it replaces."""

    start: int
    end: int
    given: tuple[int, int]


def unplain(norm: str) -> list[Change]:
    """What stands in a normalised text that can be said plainly: contractions, spare spaces, a bullet in front."""
    found: list[Change] = []
    if not norm[:1].isalpha() and (bullet := _BULLET.match(norm)):
        found.append((0, bullet.end(), ""))
    if "  " in norm or not norm.isascii():
        start = found[0][1] if found else 0
        found += [(*m.span(), m.group()[0].strip(_WIDTHLESS)) for m in _SUPERFLUOUS.finditer(norm, start)]
    if "'" in norm and any(sign in norm for sign in ("n't", "'ll", "'m", "'re", "'ve")):
        found += [(*m.span(), in_full(m.group())) for m in _CONTRACTED.finditer(norm)]
    return found


def in_full(word: str) -> str:
    """The two words that `word` is a contraction of, or `word` itself.

    >>> in_full("won't"), in_full("she'll")
    ('will not', 'she will')
    """
    base, sign, end = word.rpartition("'")
    if end == "t" and base.endswith("n"):
        return _NOT.get(base, f"{base[:-1]} not")
    return f"{base} {_ENDS[end]}" if sign and end in _ENDS else word


def rewrite(norm: str, changes: list[Change]) -> tuple[str, tuple[Edit, ...]]:
    """Make `changes`, which do not overlap; return the text and what was done, in the order of the text."""
    parts, edits, copied, length = [], [], 0, 0
    for start, end, new in sorted(changes):
        length += start - copied
        edits.append(Edit(length, length + len(new), (start, end)))
        parts += [norm[copied:start], new]
        length, copied = length + len(new), end
    return "".join([*parts, norm[copied:]]), tuple(edits)


def given(place: tuple[int, int], edits: tuple[Edit, ...]) -> tuple[int, int]:
    """Where in the text before `edits` a place of the text after them is; a part of a changed word is all of it."""
    start, end = place
    if at := bisect_right(edits, start, key=_starts):
        edit = edits[at - 1]
        start = edit.given[0] if start < edit.end else start + edit.given[1] - edit.end
    if at := bisect_left(edits, end, key=_starts):
        edit = edits[at - 1]
        end = edit.given[1] if end <= edit.end else end + edit.given[1] - edit.end
    return start, end


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Take off the common endings, so that "worries" and "worry", "washing" and "wash" are one word.

    British and American spellings of a word have one stem.
    """
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) < 4 or not word.isalpha():
        return word
    return _one_spelling(_base(word))


def _base(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if word.endswith(_DOUBLED):
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _one_spelling(base: str) -> str:
    """One of the two spellings that `base` has, if it has two: "behavior", "organis", "center", "counsel"."""
    if len(base) > 4 and _TWOFOLD.search(base):
        for pattern, same in _SPELLINGS:
            base = pattern.sub(same, base)
    return _PAIRS.get(base, base)
