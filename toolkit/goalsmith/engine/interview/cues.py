"""Turns of phrase that give away what kind a question is of: "how often", "what are you proud of", "in the way"."""

import re

from goalsmith.engine.interview.words import COUNT, RISKS, SUBSTANCE, TIME
from goalsmith.model import QuestionKind

_TURNS: dict[QuestionKind, str] = {
    "open": (
        r"what (?:brings|brought) you|going on\b|troubl\w+|how can i help|the problem\b|"
        r"tell me (?:more )?about|how did (?:it|this|all this|things) (?:begin|start)|"
        r"when did (?:it|this|all this) (?:begin|start)|walk me through|"
        r"(?:typical|ordinary|average) (?:day|week|night)|through (?:your|a|yesterday)|how (?:is|has) your|"
        r"(?:do you|would you) (?:hope|want) (?:for|to|from|out)|your goals?\b|"
        r"like to (?:change|be different|get)|hoping for|yesterday"
    ),
    "scaling": (
        r"(?:0|zero|1|one)(?: to | and | through |-)(?:10|ten|100|a hundred)|scale|out of (?:10|ten|100)|"
        r"what number|\brate\b|\brank\b|one point|a point (?:up|higher)|why (?:a|an|not a) \d+|"
        r"how (?:confident|important|sure|ready)"
    ),
    "miracle": (
        r"miracle|magic wand|woke up|wake up tomorrow|overnight|suppose|"
        r"if (?:this|it|the \w+) (?:was|were|is) (?:gone|solved|over|better)|first (?:small )?sign|"
        r"would you (?:notice|know)|would be different|what would you do"
    ),
    "exception": (
        r"(?:times?|days?|nights?|moments?|situations?) (?:when|in which|where|that)|"
        r"(?:little |bit )?(?:better|easier|less|fewer|without)\b|resist\w*|good (?:day|night|moment)|"
        r"best (?:day|night)|ever (?:manage|cut|go|been a)|last (?:time|night|day) (?:you|that|when|it)|"
        r"get by|n't (?:there|happen|give)"
    ),
    "functional": (
        r"what happens?|(?:just|right) (?:before|after)|sets? (?:it|off)|trigger\w*|"
        r"what do you do (?:when|while|then|next)|situations?|for you in that|afterwards?|through your mind|"
        r"lead(?:s)? (?:up )?to|what goes on|what makes you|get from|react|respond|"
        r"what do you (?:avoid|stay away|keep away)|avoid\w*|stopped doing"
    ),
    "values": (
        r"matters?\b|care about|important (?:to you )?in (?:your )?life|most important|stand for|"
        r"worth (?:it|the)|mean(?:s)? (?:so much|the most|a lot|to you)|person (?:do|would) you|"
        r"doing this for|live for"
    ),
    "strengths": (
        r"strengths?|good at|proud|skills?|talents?|do well|on your side|"
        r"who (?:supports|helps|knows|is there|could help)|supports? you|turn to|lean on|rely on|"
        r"(?:got|get|gets) you through|kept? you going|count on|can talk to|bring that"
    ),
    "culture": (
        r"cultur\w*|religi\w*|faith|spiritual\w*|\bgod\b|church|pray\w*|background|upbringing|grew up|"
        r"tradition\w*|community|come from|heritage|your family (?:see|think|view|talk)|how do people|"
        r"how (?:are|is) \w+ (?:seen|viewed)"
    ),
    "barrier": (
        r"in (?:the|your) way|obstacles?|barriers?|make (?:it|this|that|treatment) (?:hard|difficult)|"
        r"(?:stop|stopped|stops|prevent|prevents|keep|keeps) you|give up|(?:tried|try|done about)\b|"
        r"treatment before|therapy before|willing|first step|would you (?:start|begin)|when are you free|"
        r"(?:have|be) time|what (?:days|time)|days off|schedule"
    ),
    "safety": (r"\bsafe\w*|danger\w*|threat\w*|weapons?|guns?|driv(?:e|ing)|hurts? you|medical|doctor|plan to"),
}
_CUES: dict[QuestionKind, tuple[re.Pattern[str], ...]] = {
    **{kind: (re.compile(rf"\b(?:{pattern})"),) for kind, pattern in _TURNS.items()},
    "frequency": (
        COUNT,
        re.compile(r"\b(?:every (?:day|night|week)|number of|(?:times|days|nights) a (?:day|week|month))"),
    ),
    "duration": (TIME,),
    "substance": (SUBSTANCE,),
}
_CUES["safety"] += tuple(RISKS.values())


def cues(norm: str) -> frozenset[QuestionKind]:
    """The kinds that turns of phrase in a normalised text point to; often none, sometimes several."""
    return frozenset(kind for kind, patterns in _CUES.items() if any(pattern.search(norm) for pattern in patterns))
