"""Numbers in figures and words, as parts of larger patterns."""

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12, "half": 0.5, "couple": 2,
    "once": 1, "twice": 2, "a": 1, "an": 1,
}  # fmt: skip
_LED = ("once", "twice", "thrice", "one", "single", "three", "five", "twelve", "nine")
NUMBER_FIRST = " ".join(("#", *_WORDS, *(f"{word}*" for word in _LED)))
"""What a number can begin with, as `first.Wording` takes it."""
_PLAIN = "|".join(w for w in _WORDS if w not in {"a", "an", "once", "twice", "half", "couple"})
NUM = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|twenty[- ]five|\b(?:{_PLAIN})\b)"
"""One number, in figures or as a word."""
SOME = rf"(?:{NUM}(?: ?(?:-|to|or) ?{NUM})?|\ban?\b|half an|a couple of|a few)"
"""A number, a range, or an article that stands for one."""
ABOUT = r"(?:(?:about|approx\.?|approximately|around|roughly|some|nearly|almost|~|well) ?)?"


def value(words: str) -> float:
    """The number that `words` begin with: "20", "5.5", "twenty five", "a dozen". Unknown words count as 1."""
    first = words.replace(",", ".").strip()
    if first.startswith("half"):
        return 0.5
    try:
        return float(first)
    except ValueError:
        parts = [_WORDS[w] for w in first.replace("-", " ").split() if w in _WORDS]
    return float(sum(parts)) if parts else 1.0
