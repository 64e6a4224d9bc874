"""The next step in a comment: where it is offered, and whether there is enough in it for the author to begin."""

import re
from collections.abc import Iterator
from itertools import islice

from goalsmith.engine.phrases import Place
from goalsmith.peer.usefulness.objections import in_sentence
from goalsmith.peer.usefulness.view import Sentence, View, behind_quoted, telling
from goalsmith.peer.usefulness.words.offer import ACTS, BEFORE_ACTS

_FEWEST = 2
"""So many telling words, or one and an amount, make a step that one can picture."""
_REWRITTEN = 4
_MOST = 30
"""Suggestions in one sentence that are looked at."""
_ARROW = re.compile(r"(?:-+>|=+>|\u2192) ?")
_CLAUSE = re.compile(r"[,:(\-] ?|\.\. ?")
_SAID = re.compile(r"\b(?:better|alternative|alternatively|option|version|like this|like that|so|rather) ?: ?")
_LIKE = re.compile(r"\blike (?=\w+ing\b|\d|[\"']|this\b|from\b|one\b|two\b)")
_AMOUNT = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|half|quarter|once|twice|one)\b"
)
_RATED = re.compile(
    r"\b(?:give|rate|score|grade)\b[^.?!]{0,20}\b(?:level |a )?\d\b|\b\d{1,2} ?/ ?(?:3|5|10)\b|\blevel \d"
)
_TIMES = ("deadline", "duration", "dose", "counted", "clock", "start")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_NOW = re.compile(r"\b(?:now|today|currently|at the moment|at present|has|have|had|was|were|counted|tried|said|told)\b")
_WARNS = ("so", "that", "because", "if", "when", "where", "what", "which", "how", "often", "since", "as", "then")
_AUXILIARY = ("is", "are", "was", "does", "do", "did", "can", "will", "has", "have", "how", "what", "why")
_ASIDE = re.compile(r"\binstead of\b|\brather than\b")


def steps(view: View) -> Iterator[Place]:
    """Where a step is offered that has enough in it, as places from its first word to the end of its sentence."""
    objected = False
    for number, sentence in enumerate(view.sentences):
        following = view.sentences[number + 1] if number + 1 < len(view.sentences) else None
        yield from _suggested(sentence, following, view)
        yield from _framed(sentence, view)
        objects = bool(in_sentence(sentence, view))
        if _offers(sentence, view) or (objected and not objects and _answers(sentence, view)):
            yield sentence.start, sentence.end
        objected = objected or objects


def _suggested(sentence: Sentence, following: Sentence | None, view: View) -> Iterator[Place]:
    """Steps behind a suggestion; where nothing follows it, the next sentence is what it suggests."""
    for start in islice(_beginnings(sentence, view), _MOST):
        end = sentence.end
        if following and not telling(view, start, end):
            end = following.end
        if _enough(view, start, end):
            yield start, end


def _framed(sentence: Sentence, view: View) -> Iterator[Place]:
    """Steps before words such as "would be enough", around "could be", and in quotation marks."""
    whole = sentence.start, sentence.end
    for place in sentence.at("late")[:_MOST]:
        if not _ASIDE.match(view.own, place[0]) and _enough(view, *whole, late=True):
            yield whole
    for start, end in sentence.at("might")[:_MOST]:
        if _measured(view, end, sentence.end) and len(telling(view, sentence.start, start)) >= _FEWEST:
            yield whole
    yield from (p for p in view.offered if sentence.start <= p[0] < sentence.end and _rewritten(view, p))


def _beginnings(sentence: Sentence, view: View) -> Iterator[int]:
    """Where the words behind a suggestion begin."""
    own = view.own
    for start, end in sentence.at("suggests"):
        if not _ASIDE.match(own, start):
            yield end
    for start, end in sentence.at("opens"):
        if sentence.opens((start, end)) and not behind_quoted(view, start):
            yield end
    for start, end in sentence.at("can"):
        before = own[sentence.start : start].split()
        if not before or before[-1].strip(",") not in _WARNS:
            yield end
    for pattern in (_ARROW, _LIKE, _SAID):
        for m in pattern.finditer(own, sentence.start, sentence.end):
            yield m.end()
    yield from _requests(sentence, own)


def _requests(sentence: Sentence, own: str) -> Iterator[int]:
    """Where a request begins: a sentence, or a part of one, that opens with what to do."""
    tokens = sentence.tokens
    opening = {sentence.tokens.starts[0]}
    opening |= {m.end() for m in _CLAUSE.finditer(own, sentence.start, sentence.end)}
    for at, start in enumerate(tokens.starts):
        before = tokens.words[at - 1] if at else ""
        if start in opening or before in BEFORE_ACTS:
            if start not in opening and before in BEFORE_ACTS and before in ("to", "and", "or") and at > 1:
                continue
            if tokens.words[at] in ACTS:
                yield tokens.ends[at]


def _offers(sentence: Sentence, view: View) -> bool:
    """Whether a question is an offer: it names an amount and asks for nothing ("Two stops, twice a week?")."""
    if not sentence.asks or sentence.at("asks") or not _dated(sentence, view):
        return False
    return len(telling(view, sentence.start, sentence.end)) >= _FEWEST and sentence.tokens.words[0] not in _AUXILIARY


def _answers(sentence: Sentence, view: View) -> bool:
    """Whether a sentence that follows an objection can be the answer to it: it has an amount, and tells no fact."""
    if sentence.at("asks") or not _dated(sentence, view) or _NOW.search(view.own, sentence.start, sentence.end):
        return False
    return len(telling(view, sentence.start, sentence.end)) >= _FEWEST


def _dated(sentence: Sentence, view: View) -> bool:
    """Whether a time, a dose, a rate or a day of the week stands in a sentence."""
    start, end = sentence.start, sentence.end
    return _measured(view, start, end) or _WEEKDAY.search(view.own, start, end) is not None


def _rewritten(view: View, place: Place) -> bool:
    """Whether words in quotation marks that the plan does not have can stand in its place: some, with an amount."""
    return len(view.reading.norm[slice(*place)].split()) >= _REWRITTEN and _amount(view, *place)


def _enough(view: View, start: int, end: int, *, late: bool = False) -> bool:
    """Whether the words from `start` to `end` say what to do: telling words, an amount with one, or words to use."""
    if any(start <= a and b <= end + 2 and len(view.reading.norm[a:b].split()) > 1 for a, b in view.offered):
        return True
    told, amount = len(telling(view, start, end)), _amount(view, start, end)
    if amount and _measured(view, start, end):
        return True
    if late:
        return told >= _FEWEST and (amount or told > _FEWEST)
    return told >= _FEWEST or (amount and told > 0)


def _amount(view: View, start: int, end: int) -> bool:
    """Whether a number, a time or a count stands between two places. What the comment itself is worth is none."""
    rated = [m.span() for m in _RATED.finditer(view.own, start, end)]
    for m in _AMOUNT.finditer(view.own, start, end):
        if not any(a <= m.start() < b for a, b in rated):
            return True
    return _measured(view, start, end)


def _measured(view: View, start: int, end: int) -> bool:
    """Whether a time, a dose or a rate stands between two places."""
    return any(start <= a and b <= end for a, b in view.reading.at(*_TIMES))
