"""Deadlines: dates, numbered sessions and weeks, feasts, terms, and stretches that start now."""

from goalsmith.engine.evidence.calendar import BREAK, DATE, EVENT, FEAST, MEET, MONTH, ORDINAL, TERM, UNIT, WEEKDAY
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.numbers import NUM, NUMBER_FIRST, SOME

_DUE = r"(?:by|before|until|till|til|through|in|during|at|on|for|of|prior to|no later than|from|as of|over)"
_THE = r"(?:the |our |her |his |their |my |this |next )?"
_WHOSE = r"(?:(?:the|our|her|his|their|my|this|[a-z]{2,12}(?:'s|s')) )?(?:\d{1,3}(?:st|nd|rd|th) )?"
_BY = r"(?:by|before|until|till|til|through to|through|up to|ahead of|in time for|no later than|come)"

_NUMBERED = (
    rf"\b{MEET} ?(?:#|no\.? ?|number )?{NUM}(?: ?(?:and|&|to|-) ?{NUM})?"
    rf"|\b(?:{_DUE}) {_THE}(?:end of |start of |close of |time of )?{_THE}{ORDINAL} {MEET}\b"
    rf"|\b(?:by|at|before|over) (?:the )?(?:end of )?(?:course of )?(?:the |our |her |his |their "
    rf"|all )?(?:planned |scheduled |full )?{NUM}[- ](?:planned |scheduled |weekly |therapy )?(?:session"
    rf"|week|month)s?\b|\bafter {NUM} (?:sessions|weeks|wks|months)\b"
)
# Stretches that start now, or with the treatment.
_STRETCH = (
    rf"\b(?:within|in|during|over|across|throughout) (?:the )?(?:first|initial|ne?xt|coming|following"
    rf"|remaining|upcoming|rest of the) (?:{SOME} )?(?:of )?{UNIT}"
    rf"|\b(?:for|over|in|during|across|within|through|throughout) (?:each of |all of |the whole of )?(?:the"
    rf"|these|our|all|her|his|their) (?:ne?xt |coming |following |planned |remaining |whole |entire |full "
    rf"|length of the )?{NUM}[- ](?:planned "
    rf"|weekly )?{UNIT}"
    rf"|\b(?:for|over|in|during|these|the|x) (?:the )?(?:ne?xt|coming|following) (?!weeks|months|sessions"
    rf"|days)(?:{SOME} ?)?{UNIT}"
    rf"|\b(?:within|inside|in under|in less than"
    rf"|in no more than) (?:the space of )?{SOME}[- ](?:more )?{UNIT}|\bw/in {SOME}[- ]?{UNIT}"
    rf"|\bin {SOME} (?:weeks?|months?|sessions?|days?)\b(?:'? time\b)?|\bin a fortnight's time\b"
    rf"|\b{SOME} {UNIT} (?:(?:from|after|into) (?:now|today|intake|(?:the )?(?:start|beginning|begin)|treatment"
    rf"|therapy)|in,"
    rf"|on {WEEKDAY}|today\b)"
    rf"|\bne?xt {NUM} ?(?:[a-z-]{{3,14}} ){{0,2}}[a-z]{{2,14}}s\b"
    rf"|\b(?:the |in |over )?(?:first|second|last) (?:{SOME} )?{UNIT} of\b(?! (?:treatment|therapy))"
    rf"|\bfor the (?:rest|remainder) of {_THE}{TERM}\b|\b(?:for )?the rest of (?:the|this) (?:week|month)\b"
)
_DATED = (
    rf"\b{DATE}|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:20)?\d{{2}}\b"
    rf"|\b(?:{_BY}|on|due|appt|appointment|session|{WEEKDAY}) (?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b(?! "
    rf"(?:of |days|weekdays|evenings|nights|mornings|afternoons|occasions|times|school|meals|shifts|trials|sessions))"
    rf"|\b(?:{_BY}|on) (?:2[5-9]|3[01])\.(?:0?[1-9]|1[0-2])\b"
    rf"|\b(?:by|in|until|till|before|during|all of|end of|mid|middle of|start of|throughout|through|early|over"
    rf"|late)[ -](?:the )?(?:end of |start of |middle of |mid-|early |late )?{MONTH}"
    rf"|\b(?:by|on|until|before|till) the {ORDINAL}\b(?! (?:\w+ )?(?:floor|ride|try|attempt|time|step"
    rf"|rung|page|call|trial|day|walk|trip|line)\b)"
    rf"|\b(?:by|in|end of) q[1-4]\b|\b(?:by|in|during) 20\d\d\b"
    rf"|\bbetween (?:now|today|sessions? {NUM}|weeks? {NUM}|{MONTH}) and [^.;,]{{1,24}}"
    rf"|\bfrom (?:{MONTH}|{WEEKDAY}|now|today|tomorrow|tonight|{FEAST}) (?:to|until|till|through) (?:the end of )?"
    rf"(?:{MONTH}|{FEAST}|{BREAK}|{DATE})"
)
_NEAR = (
    rf"\b(?:by|before|until|at|on|over) (?:the )?(?:end of |start of )?(?:this|next|the (?:current|coming"
    rf"|following)) (?:week|month|year|term|semester|session|appointment|visit|quarter|weekend|{WEEKDAY})"
    rf"|\b(?:this|ne?xt|of this) (?:coming )?(?:weekend|week|month|session|appointment|appt|visit|{WEEKDAY})"
    rf"|\b(?:tomorrow|tonight|later today|by today|this (?:morning|afternoon|evening|lunchtime))\b"
    rf"|\b(?:by|at|before|until|in|for) (?:the |our |her |his |their )?(?:final|last|next|midpoint"
    rf"|mid-?treatment|halfway|closing|review|follow-?up) (?:session|appointment|visit|review|meeting)"
    rf"|\b(?:by|before|on|this|next|coming) (?:next |this |the )?{WEEKDAY}(?! (?:to|through|and|-) {WEEKDAY})(?!s|'s)"
    rf"|\b(?:at|by|before|in|for) (?:this |next )?{WEEKDAY}'s\b"
    r"|\b(?:by|before|at|until|after|to|for) (?:the |her |his |their |our )?(?:next"
    r"|upcoming|coming) (?:[a-z-]{2,14} ){0,2}[a-z-]{3,14}\b"
    r"|\b(?:by|before|at|until) (?:the |her |his |their |our )first (?:[a-z-]{2,14} ){0,1}[a-z-]{3,14}\b"
    r"|\b(?:by|within|inside|before) (?:the|a) (?:week|month|fortnight|year|quarter)(?: is out)?\b"
    r"|\bby (?:the )?(?:week|month)'s end\b|\bby year'?s? end\b|\bthe week after(?: next)?\b"
    r"|\bone week from\b|\b(?:next time|before|when|until|till) we (?:next )?meet\b|\bby the time (?:we|she|he|they"
    r"|i) (?:meet|reach|come|get|start"
    r"|finish|see)\w* [^.;,]{0,24}"
)
_NAMED = (
    rf"\b(?:{_BY}|at|over|to|for) {_WHOSE}(?:end of |start of |close of |last day of )?{_WHOSE}{FEAST}\b"
    rf"|\b{_BY} {_WHOSE}(?:end of |start of )?{_WHOSE}{BREAK}\b|\b(?:at|over|during|for|to) {_WHOSE}{BREAK}\b"
    rf"|\b(?:{_BY}|at) {_WHOSE}{_WHOSE}{EVENT}\b"
    rf"|\b(?:{_BY}|at|through to|to) {_WHOSE}(?:end|close|last day|start|beginning|first day) of {_THE}(?:{TERM}"
    rf"|school|week|month|summer|winter|spring|autumn)\b"
    rf"|\b(?:{_BY}) (?:term|year|season|school|semester)(?:'s |-| )end\b"
)
EXPLICIT = Wording(
    "|".join((_NUMBERED, _STRETCH, _DATED, _NEAR, _NAMED)),
    f"{NUMBER_FIRST} session* sess* week* wk* month* appointment* appt* visit* meeting* by before until till til"
    " through throughout in during at on for of to after prior no from as over across within inside these the"
    " this next nxt when first second last tomorrow* tonight* between jan* feb* mar* apr* may jun* jul* aug* sep* oct*"
    " nov* dec* all end mid* middle start early late coming later up ahead come due mon* tue* wed* thu* fri* sat* sun*"
    " one w x",
)
