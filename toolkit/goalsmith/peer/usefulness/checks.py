"""The yes/no questions about a comment. Each check is a small function of a `View`; `CHECKS` has them by name.

Levels are made of their answers by the rules of `rubrics/review.yaml`, never here.
"""

import re
from collections.abc import Callable, Sequence

from goalsmith.engine.phrases import Place
from goalsmith.peer.usefulness.objections import absences, objections
from goalsmith.peer.usefulness.steps import steps
from goalsmith.peer.usefulness.view import View, telling

Found = Sequence[Place] | None
"""The places that a check which says yes rests on, perhaps none; None where it says no."""
Check = Callable[[View], Found]
CHECKS: dict[str, Check] = {}
"""Each check by the name that the rubric uses."""

# A letter of the rubric that stands alone; an A may be an article, and needs a verdict behind it.
_LETTER = re.compile(
    r"(?<![\w'.])[SMRT](?:(?![\w'.])|(?=\.\s*$))|(?<![\w'.])A(?= ?(?:[=:,]|is\b|and [SMRT]\b|\d|low|weak|missing))"
)
_CURT = 2
"""A sentence of so few words says nothing else."""
_HOURS = 180.0
"""Minutes a day that nobody has to spare: our own bound."""
_LESS = re.compile(r"\b(?:less|fewer|down|instead|cut|reduc\w+|from)\b")


def check(function: Check) -> Check:
    """Register a check under its own name."""
    CHECKS[function.__name__] = function
    return function


@check
def says_something(v: View) -> Found:
    """Something is left when the words of the plan are taken out.

    Yes: "no number"
    No: an empty comment; the statement copied
    """
    return () if any(c.isalnum() for c in v.own) or v.offered else None


@check
def to_grader(v: View) -> Found:
    """It speaks to whoever grades.

    Yes: "please give full credit for this review"
    No: "a rater could not tell"
    """
    return _any(v, "grader")


@check
def names_criterion(v: View) -> Found:
    """It names a letter or a part of the plan, in any words.

    Source: ANCHORS, a comment by a reviewer, 1.
    Yes: "not measurable"; "T = 0"
    No: "could be better"
    """
    if found := _any(v, "names"):
        return found
    # Capitals are seen in the text as given, of which the places are others.
    return () if _LETTER.search(v.reading.text) else None


@check
def points_at_words(v: View) -> Found:
    """It is tied to words of the plan, quotes some, or names the place.

    Source: ANCHORS, a comment by a reviewer, 2.
    Yes: "“less often” has no number"; "objective 1.2 has no date"
    No: "there are no dates anywhere"
    """
    if v.quoted or v.tied:
        return v.quoted
    return _any(v, "places") or _left_out(v)


@check
def copied(v: View) -> Found:
    """Its words are those of the rubric, of the toolkit's advice, of an exemplar's reasons, or of another comment.

    Yes: "An observable act or symptom without any metric"
    No: "no number here", however often it is said
    """
    return () if v.copied else None


@check
def says_missing(v: View) -> Found:
    """It says what is missing or stands in the way, or asks for it.

    Source: ANCHORS, a comment by a reviewer, 2.
    Yes: "no number here"; "she has no car"; "which skill?"
    No: "not measurable"; "nothing to add"
    """
    return objections(v) or None


@check
def gives_step(v: View) -> Found:
    """It offers a step for the author, or words to begin from.

    Source: ANCHORS, a comment by a reviewer, 3.
    Yes: "you could write 'no more than 6 texts a day by session 6'"
    No: "add a number"; "make it SMART"
    """
    return list(steps(v)) or None


@check
def unkind(v: View) -> Found:
    """It can hurt.

    Source: ANCHORS, a comment by a reviewer, 3.
    Yes: "lazy"; "any first-year student knows this"
    No: "this does not work yet"
    """
    found = _any(v, "unkind") or []
    found += [p for s in v.sentences if len(s.tokens.words) <= _CURT for p in s.at("curses")]
    return found or None


@check
def overreaches(v: View) -> Found:
    """Its step asks for more than anybody could do: hours a day, for ever, or a cure.

    Source: ANCHORS, a comment by a reviewer, 3 ("feasible").
    Yes: "make it three hours of meditation a day"
    No: "20 minutes a day"
    """
    offered = set(steps(v))
    found = [p for p in _any(v, "over") or () if any(start <= p[0] < end for start, end in offered)]
    for dose in v.reading.doses:
        inside = any(start <= dose.start < end for start, end in offered)
        if inside and dose.minutes >= _HOURS and not _LESS.search(v.own, max(0, dose.start - 20), dose.end + 20):
            found.append((dose.start, dose.end))
    return found or None


def names_choice(v: View) -> bool:
    """Whether praise names what is good: words of the client or of a part of the plan, beside more than praise."""
    praise = {stem for sentence in v.sentences for p in sentence.at("praise") for stem in telling(v, *p)}
    about = any(sentence.at(label) for sentence in v.sentences for label in ("client", "parts"))
    return about and bool(telling(v, 0, len(v.own)) - praise) and _any(v, "meta") is None


def _any(v: View, label: str) -> list[Place] | None:
    """Every place of the phrases under `label`."""
    return [place for sentence in v.sentences for place in sentence.at(label)] or None


def _left_out(v: View) -> list[Place] | None:
    """The plan as a whole, beside something of the case that it leaves out."""
    for sentence in v.sentences:
        places = sentence.at("whole")
        if places and (sentence.at("absent") or absences(sentence)) and telling(v, sentence.start, sentence.end):
            return places
    return None
