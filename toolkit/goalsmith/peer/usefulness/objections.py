"""What a comment says is missing, or stands in the way: in set phrases, in questions, and in free words."""

from collections.abc import Sequence

from goalsmith.engine.phrases import Place
from goalsmith.peer.usefulness.view import Sentence, View, behind_quoted, telling

_NEAR = 70
"""Code points that may lie between a word of absence and the thing that is absent."""
_MOST = 40
"""Words of each kind in one sentence that are looked at."""
_FREE = 3
"""An objection in free words has so many words that not every comment uses, and one more where a letter is named."""
_ABOUT_SELF = ("i", "my", "mine", "you", "your", "we", "thanks", "thank")


def objections(view: View) -> list[Place]:
    """Where the comment says what is missing, in the order of the text; empty where it says nothing of the kind."""
    found = [place for sentence in view.sentences for place in in_sentence(sentence, view)]
    if not found and view.tied and not view.copied:
        found = [p for sentence in view.sentences for p in _facts(sentence, view)]
    return found


def in_sentence(sentence: Sentence, view: View) -> list[Place]:
    """Where one sentence says what is missing."""
    idle = sentence.at("idle")
    found = [p for label in ("absent", "faults") for p in sentence.at(label) if not _inside(p, idle)]
    found += absences(sentence) or _asked(sentence) or _demanded(sentence)
    found += [p for p in sentence.at("opens") if behind_quoted(view, p[0])]
    return found or _turned(sentence, view)


def absences(sentence: Sentence) -> list[Place]:
    """A word of absence with the thing that is absent, in either order."""
    idle = sentence.at("idle")
    lacks = [p for p in sentence.at("lacks") if not _inside(p, idle)]
    pairs = [(a, b) for a in lacks[:_MOST] for b in sentence.at("things")[:_MOST] if not _inside(b, [a])]
    return [(min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs if abs(a[0] - b[0]) <= _NEAR]


def _asked(sentence: Sentence) -> list[Place]:
    """A question for what is missing, with its mark or at the head of a sentence."""
    return [p for p in sentence.at("asks") if sentence.asks or sentence.opens(p)]


def _demanded(sentence: Sentence) -> list[Place]:
    """A word that asks for a thing to be put in, before the thing."""
    pairs = [(ask, thing) for ask in sentence.at("demands")[:_MOST] for thing in sentence.at("things")[:_MOST]]
    return [(ask[0], thing[1]) for ask, thing in pairs if 0 <= thing[0] - ask[1] <= _NEAR]


def _turned(sentence: Sentence, view: View) -> list[Place]:
    """The whole sentence, where it is about the client or the plan and turns against something, in whatever words."""
    turns = [p for p in sentence.at("turns") if not _inside(p, sentence.at("idle"))]
    praise = [p for p in sentence.at("praise") if not any(turn[0] > p[0] for turn in turns)]
    if not turns or praise or not sentence.at("client"):
        return []
    return [sentence.place] if len(telling(view, sentence.start, sentence.end)) >= _FREE else []


def _facts(sentence: Sentence, view: View) -> list[Place]:
    """The whole sentence, where a comment tied to words of the plan sets something beside them, in whatever words.

    Praise does not, nor does what speaks of reviewing, or of the reviewer or the author.
    """
    if sentence.at("praise") or sentence.at("meta") or sentence.tokens.words[0] in _ABOUT_SELF:
        return []
    fewest = _FREE + bool(sentence.at("names"))
    return [sentence.place] if len(telling(view, sentence.start, sentence.end)) >= fewest else []


def _inside(place: Place, others: Sequence[Place]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)
