"""How a typed question is put: one at a time or several, open to any answer or not, kindly or with blame."""

import re
from typing import Literal

from goalsmith.engine.interview.words import IGNORED
from goalsmith.engine.text import in_full, normalise, stem, tokenise

Poor = Literal["leading", "stacked", "accusing"]

_SENTENCE = re.compile(r"[^.?!;\n]+[.?!;\n]*")
_ASKS_WITHOUT_SIGN = re.compile(
    r"\s*(?:please |so |and |then |now |ok(?:ay)?,? )*"
    r"(?:tell|describe|walk|take|give|help me|show|explain|say|talk|let)\b"
)
_AUX = r"(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|don't|didn't|isn't|aren't)"
_NEXT = re.compile(
    r"(?:,|\band\b|\bor\b|\bbut\b|\bplus\b)\s*(?:(?:and|or|but|also|then|so)\s+)*"
    rf"(?=(?:what(?:'s)?|who(?:'s)?|which|why|since when|how (?:often|many|much|long|bad|well)|"
    rf"(?:when|where|how) {_AUX}|{_AUX} (?:you|it|that|this|there|he|she|they|your)\b))"
)
_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|good (?:morning|afternoon|evening)|how are you(?: \w+)?|nice to meet you)\b"
)
_OPENING = re.compile(
    r"\s*(?:(?:so|and|now|well|then),? )*(?:if|suppose|imagine|whenever|while|after|before|on a scale|from (?:0|zero)|"
    rf"when(?! {_AUX}\b))\b"
)
_CALLED = re.compile(r"^\s*(?:so |and |now |well |ok(?:ay)? )?\w+, (?=\w+ )")
"""A name, or a word to begin with, before the question: "Maya, what ..." """
_NOT = r"(?:do|does|did|is|are|was|were|have|has|would|could|should|wo|ca)n't"
_PERSON = r"(?:you|it|that|this|there|he|she|they|we)"

_LEADING = re.compile(
    rf"^\s*(?:(?:but|so|and|well|now|then)\s+)*{_NOT} {_PERSON}\b"  # "Don't you think that ..."
    rf"|[,.]\s*(?:{_NOT} {_PERSON}|(?:do|does|did|is|are|was|were|have|has|would|could) {_PERSON}|right|correct|no|"
    rf"ok(?:ay)?|eh|yes)\s*\??\s*$"  # "..., isn't it?"
    r"|\bsurely\b|\bobviously\b|\bof course\b"
    r"|\byou (?:do |must |surely )(?:know|realise|realize|admit|agree|see|feel)\b"
    r"|\b(?:wouldn't|don't|couldn't) you (?:say|agree|think|admit|rather)\b"
    r"|(?:^|\b(?:think|but|so|maybe|perhaps) )you (?:should|need to|ought to)\b"
    r"|\b(?:i'm sure (?:that )?you|have you considered just)\b"
    r"|\b(?:isn't|wouldn't|couldn't|shouldn't) (?:it|that|you)(?: just| simply| be)\b"
)
_ACCUSING = re.compile(
    r"\bwhy (?:don't|can't|won't|haven't|didn't|couldn't|wouldn't|aren't) you "
    r"(?!tell|start|begin|walk|describe|say|share)"
    r"|\bwhy do you (?:keep|always|insist|refuse|let)\b|\bwhy are you (?:so|such|being|still|always)\b"
    r"|\bwhat(?:'s| is) wrong with you\b|\bwhat were you thinking\b"
    r"|\bhow dare you\b"
    r"|\bhow (?:could|can) you (?:be so|let|not|even|just|possibly|expect|(?:say|do|think) (?:that|this))\b"
    r"|\b(?:your|own) fault\b"
    r"|\bare you even\b|\bdo you even\b|\bpull yourself together\b|\b(?:get over|snap out of) it\b"
    r"|\b(?:you're|you are|are you|aren't you|isn't (?:it|that)|that's|be|being)(?: (?:so|just|a bit|rather|too))?"
    r" (?:lazy|irresponsible|selfish|ridiculous|stupid|silly|making excuses|overreacting|attention.seeking)\b"
    r"|\bif you (?:really|just) (?:wanted|tried|cared)\b|\bcan't you (?:just|simply|see)\b|\bshame on you\b"
)


def parts(text: str) -> list[str]:
    """The questions that stand in `text`, normalised. What is said besides, and a greeting, is left out.

    >>> parts("Thank you for coming. When did it start, and how often does it happen?")
    ['when did it start', 'how often does it happen?']
    """
    sentences = [one.strip() for one in _SENTENCE.findall(normalise(text))]
    asking = [one for one in sentences if _asks(one)] or sentences
    found = [piece for one in asking for piece in _questions(one)]
    return [one for one in found if _says_something(one)]


def _questions(sentence: str) -> list[str]:
    """The questions in one sentence; what only leads up to one, "If you woke up and it were gone", belongs to it."""
    found: list[str] = []
    sentence = _CALLED.sub("", sentence)
    for piece in map(str.strip, _NEXT.split(sentence)):
        if found and _OPENING.match(found[-1]) and not found[-1].endswith("?"):
            found[-1] += f", {piece}"
        else:
            found.append(piece)
    return found


def form(text: str) -> Poor | None:
    """How `text` is poorly put, or None. Blame weighs most, then an answer put into the mouth, then a stack.

    >>> form("Don't you think that you worry too much?"), form("Why don't you just stop?"), form("What brings you?")
    ('leading', 'accusing', None)
    """
    whole = normalise(text)
    if _ACCUSING.search(whole):
        return "accusing"
    if any(_LEADING.search(sentence.strip()) for sentence in _SENTENCE.findall(whole)):
        return "leading"
    return "stacked" if len(parts(text)) > 1 else None


def _asks(sentence: str) -> bool:
    if _GREETING.match(sentence):
        return False
    return sentence.endswith("?") or bool(_ASKS_WITHOUT_SIGN.match(sentence))


def _says_something(part: str) -> bool:
    words = tokenise(" ".join(in_full(word) for word in part.split())).words
    return any(word not in IGNORED and stem(word) not in IGNORED for word in words) or len(words) > 3
