"""Deadlines: dates, numbered sessions and weeks, feasts, terms, and stretches that start now."""

from goalsmith.engine.evidence.calendar import BREAK, DATE, EVENT, FEAST, MEET, MONTH, ORDINAL, TERM, UNIT, WEEKDAY
from goalsmith.engine.evidence.first import Wording
from goalsmith.engine.evidence.numbers import NUM, NUMBER_FIRST, SOME

_DUE = r"(?:by|before|until|till|til|through|in|during|at|on|for|of|prior to|no later than|from|as of|over)"
_THE = r"(?:the |our |her |his |their |my |this |next )?"
_WHOSE = r"(?:(?:the|our|her|his|their|my|this|[a-z]{2,12}(?:'s|s')) )?(?:\d{1,3}(?:st|nd|rd|th) )?"
_BY = r"(?:by|before|until|till|til|through to|through|up to|ahead of|in time for|no later than|come)"

_TIMES = (
    r"(?:of|days|weekdays|evenings|nights|mornings|afternoons|occasions|times|school|meals|shifts|trials|sessions)\b"
)
_PLACES = r"(?:\w+ )?(?:floor|ride|try|attempt|time|step|rung|page|call|trial|day|walk|trip|line)\b"
_END_OF = rf"{_THE}(?:{TERM}|school|week|month|summer|winter|spring|autumn)\b"

# What begins with a figure, a unit or a name and not with a preposition: most words of a text begin none of it.
_NAMES = (
    rf"\b{MEET} ?(?:#|no\.? ?|number )?{NUM}(?: ?(?:and|&|to|-) ?{NUM})?"
    rf"|\b{DATE}|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:20)?\d{{2}}\b"
    rf"|\b(?:due|appt|appointment|session|{WEEKDAY}) (?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b(?! of )"
    rf"|\b(?:all of|end of|mid|middle of|start of|early|late)[ -](?:the )?(?:end of |start of )?{MONTH}"
    rf"|\bend of q[1-4]\b"
    rf"|\b{SOME} {UNIT} (?:(?:from|after|into) (?:now|today|intake|(?:the )?(?:start|beginning|begin)|treatment"
    rf"|therapy)|in,|on {WEEKDAY}|today\b)|\bone week from\b"
    rf"|\bne?xt {NUM} ?(?:[a-z-]{{3,14}} ){{0,2}}[a-z]{{2,14}}s\b"
    rf"|\b(?:these|the|x) (?:ne?xt|coming|following) (?!weeks|months|sessions|days)(?:{SOME} ?)?{UNIT}"
    rf"|\b(?:the )?(?:first|second|last) (?:{SOME} )?{UNIT} of\b(?! (?:treatment|therapy))"
    rf"|\b(?:this|ne?xt) (?:coming )?(?:weekend|week|month|session|appointment|appt|visit|{WEEKDAY})"
    r"|\b(?:tomorrow|tonight|later today|this (?:morning|afternoon|evening|lunchtime))\b"
    rf"|\b(?:this|next|coming) {WEEKDAY}(?! (?:to|through|and|-) {WEEKDAY})(?!s|'s)"
    r"|\bthe rest of (?:the|this) (?:week|month)\b|\bthe week after(?: next)?\b"
    rf"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days? the {ORDINAL}\b"
    r"|\b(?:next time|when) we (?:next )?meet\b"
)
# Stretches that start now or with the treatment, and what stands after any preposition.
_STRETCHES = (
    rf"\b(?:{_DUE}) {_THE}(?:end of |start of |close of |time of )?{_THE}{ORDINAL} {MEET}\b"
    rf"|\bafter {NUM} (?:sessions|weeks|wks|months)\b"
    rf"|\b(?:within|in|during|over|across|throughout) (?:the )?(?:first|initial|ne?xt|coming|following"
    rf"|remaining|upcoming|rest of the) (?:{SOME} )?(?:of )?{UNIT}(?<!next weeks)(?<!coming weeks)(?<!following weeks)"
    rf"|\b(?:for|over|in|during|across|within|through|throughout) (?:each of |all of |the whole of )?(?:the"
    rf"|these|our|all|her|his|their) (?:ne?xt |coming |following |planned |remaining |whole |entire |full "
    rf"|length of the )?{NUM}[- ](?:planned |weekly )?{UNIT}"
    rf"|\b(?:for|over|in|during) (?:the )?(?:ne?xt|coming|following) (?!weeks|months|sessions|days)(?:{SOME} ?)?{UNIT}"
    rf"|\b(?:within|inside|in under|in less than|in no more than) (?:the space of )?{SOME}[- ](?:more )?{UNIT}"
    rf"|\bw/in {SOME}[- ]?{UNIT}|\bin {SOME} (?:weeks?|months?|sessions?|days?)\b(?:'? time\b)?"
    rf"|\bin a fortnight's time\b|\bfor the (?:rest|remainder) of {_THE}{TERM}\b|\bin q[1-4]\b|\b(?:in|during) 20\d\d\b"
    rf"|\b(?:in|during|throughout|over)[ -](?:the )?(?:end of |start of |middle of |mid-|early |late )?{MONTH}"
    rf"|\bon (?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b(?! {_TIMES})|\bon the {ORDINAL}\b(?! {_PLACES})"
    rf"|\bbetween (?:now|today|sessions? {NUM}|weeks? {NUM}|{MONTH}) and [^.;,]{{1,24}}"
    rf"|\bfrom (?:{MONTH}|{WEEKDAY}|now|today|tomorrow|tonight|{FEAST}) (?:to|until|till|through) (?:the end of )?"
    rf"(?:{MONTH}|{FEAST}|{BREAK}|{DATE})|\b(?:at|over) (?:the )?(?:end of |course of )?(?:the |our |her |his |their "
    rf"|all )?(?:planned |scheduled |full )?{NUM}[- ](?:planned |scheduled |weekly |therapy )?(?:session|week"
    rf"|month)s?\b|\b(?:at|on|over) (?:the )?(?:end of |start of )?(?:this|next|the (?:current|coming"
    rf"|following)) (?:week|month"
    rf"|year|term|semester|session|appointment|visit|quarter|weekend|{WEEKDAY})"
    rf"|\b(?:at|in|for) (?:the |our |her |his |their )?(?:final|last|next|midpoint|mid-?treatment|halfway"
    rf"|closing|review"
    rf"|follow-?up) (?:session|appointment|visit|review|meeting)|\bof this (?:week|month|term|year)"
    rf"|\bon (?:next |this |the )?{WEEKDAY}(?! (?:to|through|and|-) {WEEKDAY})(?!s|'s)|\b(?:at|in|for) (?:this "
    rf"|next )?{WEEKDAY}'s\b|\b(?:at|after|for) (?:the |her |his |their |our )?(?:next|upcoming|coming) "
    rf"(?:[a-z-]{{2,14}} ){{0,2}}[a-z-]{{3,14}}\b|\bat (?:the |her |his |their "
    rf"|our )first (?:[a-z-]{{2,14}} )?[a-z-]{{3,14}}\b"
    rf"|\b(?:within|inside) (?:the|a) (?:week|month|fortnight|year|quarter)(?: is out)?\b"
    rf"|\b(?:at|over|to|for) {_WHOSE}(?:end of |start of |close of |last day of )?{_WHOSE}{FEAST}\b"
    rf"|\b(?:at|over|during|for|to) {_WHOSE}{BREAK}\b|\bat {_WHOSE}{_WHOSE}{EVENT}\b"
    rf"|\b(?:at|to) {_WHOSE}(?:end|close|last day|start|beginning|first day) of {_END_OF}"
)
_LIMITS = (
    rf"\b{_BY} (?:(?:the )?(?:end of )?(?:course of )?(?:the |our |her |his |their |all )?(?:planned "
    rf"|scheduled |full )?"
    rf"{NUM}[- ](?:planned |scheduled |weekly |therapy )?(?:session|week|month)s?\b|day {NUM}"
    rf"|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b(?! {_TIMES})|(?:2[5-9]|3[01])\.(?:0?[1-9]|1[0-2])\b"
    rf"|(?:the )?(?:end of |start of |middle of |mid-|early |late )?{MONTH}|the {ORDINAL}\b(?! {_PLACES})"
    rf"|q[1-4]\b|20\d\d\b"
    rf"|(?:the )?(?:end of |start of )?(?:this|next|the (?:current|coming|following)) (?:week|month|year|term|semester"
    rf"|session|appointment|visit|quarter|weekend|{WEEKDAY})|today\b"
    rf"|(?:the |our |her |his |their )?(?:final|last|next|midpoint|mid-?treatment|halfway|closing|review|follow-?up) "
    rf"(?:session|appointment|visit|review|meeting)|(?:next |this |the )?{WEEKDAY}(?! (?:to|through|and"
    rf"|-) {WEEKDAY})(?!s"
    rf"|'s)|(?:this |next )?{WEEKDAY}'s\b|(?:the |her |his |their |our )?(?:next|upcoming"
    rf"|coming) (?:[a-z-]{{2,14}} ){{0,2}}"
    rf"[a-z-]{{3,14}}\b|(?:the |her |his |their |our )first (?:[a-z-]{{2,14}} )?[a-z-]{{3,14}}\b"
    rf"|(?:the|a) (?:week|month|fortnight|year|quarter)(?: is out)?\b|(?:the )?(?:week|month)'s end\b|year'?s? end\b"
    rf"|we (?:next )?meet\b|the time (?:we|she|he|they|i) (?:meet|reach|come|get|start|finish|see)\w* [^.;,]{{0,24}}"
    rf"|{_WHOSE}(?:end of |start of |close of |last day of )?{_WHOSE}(?:{FEAST}|{BREAK}|{EVENT})\b"
    rf"|{_WHOSE}(?:end|close|last day|start|beginning|first day) of {_END_OF}"
    rf"|(?:term|year|season|school|semester)(?:'s |-| )end\b)"
)
NAMES = Wording(
    _NAMES,
    f"{NUMBER_FIRST} session* sess* week* wk* month* appointment* appt* visit* meeting* this next nxt when first second"
    " last tomorrow* tonight* jan* feb* mar* apr* may jun* jul* aug* sep* oct* nov* dec* all end mid* middle start"
    " early late coming later due mon* tue* wed* thu* fri* sat* sun* one x these the",
)
STRETCHES = Wording(
    _STRETCHES,
    "by before until till til through in during at on for of prior no from as over across within inside throughout w"
    " after between to",
)
LIMITS = Wording(_LIMITS, "by before until till til through up ahead in no come")
