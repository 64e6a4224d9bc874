"""Words of a text in one plain form, with where each stands: case, accents and Unicode's twins make no difference."""

import unicodedata
from dataclasses import dataclass

# Letters that Unicode does not take apart, and those that people write out where their keyboard lacks them.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
_WRITTEN_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters and digits in its plain form; `start` and `end` count code points of the text as given."""

    plain: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text. An underscore, a dot, a hyphen and an apostrophe part words."""
    found: list[Word] = []
    letters: list[str] = []
    start = end = 0
    for at, letter in enumerate(text):
        plain = _plain(letter)
        if plain is None:  # an accent or an invisible character belongs to whatever it stands in
            continue
        if not plain.isalnum():
            if letters:
                found.append(Word("".join(letters), start, end))
            letters = []
            continue
        if not letters:
            start = at
        letters.append(plain)
        end = at + 1
    if letters:
        found.append(Word("".join(letters), start, end))
    return found


def spellings(name: str) -> list[tuple[str, ...]]:
    """The ways in which a name may be spelled, each as its words: plain, and with umlauts written out."""
    composed = unicodedata.normalize("NFC", name).casefold()
    long = "".join(_WRITTEN_OUT.get(letter, letter) for letter in composed)
    both = [tuple(word.plain for word in words(one)) for one in (composed, long)]
    return [one for at, one in enumerate(both) if one and one not in both[:at]]


def _plain(letter: str) -> str | None:
    """The plain form of one character: None for one that leaves no trace, a space for one that parts words."""
    if letter.isascii():
        return letter.lower() if letter.isalnum() else " "
    kept = []
    for part in unicodedata.normalize("NFKD", letter).casefold():
        kind = unicodedata.category(part)
        if kind not in ("Mn", "Cf", "Me"):
            kept.append(_PLAIN.get(part, part))
    if not kept:
        return None
    plain = "".join(kept)
    return plain if plain.isalnum() else " "
