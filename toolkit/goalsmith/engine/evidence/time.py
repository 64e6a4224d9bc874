"""When: deadlines, loose bounds, open-ended words, and times that are past and so no deadline."""

from goalsmith.engine.evidence.calendar import FEAST, MEET, MONTH, UNIT, WEEKDAY
from goalsmith.engine.evidence.deadline import LIMITS, NAMES, STRETCHES
from goalsmith.engine.evidence.first import Heads, Wording
from goalsmith.engine.evidence.numbers import NUM, NUMBER_FIRST, SOME
from goalsmith.engine.phrases import Place

_PAST = Wording(
    rf"\b(?:(?:in|over|for|during|within) )?(?:the )?(?<!by )(?<!until )(?<!before )"
    rf"(?<!till )(?<!by the )(?<!until the )(?<!before the )(?<!till the )(?:past|last"
    rf"|previous) (?:{SOME} )?(?:few )?(?:{UNIT}"
    rf"|night|spring|summer|autumn|fall|winter)(?! of\b)"
    rf"|\b{SOME} (?:weeks?|months?|days?|years?) ago\b|\bfor (?:well )?over {SOME} (?:years?|months?)\b|\bsince \w+"
    rf"|\b(?:for {NUM} years)\b|\b(?:currently|at present|at the moment)\b[^.;)]{{0,40}}\b{UNIT}"
    rf"|\bnow (?!until|till|to|on|and)[^.;)]{{0,25}}\b{UNIT}"
    r"|\bone day at a time\b|\bat the same time\b",
    f"{NUMBER_FIRST} in over for during within the past last previous since currently at now",
    "past last previous ago years over since currently present moment now same time",
)
# How long something has been so: the perfect tense, and states that last.
_LASTED = Wording(
    rf"(?<!will )(?<!to )\b(?:has|have|had|hasn't|haven't|hadn't)(?: not| been| never)? [^.;,]{{0,30}}?\bfor (?:nearly "
    rf"|almost |over |about )?{SOME} {UNIT}|\bfor {SOME} {UNIT}(?: now)?,? (?:she|he|they|i|[a-z]+) (?:has|have|had"
    rf"|hasn't|haven't|hadn't)\b|\b(?:widowed|retired|married|divorced|separated|unemployed|off work|bereaved) (?:for "
    rf")?{SOME} {UNIT}",
    "has have had hasn* haven* hadn* for widowed retired married divorced separated unemployed off bereaved",
)
_START = Wording(
    rf"\b(?:from|starting|start|beginning|begin|as of|as from|commencing|effective)(?: (?:on|from|in|with|this|next"
    rf"|the))? (?:tomorrow|today|tonight|now\b|evening\b|morning\b|weekend\b|{WEEKDAY}|week\b|{MEET} {NUM}"
    rf"|{MONTH}(?! ?\d)|{FEAST})(?! (?:to|until|till|through|-) )(?: on(?:wards?)?\b)?",
    "from starting start beginning begin as commencing effective",
)
# "20 sessions", "2-week", "x 14/7": the last is days, as /52 is weeks and /12 months.
_DURATION = Wording(
    rf"\b(?:for|over|across|during|x|lasting|throughout) ?(?:at least |about |around |a total of |up to "
    rf"|a further |another |a )?{SOME}[- ]?(?:full |consecutive |straight |more |school |working |whole |solid )?{UNIT}"
    rf"|\b{SOME} (?:consecutive |straight |weeks? |in a row )?{UNIT}(?: of that| in a row| running| straight| long"
    rf"| consecutively| on end| on the trot|(?= (?:sober|dry|clean|abstinent|free)\b))|\b{SOME} consecutive {UNIT}"
    rf"|\b{NUM}[- ](?:weeks?|wks?|months?|sessions?)\b"
    rf"|\b(?:for|x|over) ?\d{{1,2}}/(?:7|52|12)\b(?! (?:days|evenings|nights|mornings|sessions|times|of)\b)",
    f"{NUMBER_FIRST} for* over* across* during* x* lasting* throughout*",
)
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_BOUNDED = Wording(
    r"\b(?:each|every|per|in|at|during|within|between) (?:each |every |the |our |his |her |their |weekly "
    r"|individual |group |therapy |treatment |counsel+ing )*(?:session|appointment|visit)s?\b"
    r"|\b(?:during|in) (?:individual|group|family|couples?) (?:therapy|treatment|counsel+ing)\b"
    rf"|\bin-session\b|\b(?:by|before|until|till|over|through|during) (?:the )?(?:end of )?(?:the )?(?:early |late "
    rf"|mid-?)?"
    rf"(?:{_SEASON}(?: (?:holidays?|vacation|break|term|semester))?|(?:school |college |university )?(?:holidays"
    rf"|vacation|mid-?terms?|mid-?semester))\b|\b(?:this|over the|during the) (?:school |academic "
    rf"|calendar )?(?:term|semester|season|year|quarter|{_SEASON})\b"
    r"|\b(?:by |at )(?:the )?(?:mid-?treatment|mid-?point|halfway point)\b|\b(?:in|over|within|during|for)"
    r" (?:a|the) (?:(?:next|coming|following) (?:few |couple of )?|few |couple of )(?:weeks|sessions|months|days)\b"
    r"|\bhalf-?way (?:through|into) (?:the |her |his |their )?(?:treatment|therapy|course|program(?:me)?|sessions)\b"
    r"|\b(?:in|during|over|by|towards?) (?:the )?(?:first|second|last|final|early|middle|later) (?:half|third|part"
    rf"|phase|stages?|few {UNIT}|{UNIT}) of (?:the |her |his |their |our )?(?:treatment|therapy|course"
    r"|program(?:me)?|sessions)\b",
    "each every per in at during within between by before until till over through this toward towards for half*",
    "session* appointment* visit* spring* summer* autumn* fall* winter* holiday* vacation* term* semester* season*"
    " year* quarter* mid* half* few couple coming* next* following* therapy* treatment* counsel* course* program*",
)
_BETWEEN = Wording(r"\bbetween (?:the |our )?(?:\w+ )?(?:sessions|appointments|visits)\b", "between")
_OPEN = Wording(
    r"\b(?:soon|over time|in time|in due course|eventually|someday|some day|one day(?! (?:a|per|each|at))"
    r"|at some (?:point|stage|time)|some ?time(?! (?:to|for|with|on|off|alone|together|at))|sooner or later"
    r"|(?:some|one of these|one of those) (?:days|nights|evenings|mornings)|later on|before (?:too )?long"
    r"|on (?:a )?(?:good|bad|better) days?"
    r"|when it(?:'s| is) a (?:good|bad|better|hard) (?:day|night|evening)|when the time (?:is right|comes)"
    r"|(?:in|at) (?:her|his|their|my) own (?:time|pace)|down the (?:line|road)|in the end"
    r"|in (?:the )?(?:near |long )?(?:future|long run|run)|long[- ]?term|gradually|as soon as possible|asap"
    r"|ongoing|when (?:she|he|they) (?:feels?|is|are) ready"
    r"|(?:agreed|specified|set|given|stated|identified|reasonable|allotted|appropriate) (?:upon )?(?:time ?(?:frame"
    r"|line|scale|limit)?|date|period|deadline)|time ?(?:frame|line|scale|limit) (?:agreed|specified|set|given)"
    r"|by (?:the )?(?:end|close|completion|conclusion) of (?:her |his "
    r"|their |the |our )?(?:treatment|therapy|care|program(?:me)?|course|work)|(?:by|at|before"
    r"|upon) (?:discharge|termination)"
    r"|(?:during|throughout|(?:over|in|during) the course of) (?:the |her |his |their )?(?:treatment|therapy"
    r"|sessions)|until|till"
    r"|whenever|in future|from now on|continu(?:e|es|ing|ed)|for (?:good|life)|for the rest of (?:her|his|their"
    r"|my) (?:life|days)"
    r"|(?:(?:at|by|after|before) (?:the )?(?:close|start|end) of (?:her |his |their |the |each "
    r"|every )?(?:shift|day|evening))|when the shift starts)\b",
    "soon* over in eventually someday some sometime one at sooner long* gradually as asap ongoing when by before"
    " upon during throughout until till whenever from continu* for after later on down agreed specified"
    " set given stated identified reasonable allotted appropriate time timeframe timeline timescale timelimit",
)
_IN_ORDER = (
    ("past", _PAST), ("past", _LASTED), ("start", _START), ("deadline", LIMITS), ("deadline", STRETCHES),
    ("deadline", NAMES), ("duration", _DURATION), ("between", _BETWEEN), ("bounded", _BOUNDED), ("open", _OPEN),
)  # fmt: skip
_OR_SO = Wording(r",? ?(?:or so|or thereabouts|-?ish|give or take|more or less|or (?:a bit |a little )?later)\b")
_REVIEWED = Wording(r"\b(?:then|after which|review(?:ed)?|look at|check(?:ed)? in)\b")


def find(norm: str, heads: Heads) -> dict[str, list[Place]]:
    """Return the places of `past`, `start`, `deadline`, `duration`, `bounded` and `open` times.

    What one reading takes, a looser one cannot take again: "for the next three weeks" is a deadline only.
    """
    found: dict[str, list[Place]] = {}
    rest = norm
    for name, pattern in _IN_ORDER:
        if not heads.signs & pattern.bit:
            continue
        places = pattern.places(rest, heads)
        if places:
            found[name] = sorted(found[name] + places) if name in found else places
            rest = mask(rest, places)
    _loosen(found, norm)
    if found.get("duration") and (found.get("start") or _REVIEWED.search(norm, found["duration"][0][1])):
        found["deadline"] = sorted(found.get("deadline", []) + found.pop("duration"))
    return found


def _loosen(found: dict[str, list[Place]], norm: str) -> None:
    """A deadline that is taken back at once is a loose bound: "by Christmas or so"."""
    loose = [p for p in found.get("deadline", ()) if _OR_SO.match(norm, p[1])]
    if loose:
        found["bounded"] = sorted(found.get("bounded", []) + loose)
        found["deadline"] = [p for p in found["deadline"] if p not in loose]
        if not found["deadline"]:
            del found["deadline"]


def mask(text: str, places: list[Place]) -> str:
    """Blank out `places`, so that no other reading takes them."""
    for start, end in places:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
