"""How an act is meant: each time or not at all, only thought of, more or less so, or an aim that nobody could see."""

from goalsmith.engine.evidence.calendar import WEEKDAY
from goalsmith.engine.evidence.first import Wording

# What is to happen each time can be ticked off each time, once it is said for how long.
_EACH_TIME = Wording(
    rf"(?:each|every|whenever|any|all|daily|nightly|weekly|always|on \w+days|{WEEKDAY} to {WEEKDAY})\b",
    "each every whenever any all daily nightly weekly always on mon* tue* wed* thu* fri* sat* sun*",
)
# So can what is not to happen.
_NOT_AT_ALL = Wording(
    r"(?:stop(?:s|ping)?|quits?|gives? up|(?:leave|keep|stay|lay|hold)s? (?:off|away|out)|(?:will|does|do|is|are|to"
    r"|shall) not|won't|doesn't|don't|never|abstains?|abstinent|refrains?|skips?|cuts? out|go(?:es)? without|dry|sober"
    r"|clean for|(?:says?|does|do|eats?|drinks?|buys?|takes?|asks?) nothing|unanswered|unwashed|unchecked"
    r"|(?:alcohol|smoke|drink|drug|gambling|screen|phone|sugar|caffeine|binge|nap|ritual|medication|tobacco)-free)\b"
    r"|(?<!\w )no \w",
    "stop* quit* give* leave* keep* stay* lay* hold* will does do is are to shall won* doesn* don* never abstain*"
    " abstinent refrain* skip* cut* go* dry sober clean say* eat* drink* buy* take* ask* unanswered unwashed unchecked"
    " no alcohol* smoke* drug* gambling* screen* phone* sugar* caffeine* binge* nap* ritual* medication* tobacco*",
)
_TENTATIVE = Wording(
    r"(?:think(?:ing)? (?:about|of)|have a think|see (?:if|whether)|(?:have a |take a )?look(?:ing)? at (?:taking"
    r"|having|doing|trying|whether)|having a look|consider(?:ing)?|could (?:maybe|possibly|perhaps|always)|might (?:try"
    r"|possibly|perhaps|maybe|consider)|may (?:possibly|perhaps)|i suppose|we'll see|toy(?:ing)? with|be open to"
    r"|(?:perhaps|maybe|possibly) (?:try|have|get|start|think))\b",
    "think* have see look* take having consider* could might may i we* toy* be perhaps maybe possibly",
)
# "more effectively", "more at ease": a manner and no amount.
_MANNER = Wording(
    r"(?:more|less) (?:\w+ly|effective|confident|present|at ease|understanding|relaxed|comfortable|positive|open"
    r"|aware|honest|patient|assertive|resilient|hopeful|independent|anxious|afraid|worried|stressed|depressed"
    r"|irritable|tense|lonely|ashamed|guilty|happy|fulfilled|and more)\b",
    "more less",
)
_FILLED_IN = Wording(
    r"(?:complet\w+|fill\w* (?:in|out)|administer\w*|repeat\w*|re-?tak\w+|hand\w* in|return\w*|bring\w*|score)\b"
    r"(?: (?:the|an?|her|his|their|my))?",
    "complet* fill* administer* repeat* re* hand* bring* score",
)
_DOING = Wording(
    r"(?:use[sd]?|using|utili[sz](?:es?|ing)|practi[sc](?:es?|ing)|appl(?:y|ies|ying)|implement|engage in|learns?"
    r"|attends?"
    r"|complete|do|challenge|identify)\b",
    "use* using utili* practi* appl* implement engage learn* attend* complete do challenge identify",
)
# A result that is there by a day: "back at work", "the shed is cleared".
_ATTAINED = Wording(
    r"(?:becomes?|returns? to|graduates?|pass(?:es)?|finish(?:es)?|moves? into|rejoins?|re-join|go(?:es)? back to|get"
    r" promoted|joins?|quits?|back (?:at|to|on|in|behind) (?:work|school|college|university|choir|training|her|his|the)"
    r"|(?:is|are|has been|have been|gets?|got) (?:sent|done|paid|sold|built|written|bought|met|set up|cleared|sorted"
    r"|finished|cleaned|painted|booked|posted|signed|packed|unpacked|repaired|mended|handed in|returned|tidied|emptied"
    r"|planted|filed|submitted|cancelled|ordered|completed|answered|opened|filled in))\b",
    "become* return* graduate* pass* finish* move* rejoin* re go* get* join* quit* back is are has have got",
)
KINDS = (
    ("each_time", _EACH_TIME), ("not_at_all", _NOT_AT_ALL), ("tentative", _TENTATIVE),
    ("manner", _MANNER), ("filled_in", _FILLED_IN), ("doing", _DOING), ("attained", _ATTAINED),
)  # fmt: skip
"""As `quantity.find` looks for them."""

_SUBJECT = r"^\W*(?:(?:the )?[a-z]+ (?:will|shall|to|is going to|wants? to|would like to|wishes to|hopes to|aims to"
_INNER = Wording(
    _SUBJECT + r"|needs? to) |(?:i|we) (?:will|want to) |to )?(?:continue (?:to )?|begin (?:to )?|start (?:to )?"
    r"|learn (?:how )?to )?(?:gain\w*|develop\w*|increas\w*|build\w*|improv\w*|enhanc\w*|explor\w*|process(?:es|ing)?"
    r"|address\w*|deepen\w*|foster\w*|strengthen\w*|cultivat\w*|boost\w*|promot\w*|nurtur\w*|grow|heal|accept"
    r"|understand"
    r"|appreciate|feel|cope|come to terms|find|achieve|restore|regain|enjoy|live|be(?! able)|become|work(?:ing)? (?:on"
    r"|through)|raise|support|optimi[sz]e|stabili[sz]e|love|trust|forgive|believe in|let go)\b"
)
_ONCE = Wording(
    _SUBJECT
    + r") |to |i(?:'ll| will) )?(?:send|post|book|return|sign(?: up for)?|hand (?:in|back|over)|submit|buy|join"
    r"|enrol (?:in|for|on)|enroll? (?:in|for|on)|register (?:for|with)|apply for|order|cancel|delete|throw (?:away|out)"
    r"|pay|renew|switch to|move into|finish|pass|open|re-?join|sell|give back|deliver|propose to|introduce (?:her"
    r"|him)self"
    r" to) (?:an?|the|her|his|their|my|one|[a-z]+'s) [a-z]"
)


def aims_within(norm: str) -> bool:
    """Whether a text opens with an aim that nobody could see: to have more of a state, to be so, to work on it."""
    return bool(_INNER.match(norm))


def done_once(norm: str) -> tuple[int, int] | None:
    """The opening of a text that is an act with a natural end, which is done or is not: "send the form"."""
    m = _ONCE.match(norm)
    return m.span() if m else None
