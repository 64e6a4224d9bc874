"""Achievable 0: nobody can do it, nobody should, or it is not the client's to do."""

import re

from goalsmith.engine.checks.base import View, Yes, check, found, yes
from goalsmith.engine.evidence.first import Wording, holds_any
from goalsmith.engine.phrases import Place

_NEAR = 45
_LASTING = 90
_CLOSE = 14
_SOFT = Wording(r"free (?:of|from)|fully|without any|every single|no more than|no (?:more|longer) than")
_LIMITED = Wording(r"\b(?:more|longer|later|other|further|less|fewer) than\b|\bexcept\b|\bunless\b")
_EVEN = Wording(r"\b(?:even (?:if|when|though|with)|no matter|whether or not|despite|although|regardless)\b")
# "0 to 100 %" is a scale, and "from 100 %" is where somebody starts.
_ALL_OF = Wording(r"(?<![-\d])(?<!to )(?<!from )\b100 ?(?:%|percent\b|per cent\b)")


def near(places: list[Place], others: list[Place], distance: int) -> list[Place]:
    """Those of `places` that have one of `others` within `distance` characters."""
    return [a for a in places if any(b[0] - a[1] < distance and a[0] - b[1] < distance for b in others)]


@check("absolute")
def absolute_inner(v: View) -> Yes | None:
    """Promises that a thought, a feeling or an answer of the body never comes back, or that a good one always stays.

    Source: ANCHORS, Achievable 0.
    Yes: "She will never feel anxious again." "Be cheerful every hour of every day." "Not one fearful thought."
    No: "She will never check the stove more than once." "Worry for no more than an hour a day."
    """
    r = v.reading
    inner = r.at("inner", "felt")
    total = r.at("total", "every_moment")
    if "100" in r.norm and (m := _ALL_OF.search(r.norm)):
        total.append(m.span())
    if total and not _LIMITED.search(r.norm) and (lasting := near(total, inner + r.at("glad"), _LASTING)):
        return yes(lasting)
    if not inner or not r.has("absolute", "none_of") or _EVEN.search(r.norm):
        return None
    hard = [a for a in r.at("absolute") if not _SOFT.match(r.norm, a[0]) and not _limited(r.norm, a)]
    none = [a for a in r.at("none_of") if not _SOFT.match(r.norm, a[0]) and not _limited(r.norm, a)]
    return found(near(hard, r.at("inner"), _NEAR) + _before(none, inner))


def _limited(norm: str, place: Place) -> bool:
    return bool(_LIMITED.search(norm, place[1], place[1] + 40))


def _before(places: list[Place], inner: list[Place]) -> list[Place]:
    """Those of `places` that say of one of `inner`, right behind them, that there is none of it."""
    return [a for a in places if any(0 < b[0] - a[1] < _CLOSE for b in inner)]


@check("absolute")
def beyond_control(v: View) -> Yes | None:
    """Asks for full certainty, or for a memory or a risk to be gone altogether.

    Source: ANCHORS, Achievable 0; intolerance of uncertainty is what treatment works on (Dugas MJ, Robichaud M 2007,
    Cognitive-behavioral treatment for generalized anxiety disorder).
    Yes: "He will be 100% certain that nobody got ill." "Erase the face from memory."
    No: "Leave the kitchen without being certain."
    """
    return found(v.reading.at("certain", "erased"))


@check("harm")
def endangers(v: View) -> Yes | None:
    """Is a move that the practice file calls dangerous.

    Source: the practice's own source; ANCHORS, Achievable 0 (unsafe).
    Yes: "Carla stops drinking cold turkey." (alcohol)
    No: "Carla drinks no more than two glasses on two evenings a week." (alcohol)
    """
    hit = v.against
    return yes(hit.places, f"{hit.move.why} ({hit.move.source})") if hit and hit.move.dangerous else None


@check("actor")
def not_clients_act(v: View) -> Yes | None:
    """Is the act of the therapist or of somebody else.

    Source: ANCHORS, Achievable 0 and type "other".
    Yes: "Therapist will teach relaxation." "His wife will stop nagging."
    No: "Maya asks her partner to answer one text a day."
    """
    return yes([v.reading.actor_place]) if v.reading.actor != "client" else None


_MINDS = Wording(
    r"^\W*(?:[^,]{0,30}, )?(?:all|100 ?% of|every one of|each of)? ?(?:the |her |his |their |my )?"
    r"(?:other )?(?:everyone|everybody|nobody|no one|people|others|colleagues|friends|students|guests|customers"
    r"|classmates"
    r"|guys|girls|women|family|neighbours|strangers)\b[^.;]{0,50}?\b(?:will|to|should|must|is|are)\b"
    r"[^.;]{0,25}?\b(?:likes?|loves?|admires?|accepts?|respects?|forgives?|finds?|notices?|approves?"
    r"|understands?|forgets?"
    r"|impressed|judges?|thinks?|minds?|laughs?)\b",
    signs="like* love* admire* accept* respect* forgive* find* notice* approve* understand* forget* impressed"
    " judge* think* mind* laugh*",
)


@check("actor")
def others_minds(v: View) -> Yes | None:
    """Asks for what other people think or feel.

    Source: ANCHORS, Achievable 0 (not the client's to do).
    Yes: "Everyone at work will like her by June."
    No: "Ask two people at work what they think of the plan."
    """
    r = v.reading
    m = _MINDS.match(r.norm[:200]) if r.signs & _MINDS.bit else None
    return yes([m.span()]) if m else None


_EVERY_DAY = Wording(
    r"\b(?:every|each|per|a|/) ?(?:single )?(?:day|weekday|morning|evening|night|afternoon)\b|\bdaily\b"
    r"|\bon weekdays\b"
)
_UNUSUAL = 240.0
_REST = Wording(r"\b(?:sleep\w*|asleep|in bed|awake|shifts?|at work|out of the house)\b")
_FEWER = Wording(
    r"\b(?:no more|not more|less|fewer|at most|under|below|up to|cut\w*|reduc\w+|down|limit\w*|maximum)\b",
    signs="more most* less* fewer* under* below* up cut* reduc* down limit* maximum*",
)
_MANY = Wording(
    r"\b(?:(?:one|two|three|five|several|a) )?hundreds? (?:\w+ )?(?:times|of times|\w+s) (?:a|per|each"
    r"|every) (?:day|hour|week)\b"
    r"|\b[1-9]\d\d ?(?:x|times|reps?|repetitions?|prayers|texts|calls|push-?ups|letters|pages) (?:a|per|each"
    r"|every) (?:day|hour)\b"
    r"|\bthousands? (?:of )?times\b"
    r"|\b(?:[5-9]|[1-9]\d|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (?:\w+ )?(?:meetings|workouts"
    r"|outings|parties"
    r"|presentations|interviews|dates|visits|classes|concerts|rehearsals|appointments|gym sessions) (?:a|per"
    r"|each|every) day\b",
    signs="hundred* thousand* day* hour*",
)


@check("dose")
def impossible_dose(v: View) -> Yes | None:
    """Asks for hours a day on top of a life, or for hundreds of times a day.

    Source: ANCHORS, Achievable 0 and 1.
    Yes: "Meditate for 4 hours every weekday." "Repeat the sentence 300 times a day."
    No: "Meditate for 10 minutes every weekday."
    """
    r = v.reading
    long = [(d.start, d.end) for d in r.doses if d.minutes >= _UNUSUAL]
    if not long and not r.has("counted_rate") and not holds_any(r.norm, ("hundred", "thousand")):
        return None
    if r.has("change") or r.search(_FEWER):
        return None
    if m := r.search(_MANY):
        return yes([m.span()])
    return found(long) if long and _EVERY_DAY.search(r.norm) and not _REST.search(r.norm) else None


SOON = Wording(
    r"\b(?:session|week) (?:[1-3]|one|two|three)\b|\bwithin (?:a|one|two|1|2|three|3) (?:weeks?|sessions?"
    r"|days?)\b|\b(?:tonight|overnight|tomorrow|this week|next week|next session|the next appointment"
    r"|(?:by|on|from|this|next) (?:this |next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
)
_SESSION = re.compile(r"\bsession (\d{1,2})\b")


def soon(v: View) -> bool:
    """Whether the time is short: a few days or weeks, or the first third of the planned sessions."""
    if SOON.search(v.reading.norm):
        return True
    sessions = [int(n) for n in _SESSION.findall(v.reading.norm)]
    return bool(v.facts and sessions and 3 * max(sessions) <= v.facts.case.planned_sessions)


_CROWD = Wording(
    r"\b(?:in front of|before|to|for|with) (?:an audience of |a crowd of |over |about |some )?"
    r"(?:[1-9]\d\d+|(?:\w+ )?hundreds?|thousands?)(?: of)? (?:\w+ )?(?:people|guests|strangers|colleagues"
    r"|listeners|visitors|staff|employees|testers|students|delegates|viewers|spectators|attendees|customers"
    r"|engineers|managers|developers|members)",
    signs="people* guests* strangers* colleagues* listeners* visitors* staff* employees* testers* students*"
    " delegates* viewers* spectators* attendees* customers* engineers* managers* developers* members*",
)
_AWAKE = Wording(
    r"\bawake for (?:\w+ (?:days|nights)|(?:24|36|48|60|72) hours)|\bwithout (?:any )?sleep for \w+ (?:days|nights)",
    signs="awake* sleep*",
)
_INSTANT = Wording(
    r"\basleep (?:with)?in (?:\w+ )?(?:\d{1,2} |\w+ )?seconds\b|\basleep (?:with)?in (?:a|one|1|two|2) minutes?\b"
    r"|\basleep (?:instantly|immediately|at once|the (?:moment|second|minute|instant))\b",
    signs="asleep",
)


@check("target")
def impossible_feat(v: View) -> Yes | None:
    """Asks within days for what takes years of training, or for a body that answers at once.

    Source: ANCHORS, Achievable 0.
    Yes: "Run the city marathon on Sunday." "Fall asleep within sixty seconds every night."
    No: "Run a mile by October." "Fall asleep within 30 minutes on four nights a week."
    """
    r = v.reading
    feats = r.at("feat") or ([m.span()] if "00" in r.norm and (m := r.search(_CROWD)) else [])
    if feats and soon(v):
        return yes(feats)
    m = r.search(_INSTANT) or r.search(_AWAKE)
    return yes([m.span()]) if m else None
