"""What words of a question count, which ones mean the same, and how a risk is asked about in so many words."""

import re

from goalsmith.engine.text import stem
from goalsmith.model import RiskKind

_IGNORED = """
a an the and or but if so of to in on at by for from with as is are be been being was were am it its this that these
those you your yours yourself me my mine i we us our he she his him her they them their do does did doing done have has
had having can could would should will shall may might there here then than just really very any some about into over
out up what how why which whose tell describe say let please ask know like thing get got go going gone make made bit
little lot well ok okay now also too not no yes cannot because while during something anything someone somebody anyone
anybody everything one ones more most much many other such only own same so let want wanted mean means sort kind give
take through me
"""
IGNORED = frozenset(_IGNORED.split()) | frozenset(map(stem, _IGNORED.split()))
"""Words, and their stems, that say nothing of what is asked about."""

_GROUPS = """
alcohol booze drinking wine beer spirits drunk sober
drug cannabis marijuana weed cocaine opioid substance
medication medicine med pill tablet prescription antidepressant prescribed
afraid fear scared frightened fearful dread
worry worries worrying worrier anxious anxiety nervous
sad sadness depressed depression down low mood spirits
sleep asleep sleeping slept
hope wish hoping goal aim
start begin began begun beginning started onset
trigger triggers triggered set
job work employer workplace boss
religion religious faith church god spiritual belief believe
culture cultural background upbringing heritage
strength strong good skill talent proud
help support helpful supportive supporting
important importance matter matters
confident confidence sure
obstacle barrier difficult hard stop prevent way
different change changed differently
safe safety danger dangerous
children kids child kid son daughter
doctor physician gp
therapy therapist counseling counselling counselor treatment
usual ordinary typical normal
better easier improve improved
try tried attempt attempted
family relatives relative
friend friends buddy mate
avoid avoiding stay away
happen happens happening occur
"""
_GROUPS_OF_STEMS = [tuple(dict.fromkeys(map(stem, line.split()))) for line in _GROUPS.strip().splitlines()]

KIN: dict[str, frozenset[str]] = {}
"""For a stem, the stems that mean nearly the same; they count as a part of it."""
for _group in _GROUPS_OF_STEMS:
    for _one in _group:
        KIN[_one] = KIN.get(_one, frozenset()) | frozenset(_group)

_RISKS: dict[RiskKind, str] = {
    "suicide": (
        r"suicid\w*|kill(?:ing|ed)? (?:your|her|him)self|(?:end|ending|ended|take|taking|taken|took) (?:it all|"
        r"(?:your|the|her|his)? ?(?:own )?life)|better off dead|(?:want|wish|wanted|wished|rather|like|thought)"
        r"(?: \w+){0,3} (?:to die|dead|dying)|not (?:be alive|live anymore|wake up|to wake up|want to live)|"
        r"(?:not|\w+n't|never) wak(?:e|ing) up|(?:not|\w+n't|never) (?:be |been )?(?:alive|born)|"
        r"(?:not|\w+n't|never) (?:be |being |to be )?(?:here|around) any ?more|thoughts? of (?:death|dying)|"
        r"worth living|go on living|want to live|hang yourself|overdos\w*|"
        r"(?:access to|own|have|keep)(?: \w+){0,3} (?:guns?|weapons?|firearms?)|"
        r"access to (?:\w+ ){0,2}(?:means|pills|tablets)"
    ),
    "self-harm": r"(?:hurt|harm|cut|burn|injur|hit)\w*(?: or \w+)? (?:your|her|him)self|self[ -](?:harm|injur)\w*",
    "harm-to-others": (
        r"homicid\w*|violen\w*|"
        r"(?:hurt|harm|kill|attack|poison)(?:ing|ed)? (?:some|any|other|people|him\b|her\b|them\b)\w*|"
        r"(?:hurt|harm|kill)(?:ing|ed)? your (?:kids?|child(?:ren)?|son|daughter|partner|wife|husband|family)|"
        r"(?:any|some)(?:one|body) you (?:want|would like|wish|might) to (?:hurt|harm|kill)"
    ),
}  # fmt: skip
RISKS: dict[RiskKind, re.Pattern[str]] = {
    kind: re.compile(rf"\b(?:{pattern})(?!\w)") for kind, pattern in _RISKS.items()
}
"""How the gravest risks are asked about in so many words, on a normalised text."""

SUBSTANCE = re.compile(
    r"\b(?:alcohol|drink(?:ing|s)?|drunk|beers?|wine|booze|drugs?|cannabis|marijuana|weed|cocaine|opioids?|substances?|"
    r"medications?|medicines?|meds|pills|tablets|smok(?:e|ing)|caffeine|coffee)\b"
)
COUNT = re.compile(r"\bhow (?:often|frequent(?:ly)?|many (?:times|days|nights|mornings|evenings|occasions)?)\b")
TIME = re.compile(
    r"\b(?:(?:for )?how long|how much (?:of the )?time|since when|how many (?:minutes|hours|weeks|months|years))\b"
)
_SCALE = re.compile(
    r"\b(?:(?:0|zero|1|one)(?: to | and | through |-)(?:10|ten|100|a hundred)|on a scale|out of (?:10|ten|100))\b"
)
_WONDER = re.compile(
    r"\b(?:miracle|magic wand|(?:wake|woke) up (?:tomorrow|and)|overnight|"
    r"if (?:this|it|all this|the \w+) (?:was|were|is) (?:all )?(?:gone|solved|over))\b"
)
_BEFORE = re.compile(r"\b(?:just|right|shortly|immediately) before\b")
_AFTER = re.compile(r"\b(?:(?:just|right|shortly|immediately) after|afterwards?|comes next)\b")
MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (TIME, " qtime "),
    (COUNT, " qcount "),
    (_SCALE, " qscale "),
    (_WONDER, " qwonder "),
    (_BEFORE, " qbefore "),
    (_AFTER, " qafter "),
    # The words for a risk stay: they tell means from plans.
    *((pattern, rf"\g<0> q{kind.replace('-', '')} ") for kind, pattern in RISKS.items()),
)
"""What a question asks for, as one word each: an amount of time, a count, a number on a scale, a wonder, what goes
before or comes after, a risk."""
_ALWAYS = """
how often many long times minutes hours weeks months years suicide suicidal killing yourself hurting harming dying
alcohol drinking drugs medication violence violent driving feeling today tomorrow between usually
"""
ALWAYS_KNOWN = frozenset(_ALWAYS.split())
"""Words that a typed one may be meant for, whatever an author has prepared."""
