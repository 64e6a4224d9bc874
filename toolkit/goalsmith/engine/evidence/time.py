"""When: deadlines, loose bounds, open-ended words, and times that are past and so no deadline."""

from goalsmith.engine.evidence.first import Heads, Wording, holds_any
from goalsmith.engine.evidence.numbers import NUM, NUMBER_FIRST, SOME
from goalsmith.engine.phrases import Place

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r?s(?:day)?)?|fri(?:day)?|sat(?:urday)?" r"|sun(?:day)?)\b"
)
_UNIT = (
    r"(?:weeks?|wks?|months?|mos?|days?|sessions?|appointments?|visits?|meetings?|years?|fortnights?"
    r"|nights?|evenings?|mornings?|weekends?|shifts?|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b"
)
_MEET = r"(?:sessions?|sess|weeks?|wks?|months?|appointments?|appts?|visits?|meetings?)"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|twentieth|\d{1,2}(?:st|nd|rd|th))"
)
_FEAST = r"(?:christmas|xmas|easter|thanksgiving|new year|halloween|ramadan|passover|eid|diwali)"
_DUE = r"(?:by|before|until|till|til|through|in|during|at|on|for|of|prior to|no later than|from|as of|over)"
_THE = r"(?:the |our |her |his |their |my |this |next )?"

_PAST_FIRST = f"{NUMBER_FIRST} in over for during within the past last previous since currently at now"
_PAST = Wording(
    rf"\b(?:(?:in|over|for|during|within) )?(?:the )?(?:past|last|previous) (?:{SOME} )?(?:few )?(?:{_UNIT}"
    rf"|night|spring|summer|fall|winter)"
    rf"|\b{SOME} (?:weeks?|months?|days?|years?) ago\b|\bfor (?:well )?over {SOME} (?:years?|months?)\b|\bsince \w+"
    rf"|\b(?:for {NUM} years)\b|\b(?:currently|at present|at the moment)\b[^.;)]{{0,40}}\b{_UNIT}"
    rf"|\bnow (?!until|till|to|on|and)[^.;)]{{0,25}}\b{_UNIT}"
    rf"|\bone day at a time\b|\bat the same time\b",
    _PAST_FIRST,
)
_START = Wording(
    rf"\b(?:from|starting|start|beginning|begin|as of|commencing)(?: (?:on|from|in|with|this|next|the))? "
    rf"(?:tomorrow|today|tonight|now|{WEEKDAY}|week\b|{_MEET} {NUM}|\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?: on)?",
    "from starting start beginning begin as commencing",
)
_EXPLICIT_FIRST = (
    f"{NUMBER_FIRST} session* sess* week* wk* month* appointment* appt* visit* meeting* by* before* until* till* til"
    " through throughout* in* during* at on for of to after prior no from as over across within inside these the"
    " this next first second last tomorrow tonight between jan* feb* mar* apr* may jun* jul* aug* sep* oct* nov* dec*"
    " all end mid* start early* late* coming"
)
_EXPLICIT = Wording(
    rf"\b{_MEET} ?(?:#|no\.? ?|number )?{NUM}(?: ?(?:and|&|to|-) ?{NUM})?"
    rf"|\b(?:{_DUE}) {_THE}(?:end of |start of |close of |time of )?{_THE}{_ORDINAL} {_MEET}\b"
    rf"|\b(?:within|in|during|over|across|throughout) (?:the )?(?:first|initial|next|coming|following"
    rf"|remaining|upcoming|rest of the) (?:{SOME} )?(?:of )?{_UNIT}"
    rf"|\b(?:for|over|in|during|across|within|through|throughout) (?:each of |all of |the whole of )?(?:the"
    rf"|these|our|all|her|his|their) (?:next |coming |following |planned |remaining )?{NUM}[- ](?:planned "
    rf"|weekly )?{_UNIT}"
    rf"|\b(?:for|over|in|during|these|the) (?:the )?(?:next|coming|following) (?:{SOME} )?(?:few )?{_UNIT}"
    rf"|\b(?:within|inside|in under|in less than"
    rf"|in no more than) (?:the space of )?{SOME}[- ](?:more )?{_UNIT}|\bin {SOME} (?:weeks?|months?"
    rf"|sessions?|days?)\b(?:'? time\b)?"
    rf"|\b{SOME} {_UNIT} (?:from (?:now|today|intake|the start|start)|after (?:intake|the start))"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b"
    rf"|\b(?:by|in|until|till|before|during|all of|end of|mid-?|middle of|start of|throughout|early"
    rf"|late) ?(?:the )?(?:end of |start of |middle of |mid-|early |late )?{_MONTH}"
    rf"|\bby \d{{1,2}}/\d{{1,2}}\b"
    rf"|\b(?:by|before|until|at|on|over) (?:the )?(?:end of |start of )?(?:this|next|the (?:current|coming"
    rf"|following)) (?:week|month|year|term|semester|session|appointment|visit|quarter|weekend|{WEEKDAY})"
    rf"|\bby (?:the )?(?:end of (?:the|her|his|their) )(?:week|month|year|term|semester|school year|quarter)\b"
    rf"|\b(?:this|next|of this) (?:coming )?(?:week|month|weekend|session|appointment|visit|{WEEKDAY})"
    rf"|\b(?:tomorrow|tonight)\b"
    rf"|\b(?:by|before|at|until|over) (?:her |his |their |my |the )?(?:\w+'s )?(?:{_FEAST}|birthday"
    rf"|anniversary|graduation|wedding)\b"
    rf"|\b(?:by|at|before|until|in|for) (?:the |our |her |his |their )?(?:final|last|next|midpoint"
    rf"|mid-?treatment|halfway|closing|review|follow-?up) (?:session|appointment|visit|review|meeting)"
    rf"|\b(?:by|before|on|this|next|coming) (?:next |this |the )?{WEEKDAY}(?! (?:to|through|and|-) {WEEKDAY})(?!s|'s)"
    rf"|\b(?:by|at|before|over) (?:the )?(?:end of )?(?:course of )?(?:the |our |her |his |their "
    rf"|all )?(?:planned |scheduled |full )?{NUM}[- ](?:planned |scheduled |weekly |therapy )?(?:session"
    rf"|week|month)s?\b|\b(?:by|before|at|until|after|to|for) (?:the |her |his |their |our )?(?:next|first"
    rf"|upcoming|coming) (?:[a-z-]{{2,14}} ){{0,2}}[a-z-]{{3,14}}\b|\b(?:at|by|before|in|for) (?:this "
    rf"|next )?{WEEKDAY}'s\b|\bbetween (?:now|today|sessions? {NUM}|weeks? {NUM}|{_MONTH}) and [^.;,]{{1,24}}"
    rf"|\b(?:by|on|until|before) the {_ORDINAL}\b|\b(?:by|within|inside|before) (?:the|a) (?:week|month|fortnight|year"
    rf"|quarter)(?: is out)?\b|\bby (?:the )?(?:week|month)'s end\b|\bby year'?s? end\b"
    rf"|\bfor the rest of (?:the|this) (?:week|month|term|year)|\bthe week after(?: next)?\b"
    rf"|\bby the time (?:we|she|he|they|i) (?:meet|reach|come|get|start|finish|see)\w* [^.;,]{{0,24}}"
    rf"|\b(?:by|until|before) (?:half term|the end of (?:the )?(?:quarter|season|sprint|holidays?"
    rf"|school holidays?))\b|\b(?:the |in |over )?(?:first|second|last) {SOME} {_UNIT} of\b"
    rf"|\bnext {NUM} [a-z]{{3,14}}s\b|\bnext {NUM} [a-z-]{{3,14}} [a-z]{{3,14}}s\b|\b(?:by|in"
    rf"|end of) q[1-4]\b|\b(?:by|in|during) 20\d\d\b|\bone week from\b|\bnext time we meet\b",
    _EXPLICIT_FIRST,
)
_DURATION_FIRST = f"{NUMBER_FIRST} for* over* across* during* x* lasting* throughout*"
_DURATION = Wording(
    rf"\b(?:for|over|across|during|x|lasting|throughout) ?(?:at least |about |around |a total of |up to "
    rf"|a further |another |a )?{SOME}[- ]?(?:full |consecutive |straight |more |school |working )?{_UNIT}"
    rf"|\b{SOME} (?:consecutive |straight |weeks? |in a row )?(?:weeks?|wks?|months?|sessions?"
    rf"|days?) (?:of that|in a row|running|straight|long|consecutively)|\b{NUM}[- ](?:weeks?|months?"
    rf"|sessions?)\b",
    _DURATION_FIRST,
)
_BOUNDED_FIRST = "each every per in at during within between by"
_BOUNDED = Wording(
    r"\b(?:each|every|per|in|at|during|within|between) (?:each |every |the |our |his |her |their |weekly "
    r"|individual |group |therapy |treatment |counsel+ing )*(?:session|appointment|visit)s?\b"
    r"|\bin-session\b|\bby (?:the )?(?:end of )?(?:the )?(?:early |late |mid-?)?(?:spring|summer|autumn"
    r"|fall|winter)\b"
    r"|\b(?:by |at )(?:the )?(?:mid-?treatment|mid-?point|halfway point)\b|\bin (?:a|the) (?:few|next few"
    r"|coming) (?:weeks|sessions|months)\b",
    _BOUNDED_FIRST,
)
_BETWEEN = Wording(r"\bbetween (?:the |our )?(?:\w+ )?(?:sessions|appointments|visits)\b", "between")
_OPEN_FIRST = (
    "soon* over in eventually someday some one at sooner long* gradually as asap ongoing when by before upon during"
    " throughout until till whenever from continu* for after"
)
_OPEN = Wording(
    r"\b(?:soon|over time|in time|in due course|eventually|someday|some day|one day(?! (?:a|per|each|at))"
    r"|at some point|sooner or later"
    r"|in (?:the )?(?:near |long )?(?:future|long run|run)|long-?term|gradually|as soon as possible|asap"
    r"|ongoing|when (?:she|he|they) (?:feels?|is|are) ready"
    r"|in the agreed (?:timeframe|time)|by (?:the )?(?:end|close|completion|conclusion) of (?:her |his "
    r"|their |the |our )?(?:treatment|therapy|care|program(?:me)?|course|work)|(?:by|at|before"
    r"|upon) (?:discharge|termination)"
    r"|during (?:the course of )?(?:treatment|therapy)|throughout (?:treatment|therapy)|until|till"
    r"|whenever|in future|from now on|continu(?:e|es|ing|ed)|for good|for life"
    r"|(?:(?:at|by|after|before) (?:the )?(?:close|start|end) of (?:her |his |their |the |each "
    r"|every )?(?:shift|day|evening))|when the shift starts)\b",
    _OPEN_FIRST,
)
_PAST_SIGNS = (
    "past", "last", "previous", "ago", "years", "over", "since", "current", "present", "moment", "now", "time",
)  # fmt: skip
_START_SIGNS = ("from", "start", "begin", "as of", "commenc")
_BOUNDED_SIGNS = (
    "session", "appointment", "visit", "spring", "summer", "autumn", "fall", "winter", "treatment", "point",
    "few", "coming",
)  # fmt: skip
# Each with the signs of which a text must hold one, where they are few: looking for them spares most texts the pattern.
_IN_ORDER = (
    ("past", _PAST, _PAST_SIGNS),
    ("start", _START, _START_SIGNS),
    ("deadline", _EXPLICIT, ()),
    ("duration", _DURATION, ()),
    ("between", _BETWEEN, ("between",)),
    ("bounded", _BOUNDED, _BOUNDED_SIGNS),
    ("open", _OPEN, ()),
)
_REVIEWED = Wording(r"\b(?:then|after which|review(?:ed)?|look at|check(?:ed)? in)\b")


def find(norm: str, heads: Heads) -> dict[str, list[Place]]:
    """Return the places of `past`, `start`, `deadline`, `duration`, `bounded` and `open` times.

    What one reading takes, a looser one cannot take again: "for the next three weeks" is a deadline only.
    """
    found: dict[str, list[Place]] = {}
    rest = norm
    for name, pattern, signs in _IN_ORDER:
        if pattern.number not in heads or (signs and not holds_any(rest, signs)):
            continue
        places = pattern.places(rest, heads)
        if places:
            found[name] = places
            rest = mask(rest, places)
    if found.get("duration") and (found.get("start") or _REVIEWED.search(norm, found["duration"][0][1])):
        found["deadline"] = sorted(found.get("deadline", []) + found.pop("duration"))
    return found


def mask(text: str, places: list[Place]) -> str:
    """Blank out `places`, so that no other reading takes them."""
    for start, end in places:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
