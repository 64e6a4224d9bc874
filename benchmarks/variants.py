"""Statements said in another way: what a variant changes is how it is written, never what is meant.

`KINDS` maps the name of each kind to a function of a text and a random source that gives the variants it can make.
"""

import random
import re
from collections.abc import Callable, Iterator

Maker = Callable[[str, random.Random], Iterator[str]]

_PAIRS = """
    behaviour behavior, behavioural behavioral, counselling counseling, counsellor counselor, practise practice,
    practising practicing, practises practices, practised practiced, programme program, programmes programs,
    neighbour neighbor, neighbours neighbors, favourite favorite, organise organize, organises organizes,
    organising organizing, realise realize, recognise recognize, recognises recognizes, recognising recognizing,
    minimise minimize, summarise summarize, prioritise prioritize, catastrophising catastrophizing,
    catastrophise catastrophize, normalise normalize, socialise socialize, socialising socializing,
    utilise utilize, apologise apologize, apologising apologizing, memorise memorize, analyse analyze,
    colour color, centre center, theatre theater, travelling traveling, cancelled canceled, cancelling canceling,
    labelled labeled, labelling labeling, grey gray, sceptical skeptical, judgement judgment, metre meter,
    metres meters, litre liter, fulfil fulfill, enrol enroll, honour honor, licence license, rumour rumor,
    towards toward, learnt learned, humour humor
"""
_SPELLED = dict(pair.split() for pair in _PAIRS.split(","))
_SPELLED |= {b: a for a, b in _SPELLED.items()}
_NUMBERS = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
"""
_FIGURES = dict(enumerate(_NUMBERS.split(), 2))
_IN_WORDS = {word: str(n) for n, word in _FIGURES.items()}
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ALONE = re.compile(
    rf"(?<![\w.:,/-])(?<!to )(?<!(?:{_MONTH}) )(?<!June )(?<!July )(\d{{1,2}})(?=,? [a-z]|[.]?$)"
    rf"(?! ?(?:am|pm|a\.m|p\.m|percent|mg|lbs|x|of (?:{_MONTH}))\b)"
)
_SHORT = (
    ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("cannot", "can't"), ("will not", "won't"),
    ("is not", "isn't"), ("are not", "aren't"), ("was not", "wasn't"), ("has not", "hasn't"), ("I will", "I'll"),
    ("she will", "she'll"), ("he will", "he'll"), ("it is", "it's"), ("I am", "I'm"), ("that is", "that's"),
    ("they will", "they'll"), ("would not", "wouldn't"), ("need not", "needn't"), ("they are", "they're"),
)  # fmt: skip
_NAMES = "Maya|Daniel|Ruth|Kofi|Carla"  # of the cases of dev.jsonl
_SUBJECT = re.compile(
    rf"(?:{_NAMES}|Client|The client|Patient|Pt|Ct|She|He|I) will (?!not\b|be\b|never\b|also\b)(?=[a-z])"
)
_WHEN = (
    r" (?:the )?(?:end of |next |coming |following )?"
    r"(?:session|week|weeks|sessions|\d{1,2}|two|three|four|five|six|eight|ten|twelve)\b[^,.;:()]{0,24}"
)
_LED = re.compile(rf"((?:By|Before|Within|Until|For|Over|During|In){_WHEN}), (.+?)(\.?)$", re.S)
_ENDED = re.compile(rf"(.{{15,}}?) ((?:by|within|over|for){_WHEN})(\.?)$", re.S)
_VERBS = {
    "send": "sent", "write": "written", "complete": "completed", "practise": "practised", "practice": "practiced",
    "identify": "identified", "attend": "attended", "record": "recorded", "log": "logged", "call": "called",
    "phone": "phoned", "read": "read", "visit": "visited", "plan": "planned", "cook": "cooked", "check": "checked",
    "limit": "limited", "list": "listed", "reduce": "reduced", "lower": "lowered", "fill in": "filled in",
}  # fmt: skip
_ACTIVE = re.compile(
    rf"^(?P<who>{_NAMES}|Client|The client|Patient|Pt) will (?P<verb>{'|'.join(_VERBS)}) "
    r"(?P<what>(?:a |an |the |her |his |one |two |three |four |five |\d+ )?(?:[a-z-]+ ){0,2}?[a-z-]+)"
    r"(?P<rest> (?:each|every|by|within|on|at|per|before|after|a|during|twice|from|to|with)\b.*)?\.?$"
)
_WORD = re.compile(r"[A-Za-z]+")


def spelling(text: str, rng: random.Random) -> Iterator[str]:
    """British for American and American for British."""
    changed = _WORD.sub(lambda m: _like(m.group(), _SPELLED.get(m.group().lower(), m.group())), text)
    if changed != text:
        yield changed


def numbers(text: str, rng: random.Random) -> Iterator[str]:
    """Figures for number words, and words for figures that are no part of a name, a date, a time or a fraction."""
    words = re.sub(rf"(?<![\w-])(?:{'|'.join(_IN_WORDS)})(?![\w-])", lambda m: _IN_WORDS[m.group()], text)
    figures = _ALONE.sub(lambda m: _FIGURES.get(int(m[1]), m[1]), text)
    for changed in (words, figures):
        if changed != text:
            yield changed


def contractions(text: str, rng: random.Random) -> Iterator[str]:
    """Short for long, and long for short."""
    short = long = text
    for whole, cut in _SHORT:
        short = re.sub(rf"\b{whole}\b", cut, short, flags=re.I) if whole in short.lower() else short
        if cut not in ("it's", "that's"):  # these can also stand for "it has"
            long = re.sub(rf"\b{cut}\b", whole, long)
    for changed in (short, long):
        if changed.lower() != text.lower():
            yield changed[0].upper() + changed[1:] if text[0].isupper() else changed


def voice(text: str, rng: random.Random) -> Iterator[str]:
    """Passive for active where the object is short: "Two texts will be sent by Maya" for "Maya will send two texts"."""
    if m := _ACTIVE.match(text):
        who = m["who"] if m["who"] in _NAMES else m["who"].lower()
        yield f"{_capital(m['what'])} will be {_VERBS[m['verb']]} by {who}{m['rest'] or ''}."


def order(text: str, rng: random.Random) -> Iterator[str]:
    """A leading time at the end, and a time at the end in front."""
    if m := _LED.match(text):
        yield f"{_capital(m[2])} {m[1][0].lower()}{m[1][1:]}{m[3]}"
    elif m := _ENDED.match(text):
        rest = m[1].rstrip(",")
        first = rest.split()[0]
        keep = re.fullmatch(rf"(?:{_NAMES}|I|[A-Z-]{{2,}}\S*|[A-Z]\S*\d\S*)(?:'s)?,?", first)
        yield f"{_capital(m[2])}, {rest if keep else rest[0].lower() + rest[1:]}{m[3]}"


def subject(text: str, rng: random.Random) -> Iterator[str]:
    """The client named in another way, or not at all."""
    if m := _SUBJECT.match(text):
        rest = text[m.end() :]
        for lead in ("Client will ", "The client will ", "I will ", "To "):
            if not text.startswith(lead):
                yield lead + rest
        yield _capital(rest)


def typo(text: str, rng: random.Random) -> Iterator[str]:
    """One typo in eight words of the text, in words of five letters or more; names and capitals are left alone."""
    words = [m for m in _WORD.finditer(text) if len(m.group()) >= 5 and m.group()[1:].islower()]
    words = [m for m in words if m.start() == 0 or m.group().islower()]
    words = [m for m in words if m.group() not in _NAMES.split("|")]
    count = min(len(words), max(1, len(text.split()) // 8))
    for _ in range(3):
        if not words:
            return
        changed = text
        for m in sorted(rng.sample(words, count), key=lambda m: -m.start()):
            changed = changed[: m.start()] + _slip(m.group(), rng) + changed[m.end() :]
        yield changed


def style(text: str, rng: random.Random) -> Iterator[str]:
    """Other quotes, dashes, spaces and line breaks."""
    curly = re.sub(r"(?<!\w)'", "\u2018", text).replace("'", "\u2019")
    curly = re.sub(r'(?<!\w)"', "\u201c", curly).replace('"', "\u201d")
    for changed in (
        curly,
        text.replace(" - ", " \u2013 ").replace("-", "\u2011"),
        text.replace(" ", "  "),
        f"  {text}\n",
        text.replace(" ", "\u00a0"),
        f"- {text}",
        text.rstrip(".") + ("" if text.endswith(".") else "."),
        re.sub(r" ", "\n", text, count=1),
    ):
        if changed != text:
            yield changed


def capitals(text: str, rng: random.Random) -> Iterator[str]:
    """All small, all capital, and each word with a capital."""
    for changed in (text.lower(), text.upper(), re.sub(r"(?<![\w'\u2019])[a-z]", lambda m: m.group().upper(), text)):
        if changed != text:
            yield changed


KINDS: dict[str, Maker] = {
    "spelling": spelling,
    "numbers": numbers,
    "contractions": contractions,
    "voice": voice,
    "order": order,
    "subject": subject,
    "typo": typo,
    "style": style,
    "capitals": capitals,
}


def _like(model: str, word: str) -> str:
    return word.upper() if model.isupper() else _capital(word) if model[0].isupper() else word


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _slip(word: str, rng: random.Random) -> str:
    """Two letters swapped, one left out or one doubled; never the first letter alone."""
    at = rng.randrange(1, len(word) - 1)
    kind = rng.choice(("swap", "drop", "double"))
    if kind == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    return word[: at + 1] + word[at:]
