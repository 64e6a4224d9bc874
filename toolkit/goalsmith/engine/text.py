"""A text made comparable without moving a single character: offsets into it are offsets into what was written."""

import re
from dataclasses import dataclass
from functools import lru_cache

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
_TOKEN = re.compile(r"[^\W_]+(?:['.][^\W_]+)*|[↓↑&+]")
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
_PAIRS = {
    "practic": "practis", "licenc": "licens", "defenc": "defens", "offenc": "offens", "pretenc": "pretens",
    "programm": "program", "grey": "gray", "pyjama": "pajama", "learnt": "learn", "dreamt": "dream", "burnt": "burn",
    "spelt": "spell", "leant": "lean", "judgement": "judgment", "acknowledgement": "acknowledgment", "metr": "meter",
    "litr": "liter", "fibr": "fiber", "skillful": "skilful", "jewellery": "jewelry", "kerb": "curb", "cosy": "cozy",
}  # fmt: skip
_DOUBLED = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, in parallel lists: each as written, where it starts and ends, and its stem."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    stems: list[str]


def normalise(text: str) -> str:
    """Return `text` in lower case with one kind of quote, dash and space; every code point stays in its place."""
    lower = text.translate(_TABLE).lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text.translate(_TABLE))


def tokenise(norm: str) -> Tokens:
    """Cut a normalised text into words; hyphens divide, apostrophes and decimal points do not."""
    words = _TOKEN.findall(norm)
    starts, ends, end = [], [], 0
    for word in words:
        # Between two words there is no letter and no digit, so that the next place of a word is where it was found.
        start = norm.index(word, end)
        end = start + len(word)
        starts.append(start)
        ends.append(end)
    return Tokens(words, starts, ends, [stem(word) for word in words])


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
    if len(base) < 5:
        return _PAIRS.get(base, base)
    for pattern, same in _SPELLINGS:
        base = pattern.sub(same, base)
    return _PAIRS.get(base, base)
