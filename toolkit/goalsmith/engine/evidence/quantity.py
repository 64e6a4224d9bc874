"""How often, how much, how many, from where to where."""

import re
from typing import NamedTuple

from goalsmith.engine.evidence import manner
from goalsmith.engine.evidence.calendar import WEEKDAY
from goalsmith.engine.evidence.first import Heads, Wording, holds_any
from goalsmith.engine.evidence.numbers import ABOUT, NUM, NUMBER_FIRST, SOME, value
from goalsmith.engine.phrases import Place

_PERIOD = (
    r"(?:days?|d|weeks?|wks?|months?|nights?|evenings?|mornings?|afternoons?|shifts?|sessions?|hours?"
    r"|weekdays?|weekends?"
    r"|fortnight|school day|working day|work day|meal|outing|visit)\b"
)
_DAYS = (
    r"(?:days?|nights?|evenings?|mornings?|afternoons?|weekdays?|shifts?|meals?|times?|sessions?|weekends?"
    r"|occasions?|outings?|calls?|meetings?)"
)
_COUNTED = Wording(
    rf"\b(?:{SOME}|once|twice|thrice) ?(?:x|times?)? ?(?:(?:an?|per|each|every|in a|out of every) "
    rf"|/ ?)(?:single )?{_PERIOD}"
    rf"|\b(?:once|twice|thrice) (?:daily|weekly|nightly|monthly)|\b{NUM} ?(?:x|times?) ?(?:/ ?|a "
    rf"|per )?(?:daily|weekly|{_PERIOD})"
    rf"|\b(?:once|twice|thrice|{NUM}(?: times)?(?: [a-z-]+){{0,2}}) per [a-z]{{3,}}"
    rf"|\b{NUM} (?:or (?:more|fewer|less) )?(?:[\w-]+ ){{0,2}}(?:a|per|each|every|of the|/) ?(?:day|week|wk"
    rf"|month|shift|night|evening|weekend|session)\b"
    rf"|\b\d{{1,2}}/\d{{1,2}} {_DAYS}\b|\b{NUM} (?:times|x)\b|\b{NUM} (?:[a-z-]+ ){{1,2}}(?:out of|in every)"
    rf" {NUM}\b|\b{NUM} (?:out )?of (?:the |every |her |his )?(?:next |last )?{NUM}(?: \w+)?"
    rf"|\b{NUM} ?[dnx]/ ?(?:wk|week|w|mth|month)\b|\b{NUM}/wk\b|\b{NUM}x\b"
    rf"|\b{NUM} (?:of (?:this|the|her|his) (?:month's |week's )?)?(?:\w+ )?{_DAYS} ?(?:a|per|each|/"
    rf"|of the) ?(?:week|wk|month)\b",
    NUMBER_FIRST,
)
_BARE_FIRST = (
    "daily nightly weekly bi* fortnightly monthly hourly q* every each all on at week* mon* tue* wed* thu* fri* sat*"
    " sun* tid"
)
_BARE = Wording(
    rf"\b(?:daily(?! (?:functioning|life|lives|living|activities|tasks|duties|routine|stress))|nightly"
    rf"|weekly|bi-?weekly|fortnightly|monthly|hourly|q ?day|qd|q ?hs|bid|tid)\b"
    rf"|\b(?:every|each|all) (?:other |single |second |five |school |working |work )?(?:{_PERIOD}|{_DAYS}"
    rf"|time|{WEEKDAY})"
    rf"|\b(?:on |at )?(?:weekdays|weekends|weeknights)\b|\bon (?:school|work|working|training) (?:days|nights"
    rf"|mornings|evenings)\b|\b(?:on )?{WEEKDAY}(?:s)?(?: mornings?| evenings?"
    rf"| afternoons?)?(?:(?:,? (?:to|through|and|-|&) |/|, ?|-){WEEKDAY})+|\b(?:on )?(?:mon|tues|wednes|thurs|fri|satur"
    rf"|sun)days\b",
    _BARE_FIRST,
)
# The period of a limit: "no more than two in a school day".
_PER = Wording(
    r"\b(?:(?:in|on|of) (?:an?|any)(?: one| given| single)? (?:school |working |work |average )?(?:day|week|month|night"
    r"|evening|morning|afternoon|shift|weekend|fortnight)|per [a-z]{3,})\b",
    "in on of per",
)
_LOOSE_FIRST = (
    "on most many some more now from several a less regularly often frequently consistently sometimes usually rarely"
    " occasionally fewer lower decreas* increas*"
)
_LOOSE = Wording(
    rf"\b(?:(?:on )?(?:most|many|some|more|several|a few) {_DAYS}|most of the time|now and then|from time to time"
    rf"|several times|a few times|more often|less often)\b"
    r"|\b(?:regularly|often|frequently|consistently|sometimes|usually|rarely|occasionally|fewer|less|more"
    r"|lower|decreas\w{1,5}|increas\w{1,5})\b",
    _LOOSE_FIRST,
    "most* many* some* several* few* more* less* lower* fewer* often* now time* regularly* frequently* consistently*"
    " usually* rarely* occasionally* sometimes* decreas* increas*",
)
_LOOSE_DAYS = Wording(rf"\b(?:most|many) {_DAYS}\b|\bregularly\b", "most many regularly")
DOSE = Wording(
    rf"({SOME})(?:[- ]?(?:full|more|extra))?[- ]?"
    r"(minutes?|mins?|hours?|hrs?|seconds?|secs?|hour)\b",
    NUMBER_FIRST,
)
_CLOCK_FIRST = "# at by from before after until half quarter noon midnight"
_CLOCK = Wording(
    r"\b(?:at |by |from |before |after |until )?(?:(?:half past|quarter (?:past|to)) \w+"
    r"|\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?"
    r"|(?:noon|midnight)\b|(?:at|by|before) (?:six|seven|eight|nine|ten|eleven)\b(?! \w+s\b))",
    _CLOCK_FIRST,
    "# past* quarter* noon* midnight* six* seven* eight* nine* ten* eleven*",
)
_PERCENT = Wording(
    r"\b\d{1,3} ?(?:%|percent\b|per cent\b|pct\b)|\b(?:half|a third|a quarter|two[- ]thirds"
    r"|three[- ]quarters|a fifth|a tenth) (?:of|the|as)\b|\b(?:by|to) (?:a |at least |about |more than )?(?:half|third"
    r"|two[- ]thirds|three[- ]quarters|quarter)\b(?! past| an hour|[- ]?term)|\b(?:halv(?:e|es|ed|ing)"
    r"|doubl(?:es|ed|ing)|twice as)\b",
    f"{NUMBER_FIRST} by to halv* doubl*",
    "% percent* cent pct* half* third* quarter* fifth* tenth* halv* doubl* twice*",
)
_UP_OR_DOWN = (
    r"(?:no more than|not more than|no fewer than|at most|at least|fewer than|less than|more than|or under"
    r"|under|below|above|over|<=|>=|≤|≥|<|>|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|up to|to within"
    r"|not exceeding)"
)
_LIMIT_FIRST = (
    f"{NUMBER_FIRST} no* not* at* fewer* less* more* or* under* below* above* over* < > ≤ ≥ max* min* up* to* only none"
    " nothing zero"
)
_LIMIT = Wording(
    rf"{_UP_OR_DOWN} ?{ABOUT}({NUM}|\bonce\b|\btwice\b)"
    rf"|({NUM})(?: \w+){{0,2}} (?:or|and|at) (?:less|fewer|lower|below|under"
    rf"|more|higher|above|most|least|better)\b|({NUM}) max\b|\bonly {NUM}\b|\b(?:one time only|a single"
    rf"|none|nothing in between|thrice|twice(?! as))\b|\bonce\b(?! (?:and for all|again|more|upon|s?he|it|they|you"
    rf"|we|i|the|an?|her|his|my"
    rf"|all|in|inside|out|on|that|this|back|home|there|a while)\b)|\bzero [a-z]{{3,}}",
    _LIMIT_FIRST,
    "than most* least* less* fewer* lower* more* higher* under* below* above* over* better* max* min* up within*"
    " between* exceeding* only* once single* none* thrice* twice* zero* < > ≤ ≥",
)
# A value to arrive at, or not to pass: "until it falls to 30", "never to exceed 80".
_REACHED = Wording(
    rf"\b(?:exceed|reach|hit|(?:drop|fall|fell|come|came|coming|go|went|ris|climb|settl)\w{{0,4}}"
    rf"(?: down| back| up| away)? (?:to|at|by)|down to)\w{{0,3}} ?{ABOUT}{NUM}",
    "exceed* reach* hit* drop* fall* fell* come* came* coming* go* went* down ris* climb* settl*",
)
_CHANGE_FIRST = f"{NUMBER_FIRST} from"
_CHANGE = Wording(
    rf"\bfrom {ABOUT}(?:the |an? )?(?:current |baseline |average |score |of "
    rf"|total )*{ABOUT}({NUM})[^.;\n]{{0,28}}?(?:\bto\b|->|→)(?: an?)? ?(?:(?:a|an|the|score|of|or|at|no"
    rf"|more|than|most|less|least|fewer|under|below|about|approx|around|<=|<|≤|just|level|maximum|max"
    rf"|mid) ?){{0,4}}[<≤~]? ?({NUM})"
    rf"|({NUM})(?:x/day|/day)? ?(?:->|→|=>) ?[<≤]? ?({NUM})",
    _CHANGE_FIRST,
    "from > →",
)
_BASELINE_FIRST = "( currently at* down* up* where* instead right baseline* by half"
_BASELINE = Wording(
    rf"\((?:now|currently|baseline|current|from|was|today|at present|presently)[^)]{{0,50}}\)"
    rf"|\b(?:currently|at the moment|at present|at baseline|down from|up from|where she now"
    rf"|instead of (?:the )?(?:current|usual))\b[^.;]{{0,12}}{ABOUT}{NUM}"
    rf"|\b(?:at the moment|currently|right now|at present) (?:it|she|he|this|that)?(?: is"
    rf"| are)? ?{ABOUT}{NUM}|\bbaseline (?:of |is |: ?|= ?)?{NUM}|\bby half\b|\bhalf of (?:her|his|their"
    rf"|the) (?:current|usual)",
    _BASELINE_FIRST,
    "( current* moment* present* right now baseline* down up where usual* half",
)
_COUNT = Wording(
    rf"(?<![\w./-])(?<!number )(?<!year )(?<!grade )(?<!room )({NUM}) (?!(?:years?|yrs?|of|and|or|to|to-|a|per|mg|am|pm"
    rf"|sessions?|weeks?|wks?|months?|percent|per|out|x|days? a)\b)(?:(?!and\b|or\b"
    rf"|to\b)[a-z'-]{{2,20}} ){{0,2}}?(?!(?:has|was"
    rf"|is|his|this|us|years|times|weeks|days|sessions)\b)(?:[a-z'-]{{2,20}}s|people|children"
    rf"|men|women|feet|teeth|fish|staff)\b"
    rf"|\b{NUM} of (?:this|these|those|the|her|his|their) [^.;,]{{0,25}}s\b|\b(?<!no )(?:one|1|a single) (?!of\b"
    rf"|day\b|to\b"
    rf"|another\b|week\b|by\b|at\b|(?:[a-z]+ ){{0,2}}(?:at (?:a time|last)|after another))[a-z'-]{{3,20}}\b"
    rf"|\b\d{{1,3}} ?(?:lbs?|kg|pounds|steps|drinks|points?|items|mg|miles?|km)\b|\b{NUM} (?:mile|item|point|page"
    rf"|step|time|second|minute)\b(?! at a time)",
    NUMBER_FIRST,
)


_DOSE_SIGNS = ("min", "hour", "hr", "sec")


class Change(NamedTuple):
    """From a starting value to a target, where both stand in the text."""

    start: int
    end: int
    baseline: float
    target: float


class Dose(NamedTuple):
    """So many minutes."""

    start: int
    end: int
    minutes: float


_RATE = Wording(r"\b(?:a|an|per|each|every|daily|weekly|nightly|out of|of)\b|/")
_KINDS = (
    ("bare", _BARE), ("per", _PER), ("loose", _LOOSE), ("clock", _CLOCK), ("loose_days", _LOOSE_DAYS),
    ("limit", _LIMIT), ("limit", _REACHED), ("baseline", _BASELINE), ("percent", _PERCENT),
    ("counted", _COUNTED), ("count", _COUNT), *manner.KINDS,
)  # fmt: skip


def find(norm: str, heads: Heads) -> dict[str, list[Place]]:
    """Return the places of percentages, counted, bare and loose frequencies, clock times, limits and counts."""
    found: dict[str, list[Place]] = {}
    for name, pattern in _KINDS:
        if not heads.signs & pattern.bit:
            continue
        if places := pattern.places(norm, heads):
            found[name] = found[name] + places if name in found else places
    rates = [p for p in found.get("counted", []) if _RATE.search(norm, p[0], p[1] + 1)]
    if rates:
        found["counted_rate"] = rates
    return found


def changes(norm: str, heads: Heads) -> list[Change]:
    """Every "from A to B" of the text."""
    out: list[Change] = []
    for m in _CHANGE.find(norm, heads):
        before, after = (m.group(1), m.group(2)) if m.group(1) else (m.group(3), m.group(4))
        out.append(Change(m.start(), m.end(), value(before), value(after)))
    return out


def doses(norm: str, heads: Heads) -> list[Dose]:
    """Every stretch of minutes, hours or seconds, in minutes; of a range the longer end."""
    out: list[Dose] = []
    if not holds_any(norm, _DOSE_SIGNS):
        return out
    for m in DOSE.find(norm, heads):
        amount = max(value(part) for part in re.split(r" ?(?:-|\bto\b|\bor\b) ?", m.group(1)) if part)
        unit = m.group(2)[0]
        out.append(Dose(m.start(), m.end(), amount * {"m": 1, "h": 60, "s": 1 / 60}[unit]))
    return out
