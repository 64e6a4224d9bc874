"""What a case's barriers stand against: free time, and steps that a barrier makes doubtful."""

import re

from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.stems import COMMON, content
from goalsmith.engine.text import normalise

Doubt = tuple[Wording, str, bool]
"""The steps that a barrier stands against, the barrier, and whether somebody's support gets round it."""

_FREE = Wording(
    r"(?:only|just|no more than|at most|barely) (?:about )?(?:\d+ ?(?:to|-) ?)?(\d+|an|one|half an) ?(minutes"
    r"|min|hours?)"
    r"\b[^,;]{0,25}(?:free|spare|to (?:her|him|them)sel\w+|available|left|of (?:her|his|their) own)"
)
_DOUBT = Wording(
    r"\b(?:scepti\w+|skepti\w+|doubt\w*|dislik\w*|refus\w+|hates?|averse|mistrust\w*|distrust\w*"
    r"|unwilling|no faith|does not (?:like|want|believe)|reluctan\w+|bored by|cannot (?:stand|bear)|suspicious)"
    r" ?(?:about|of|towards?|in|to|with)? (?:a |the |take |taking )?([a-z ]{3,30})"
)
_ALIKE = (
    ("meditat", "mindfulness", "mindful", "body scan"),
    ("medication", "tablet", "pill", "ssri", "antidepressant"),
    ("group", "aa meeting", "meeting", "alcoholics anonymous"),
    ("homework", "worksheet"),
    ("yoga", "tai chi"),
    ("exercise", "workout", "gym"),
    ("journal", "diary", "writing"),
    ("app", "phone app", "online"),
)
_STRAIN = Wording(
    r"\b(?:run(?:s|ning)?(?! (?:her|his|their|my|the|through|out|errands|into|a (?:home|household|bath|shop"
    r"|meeting)))\b|jog\w*|marathon|hik\w+|\d+ (?:miles?|km\b)|(?:two|three|four|five|six|ten) miles?"
    r"|climb\w*|aerobics|squats|burpees|sprint\w*|cross-?fit|star jumps|half-marathon|stairs to the top"
    r"|digs?|dig over|heavy lifting|weights)\b",
    signs="run* jog* marathon hik* mile* km climb* aerobics squats burpees sprint* cross* star top dig* lifting"
    " weights",
)
_BREATH = Wording(
    r"\b(?:marathon|sprint\w*|hiit|burpees|cross-?fit|triathlon|hold(?:s|ing)? (?:her|his|their|my) breath)\b",
    signs="marathon sprint* hiit burpees cross* triathlon hold*",
)
_DAWN = Wording(
    r"\b(?:(?:at|by|before|from) )?(?:[4567](?:[:.]\d\d)? ?a\.?m\b|at dawn|sunrise|(?:five|six|seven) in the morning)",
    signs="# dawn* sunrise* morning*",
)
_LATE = Wording(
    r"\b(?:(?:half past )?midnight|(?:1|2|3|one|two|three) ?a\.?m\b|(?:1|2) in the (?:night|morning))",
    signs="# midnight* one* two* three* night* morning*",
)
_EVENINGS = Wording(
    r"\b(?:every|each|all) (?:single )?(?:week)?(?:evening|night)s?\b(?! and| after (?:clos|work|the shift|her"
    r"|his))|\bnightly\b"
    r"|\bevery (?:day|weekday) at (?:[5-9]|five|six|seven|eight|nine) ?(?:p\.?m|in the evening)",
    signs="every each all nightly",
)
_EARLY_EVENING = Wording(
    r"\b(?:[567](?:[:.]\d\d)? ?p\.?m\b|1[789][:.]\d\d\b|(?:five|six|seven)(?: o'clock)? in the evening"
    r"|half past (?:five|six)"
    r"(?: in the evening| p\.?m)|early evening)",
    signs="# evening* past early",
)
_PRICED = Wording(
    r"[£$€] ?\d+|\b\d+ (?:pounds|euros|dollars)\b|\b(?:private|personal trainer|retreat|spa|cruise|gym membership"
    r"|weekend away|holiday abroad|first class|fly to|flight|private clinic|taxi)\b",
    signs="# private trainer retreat spa cruise membership weekend abroad class fly flight taxi pounds euros dollars",
)
_TELLS = (
    r"\b(?:tell|tells|announc\w+|disclos\w+|stands? up|confess\w*|speaks? openly|explain\w*|share[sd]?|cr(?:y|ies) )"
)
_MANY = (
    r"(?:\ball\b|\bwhole\b|\beveryone|\beverybody|\bevery\b|\bentire|\bcolleagues|\bbrigade|\bcrew\b|\bstaff\b"
    r"|\bin front of|\bpublicly|\bin public|\bon stage)"
)
_PUBLIC = Wording(
    rf"{_TELLS}[^.;]{{0,60}}{_MANY}",
    signs="tell* announc* disclos* stand* confess* speak* explain* share* cry cries",
)
# A barrier of the first kind stands against a step of the second; the third says whether support gets round it.
_CLASHES = (
    (r"\bpain\b|injur|arthrit|mobility|wheelchair|bad (?:knee|back|hip)|slipped disc|sciatica"
     r"|crutches", _STRAIN, True),
    (r"asthma|copd|heart (?:condition|disease|failure|medication|tablets|trouble|attack)|breathless|angina"
     r"|pregnan", _BREATH, False),
    (r"\bno car|cannot drive|does not drive|no (?:driving )?licen[cs]e|lost (?:her|his|their) licen[cs]e",
     Wording(r"\b(?:drives?|driving)\b(?! (?:lessons?|instructor|him|her|them)\b)", signs="drive* driving"), True),
    (r"energy in the morning|tired in the morning|mornings? (?:are|is) (?:hard|worst)|hard to get up", _DAWN, False),
    (r"early (?:shift|start)|starts? (?:work )?at (?:[3-6]|three|four|five|six)|up at (?:four|five"
     r"|[45])", _LATE, False),
    (r"evening shift|late shift|night shift|until (?:eight|nine|ten|[89]|10)\b|rotating shift|works? (?:nights"
     r"|evenings)",
     _EVENINGS, False),
    (r"no money|\bdebts?\b|low income|cannot afford|tight budget|unemploy|in arrears|money is (?:short"
     r"|tight)", _PRICED, False),
    (r"until (?:seven|eight|nine|[789]|19|20|21)(?::00)?(?: p\.?m\.?)?(?: in the evening| at night|$"
     r"|,)", _EARLY_EVENING, False),
    (r"energy|fatigue|exhaust|always tired",
     Wording(r"\b(?:boot ?camp|cross-?fit|marathon|(?:an hour|two hours|three hours|90 minutes|60 minutes) (?:at"
     r"|in) the gym)\b", signs="boot* cross* marathon gym"), False),
    (r"hearing|deaf|tinnitus|noise",
     Wording(r"\b(?:groups? of|large group|echo\w*|noisy|crowd\w*|choir|party|parties|concert)\b|\bwithout (?:his|her"
     r"|their) hearing", signs="group* large echo* noisy crowd* choir party parties concert hearing*"),
     False),
    (r"asham|shame|gossip|embarrass|secret|stigma", _PUBLIC, False),
    (r"second language|little english|language barrier|speaks little|interpreter",
     Wording(r"\b(?:speech|debate|presentation|novel|essay|lecture|toast)\b",
             signs="speech debate presentation novel essay lecture toast"), True),
    (r"looks after|childcare|single (?:mother|father|parent)|cares for|small children|newborn|baby",
     Wording(r"\b(?:every|each|all) (?:single )?(?:afternoon|day|evening|weekend)s?\b[^.;]{0,40}\b(?:hours|whole"
             r"|all day)\b|\bweekend away\b|\bretreat\b", signs="hours whole all weekend retreat"), True),
)  # fmt: skip


def free_minutes(barriers: list[str]) -> tuple[float | None, str]:
    """The most minutes a day that a barrier leaves, and the barrier."""
    for barrier in barriers:
        if m := _FREE.search(normalise(barrier)):
            amount = {"an": 1.0, "one": 1.0, "half an": 0.5}.get(m.group(1)) or float(m.group(1))
            return amount * (60 if m.group(2).startswith("h") else 1), barrier
    return None, ""


def doubts(barriers: list[str]) -> tuple[Doubt, ...]:
    """Patterns of steps that a barrier stands against, each with the barrier."""
    out: list[Doubt] = []
    for barrier in barriers:
        norm = normalise(barrier)
        if doubted := _disliked(norm):
            out.append((Wording(r"\b(?:" + "|".join(map(re.escape, doubted)) + r")\w*"), barrier, True))
        out += [(step, barrier, eased) for sign, step, eased in _CLASHES if re.search(sign, norm)]
    return tuple(out)


def _disliked(norm: str) -> list[str]:
    m = _DOUBT.search(norm)
    if m is None:
        return []
    doubted = [s for s in content(m.group(1)) if s not in COMMON][:2]
    for family in _ALIKE:
        if any(d.startswith(f) or f.startswith(d) for d in doubted for f in family):
            doubted += family
    return doubted
